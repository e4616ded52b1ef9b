from datetime import date

import pytest

from onrecord.model.assertion import Figure, Measure, Meeting, Position, Statement
from onrecord.model.days import Days
from onrecord.show import phrasing

NAMES = phrasing.Names({"KR": "South Korea", "US": "United States", "JP": "Japan"})
PROOF = {"doc": "d", "start": 0, "end": 1, "exact": "x"}


def d(first: str, last: str = "", approx: bool = False) -> Days:
    return Days(first=date.fromisoformat(first), last=date.fromisoformat(last or first), approx=approx)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (Days(), ""),
        (Days(words="yesterday", offset="-P1D"), "“yesterday”"),
        (d("2025-05-27"), "27 May 2025"),
        (d("2025-05-24", "2025-05-25"), "24-25 May 2025"),
        (d("2025-05-01", "2025-05-31"), "May 2025"),
        (d("2024-01-01", "2024-12-31"), "2024"),
        (d("2025-05-11", "2025-05-20", approx=True), "about 11-20 May 2025"),
        (d("2025-01-01", "2025-05-31"), "1 Jan - 31 May 2025"),
        (d("2024-12-30", "2025-01-05"), "30 Dec 2024 - 5 Jan 2025"),
        (Days(last=date(2025, 7, 8)), "until 8 Jul 2025"),
        (Days(first=date(2025, 7, 8)), "from 8 Jul 2025"),
    ],
)
def test_days_as_people_write_them(value: Days | None, text: str):
    assert phrasing.days(value) == text


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (55.6e9, "USD", "USD 55.6bn"),
        (-21.6e9, "USD", "-USD 21.6bn"),
        (3.13e12, "TWD", "TWD 3.13trn"),
        (25.0, "percent", "25 %"),
        (1102.0, "product", "1,102 product"),
        (None, "USD", ""),
    ],
)
def test_amounts(value: float | None, unit: str, text: str):
    assert phrasing.amount(value, unit) == text


def test_each_kind_has_a_line():
    meeting = Meeting(**PROOF, parties=("KR", "US"), place="Oslo", level="technical", round=2, state="held")
    measure = Measure(
        **PROOF,
        instrument="tariff",
        imposer="US",
        target="JP",
        products=("cars",),
        rate=25.0,
        action="paused",
        until=d("2025-07-08"),
    )
    position = Position(**PROOF, actor=("KR",), stance="request", addressee=("US",), issues=("tariffs/exemption",))
    figure = Figure(
        **PROOF, metric="trade-balance", reporter="KR", partner="US", value=55.6e9, unit="USD", change_pct=25.0
    )
    statement = Statement(**PROOF, speaker="Kari Nordby", role="minister", affiliation="KR")
    assert NAMES.line(meeting) == "South Korea and United States: round 2 of technical talks in Oslo (held)"
    assert NAMES.line(measure) == "United States → Japan, 25 % tariff on cars: paused until 8 Jul 2025"
    assert NAMES.line(position) == "South Korea → United States request: exemption (tariffs)"
    assert NAMES.line(figure) == "South Korea trade balance with United States: USD 55.6bn, +25 %"
    assert NAMES.line(statement) == "Kari Nordby (minister, South Korea)"
    assert NAMES.line(Measure(**PROOF, instrument="tariff", target="*")) == "imposer not said → most nations, tariff"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("55700000000 USD", "USD 55.7bn"),
        ("-6.6e+10 USD", "-USD 66bn"),
        ("25 percent", "25 %"),
        ("2024", "2024"),
        ("KR", "KR"),
        ("2025-07-08", "2025-07-08"),
        ("in-force", "in-force"),
    ],
)
def test_the_sides_of_a_contradiction(value: str, shown: str):
    assert phrasing.side(value) == shown


@pytest.mark.parametrize(
    ("metric", "words"),
    [
        ("exports", " to Sweden"),
        ("imports", " from Sweden"),
        ("trade-balance", " with Sweden"),
        ("investment", " in Sweden"),
    ],
)
def test_with_whom_a_figure_is(metric: str, words: str):
    names = phrasing.Names({"SE": "Sweden"})
    assert names.partner(Figure(doc="d", start=0, end=1, exact="x", metric=metric, partner="SE")) == words
    assert names.partner(Figure(doc="d", start=0, end=1, exact="x", metric=metric)) == ""
