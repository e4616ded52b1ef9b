"""Sets: what comes again (``every quarter``, ``daily``, ``twice a week``, ``on Mondays``, ``$5 billion a year``)."""

from onrecord.find.times.durations import iso
from onrecord.find.times.grammar import Parts, Rule
from onrecord.find.times.now import Meaning, Now
from onrecord.find.times.numbers import Count


def read_every(parts: Parts, now: Now) -> Meaning | None:
    """``every two years``, ``each month``, ``per year``."""
    return Meaning(type="SET", value=iso(parts.count(), parts.value("unit")), quant=_quant(parts), freq=_freq(parts))


def read_every_other(parts: Parts, now: Now) -> Meaning | None:
    """``every other week``, ``every second Friday``, ``every third year``."""
    step = 2 if parts.text("step") == "other" else parts.number("step")
    if step is None or step < 2:
        return None
    if parts.words("weekday"):
        return Meaning(type="SET", value=f"XXXX-WXX-{parts.value('weekday')}", quant="EVERY", freq=f"1/{step}")
    return Meaning(type="SET", value=iso(Count(step), parts.value("unit")), quant="EVERY")


def _quant(parts: Parts) -> str:
    """EVERY or EACH, where the words say so."""
    word = parts.words()[0].text.upper()
    return word if word in ("EVERY", "EACH") else ""


def _freq(parts: Parts) -> str:
    """How often in each of its stretches: ``twice a month`` is 2X, ``three times a week`` 3X."""
    before = parts.before()
    if before in _TIMES:
        return f"{_TIMES[before]}X"
    if before == "times":
        count = parts.count_before(2)
        return f"{count:g}X" if count else ""
    return ""


_TIMES = {"once": 1, "twice": 2}


def read_daily(parts: Parts, now: Now) -> Meaning | None:
    """``daily``, ``annually``; not a paper ("the Communist Party daily")."""
    if parts.words("set")[0].text.istitle() and parts.before():
        return None
    return Meaning(type="SET", value=parts.value("set"), freq=_freq(parts))


def read_weekdays(parts: Parts, now: Now) -> Meaning | None:
    """``Mondays``, ``every Friday morning``."""
    return Meaning(type="SET", value=f"XXXX-WXX-{parts.value('weekday')}", quant=_quant(parts))


def read_months(parts: Parts, now: Now) -> Meaning | None:
    """``each July``."""
    return Meaning(type="SET", value=f"XXXX-{parts.number('month') or 0:02d}", quant=_quant(parts))


def read_rate(parts: Parts, now: Now) -> Meaning | None:
    """``a year`` behind an amount."""
    amounts = ("scale", "counted", "times", "once", "twice", "hundred", "dozens", "money", "number")
    counts = ("small", "number", "cardinal", "tens", *amounts)
    counted = parts.before().endswith("s") and parts.kind_before(2) in counts
    counted = counted or (parts.before(2) == "of" and parts.kind_before(3) in counts)
    if parts.kind_before() not in amounts and parts.before()[-1:] != "%" and not counted:
        return None
    return Meaning(type="SET", value=iso(parts.count(), parts.value("unit")), freq=_freq(parts))


RULES = (
    Rule("every", "(every|each) (count:(COUNT|few))? unit:(unit|units)", read_every),
    Rule("every-other", "every step:(x|ordinal) (unit:(unit)|weekday:(weekday))", read_every_other),
    Rule("every-weekday", "((every|each) weekday:(weekday)|weekday:(weekdays)) (hours)?", read_weekdays),
    Rule("every-month", "(every|each) month:(month)", read_months),
    Rule("daily", "set:(daily)", read_daily),
    Rule("rate", "a unit:(unit)", read_rate),
    Rule("per", "per unit:(unit)", read_every),
)
