"""Times: phrases and their meanings on a fixed day (``cases/times.txt``), sentences, and what must not break."""

from datetime import date
from time import process_time

import pytest
from casefile import phrasings
from hypothesis import given, settings
from hypothesis import strategies as some

from onrecord.find.sentences import sentences
from onrecord.find.times import find_times, lasting, runs, year_before
from onrecord.find.times.words import TimeWord
from onrecord.knowledge.tables import table
from onrecord.model.days import Days
from onrecord.model.mention import TimeMention
from onrecord.model.page import Sentence
from onrecord.model.span import Span

TUESDAY = date(2025, 5, 27)


def times(text: str, day: date | None = TUESDAY) -> tuple[TimeMention, ...]:
    found = tuple(
        Sentence(start=span.start, end=span.end, paragraph=0) for span in sentences(text, Span(start=0, end=len(text)))
    )
    return find_times(text, found, Days(first=day, last=day) if day else None)


def meaning(mention: TimeMention) -> str:
    if mention.days is not None:
        return mention.days.edtf
    return f"SET {mention.value}" if mention.type == "SET" else mention.value


@pytest.mark.parametrize(("day", "wanted", "phrasing"), list(phrasings("times")))
def test_a_phrase_means(day: date | None, wanted: str, phrasing: str) -> None:
    text = phrasing.replace("[", "").replace("]", "")
    found = [(text[mention.start : mention.end], meaning(mention)) for mention in times(text, day)]
    if wanted == "none":
        assert found == [], "found too much"
        return
    start = phrasing.find("[")
    words = phrasing[start + 1 : phrasing.index("]")] if start >= 0 else text
    assert found, "not found"
    assert words in [item[0] for item in found], "found elsewhere"
    assert dict(found)[words] == wanted, "another meaning"


def test_a_year_earlier_is_the_same_period_of_the_year_before() -> None:
    text = "Shipments in the 11 months through November last year fell 4 percent from a year earlier."
    assert [meaning(mention) for mention in times(text)] == ["2024-01-01/2024-11-30", "2023-01-01/2023-11-30"]
    text = "Sales in April were $3 billion. That is 9 percent more than in the same month last year."
    assert [meaning(mention) for mention in times(text)] == ["2025-04", "2024-04"]


def test_what_a_period_is_compared_with_is_not_the_period() -> None:
    text = "Sales in April rose from March. They were 4 percent above a year earlier."
    assert [meaning(mention) for mention in times(text)] == ["2025-04", "2025-03", "2024-04"]
    text = "Sales fell in April. In March they had risen. They were 4 percent above a year earlier."
    assert meaning(times(text)[-1]) == "2024-03"


def test_a_year_at_the_end_of_a_run_holds_for_its_beginning() -> None:
    text = "Output rose from January to November 2021."
    assert [meaning(mention) for mention in times(text)] == ["2021-01", "2021-11"]


def test_each_verb_rules_its_own_weekday() -> None:
    text = "The minister said on Thursday that she would see her colleague on Saturday."
    assert [meaning(mention) for mention in times(text)] == ["2025-05-22", "2025-05-31"]


def test_a_day_after_counts_from_the_day_of_its_sentence() -> None:
    text = "The house passed the bill on Friday, a day after the cabinet backed it."
    assert [meaning(mention) for mention in times(text)] == ["2025-05-23", "2025-05-22"]


def test_the_previous_month_is_not_counted_from_a_year() -> None:
    text = "Over the past year wages rose. In April they stood still, as in the previous month."
    assert meaning(times(text)[-1]) == "2025-03"
    text = "Over the past year wages rose. They stood still, as in the previous month."
    assert meaning(times(text)[-1]) == "2025-04"


