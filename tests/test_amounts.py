from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.find.amounts import amounts_of, find_amounts
from onrecord.find.amounts.changes import ChangeWords
from onrecord.find.amounts.money import Currency
from onrecord.find.amounts.multiples import Multiple
from onrecord.find.amounts.units import Unit
from onrecord.knowledge.tables import table
from onrecord.model.mention import AmountMention
from onrecord.model.page import Sentence

LINES = [
    tuple(part.strip() for part in line.split(" = ", 1))
    for line in (Path(__file__).parent / "cases" / "amounts.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
MARKS = ("~", ">", "<", "up", "down")


def meaning(amount: AmountMention) -> tuple[float, float | None, str, str]:
    return amount.value, amount.high, f"{amount.currency} {amount.unit}".strip(), amount.change


def expected(words: str) -> tuple[float, float | None, str, str]:
    number, *unit = words.split(" ")
    change = unit.pop() if unit and unit[-1] in MARKS else "="
    low, _, high = number.partition("..")
    return float(low), float(high) if high else None, " ".join(unit), change


@pytest.mark.parametrize(
    ("means", "phrase"), [(means, phrase.strip()) for means, phrases in LINES for phrase in phrases.split(" | ")]
)
def test_a_phrase_means_its_amount(means: str, phrase: str):
    found = [meaning(amount) for amount in amounts_of(f"They saw {phrase}, they say.")]
    if means == "nothing":
        assert found == []
        return
    assert len(found) == 1, found
    value, high, unit, change = expected(means)
    assert found[0] == (pytest.approx(value), high if high is None else pytest.approx(high), unit, change)


def test_a_conversion_belongs_to_the_amount_beside_it():
    text = "They paid 2.5 trillion yen (about US$13 billion) for it and 40 miles (64 kilometres) of track."
    yen, dollars, miles, kilometres = amounts_of(text)
    assert dollars.converts == yen.start
    assert kilometres.converts == miles.start
    assert (yen.converts, miles.converts) == (None, None)


def test_a_rate_after_the_brackets_holds_for_both():
    yen, dollars = amounts_of("They paid 2,000 yen ($18) a barrel.")
    assert [(amount.currency, amount.unit) for amount in (yen, dollars)] == [
        ("JPY", "per barrel"),
        ("USD", "per barrel"),
    ]
    assert dollars.converts == yen.start


def test_an_amount_in_brackets_that_says_more_is_no_conversion():
    found = amounts_of("The levy (25 percent) on goods worth $5 billion (12 percent of the total) stays.")
    assert [amount.converts for amount in found] == [None, None, None]


def test_spans_are_spans_of_the_body_and_never_cross_sentences():
    body = "It cost $5 billion. 40 firms paid."
    sentences = (Sentence(start=0, end=19, paragraph=0), Sentence(start=20, end=len(body), paragraph=0))
    assert [amount.of(body) for amount in find_amounts(body, sentences)] == ["$5 billion", "40 firms"]


def test_a_number_takes_the_unit_said_beside_it():
    headsets = amounts_of("Sales went to 3.9 million headsets from 2.4 million.")
    assert [(amount.value, amount.unit) for amount in headsets] == [(3.9e6, "headset"), (2.4e6, "headset")]


def test_a_number_set_beside_money_is_of_that_money():
    found = amounts_of("Fees went to 510 billion yen from 460 billion yearly, when 3 shops closed.")
    assert [(amount.value, amount.currency, amount.unit) for amount in found] == [
        (510e9, "JPY", ""),
        (460e9, "JPY", ""),
        (3, "", "shop"),
    ]


def test_a_level_takes_the_points_that_it_moved_by():
    found = amounts_of(
        "The index lost 62 points, or 2 percent, to end at 2,410.15; the other was at 900.5, up 3 points."
    )
    assert [(amount.value, amount.unit, amount.change) for amount in found] == [
        (62, "point", "down"),
        (2, "percent", "down"),
        (2410.15, "point", "="),
        (900.5, "point", "="),
        (3, "point", "up"),
    ]


def test_a_rate_at_the_end_of_a_list_holds_for_all_of_it():
    found = amounts_of("It makes 20 ships, 5 tugs and 3 barges per year.")
    assert [amount.unit for amount in found] == ["ship per year", "tug per year", "barge per year"]


def test_a_noun_past_a_measure_is_counted_and_the_measure_stays():
    found = amounts_of("They filled eight million 250ml bottles.")
    assert [(amount.value, amount.unit) for amount in found] == [(8e6, "bottle"), (250, "millilitre")]


def test_a_row_of_a_table_ends_at_the_next_name():
    found = amounts_of("Net 11.9 mln vs 12.1 mln Assets 4.6 billion vs 4.2 billion")
    assert [(amount.value, amount.unit) for amount in found] == [(11.9e6, ""), (12.1e6, ""), (4.6e9, ""), (4.2e9, "")]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("Beijing set ¥5 billion aside.", "CNY"),
        ("Tokyo set ¥5 billion aside.", "JPY"),
        ("Tokyo and Beijing met. They set ¥5 billion aside.", "JPY"),
        ("China and the Chinese met. They set ¥5 billion aside.", "CNY"),
        ("Danish farmers met. They got 40 million crowns.", "DKK"),
        ("Norway and Sweden met. They got 40 million crowns.", ""),
        ("Manila paid 40 million pesos.", "PHP"),
        ("They paid 40 million pesos.", "MXN"),
        ("Paris paid 40 million Swiss francs.", "CHF"),
        ("Paris paid 40 million francs, the French said.", "FRF"),
        ("Lahore paid Rs 40 million.", "PKR"),
        ("Denmark's king wore three crowns.", ""),
    ],
)
def test_the_places_named_settle_a_sign_that_several_share(body: str, code: str):
    cut = body.find(". ") + 1
    spans = ((0, cut), (cut + 1, len(body))) if cut else ((0, len(body)),)
    sentences = tuple(Sentence(start=start, end=end, paragraph=0) for start, end in spans)
    assert [amount.currency for amount in find_amounts(body, sentences)] == [code]


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("The cuts by four banks came late.", "="),
        ("Staff was cut by 400 jobs.", "down"),
        ("It fell one day after.", "="),
        ("In the lead up to 40 meetings it stayed.", "="),
        ("Last fall 40 ships came.", "="),
        ("They lost an estimated 5 percent.", "down"),
        ("It made a 5 million dollar loss.", "="),
    ],
)
def test_a_word_of_direction_in_another_sense_says_no_change(text: str, change: str):
    assert [amount.change for amount in amounts_of(text)] == [change]


