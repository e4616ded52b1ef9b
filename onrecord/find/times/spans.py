"""Runs by their ends: ``the first five months of this year``, ``the 11 months through November``, ``July 6-8``."""

from datetime import date
from typing import Literal

from onrecord.find.times.dates import a_day, year_beside, year_said
from onrecord.find.times.grammar import Parts, Rule
from onrecord.find.times.now import Meaning, Now, add_days, add_months, monday, month_days, week_value
from onrecord.find.times.units import a_unit

_MONTHS = {"M": 1, "Q": 3, "Y": 12}


def read_first(parts: Parts, now: Now) -> Meaning | None:
    """``the first five months of this year``: counted from January; the last ones from December back."""
    unit, count = parts.value("unit"), parts.count()
    if unit not in ("M", "Q", "D", "W") or count.number is None:
        return None
    if parts.text("which") == "last" and not parts.words("whose"):
        return None  # counted back from the article's day
    number = int(count.number)
    value = f"P{number}{unit}"
    year = year_said(parts, now)
    month = parts.number("month")
    if year is None and (parts.number("shift") is not None):
        year = now.day("").year + (parts.number("shift") or 0)
    if month is None and unit in _MONTHS:
        if year is None:
            if now.known is None:
                return Meaning(type="DURATION", value=value)
            year = now.known.year
            if number * _MONTHS[unit] > now.known.month and now.tense != "future":
                year -= 1
        size = number * _MONTHS[unit]
        if not 1 <= size <= 12:
            return None
        if parts.text("which") in ("last", "final"):
            return Meaning(type="DURATION", value=value, first=date(year, 13 - size, 1), last=date(year, 12, 31))
        return Meaning(type="DURATION", value=value, first=date(year, 1, 1), last=month_days(year, size)[1])
    if month and unit in ("D", "W"):
        start, end = month_days(year or year_beside(now, month, None), month)
        days = number * (7 if unit == "W" else 1)
        if not 1 <= days <= 31:
            return None
        if parts.text("which") == "last":
            return Meaning(type="DURATION", value=value, first=add_days(end, 1 - days), last=end)
        return Meaning(type="DURATION", value=value, first=start, last=min(end, add_days(start, days - 1)))
    return Meaning(type="DURATION", value=value)


def read_through(parts: Parts, now: Now) -> Meaning | None:
    """``the 11 months through November last year``, ``the three months ended June 30``."""
    unit, count, month = parts.value("unit"), parts.count(), parts.number("month")
    if unit not in ("M", "Q", "Y", "W") or month is None or count.number is None or not 1 <= count.number <= 600:
        return None
    number, day = int(count.number), parts.number("day")
    said = year_said(parts, now)
    year = said if said is not None else now.year if now.year is not None else year_beside(now, month, day or None)
    last = month_days(year, month)[1]
    if day and (named := a_day(year, month, day)) and named.last:
        last = named.last
    if unit == "W":
        first = add_days(last, 1 - 7 * number)
    else:
        first = add_days(add_months(add_days(last, 1), -number * _MONTHS[unit]), 0)
    return Meaning(type="DURATION", value=f"P{number}{unit}", first=first, last=last)


def read_week_number(parts: Parts, now: Now) -> Meaning | None:
    """``the first week of June``, ``the last week of May``: seven days to a week, counted from the month's first."""
    month, unit = parts.number("month"), parts.value("unit")
    if not month or unit != "W":
        return None
    said = year_said(parts, now)
    first, last = month_days(said if said is not None else year_beside(now, month, None), month)
    number = parts.number("nth")
    if parts.text("nth") in ("last", "final"):
        first = add_days(last, -6)
    elif number is None or not 1 <= number <= 4:
        return None
    else:
        first = add_days(first, 7 * (number - 1))
        last = add_days(first, 6)
    return Meaning(type="DURATION", value="P1W", first=first, last=last, approx=True)


