"""Sets: what comes again (``every quarter``, ``daily``, ``twice a week``, ``on Mondays``, ``$5 billion a year``)."""

from onrecord.find.times.durations import iso
from onrecord.find.times.grammar import Parts, Rule
from onrecord.find.times.now import Meaning, Now


def read_every(parts: Parts, now: Now) -> Meaning | None:
    """``every two years``, ``each month``, ``per year``."""
    unit = parts.value("unit")
    if unit == "S":
        return None
    return Meaning(type="SET", value=iso(parts.count(), unit))


def read_daily(parts: Parts, now: Now) -> Meaning | None:
    """``daily``, ``annually``."""
    return Meaning(type="SET", value=parts.value("set"))


def read_weekdays(parts: Parts, now: Now) -> Meaning | None:
    """``Mondays``, ``every Friday morning``."""
    return Meaning(type="SET", value=f"XXXX-WXX-{parts.value('weekday')}")


def read_rate(parts: Parts, now: Now) -> Meaning | None:
    """``a year`` behind an amount."""
    unit = parts.value("unit")
    if unit in ("S", "Q", "C", "E"):
        return None
    return Meaning(type="SET", value=iso(parts.count(), unit))


RULES = (
    Rule("every", "(every|each) (count:(COUNT|few))? unit:(unit|units)", read_every),
    Rule("every-weekday", "((every|each) weekday:(weekday)|weekday:(weekdays)) (hours)?", read_weekdays),
    Rule("daily", "set:(daily)", read_daily),
    Rule(
        "rate",
        "(?<=money|number|small|times|once|twice) a unit:(unit)".replace(
            "(?<=money|number|small|times|once|twice)", "(?<=[money number small times once twice])"
        ),
        read_rate,
    ),
    Rule("per", "per unit:(unit)", read_rate),
)
