"""Holidays: ``Boxing Day``, ``last Thanksgiving``, ``the Labor Day weekend``, ``the day after Christmas``."""

from datetime import date

from onrecord.find.times.dates import a_day, year_said
from onrecord.find.times.grammar import Parts, Rule
from onrecord.find.times.now import Meaning, Now, add_days, monday, week_value
from onrecord.knowledge.holidays import Holiday, holiday_in, holidays
from onrecord.knowledge.states import states

_CLOSE = 45
"""A feast so few days from the article's day is the one spoken of, whatever the tense."""

_AT_HAND = 7
"""The same, of another state's feast of that name."""


def read_feast(parts: Parts, now: Now) -> Meaning | None:
    """A feast: of the year named, or the nearest on the side of the tense."""
    found = _found(parts, now)
    if found is None:
        return None
    feast, first = found
    if parts.value("unit") == "W":
        start = monday(first)
        return Meaning(type="DATE", value=week_value(start), first=start, last=add_days(start, 6))
    if parts.words("weekend"):
        begin, end = weekend_of(first)
        return Meaning(type="DATE", value=f"{week_value(begin)}-WE", first=begin, last=end)
    begin, end = first, add_days(first, feast.length - 1)
    approx = feast.approx
    if parts.words("off"):
        begin, end, approx = add_days(begin, -feast.off_before), add_days(end, feast.off_after), True
    if begin == end:
        day = a_day(first.year, first.month, first.day)
        return Meaning(type="DATE", value=day.value, first=begin, last=end, approx=approx) if day else None
    return Meaning(type="DATE", value=first.isoformat(), first=begin, last=end, approx=approx)


def read_beside(parts: Parts, now: Now) -> Meaning | None:
    """``the day after Thanksgiving``, ``the week before Easter``."""
    found = _found(parts, now)
    if found is None or parts.value("unit") not in ("D", "W"):
        return None
    feast, first = found
    after = parts.text("way") == "after"
    if parts.value("unit") == "D":
        day = add_days(first, feast.length if after else -1)
        return a_day(day.year, day.month, day.day)
    start = add_days(monday(first), 7 if after else -7)
    return Meaning(type="DATE", value=week_value(start), first=start, last=add_days(start, 6))


def weekend_of(day: date) -> tuple[date, date]:
    """The long weekend of a holiday: with the days between it and the nearest Saturday and Sunday."""
    weekday = day.isoweekday()
    if weekday == 7:
        return add_days(day, -1), day
    if weekday < 3:
        return add_days(day, -weekday - 1), day
    return (day if weekday < 7 else add_days(day, -1)), add_days(day, 7 - weekday)


def _found(parts: Parts, now: Now) -> tuple[Holiday, date] | None:
    """The holiday meant and its day: whose it is by the word before it, else the nearest, else the first."""
    rows = holidays()[parts.words("feast")[0].value]
    owned = [row for row in rows if row.state and _owns(parts, row.state)]
    rows = tuple(owned) or rows
    year = year_said(parts, now)
    if year is not None:
        first = holiday_in(rows[0], year)
        return (rows[0], first) if first else None
    today = now.day()
    if not parts.words("shift"):
        near = [
            (gap, at, day)
            for at, row in enumerate(rows)
            for day in _around(row, today)
            if (gap := abs((day - today).days)) <= (_AT_HAND if at else _CLOSE)
        ]
        if near:
            _, at, day = min(near)
            return rows[at], day
    meant = _by_tense(_around(rows[0], today), today, parts.value("shift"), now.tense)
    return (rows[0], meant) if meant else None


def _around(row: Holiday, today: date) -> list[date]:
    return [day for at in (today.year - 1, today.year, today.year + 1) if (day := holiday_in(row, at))]


def _by_tense(days: list[date], today: date, shift: str, tense: str) -> date | None:
    if shift == "-1" or (not shift and tense == "past"):
        days = [day for day in days if day <= today][-1:]
    elif shift == "1" or (not shift and tense == "future"):
        days = [day for day in days if day >= today][:1]
    elif shift == "0":
        days = [day for day in days if day.year == today.year]
    return min(days, key=lambda day: abs((day - today).days), default=None)


def _owns(parts: Parts, code: str) -> bool:
    """Whether the words before the feast name a state: "China's Golden Week", "the Indian Independence Day"."""
    before = " ".join(parts.before(place) for place in (4, 3, 2, 1)).replace("’", "'").removesuffix(" 's")
    row = states().get(code)
    return row is not None and any(before.endswith(f" {name.lower()}") for name in (*row.names, *row.adjectives))


RULES = (
    Rule(
        "feast",
        "(shift:(last|next|this))? feast:(holiday) (unit:(unit)|off:(dayoff))? YEAR?",
        read_feast,
    ),
    Rule(
        "feast-weekend", "(the|shift:(last|next|this))? feast:(holiday) (dayoff)? weekend:(weekend) YEAR?", read_feast
    ),
    Rule("feast-beside", "the unit:(unit) way:(before|after) the? feast:(holiday) YEAR?", read_beside),
)
