"""Multiples: "doubled", "twice as much", "halving", by ``multiples.csv``."""

import re
from functools import cache

import msgspec

from onrecord.knowledge.tables import table
from onrecord.model.mention import Change


class Multiple(msgspec.Struct, frozen=True, kw_only=True):
    """A row of ``multiples.csv``: how many times as much, and which way that went."""

    times: float
    change: Change
    words: tuple[str, ...] = ()
    plain: tuple[str, ...] = ()
    says: tuple[str, ...] = ()
    near_misses: tuple[str, ...] = msgspec.field(default=(), name="not")


_OTHER_SENSE = re.compile(r"[\s-](?:down|back|up|as|over|check\w*|digits?|taxation|standards?)\b", re.I)
_NOUN = re.compile(r"\b(?:the|both|two|of|in)\s$", re.I)
_AUXILIARY = re.compile(
    r"\b(?:to|will|would|could|may|might|can|should|must|shall)\s(?:\w+ly\s|more than\s|almost\s)?$", re.I
)
_AS_FAR_AS = re.compile(
    r"\b(?:rise|rises|rose|risen|grow|grew|grown|climb(?:ed)?|jump(?:ed)?|increased?|up)\sto\s$", re.I
)
_ABOUT = re.compile(r"\b(?:about|around|roughly|nearly|almost|more than|over)\s$", re.I)
_MULTIPLIED = re.compile(
    r"\s(?:the|its|their|his|her|our|what|that of|those|(?:this|last)\s\w+['’]s"
    r"|as (?:much|many|high|large|big|fast|long))\b",
    re.I,
)


@cache
def _rows() -> tuple[dict[str, Multiple], dict[str, Multiple]]:
    rows = table("multiples.csv", Multiple)
    return {word: row for row in rows for word in row.words}, {word: row for row in rows for word in row.plain}


@cache
def words() -> str:
    """The alternatives of a pattern that finds the words."""
    verbs, plain = _rows()
    return "|".join(sorted((*verbs, *plain), key=len, reverse=True))


def multiple_at(text: str, start: int, end: int) -> tuple[float, Change] | None:
    """The factor and the direction of the words there; ``None`` in another sense ("doubling down", "both halves")."""
    word = text[start:end].lower()
    verbs, plain = _rows()
    if _OTHER_SENSE.match(text, end) and not _MULTIPLIED.match(text, end):
        return None
    if word in verbs:
        row = verbs[word]
        return None if _NOUN.search(text, max(0, start - 6), start) else (row.times, row.change)
    row = plain[word]
    head = text[max(0, start - 24) : start]
    if row.change != "=" and _AUXILIARY.search(head) and not _AS_FAR_AS.search(head):
        return row.times, row.change
    meant = _MULTIPLIED.match(text, end) or (row.change != "=" and _ABOUT.search(head) and text[end : end + 1] == " ")
    return (row.times, "=") if meant else None
