"""Time zones: by what words they are named, and which local days may be one moment.

A small table of its own, not the system's database of zones, which some machines lack: only days are asked.
"""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from functools import cache
from typing import Literal

import msgspec

from onrecord.knowledge.states import states
from onrecord.knowledge.tables import table

LOCAL = "local"
"""The zone of a place that is not told."""
EAST = 5
"""Hours from UTC from which on a zone is said to lie in the east."""
_DAY = timedelta(days=1)
_SUMMERS = {"us": ((3, 2), (11, 1)), "eu": ((3, -1), (10, -1)), "au": ((10, 1), (4, 1)), "nz": ((9, -1), (4, 1))}
"""Month and number of the Sunday on which clocks go ahead and back."""


class Zone(msgspec.Struct, frozen=True, kw_only=True):
    """A row of ``zones.csv``, whose head says what its fields are."""

    name: str
    hours: float
    summer: Literal["", "us", "eu", "au", "nz"] = ""
    says: tuple[str, ...] = ()
    abbr: tuple[str, ...] = ()
    states: tuple[str, ...] = ()


@cache
def zones() -> Mapping[str, Zone]:
    """Every zone by its name."""
    return {row.name: row for row in table("zones.csv", Zone)}


@cache
def zone_words() -> Mapping[str, str]:
    """The zone of each place and adjective ("Eastern", "Seoul") and of each abbreviation."""
    return {words: row.name for row in zones().values() for words in (*row.says, *row.abbr)}


def zone_of_state(code: str) -> str:
    """The zone of a state's capital, "" where the table has none."""
    return next((row.name for row in zones().values() if code in row.states), "")


@cache
def eastern_words() -> frozenset[str]:
    """Single words that name a state or capital where a day begins hours before it does in Europe and America."""
    codes = {code for zone in zones().values() if zone.hours >= EAST for code in zone.states}
    rows = [row for row in states().values() if row.code in codes]
    return frozenset(form.split()[-1] for row in rows for form in (*row.names, *row.adjectives, *row.capitals))


def ahead(zone: str, day: date) -> timedelta:
    """How far the clocks of a zone are ahead of UTC on a day."""
    row = zones()[zone]
    return timedelta(hours=row.hours + _in_summer(row, day))


def may_be_one(day: date, zone: str, other: date, elsewhere: str) -> bool:
    """Whether a moment may fall on ``day`` in ``zone`` and on ``other`` elsewhere: 30 July in Washington, 31 in Seoul.

    Without a known zone on either side the days may be one day apart: so far do clocks differ.
    """
    if zone not in zones() or elsewhere not in zones():
        return day == other or (zone != elsewhere and abs(day - other) == _DAY)
    begin, start = _midnight(day, zone), _midnight(other, elsewhere)
    return begin < start + _DAY and start < begin + _DAY


def day_elsewhere(moment: datetime, zone: str, elsewhere: str) -> date:
    """The day that it is elsewhere at a local time of a zone."""
    utc = moment - ahead(zone, moment.date())
    return (utc + ahead(elsewhere, utc.date())).date()


def _midnight(day: date, zone: str) -> datetime:
    return datetime(day.year, day.month, day.day) - ahead(zone, day)


def _in_summer(row: Zone, day: date) -> bool:
    if not row.summer:
        return False
    begins, ends = (_sunday(day.year, *change) for change in _SUMMERS[row.summer])
    return begins <= day < ends if begins < ends else day >= begins or day < ends


def _sunday(year: int, month: int, nth: int) -> date:
    if nth < 0:
        last = date(year + month // 12, month % 12 + 1, 1) - _DAY
        return last - timedelta(days=last.isoweekday() % 7)
    first = date(year, month, 1)
    return first + timedelta(days=-first.isoweekday() % 7 + 7 * (nth - 1))
