"""Units on the calendar: ``last week``, ``early next year``, ``the middle of this month``, ``two weeks ago``."""

from datetime import date

from msgspec.structs import replace

from onrecord.find.times.dates import part_of
from onrecord.find.times.grammar import Parts, Rule
from onrecord.find.times.now import Meaning, Now, add_days, parted, shifted, unit_days

_ANCHORED = {"M": "M", "W": "W", "D": "D", "Y": "Y", "Q": "Q", "E": "E", "C": "C", "F": "W"}


def offset(unit: str, count: float) -> str:
    """An ISO 8601 duration with its sign."""
    size = {"E": 10, "C": 100, "Q": 3, "F": 2}.get(unit, 1)
    letter = {"E": "Y", "C": "Y", "Q": "M", "F": "W", "TH": "H", "TM": "M", "TS": "S"}.get(unit, unit)
    sign = "-" if count < 0 else ""
    return f"{sign}P{'T' if unit.startswith('T') or unit == 'S' else ''}{abs(count) * size:g}{letter}"


def a_unit(day: date, unit: str, part: str = "") -> Meaning:
    """The unit that holds a day, or a part of it."""
    first, last, value = unit_days(day, unit)
    first, last, approx = parted(first, last, part)
    return Meaning(type="DATE", value=value, mod=part, first=first, last=last, approx=approx)


def read_unit(parts: Parts, now: Now) -> Meaning | None:
    """``last week``, ``this year``, ``late next month``, ``the following year``, ``the latest quarter``."""
    unit = parts.value("unit")
    said = [word for word in parts.words("shift") if word.text.lower() not in ("the", "same")]
    if unit not in _ANCHORED or not said or _is_name(parts):
        return None
    word = said[-1].text.lower()
    step = next((int(item.value) for item in reversed(said) if item.value.lstrip("-").isdigit()), 0)
    if word in ("latest", "that"):
        return _spoken_of(now, unit, word)
    if word == "past" and unit in ("W", "M") and said[0].text.lower() != "this":
        return None  # a run of days that ends today, read as a duration
    if word == "past" and unit == "Y":  # the twelve months until now, which TIMEX3 writes as the year before
        today = now.day(offset(unit, -1))
        return Meaning(
            type="DATE", value=f"{today.year - 1}", first=add_days(shifted(today, "Y", -1), 1), last=today, approx=True
        )
    if unit == "D" and (word in ("following", "previous", "preceding") or said[0].text.lower() == "next"):
        if now.near_day is None:
            return Meaning(type="DATE", value="XXXX-XX-XX")
        return a_unit(shifted(now.near_day, unit, step), unit)
    anchor = _told(now, unit) if word in ("following", "previous", "preceding") else None
    day = shifted(anchor or now.day(offset(unit, step)), unit, step)
    return _earlier_or_later(parts, now, day, unit) or a_unit(day, unit, part_of(parts))


_SIZES = {"W": 7, "M": 31, "Q": 92}


def _told(now: Now, unit: str) -> date | None:
    """Where "the previous month" counts from: what was spoken of last, unless it is longer than that unit."""
    size = _SIZES.get(unit, 4000)
    for told in (now.near, now.period):
        if told and told.first and told.last and (told.last - told.first).days <= size:
            return told.first
    return None


def _is_name(parts: Parts) -> bool:
    """Whether the unit is written as in a name: "This Week" of a broadcast, "Year III" of a calendar."""
    return parts.words("unit")[-1].text.istitle() and not parts.words()[0].text.isupper()


def _spoken_of(now: Now, unit: str, word: str) -> Meaning | None:
    """``that year`` and ``the latest quarter``: the one spoken of last, else the last one that is over."""
    reference = now.near if word == "that" else now.period
    if unit == "D":
        return a_unit(now.near_day, unit) if now.near_day else None
    if word == "latest" and reference and reference.last and now.known and reference.last > now.known:
        reference = None
    if reference and reference.first and reference.last:
        whole = unit_days(reference.first, unit)[:2] == (reference.first, reference.last)
        if word == "that" or whole:
            return a_unit(reference.first, unit)
    if word == "that":
        return None
    return a_unit(shifted(now.day(offset(unit, -1)), unit, -1), unit)


def _earlier_or_later(parts: Parts, now: Now, day: date, unit: str) -> Meaning | None:
    """``earlier this year`` and ``later this year`` have the article's day as their other end."""
    first, last, value = unit_days(day, unit)
    if not parts.words("part") or not now.known or not first <= now.known <= last:
        return None
    match parts.words("part")[0].text.lower():
        case "earlier":
            return Meaning(type="DATE", value=value, mod="START", first=first, last=now.known, approx=True)
        case "later":
            return Meaning(type="DATE", value=value, mod="END", first=now.known, last=last, approx=True)
    return None