def test_in_a_history_bare_days_belong_to_the_year_spoken_of() -> None:
    text = (
        " ".join(f"The treaty of May {year} was kept." for year in range(1840, 1849))
        + " It was torn up on 3 March 1851."
    )
    text += " On 9 April the ports were shut."
    assert meaning(times(text)[-1]) == "1851-04-09"


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        ("The ports were shut on 7 December 1848. In January they were open.", "1849-01"),
        ("The rules of March 1848 were those of 1614. In May they were void.", "1848-05"),
        ("It failed in May 1848. The siege was lifted that month.", "1848-05"),
        ("They marched in the spring of 1848. On 5 August they were home.", "1848-08-05"),
        ("They marched on 3 May 1848 and were home the next day.", "1848-05-04"),
        ("It began on 3 May 1848. The 1850 campaign", "1850"),
    ],
)
def test_the_months_of_a_history_follow_on(told: str, wanted: str) -> None:
    before = " ".join(f"The treaty of May {year} was kept." for year in range(1840, 1849))
    assert meaning(times(f"{before} {told}")[-1]) == wanted


def test_news_that_names_many_old_years_is_no_history() -> None:
    before = " ".join(f"The treaty of {year} was kept." for year in range(1840, 1849))
    assert meaning(times(f"{before} It may be void by July.")[-1]) == "2025-07"


def test_an_uncertain_day_gives_an_uncertain_answer() -> None:
    text = "They met yesterday."
    found = (Sentence(start=0, end=len(text), paragraph=0),)
    (mention,) = find_times(text, found, Days(first=date(2025, 5, 20), last=date(2025, 5, 22)))
    assert mention.days == Days(first=date(2025, 5, 19), last=date(2025, 5, 21), approx=True, words="yesterday")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Talks took place on Thursday and Friday.", ["2025-05-22/2025-05-23"]),
        ("The round lasted from May 19 to May 21.", ["2025-05-19/2025-05-21"]),
        ("It grew between January and March last year.", ["2024-01-01/2024-03-31"]),
        ("It fell in January and March.", ["2025-01", "2025-03"]),
        ("Talks took place on May 4 and 9.", ["2025-05-04"]),
        ("Talks took place on May 4 and 5.", ["2025-05-04/2025-05-05"]),
    ],
)
def test_runs_put_two_ends_together(text: str, wanted: list[str]) -> None:
    assert [meaning(mention) for mention in runs(text, times(text))] == wanted


def test_a_duration_lasts_from_or_until_a_day() -> None:
    (length,) = times("a two-day visit")
    day = Days(first=TUESDAY, last=TUESDAY)
    assert lasting(length, day) == Days(first=TUESDAY, last=date(2025, 5, 28))
    assert lasting(length, day, ends=True) == Days(first=date(2025, 5, 26), last=TUESDAY)
    assert lasting(length, Days(first=TUESDAY, last=date(2025, 6, 1))) is None


def test_the_year_before_a_february() -> None:
    assert year_before(Days(first=date(2025, 2, 1), last=date(2025, 2, 28))) == Days(
        first=date(2024, 2, 1), last=date(2024, 2, 29)
    )
    assert year_before(Days()) is None


def test_no_word_of_time_is_listed_twice() -> None:
    words = [word for row in table("time_words.csv", TimeWord) for word in row.words]
    assert sorted(word for word in set(words) if words.count(word) > 1) == []


@settings(max_examples=200, deadline=None)
@given(
    some.lists(
        some.sampled_from(
            [word for row in table("time_words.csv", TimeWord) for word in row.words]
            + [
                "0",
                "1",
                "12",
                "31",
                "99",
                "1812",
                "2024",
                "99999999999",
                "15th",
                "0000s",
                "12:61",
                "2025-13-45",
                "2/30/25",
            ]
            + [",", "-", "–", "/", "%", "$5", "'s", "rice", "Chuseok"]
        ),
        max_size=14,
    ),
    some.sampled_from([TUESDAY, None, date(2024, 2, 29)]),
)
def test_no_words_break_it(words: list[str], day: date | None) -> None:
    end = 0
    for mention in times(" ".join(words), day):
        assert end <= mention.start < mention.end
        end = mention.end


@pytest.mark.parametrize("piece", ["a", "5", "May ", "two ", '"', "- ", "the first two months of ", "a few "])
def test_long_dull_text_takes_linear_time(piece: str) -> None:
    short, long = piece * (10_000 // len(piece)), piece * (100_000 // len(piece))
    times(short)
    start = process_time()
    times(long)
    assert process_time() - start < 5
