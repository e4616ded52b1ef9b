from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.find.amounts import amounts_of, find_amounts
from onrecord.find.amounts.changes import ChangeWords
from onrecord.find.amounts.money import Currency
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
