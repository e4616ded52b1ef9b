"""Units on the calendar: ``last week``, ``early next year``, ``the middle of this month``, ``two weeks ago``."""

from datetime import date

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
    """``last week``, ``this year``, ``late next month``."""
    unit, shift = parts.value("unit"), parts.value("shift")
    if unit not in _ANCHORED:
        return None
    step = int(shift) if shift else 0
    word = parts.text("shift").split()[-1]
    anchor = now.near.first if word in ("following", "previous", "that", "preceding") and now.near else None
    if word in ("that", "same") and anchor is None:
        return None
    day = shifted(anchor or now.day(offset(unit, step)), unit, step)
    part = parts.words("part")
    found = a_unit(day, unit, part_of(parts))
    first, last, value = unit_days(day, unit)
    if part and now.known and first <= now.known <= last:
        word = part[0].text.lower()
        if word == "earlier":
            return Meaning(type="DATE", value=value, mod="START", first=first, last=now.known, approx=True)
        if word == "later":
            return Meaning(type="DATE", value=value, mod="END", first=now.known, last=last, approx=True)
    return found


def read_the_unit(parts: Parts, now: Now) -> Meaning | None:
    """``the end of the month``, ``later in the year``, ``the year``."""
    unit = parts.value("unit")
    if unit not in ("W", "M", "Q", "Y", "C", "D"):
        return None
    if unit == "D" and not parts.words("part"):
        return None
    day = now.day(offset(unit, 0))
    found = a_unit(day, unit, part_of(parts))
    word = parts.words("part")[0].text.lower()
    first, last, value = unit_days(day, unit)
    if word == "earlier":
        return Meaning(type="DATE", value=value, mod="START", first=first, last=day, approx=True)
    if word == "later":
        return Meaning(type="DATE", value=value, mod="END", first=day, last=last, approx=True)
    return found


def read_ago(parts: Parts, now: Now) -> Meaning | None:
    """``three days ago``, ``two weeks after``, ``a year earlier``."""
    unit, count = parts.value("unit"), parts.count()
    word = parts.text("way").split()[-1] if parts.words("way") else "ago"
    back = word in ("ago", "earlier", "before", "previously", "prior", "back")
    if unit == "WE":
        return None
    mod = "APPROX" if count.vague or parts.words("near") else ""
    if count.number is None:
        value = "PAST_REF" if back else "FUTURE_REF"
        return Meaning(type="DATE", value=value)
    number = -count.number if back else count.number
    if unit.startswith("T") or unit == "S":
        day = now.known
        if word != "ago":
            day = None
        return Meaning(
            type="DATE", value="PAST_REF" if back else "FUTURE_REF", first=day, last=day, offset=offset(unit, number)
        )
    anchor = None
    if word not in ("ago", "hence", "now"):
        reference = now.period if unit == "Y" and now.period else now.near
        if reference and reference.first and reference.last:
            if unit == "Y" and number == int(number):
                return _years_on(reference, int(number))
            anchor = reference.first if back else reference.last
    whole = int(number)
    base = anchor or now.day(offset(unit, number))
    day = shifted(base, unit, whole)
    if number != whole and unit == "Y":
        day = shifted(day, "M", int((number - whole) * 12))
    grain = {"F": "W", "E": "Y", "C": "C"}.get(unit, unit)
    found = a_unit(day, grain)
    return Meaning(type="DATE", value=found.value, mod=mod, first=found.first, last=found.last, approx=bool(mod))


def _years_on(reference: Meaning, years: int) -> Meaning | None:
    """The same stretch of another year."""
    if not reference.first or not reference.last:
        return None
    first = shifted(reference.first, "Y", years)
    last = add_days(shifted(add_days(reference.last, 1), "Y", years), -1)
    for unit in ("D", "W", "M", "Q", "Y"):
        low, high, value = unit_days(first, unit)
        if (low, high) == (first, last):
            return Meaning(type="DATE", value=value, first=first, last=last)
    return Meaning(type="DATE", value=f"{first.year:04d}", first=first, last=last)


def read_same_period(parts: Parts, now: Now) -> Meaning | None:
    """``the same period last year``, ``the year-earlier quarter``."""
    step = -1
    reference = now.period
    if reference is None or reference.first is None:
        unit = parts.value("unit") or "Y"
        return a_unit(shifted(now.day("-P1Y"), "Y", step), "Y" if unit not in ("M", "Q") else unit)
    if reference.first.year < (now.known.year if now.known else 9999) and parts.words("last"):
        # "the same period last year" of a period that is itself last year's
        step = now.known.year - 1 - reference.first.year if now.known else -1
    return _years_on(reference, step or -1)


RULES = (
    Rule(
        "unit",
        "part:(PART)? (the? whole)? shift:((the (same|previous|following|coming|current|present|past|last|latest|next))"
        "|last|this|next|that (same)?|previous|following|current|coming|this (past|coming|current|same)) (fiscal|calendar)? unit:(unit)",
        read_unit,
    ),
    Rule(
        "the-unit",
        "part:(the? (begin|middle|end) of|early in|late in|earlier in|later in) the unit:(unit)",
        read_the_unit,
    ),
    Rule(
        "ago",
        "near:(NEAR)? (only|just)? count:(COUNT) hyphen? unit:(unit|units) (or so)?"
        " way:(ago|hence|from now|earlier|before|later|after|previous|back)",
        read_ago,
    ),
    Rule(
        "same-period",
        "(the|a)? (same|that same) (period|unit|units|month|time (of|in) the unit) "
        "(of|in|from|a)? (last:((the|a)? (last|previous) unit)|a unit (ago|earlier|before)|the unit (before|earlier)|a? fouryear|earlier)",
        read_same_period,
    ),
    Rule(
        "year-earlier",
        "(the|a)? same? unit hyphen (earlier|ago|before) (period|unit:(unit)|ordinal unit:(unit))?",
        read_same_period,
    ),
)
