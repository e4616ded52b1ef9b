"""Vague words, kept as such: ``now``, ``recently``, ``soon``, ``in the near future``."""

from onrecord.find.times.grammar import Parts, Rule
from onrecord.find.times.now import Meaning, Now, Tense


def way_of(parts: Parts, meaning: Meaning, tense: Tense) -> Tense:
    """Which way it looks: vague words and open runs say so themselves ("recently", "the coming weeks")."""
    match meaning.value:
        case "PAST_REF":
            return "past"
        case "PRESENT_REF":
            return ""
        case "FUTURE_REF":
            return "future"
    if meaning.type == "DURATION":
        words = {word.text.lower() for name in ("shift", "way") for word in parts.words(name)}
        if words & _BEHIND:
            return "past"
        if words & _AHEAD:
            return "future"
    return tense


_BEHIND = frozenset(("past", "last", "previous", "recent"))
_AHEAD = frozenset(("next", "coming", "following", "ahead", "upcoming"))


def read_when(parts: Parts, now: Now) -> Meaning | None:
    """Past, present or future, and no more than that."""
    if parts.text("when") in ("soon", "shortly") and (
        parts.after() in ("as", "after", "before", "enough")
        or parts.before() in ("as", "too")
        or now.history
        or parts.kind_after() in ("edverb", "pastverb")
        or parts.before() in ("was", "were", "had")
    ):
        return None  # "they soon found", which is over
    return Meaning(type="DATE", value=parts.value("when") or "PRESENT_REF")


def read_past(parts: Parts, now: Now) -> Meaning | None:
    """``the past``, ``in the future``."""
    return Meaning(type="DATE", value="FUTURE_REF" if parts.words("future") else "PAST_REF")


def read_one_day(parts: Parts, now: Now) -> Meaning | None:
    """``will one day``: on a day that nobody knows."""
    if parts.text("count") != "one" or parts.value("unit") != "D" or parts.kind_before() != "will":
        return None
    return Meaning(type="DATE", value="FUTURE_REF")


RULES = (
    Rule("one-day", "count:(cardinal) unit:(unit)", read_one_day),
    Rule("when", "when:(when)", read_when),
    Rule("now", "now:(now)", read_when),
    Rule("these-days", "these units", read_when),
    Rule("future", "the near? future:(future)", read_past),
    Rule("the-past", "(?<=[in from of than]) the past", read_past),
    Rule("term", "the future:(near) hyphen? term", read_past),
)
