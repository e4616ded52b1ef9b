"""What findings are resolved against (the article's day, the tense, what was spoken of before), and what comes out."""

from calendar import monthrange
from datetime import date, timedelta
from typing import Literal

import msgspec

from onrecord.knowledge.fiscal_years import FiscalYear

Type = Literal["DATE", "TIME", "DURATION", "SET"]
Tense = Literal["past", "future", ""]


class Meaning(msgspec.Struct, frozen=True, kw_only=True):
    """A resolved finding: TIMEX3 type, value and mod, and its first and last day as far as they are known.

    ``quant`` and ``freq`` are those of a set: "every", "2X".
    """

    type: Type
    value: str
    mod: str = ""
    quant: str = ""
    freq: str = ""
    first: date | None = None
    last: date | None = None
    approx: bool = False
    offset: str = ""


NO_TIME = Meaning(type="DATE", value="")
"""What words mean that look like a day and are none: ``Feb. 30``. They are no other time either."""


class Undated(Exception):
    """The words need the article's day, and it is not known; ``offset`` is what they say from that day."""

    def __init__(self, offset: str, value: str = "") -> None:
        self.offset = offset
        self.value = value


class Now(msgspec.Struct, frozen=True, kw_only=True):
    """The day against which words are read.

    ``known`` is the article's day. ``tense`` is that of the verb that governs the finding. ``near`` is the last
    calendar meaning spoken of before, ``near_day`` the last day, ``here`` the last meaning of this sentence,
    ``period`` the last data period (a month, quarter, run of months or year); ``year`` a year that the neighbouring
    words, or the telling of a history, give; ``whose`` the fiscal year of the state that the words speak of.
    """

    known: date | None
    tense: Tense = ""
    near: Meaning | None = None
    near_day: date | None = None
    here: Meaning | None = None
    period: Meaning | None = None
    year: int | None = None
    history: bool = False
    whose: FiscalYear | None = None

    def day(self, offset: str = "", value: str = "") -> date:
        """The article's day; raises Undated with what the words say where it is not known."""
        if self.known is None:
            raise Undated(offset, value)
        return self.known


def month_days(year: int, month: int) -> tuple[date, date]:
    """The first and last day of a month."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def add_months(day: date, months: int) -> date:
    """The same day so many months on, or the month's last where it has no such day."""
    number = day.year * 12 + day.month - 1 + months
    year, month = max(1, min(9999, number // 12)), number % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def add_days(day: date, days: int) -> date:
    """So many days on, kept within the calendar."""
    return date.fromordinal(max(1, min(date.max.toordinal(), day.toordinal() + days)))


def week_value(day: date) -> str:
    """The ISO week of a day (``2025-W21``)."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def monday(day: date) -> date:
    """The Monday of the day's week."""
    return day - timedelta(days=day.weekday())


def unit_days(day: date, unit: str) -> tuple[date, date, str]:
    """First day, last day and TIMEX3 value of the day, week, month, quarter, year, decade or century of a day."""
    match unit:
        case "W":
            start = monday(day)
            return start, add_days(start, 6), week_value(day)
        case "M":
            return *month_days(day.year, day.month), f"{day.year:04d}-{day.month:02d}"
        case "Q":
            quarter = (day.month - 1) // 3
            first, last = date(day.year, quarter * 3 + 1, 1), month_days(day.year, quarter * 3 + 3)[1]
            return first, last, f"{day.year:04d}-Q{quarter + 1}"
        case "Y":
            return date(day.year, 1, 1), date(day.year, 12, 31), f"{day.year:04d}"
        case "E":
            decade = day.year // 10 * 10
            return date(max(1, decade), 1, 1), date(decade + 9, 12, 31), f"{decade // 10:03d}"
        case "C":
            century = day.year // 100 * 100
            return date(max(1, century), 1, 1), date(century + 99, 12, 31), f"{century // 100:02d}XX"
        case _:
            return day, day, day.isoformat()


def shifted(day: date, unit: str, count: int) -> date:
    """The day so many units on."""
    match unit:
        case "W":
            return add_days(day, 7 * count)
        case "F":
            return add_days(day, 14 * count)
        case "M":
            return add_months(day, count)
        case "Q":
            return add_months(day, 3 * count)
        case "Y":
            return add_months(day, 12 * count)
        case "E":
            return add_months(day, 120 * count)
        case "C":
            return add_months(day, 1200 * count)
        case "D":
            return add_days(day, count)
        case _:
            return day


def parted(first: date, last: date, part: str) -> tuple[date, date, bool]:
    """The early, mid or late part of a month (10, 10 and the remaining days) or a year (four months each).

    Of other stretches, thirds; the flag says that the words are vague.
    """
    if not part:
        return first, last, False
    length = (last - first).days + 1
    if first.day == 1 and 28 <= length <= 31:
        edges = (first, add_days(first, 10), add_days(first, 20))
    elif (first.month, first.day) == (1, 1) and 365 <= length <= 366:
        edges = (first, date(first.year, 5, 1), date(first.year, 9, 1))
    elif length == 7:
        edges = (first, add_days(first, 2), add_days(first, 4))
    elif length < 3:
        return first, last, False
    else:
        edges = (first, add_days(first, length // 3), add_days(first, 2 * length // 3))
    match part:
        case "START":
            return edges[0], add_days(edges[1], -1), True
        case "MID":
            return edges[1], add_days(edges[2], -1), True
        case _:
            return edges[2], last, True