@pytest.mark.parametrize("row", table("currencies.csv", Currency), ids=lambda row: row.code)
def test_each_currency_finds_its_own_examples(row: Currency):
    for phrase in row.says:
        assert [amount.currency for amount in amounts_of(f"It cost {phrase} then.")] == [row.code], phrase
    assert row.says


@pytest.mark.parametrize("row", table("units.csv", Unit), ids=lambda row: row.unit)
def test_each_unit_finds_its_own_examples(row: Unit):
    for phrase in row.says:
        assert [amount.unit for amount in amounts_of(f"It was {phrase} then.")] == [row.unit], phrase
    assert row.says


@pytest.mark.parametrize("row", table("changes.csv", ChangeWords), ids=lambda row: f"{row.change}-{row.place}")
def test_each_change_finds_its_own_examples(row: ChangeWords):
    for phrase in row.says:
        assert [amount.change for amount in amounts_of(f"So {phrase} then.")] == [row.change], phrase
    for phrase in row.near_misses:
        assert row.change not in [amount.change for amount in amounts_of(f"So {phrase} then.")], phrase
    assert row.says


@pytest.mark.parametrize("row", table("multiples.csv", Multiple), ids=lambda row: row.times)
def test_each_multiple_finds_its_own_examples(row: Multiple):
    for phrase in row.says:
        found = [(amount.value, amount.unit) for amount in amounts_of(f"So {phrase} then.") if amount.unit == "times"]
        assert found == [(row.times, "times")], phrase
    for phrase in row.near_misses:
        assert "times" not in [amount.unit for amount in amounts_of(f"So {phrase} then.")], phrase
    assert row.says


@given(st.text(alphabet="0123456789 .,$€%-–/()mbk onetwdfxus'th", max_size=60))
def test_any_text_gives_amounts_in_order_that_do_not_overlap(text: str):
    found = amounts_of(text)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(0 <= amount.start < amount.end <= len(text) for amount in found)


@pytest.mark.parametrize(
    "bad", ["9" * 100_000, "$" * 100_000, "one " * 5_000, "1," * 5_000, "-" * 100_000, '"' * 10_000]
)
def test_long_runs_of_one_thing_stay_cheap(bad: str):
    from time import process_time

    begin = process_time()
    amounts_of(bad)
    assert process_time() - begin < 2
