"""So much before or after something: ``three days ago``, ``two weeks later``, ``the same period a year earlier``."""

from onrecord.find.times.durations import iso, mod_of
from onrecord.find.times.grammar import Parts, Rule
from onrecord.find.times.now import Meaning, Now, shifted
from onrecord.find.times.numbers import Count
from onrecord.find.times.units import a_unit, is_quarter, offset, years_on

_BACK = frozenset(("ago", "earlier", "before", "prior", "previously", "back"))
_COMPARED = frozenset(
    (
        "from",
        "than",
        "with",
        "to",
        "over",
        "versus",
        "vs",
        "percent",
        "%",
        "share",
        "billion",
        "million",
        "trillion",
        "on",
        ",",
        "period",
    )
)


def read_offset(parts: Parts, now: Now) -> Meaning | None:
    """So many units before or after the article's day, or before or after what was spoken of."""
    unit, count = parts.value("unit"), parts.count()
    word = parts.words("way")[-1].text.lower()
    back = word in _BACK
    mod = "APPROX" if count.vague else mod_of(parts)
    if count.number is None or unit in ("TM", "TS", "S"):
        return Meaning(type="DATE", value="PAST_REF" if back else "FUTURE_REF")
    if unit in ("E", "C") and count.number != int(count.number):
        count, unit = Count(count.number * (10 if unit == "E" else 100)), "Y"
    if parts.words("half"):
        count = Count((count.number or 0) + 0.5)
    number = -(count.number or 0) if back else count.number or 0
    whole = int(number)
    reference = now.near if word not in ("ago", "hence", "now", "time") else None
    if unit == "Y" and whole == -1 and number == whole and (word != "ago" or parts.before() in _COMPARED):
        if now.period:
            return years_on(now.period, -1)
        if reference is None or parts.before() in _COMPARED:
            return a_unit(shifted(now.day(offset(unit, number)), "Y", -1), "Y")
    if word in ("later", "after") and reference is None:
        return Meaning(type="DATE", value="FUTURE_REF")  # of what is told, whose day is not known
    if reference and unit in ("D", "W", "TH"):
        base = now.near_day or now.day(offset(unit, number))
    elif reference and reference.first and reference.last:
        if unit == "Y":
            return years_on(reference, whole)
        base = reference.first if back else reference.last
    else:
        base = now.day(offset(unit, number))
    if unit == "TH":
        day = shifted(base, "D", round(number / 24) if abs(number) >= 24 else 0)
        return Meaning(type="DATE", value=day.isoformat(), mod=mod, first=day, last=day, approx=True)
    day = shifted(base, unit, whole)
    if number != whole:
        day = shifted(
            day, "M" if unit == "Y" else "D", round((number - whole) * {"Y": 12, "M": 30, "W": 7}.get(unit, 0))
        )
    found = a_unit(day, {"F": "W", "E": "Y", "C": "Y"}.get(unit, unit))
    return Meaning(
        type="DATE",
        value=found.value,
        mod=mod,
        first=found.first,
        last=found.last,
        approx=bool(mod) or parts.value("unit") in ("W", "M", "E", "C"),
    )


def read_event(parts: Parts, now: Now) -> Meaning | None:
    """``on Thursday, a day after he signed it``: a duration by its words; its days are those of the other event."""
    unit, count = parts.value("unit"), parts.count()
    if unit.startswith("T") or count.number is None:
        return None
    value, known = iso(count, unit), now.here
    if unit not in ("D", "W") or known is None or known.first is None or known.first != known.last:
        return Meaning(type="DURATION", value=value, mod=mod_of(parts))
    day = shifted(known.first, unit, int(-count.number if parts.after() == "after" else count.number))
    found = a_unit(day, unit)
    return Meaning(type="DURATION", value=value, mod=mod_of(parts), first=found.first, last=found.last)


def read_same_period(parts: Parts, now: Now) -> Meaning | None:
    """``the same period last year``, ``the year-earlier quarter``: the period spoken of, a year before."""
    if parts.words("year"):
        year = parts.number("year") or 0
        if now.period and now.period.first:
            return years_on(now.period, year - now.period.first.year)
        return None
    reference = now.period
    unit = parts.value("unit")
    if parts.words("count"):
        value = iso(parts.count(), unit)
        same = years_on(reference, -1) if reference and reference.value == value else None
        return same or Meaning(type="DURATION", value=value)
    if unit == "Q" and reference and not is_quarter(reference):
        reference = None
    if reference is None or reference.first is None:
        today = now.day("-P1Y")
        return a_unit(
            shifted(shifted(today, "Q", -1) if unit == "Q" else today, "Y", -1), unit if unit in ("M", "Q") else "Y"
        )
    step = -1
    if parts.words("last") and now.known and reference.first.year < now.known.year - 1:
        step = now.known.year - 1 - reference.first.year
    found = years_on(reference, step or -1)
    quarter = parts.number("nth")
    if quarter and found and found.first:
        return Meaning(type="DATE", value=f"{found.first.year}-Q{quarter}", first=found.first, last=found.last)
    return found


def read_open_offset(parts: Parts, now: Now) -> Meaning | None:
    """``months ago``, ``hours later``: so many of them is not said."""
    back = parts.words("way")[-1].text.lower() in _BACK
    if parts.words()[0].text.lower() == "long" and parts.text("way") != "ago":
        return None
    return Meaning(type="DATE", value="PAST_REF" if back else "FUTURE_REF")


RULES = (
    Rule("open-offset", "(unit:(units)|long) way:(ago|earlier|later|hence)", read_open_offset),
    Rule(
        "offset",
        "near:(NEAR)? count:(COUNT) hyphen? unit:(unit|units) half:(and a half)? so:(or so)?"
        " way:(ago|hence|from now|earlier|later|(before|after|previous)(?=[comma stop]|$))",
        read_offset,
    ),
    Rule("in-time", "(?<=[in])near:(NEAR)? count:(COUNT) unit:(unit|units) way:(genitive? time)", read_offset),
    Rule("event", "near:(NEAR)? count:(COUNT) unit:(unit|units) (?=[before after])", read_event),
    Rule(
        "same-period",
        "(the|a)? (that? same) (period|unit:(unit)|units|month|time ((of|in) the unit)?|season)"
        " ((of|in|from|a)? (last:((the|a)? (last|previous) unit)|a unit (ago|earlier|before)|the unit (before|earlier)"
        "|year:(fouryear)|earlier))",
        read_same_period,
    ),
    Rule("year-earlier", "unit hyphen (earlier|ago|before)", read_same_period),
    Rule(
        "year-earlier-period",
        "(the|a)? same? unit hyphen (earlier|ago|before)"
        " (period|unit:(unit)|nth:(ordinal) unit:(unit)|count:(COUNT) unit:(units))",
        read_same_period,
    ),
    Rule("last-years-quarter", "(last|the previous) unit genitive (same? period|same? unit:(unit))", read_same_period),
)
