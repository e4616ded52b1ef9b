"""Durations: ``two weeks``, ``a 90-day pause``, ``the past two days``, ``recent years``, ``three to five years``."""

from datetime import date

from onrecord.find.times.grammar import Parts, Rule
from onrecord.find.times.now import Meaning, Now, add_days, shifted
from onrecord.find.times.numbers import Count

_MODS = {
    "about": "APPROX",
    "nearly": "LESS_THAN",
    "almost": "LESS_THAN",
    "more": "MORE_THAN",
    "over": "MORE_THAN",
    "less": "LESS_THAN",
    "fewer": "LESS_THAN",
    "under": "LESS_THAN",
    "least": "EQUAL_OR_MORE",
    "most": "EQUAL_OR_LESS",
    "up": "EQUAL_OR_LESS",
    "around": "APPROX",
    "roughly": "APPROX",
    "approximately": "APPROX",
    "some": "APPROX",
}


def iso(count: Count, unit: str) -> str:
    """The TIMEX3 value of so many units (``P2W``, ``PXY``, ``PT5H30M``)."""
    number = count.number
    if unit in ("TH", "TM", "TS", "S"):
        if unit == "TH" and number is not None and number != int(number):
            return (
                f"PT{int(number)}H{round((number - int(number)) * 60)}M" if number > 1 else f"PT{round(number * 60)}M"
            )
        return f"PT{count.iso}{'S' if unit == 'S' else unit[-1]}"
    if unit == "Y" and number is not None and number != int(number):
        return f"P{int(number)}Y{round((number - int(number)) * 12)}M" if number > 1 else f"P{round(number * 12)}M"
    if unit == "F":
        return f"P{2 * number:g}W" if number is not None else "PXW"
    if unit == "E":
        return f"P{10 * number:g}Y" if number is not None else "PXE"
    if unit == "C":
        return f"P{100 * number:g}Y" if number is not None else "PXC"
    return f"P{count.iso}{unit}"


def mod_of(parts: Parts) -> str:
    """APPROX, MORE_THAN and the like, by the words before the count or "or so" behind it."""
    if parts.words("so"):
        return "APPROX"
    return next((_MODS[word] for word in reversed(parts.text("near").split()) if word in _MODS), "")


def read_duration(parts: Parts, now: Now) -> Meaning | None:
    """A bare duration: it has no days."""
    unit, count = parts.value("unit"), parts.count()
    words = parts.words("count")
    if unit == "S" and (not words or words[-1].text.lower() in ("a", "the") or parts.words("unit")[0].text == "second"):
        return None
    if parts.words("old") or (unit == "Q" and parts.after() == "of"):
        return None  # an age, three-quarters of something
    if parts.kind_after() == "hyphen" and len(words) == 1 and words[0].text.lower() == "a":
        return None  # a year-earlier loss
    if len(words) == 1 and words[0].text.lower() == "a" and parts.words("unit")[0].text.istitle():
        return None  # A Day, a name
    if parts.words("half"):
        count = Count((count.number or 0) + 0.5)
    mod = "" if parts.words("high") else mod_of(parts)
    first, last = _deadline(parts, now, unit, count)
    return Meaning(type="DURATION", value=iso(count, unit), mod=mod, first=first, last=last, approx=True)


def _deadline(parts: Parts, now: Now, unit: str, count: Count) -> tuple[date | None, date | None]:
    """The days of ``in two weeks`` (then) and ``within 90 days`` (from now on to then) where they lie ahead."""
    number = count.number
    if now.tense != "future" or parts.before() not in ("in", "within") or now.known is None or number is None:
        return None, None
    if unit not in ("D", "W", "M", "Y", "F") or number != int(number) or number > 999:
        return None, None
    last = shifted(now.known, unit, int(number))
    return (last if parts.before() == "in" else now.known), last


def read_the_duration(parts: Parts, now: Now) -> Meaning | None:
    """``the nine months``; not ``the two days of talks``, where the article only points."""
    if parts.count().number is None:
        return None
    return Meaning(type="DURATION", value=iso(parts.count(), parts.value("unit")))


