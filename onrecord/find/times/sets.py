"""Sets: what comes again (``every quarter``, ``daily``, ``twice a week``, ``on Mondays``, ``$5 billion a year``)."""

from onrecord.find.times.durations import iso
from onrecord.find.times.grammar import Parts, Rule
from onrecord.find.times.now import Meaning, Now


def read_every(parts: Parts, now: Now) -> Meaning | None:
    """``every two years``, ``each month``, ``per year``."""
    return Meaning(type="SET", value=iso(parts.count(), parts.value("unit")))


def read_daily(parts: Parts, now: Now) -> Meaning | None:
    """``daily``, ``annually``; not a paper ("the Communist Party daily")."""
    if parts.words("set")[0].text.istitle() and parts.before():
        return None
    return Meaning(type="SET", value=parts.value("set"))


def read_weekdays(parts: Parts, now: Now) -> Meaning | None:
    """``Mondays``, ``every Friday morning``."""
    return Meaning(type="SET", value=f"XXXX-WXX-{parts.value('weekday')}")


def read_months(parts: Parts, now: Now) -> Meaning | None:
    """``each July``."""
    return Meaning(type="SET", value=f"XXXX-{parts.number('month') or 0:02d}")


def read_rate(parts: Parts, now: Now) -> Meaning | None:
    """``a year`` behind an amount."""
    amounts = ("scale", "counted", "times", "once", "twice", "hundred", "dozens", "money", "number")
    counts = ("small", "number", "cardinal", "tens", *amounts)
    counted = parts.before().endswith("s") and parts.kind_before(2) in counts
    counted = counted or (parts.before(2) == "of" and parts.kind_before(3) in counts)
    if parts.kind_before() not in amounts and parts.before()[-1:] != "%" and not counted:
        return None
    return Meaning(type="SET", value=iso(parts.count(), parts.value("unit")))


RULES = (
    Rule("every", "(every|each) (count:(COUNT|few))? unit:(unit|units)", read_every),
    Rule("every-weekday", "((every|each) weekday:(weekday)|weekday:(weekdays)) (hours)?", read_weekdays),
    Rule("every-month", "(every|each) month:(month)", read_months),
    Rule("daily", "set:(daily)", read_daily),
    Rule("rate", "a unit:(unit)", read_rate),
    Rule("per", "per unit:(unit)", read_every),
)
