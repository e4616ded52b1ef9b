"""The nth weekday of a month or year: ``the first Monday of May``, ``the last Friday of next month``."""

from datetime import date

from onrecord.find.times.dates import year_beside, year_said
from onrecord.find.times.grammar import Parts, Rule
from onrecord.find.times.now import NO_TIME, Meaning, Now, add_days, month_days, shifted, unit_days
from onrecord.find.times.weekdays import a_time


def read_nth_weekday(parts: Parts, now: Now) -> Meaning | None:
    """The day, counted from the start or the end of its month or year."""
    stretch = _stretch(parts, now)
    if stretch is None:
        return None
    first, last = stretch
    nth, weekday = parts.number("nth") or 0, parts.number("weekday") or 0
    if nth < 0:
        day = add_days(last, -((last.isoweekday() - weekday) % 7))
    else:
        day = add_days(first, (weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    return a_time(day, parts) if first <= day <= last else NO_TIME


def read_each(parts: Parts, now: Now) -> Meaning | None:
    """``the first Monday of every month``: a set."""
    unit = parts.value("unit")
    return Meaning(type="SET", value=f"P1{unit}", quant=parts.text("quant").upper()) if unit in ("M", "Y") else None


def _stretch(parts: Parts, now: Now) -> tuple[date, date] | None:
    """The first and the last day of the month or year whose weekday it is."""
    month, unit = parts.number("month"), parts.value("unit")
    if month:
        said = year_said(parts, now)
        return month_days(said if said is not None else year_beside(now, month, None), month)
    if year := parts.number("year"):
        return date(year, 1, 1), date(year, 12, 31)
    if unit not in ("M", "Y"):
        return None
    step = int(parts.value("shift") or 0)
    today = now.day(f"{'-' if step < 0 else ''}P{abs(step)}{unit}", "XXXX-XX" if unit == "M" else "XXXX")
    first, last, _ = unit_days(shifted(today, unit, step), unit)
    return first, last


_NTH = "(the? nth:(ordinal|dayth)|the nth:(last)) weekday:(weekday) (of|in)"

RULES = (
    Rule(
        "nth-weekday",
        f"{_NTH} (month:(month) YEAR?|the? shift:(last|this|next|previous|following|coming) unit:(unit)"
        "|the unit:(unit)|year:(fouryear))",
        read_nth_weekday,
    ),
    Rule("nth-weekday-each", f"{_NTH} quant:(every|each) unit:(unit)", read_each),
)