def read_anchored(parts: Parts, now: Now) -> Meaning | None:
    """A duration that ends or starts with the article's day: ``the past two days``, ``the next three years``."""
    unit, count = parts.value("unit"), parts.count()
    if not parts.words("count"):
        count = Count(None, True) if parts.words("unit")[0].text.lower().endswith("s") else Count(1)
    if parts.text("shift") == "last" and parts.kind_before() in ("to", "will", "not"):
        return None  # "to last 16 years"
    value = iso(count, unit)
    if parts.text("shift") == "latest":
        same = now.period if now.period and now.period.value == value else None
        return same or Meaning(type="DURATION", value=value)
    if count.number is None or unit.startswith("T") or unit == "S" or now.known is None:
        return Meaning(type="DURATION", value=value, mod=mod_of(parts))
    back = parts.value("shift") == "-1"
    number = max(1, int(count.number))
    if back:
        first = add_days(shifted(now.known, unit, -number), 1)
        return Meaning(type="DURATION", value=value, mod=mod_of(parts), first=first, last=now.known, approx=unit != "D")
    last = shifted(now.known, unit, number)
    return Meaning(type="DURATION", value=value, mod=mod_of(parts), first=now.known, last=last, approx=True)


def read_year_long(parts: Parts, now: Now) -> Meaning | None:
    """``a year-long inquiry``."""
    return Meaning(type="DURATION", value=iso(Count(1), parts.value("unit")))


def read_first_years(parts: Parts, now: Now) -> Meaning | None:
    """``the first three years``, ``the first hours``: a duration whose days are those of what began."""
    count = parts.count() if parts.words("count") else Count(None)
    return None if parts.value("unit") == "Q" else Meaning(type="DURATION", value=iso(count, parts.value("unit")))


def read_vague_run(parts: Parts, now: Now) -> Meaning | None:
    """``recent years``, ``coming weeks``, ``years``: so many of them is not said."""
    unit = parts.value("unit")
    if unit == "S" or (unit in ("Q", "TS") and not parts.words("way")):
        return None
    if not parts.words("way") and len(parts.words()) == 1 and not _stands_alone(parts):
        return None
    return Meaning(type="DURATION", value=iso(Count(None), unit))


def _stands_alone(parts: Parts) -> bool:
    return parts.before() in (
        "for",
        "in",
        "over",
        "took",
        "take",
        "within",
        "of",
        "after",
        "lasted",
        "weeks",
        "days",
        "months",
        "or",
    )


_RANGE = "(count:(COUNT) (to|or|hyphen|dash) high:(COUNT)|count:(COUNT))"
_UNIT = "unit:(unit|units)"

RULES = (
    Rule(
        "duration",
        "near:(NEAR)? (a additional)? "
        + _RANGE
        + " (more|additional|business|whole)? "
        + _UNIT
        + " half:(and a half)? so:(or so)? old:(old)?",
        read_duration,
    ),
    Rule("the-duration", "the count:(COUNT) units:(units)".replace("units:(units)", "unit:(units)"), read_the_duration),
    Rule("hyphen-duration", "(?![a]few)" + _RANGE + " hyphen " + _UNIT + " (hyphen (long|old:(old)))?", read_duration),
    Rule("decades-long", "unit:(units) hyphen long", read_vague_run),
    Rule("year-long", "unit:(unit) hyphen long", read_year_long),
    Rule("first-years", "the ordinal count:(COUNT)? unit:(units)", read_first_years),
    Rule("year-or-two", "count:(COUNT) unit:(unit) or (cardinal|so)", read_duration),
    Rule("half-duration", "near:(NEAR)? count:(half) a hyphen? " + _UNIT, read_duration),
    Rule(
        "anchored",
        "near:(NEAR)? (the|these|this)? shift:(last|past|next|coming|following|previous|latest) "
        + _RANGE
        + " (business|whole)? hyphen? "
        + _UNIT
        + " so:(or so)?",
        read_anchored,
    ),
    Rule("the-past-unit", "the shift:(past|coming|next) unit:(unit) so:(or so)", read_anchored),
    Rule("the-past-units", "the shift:(past|coming) unit:(unit|units)", read_anchored),
    Rule(
        "vague-run",
        "(the? way:(recent|coming|past|last|few|previous|following|next) unit:(units)"
        "|unit:(units) (or units)?|the unit:(units) way:(ahead))",
        read_vague_run,
    ),
)