def read_ended(parts: Parts, now: Now) -> Meaning | None:
    """``the quarter`` of ``the quarter ended June 30``: TIMEX3 marks the two apart."""
    unit = parts.value("unit")
    meaning = read_through(parts, now)
    if meaning is None or meaning.first is None or unit != "Q" or parts.words("count"):
        return meaning
    return Meaning(type="DATE", value=a_unit(meaning.first, "Q").value, first=meaning.first, last=meaning.last)


def read_week_of(parts: Parts, now: Now) -> Meaning | None:
    """``the week beginning March 23rd``, ``the week of June 9``, ``the month ending May 31``."""
    month, day = parts.number("month"), parts.number("day")
    unit = parts.value("unit")
    if not month or not day or unit not in ("W", "M"):
        return None
    said = year_said(parts, now)
    named = a_day(said if said is not None else year_beside(now, month, day), month, day)
    if named is None or named.first is None:
        return None
    ending = parts.value("way") == "END"
    if unit == "W":
        if ending:
            return Meaning(
                type="DATE", value=week_value(named.first), first=add_days(named.first, -6), last=named.first
            )
        start = monday(named.first) if parts.text("way") == "of" else named.first
        return Meaning(type="DATE", value=week_value(start), first=start, last=add_days(start, 6))
    return a_unit(named.first, unit)


def read_days(parts: Parts, now: Now) -> Meaning | None:
    """``July 6-8``, ``5 and 6 June 2024``: a run of days in one month."""
    month, day, until = parts.number("month"), parts.number("day"), parts.number("until")
    if not month or not day or not until or until <= day:
        return None
    if " and " in parts.text("") and until != day + 1:
        return None  # two days, and not those between them
    year = parts.number("year") or now.year or year_beside(now, month, day)
    first, last = a_day(year, month, day), a_day(year, month, until)
    if first is None or last is None:
        return None
    return Meaning(type="DATE", value=first.value, first=first.first, last=last.last)


def read_months(parts: Parts, now: Now) -> Meaning | None:
    """``January-November``, ``April-June 2024``: a run of months."""
    month, until = parts.number("month"), parts.number("until")
    if not month or not until:
        return None
    said = year_said(parts, now)
    year = said if said is not None else year_beside(now, until, None)
    begin = date(year - (until < month), month, 1)
    count = (until - month) % 12 + 1
    value = f"{year:04d}-Q{until // 3}" if count == 3 and until % 3 == 0 else f"P{count}M"
    kind: Literal["DATE", "DURATION"] = "DATE" if value.startswith(f"{year}") else "DURATION"
    return Meaning(type=kind, value=value, first=begin, last=month_days(year, until)[1])


RULES = (
    Rule(
        "first-months",
        "the? which:(ordinal|last) count:(COUNT) unit:(units) (whose:(of|in) (the? month:(month) YEAR?"
        "|fiscal? year:(fouryear)|shift:(this|last|next|the? (current|previous)) fiscal? unit|the fiscal? unit))?",
        read_first,
    ),
    Rule("week-number", "the? nth:(ordinal|last) unit:(unit) of month:(month) YEAR?", read_week_number),
    Rule(
        "months-through",
        "the? ordinal? (count:(COUNT) hyphen?)? unit:(unit|units) period? (through|to|until|up to)"
        " (in|on)? the? (end of)? month:(month) (day:(small|dayth) (?![unit units]))? YEAR?",
        read_through,
    ),
    Rule(
        "ended",
        "the? ordinal? (count:(COUNT) hyphen?)? unit:(unit|units) period?"
        " (?=ending on? month:(month) (day:(small|dayth) (?![unit units]))? YEAR?)",
        read_ended,
    ),
    Rule(
        "week-of",
        "the unit:(unit) way:(of|(that? (ending|starting|begin)) on?) month:(month) day:(small|dayth) YEAR?",
        read_week_of,
    ),
    Rule(
        "days",
        "(month:(month) day:(small|dayth) (to|hyphen|dash|through|and) until:(small|dayth) (?![unit units month])"
        "|day:(small|dayth) (to|hyphen|dash|through|and) until:(small|dayth) of? month:(month))"
        " (comma? year:(fouryear))?",
        read_days,
    ),
    Rule("months", "month:(month) (hyphen|dash) until:(month) YEAR?", read_months),
)