def read_the_unit(parts: Parts, now: Now) -> Meaning | None:
    """``the end of the month``, ``later in the year``."""
    unit = parts.value("unit")
    if unit not in ("W", "M", "Q", "Y", "C", "D"):
        return None
    if unit == "D" and parts.words("part")[0].text.lower() not in ("early", "earlier", "late", "later"):
        return None  # "at the end of the day"
    day = now.near_day if unit == "D" and now.near_day else now.day(offset(unit, 0))
    return _earlier_or_later(parts, now, day, unit) or a_unit(day, unit, part_of(parts))


def read_plain_unit(parts: Parts, now: Now) -> Meaning | None:
    """``the quarter``, ``for the year``: the one that the article is about."""
    unit = parts.value("unit")
    if _is_name(parts) or parts.kind_after() == "hyphen":
        return None  # "the quarter-to-quarter figure"
    if unit == "Q" or parts.words("whole"):
        found = _spoken_of(now, "Q", "latest") if unit == "Q" else None
        if unit not in ("Q", "Y"):
            return None
        return found or a_unit(shifted(now.day(offset(unit, 0)), unit, 0), unit)
    if unit == "W" and parts.before() == "for" and parts.kind_after() in ("comma", "stop", ""):
        today = now.day("P0W")  # "for the week": of the markets, which is over on Friday
        return a_unit(shifted(today, "W", -1) if today.isoweekday() < 4 and now.tense != "future" else today, "W")
    if (
        unit != "Y"
        or parts.before() not in ("for", "of", "in", "during", "this")
        or parts.after() in ("ended", "ending", "to")
    ):
        return None
    today = now.day("P0Y")
    return a_unit(shifted(today, "Y", -1) if now.tense == "past" and today.month < 3 else today, "Y")


def read_the_period(parts: Parts, now: Now) -> Meaning | None:
    """``the latest period``, ``the period``: the one whose figures are spoken of."""
    reference = now.period
    if reference is None or not reference.first or not reference.last:
        return _spoken_of(now, "Q", "latest") if parts.words("shift") else None
    return reference


def read_year_period(parts: Parts, now: Now) -> Meaning | None:
    """``the 1988 period``, ``the 2024 quarter``: the period spoken of, in that year."""
    year, reference = parts.number("year"), now.period
    if year is None:
        return None
    if parts.value("unit") == "Q" and (reference is None or not is_quarter(reference)):
        reference = a_unit(shifted(now.day("-P3M"), "Q", -1), "Q")
    if reference is None or reference.first is None:
        return a_unit(date(year, 1, 1), "Y")
    return years_on(reference, year - reference.first.year)


def is_quarter(reference: Meaning) -> bool:
    """Whether a meaning is about as long as a quarter."""
    return bool(reference.first and reference.last and 80 < (reference.last - reference.first).days < 100)


def years_on(reference: Meaning, years: int) -> Meaning | None:
    """The same stretch of another year."""
    if not reference.first or not reference.last:
        return None
    first = shifted(reference.first, "Y", years)
    last = add_days(shifted(add_days(reference.last, 1), "Y", years), -1)
    for unit in ("D", "W", "M", "Q", "Y"):
        low, high, value = unit_days(first, unit)
        if (low, high) == (first, last):
            return Meaning(type="DATE", value=value, first=first, last=last)
    value = reference.value if reference.type == "DURATION" else f"{first.year:04d}"
    return Meaning(type="DURATION" if reference.type == "DURATION" else "DATE", value=value, first=first, last=last)


def read_year_end(parts: Parts, now: Now) -> Meaning | None:
    """``year-end``, ``the year's end``, ``month end``: the last day, or thereabouts."""
    unit = parts.value("unit")
    if unit not in ("M", "Y", "Q"):
        return None
    today = now.day(offset(unit, 0))
    if unit == "Y" and now.tense == "past" and today.month < 7:
        today = shifted(today, "Y", -1)
    found = a_unit(today, unit)
    return replace(found, mod="END", first=found.last, approx=True)


RULES = (
    Rule(
        "unit",
        "part:(PART)? (the? whole)? shift:((the (same|previous|following|coming|current|present|last|latest|next|past))"
        "|last|this|next|that same?|previous|following|current|coming|this (past|coming|current|same))"
        " (fiscal|calendar)? unit:(unit)",
        read_unit,
    ),
    Rule(
        "the-unit",
        "part:(the? (begin|middle|end) of|early in|late in|earlier in|later in) the (fiscal|calendar)? unit:(unit)",
        read_the_unit,
    ),
    Rule("year-end", "unit:(unit) genitive? hyphen? end", read_year_end),
    Rule("plain-unit", "the whole:(whole|fiscal|calendar)? unit:(unit)", read_plain_unit),
    Rule("the-period", "the shift:(latest|same)? period", read_the_period),
    Rule("year-period", "the year:(fouryear) (period|unit:(unit))", read_year_period),
)
