"""Holidays: the day of a feast in a year."""

from datetime import date

from onrecord.find.times.dates import a_day, year_said
from onrecord.find.times.grammar import Parts, Rule
from onrecord.find.times.now import Meaning, Now, add_days, monday, month_days, week_value
from onrecord.find.times.words import Holiday, holidays


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the rule of 1876, without exceptions)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


def feast_day(feast: Holiday, year: int) -> date | None:
    """The day of a feast in a year, if it is known."""
    if feast.easter is not None:
        return add_days(easter(year), feast.easter)
    if feast.days:
        return next((date.fromisoformat(day) for day in feast.days if day.startswith(f"{year:04d}-")), None)
    if feast.weekday:
        first, last = month_days(year, feast.month)
        if feast.nth < 0:
            return add_days(last, -((last.isoweekday() - feast.weekday) % 7))
        return add_days(first, (feast.weekday - first.isoweekday()) % 7 + 7 * (feast.nth - 1))
    return date(year, feast.month, feast.day)


def read_feast(parts: Parts, now: Now) -> Meaning | None:
    """A feast: of the year named, or the nearest on the side of the tense."""
    feast = holidays()[0][parts.words("feast")[0].text]
    shift = parts.value("shift")
    year = year_said(parts, now)
    if year is None:
        today = now.day()
        days = [day for at in (today.year - 1, today.year, today.year + 1) if (day := feast_day(feast, at))]
        close = [day for day in days if abs((day - today).days) <= 45]
        if close and not shift:
            days = close
        elif shift == "-1" or (not shift and now.tense == "past"):
            days = [day for day in days if day <= today][-1:]
        elif shift == "1" or (not shift and now.tense == "future"):
            days = [day for day in days if day >= today][:1]
        elif shift == "0":
            days = [day for day in days if day.year == today.year]
        days.sort(key=lambda day: abs((day - today).days))
        found = days[0] if days else None
    else:
        found = feast_day(feast, year)
    if found is None:
        return None
    if parts.value("unit") == "W":
        start = monday(found)
        return Meaning(type="DATE", value=week_value(start), first=start, last=add_days(start, 6))
    return a_day(found.year, found.month, found.day)


RULES = (
    Rule(
        "feast",
        "(shift:(last|next|this))? feast:(holiday) (unit:(unit))? YEAR?",
        read_feast,
    ),
)
