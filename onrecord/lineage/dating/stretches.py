"""Sets of days: sorted stretches that do not touch, each from its first to its last day."""

from collections.abc import Iterable
from datetime import date, timedelta

Stretch = tuple[date, date]
Stretches = tuple[Stretch, ...]

YEARS = range(1940, 2081)
"""The years in which a day without a year is looked for."""
SEARCHED = (date(1955, 1, 1), date(2065, 12, 31))
"""What reaches past these days reaches on: such days come again in the years where the search ends."""


def stretch(first: date | None = None, last: date | None = None) -> Stretches:
    """One stretch; an end that is not given is open. None where the ends are out of order."""
    ends = (first or date.min, last or date.max)
    return (ends,) if ends[0] <= ends[1] else ()


def around(day: date, before: int, after: int) -> Stretch:
    """The days from so many before a day to so many after it."""
    low, high = day.toordinal() - before, day.toordinal() + after
    return date.fromordinal(max(1, low)), date.fromordinal(min(date.max.toordinal(), high))


def joined(pieces: Iterable[Stretch]) -> Stretches:
    """The stretches in order, with those that overlap or touch put together."""
    found: list[Stretch] = []
    for first, last in sorted(pieces):
        if found and (found[-1][1] == date.max or first <= found[-1][1] + timedelta(days=1)):
            found[-1] = (found[-1][0], max(found[-1][1], last))
        else:
            found.append((first, last))
    return tuple(found)


def that_day(year: int, month: int, day: int) -> date:
    """A calendar day of a year, or the month's last where it has no such day."""
    while True:
        try:
            return date(year, month, day)
        except ValueError:
            day -= 1


def holds(stretches: Stretches, day: date) -> bool:
    """Whether a day lies in one of the stretches."""
    return any(first <= day <= last for first, last in stretches)


def width(stretches: Stretches) -> int:
    """How many days there are."""
    return sum((last - first).days + 1 for first, last in stretches)
