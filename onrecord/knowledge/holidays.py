"""Holidays: their words, and the day of each in a year."""

from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache

import msgspec

from onrecord.knowledge.tables import table


class Holiday(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, rename={"nots": "not"}):
    """A row of ``calendar.csv``, whose head says what its fields are."""

    name: str
    state: str = ""
    month: int = 0
    day: int = 0
    weekday: int = 0
    nth: int = 0
    easter: int | None = None
    plus: int = 0
    length: int = 1
    off_before: int = 0
    off_after: int = 0
    approx: bool = False
    days: tuple[str, ...] = ()
    says: tuple[str, ...] = ()
    nots: tuple[str, ...] = ()


@cache
def holidays() -> Mapping[str, tuple[Holiday, ...]]:
    """The holidays that share their words, in the order of the table; near misses have none."""
    found: dict[str, tuple[Holiday, ...]] = {}
    for row in table("calendar.csv", Holiday):
        for words in row.says:
            found[words] = (*found.get(words, ()), row)
        for words in row.nots:
            found[words] = ()
    return found


def holiday_in(holiday: Holiday, year: int) -> date | None:
    """The (first) day of a holiday in a year, if it is known."""
    found = _base(holiday, year)
    return found + timedelta(days=holiday.plus) if found else None


def _base(holiday: Holiday, year: int) -> date | None:
    if holiday.easter is not None:
        return easter(year) + timedelta(days=holiday.easter)
    if holiday.days:
        return next((date.fromisoformat(day) for day in holiday.days if day.startswith(f"{year:04d}-")), None)
    if holiday.weekday:
        last = date(year, holiday.month, monthrange(year, holiday.month)[1])
        if holiday.nth < 0:
            return last - timedelta(days=(last.isoweekday() - holiday.weekday) % 7)
        first = last.replace(day=1)
        return first + timedelta(days=(holiday.weekday - first.isoweekday()) % 7 + 7 * (holiday.nth - 1))
    return date(year, holiday.month, holiday.day)


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the rule of 1876, without exceptions)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)
