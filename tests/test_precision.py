"""How fine a time is, and its EDTF: the forms of ISO 8601-2 with examples of the standard's own kinds."""

import re
from datetime import date

import pytest
from casefile import phrasings
from test_times import TUESDAY, times

from onrecord.find.times.now import week_value
from onrecord.model.days import Days
from onrecord.model.precision import edtf_of, precision_of


@pytest.mark.parametrize(
    ("text", "precision", "edtf"),
    [
        ("April 12, 1985", "day", "1985-04-12"),
        ("April 1985", "month", "1985-04"),
        ("1985", "year", "1985"),
        ("at 11:20 p.m. on April 12, 1985", "time", "1985-04-12T23:20:00"),
        ("Friday morning", "time", "2025-05-23"),
        ("spring 2001", "season", "2001-21"),
        ("autumn 2001", "season", "2001-23"),
        ("the fourth quarter of 2001", "quarter", "2001-36"),
        ("the first half of 2001", "half", "2001-40"),
        ("the 1960s", "decade", "196X"),
        ("the 20th century", "century", "19XX"),
        ("fiscal 2024", "year", "2024~"),
        ("early 2024", "year", "2024-01-01~/2024-04-30~"),
        ("late spring 2001", "season", "2001-05~"),
        ("last week", "week", "2025-05-19/2025-05-25"),
        ("last weekend", "weekend", "2025-05-24/2025-05-25"),
        ("the past two quarters", "quarter", "2024-11-28~/2025-05-27~"),
        ("the past two days", "day", "2025-05-26/2025-05-27"),
        ("two weeks", "none", ""),
        ("every Friday", "none", ""),
        ("recently", "none", ""),
    ],
)
def test_a_time_has_a_precision_and_edtf(text: str, precision: str, edtf: str) -> None:
    (mention,) = times(text, TUESDAY)
    assert (mention.precision, mention.edtf) == (precision, edtf)


@pytest.mark.parametrize(
    ("first", "last", "edtf"),
    [
        (date(2024, 2, 1), date(2024, 2, 29), "2024-02"),
        (date(2025, 12, 1), date(2025, 12, 31), "2025-12"),
        (date(9999, 12, 1), date(9999, 12, 31), "9999-12"),
        (date(9999, 1, 1), date(9999, 12, 31), "9999"),
        (date(2025, 12, 31), date(9999, 12, 31), "2025-12-31/9999-12-31"),
        (date(2024, 1, 1), date(2025, 12, 31), "2024-01-01/2025-12-31"),
        (date(2024, 2, 1), date(2025, 2, 28), "2024-02-01/2025-02-28"),
    ],
)
def test_days_are_written_to_the_end_of_the_calendar(first: date, last: date, edtf: str) -> None:
    assert Days(first=first, last=last).edtf == edtf


def test_a_week_has_four_figures_of_its_year() -> None:
    assert (week_value(date(1, 1, 1)), week_value(date(2025, 5, 27))) == ("0001-W01", "2025-W22")


@pytest.mark.parametrize(
    ("text", "precision", "edtf"),
    [
        ("yesterday", "day", ""),
        ("last week", "week", ""),
        ("next month", "month", ""),
        ("May 2", "day", "XXXX-05-02"),
        ("in May", "month", "XXXX-05"),
        ("last summer", "season", ""),
        ("on Thursday", "day", ""),
    ],
)
def test_what_is_not_resolved_has_a_precision_all_the_same(text: str, precision: str, edtf: str) -> None:
    (mention,) = times(text, None)
    assert (mention.precision, mention.edtf) == (precision, edtf)


def test_a_quarter_that_is_not_the_calendars_is_an_interval() -> None:
    fiscal = Days(first=date(2023, 10, 1), last=date(2023, 12, 31))
    assert edtf_of("2024-Q1", "", fiscal) == "2023-10-01/2023-12-31"
    assert edtf_of("2024-Q1", "", Days(first=date(2024, 1, 1), last=date(2024, 3, 31))) == "2024-33"


@pytest.mark.parametrize("value", ["", "PRESENT_REF", "nonsense", "P", "PT"])
def test_what_names_no_unit_has_no_precision(value: str) -> None:
    assert precision_of(value) == "none"
    assert edtf_of(value, "", None) == ""


_DAY = r"(?:\d{4}|XXXX)(?:-(?:\d\d)(?:-(?:\d\d|XX))?)?|\d{3}X|\d\dXX"
_EDTF = re.compile(rf"(?:{_DAY}|\d{{4}}-\d\d-\d\dT\d\d:\d\d:00|\.\.)~?(?:/(?:{_DAY}|\.\.)~?)?")


@pytest.mark.parametrize("phrasing", sorted({phrasing for _, _, phrasing in phrasings("times")}))
@pytest.mark.parametrize("day", [TUESDAY, None])
def test_whatever_is_found_has_well_formed_edtf_or_none(phrasing: str, day: date | None) -> None:
    for mention in times(phrasing.replace("[", "").replace("]", ""), day):
        assert mention.edtf == "" or _EDTF.fullmatch(mention.edtf)
        assert mention.edtf or mention.type in ("DURATION", "SET") or mention.days is None or not mention.days.known
