"""Units of measure after a number, and rates ("a day", "per tonne")."""

import re
from functools import cache

import msgspec

from onrecord.knowledge.phrases import words_of
from onrecord.knowledge.tables import table


class Unit(msgspec.Struct, frozen=True, kw_only=True):
    """A row of ``units.csv``."""

    unit: str
    kind: str
    words: tuple[str, ...]
    says: tuple[str, ...] = ()


@cache
def _units() -> tuple[re.Pattern[str], dict[str, Unit]]:
    rows: dict[str, Unit] = {}
    for row in table("units.csv", Unit):
        for word in row.words:
            rows.setdefault(word.lower() if " " in word else word, row)
    exact = [word for word in rows if len(word) <= 2 or word != word.lower()]
    folded = [word for word in rows if word not in exact]
    parts = [
        rf"(?:{'|'.join(re.escape(word) for word in sorted(words, key=len, reverse=True))})"
        for words in (folded, exact)
    ]
    pattern = (
        rf"(?:\s(?:US|U\.S\.|imperial)\s|[\s-]?)(?:(?P<folded>(?i:{parts[0]}))|(?P<exact>{parts[1]}))(?![A-Za-z0-9])"
    )
    return re.compile(pattern), rows


_RATE = re.compile(
    r"(?:\s(?P<per>per|each|every|/)\s|\s?(?P<stroke>/)|\s(?=an?\s)an?\s|-an?-|-per-"
    r"|\sto\sthe\s(?=dollar|euro|pound|yen|yuan|ounce))(?:U\.?S\.?\s(?=dollar))?(square (?:foot|metre|meter|mile"
    r"|kilometer)|kilowatt[- ]hour|[A-Za-z]+)"
    r"(?![A-Za-z]|\s(?:earlier|ago|later|before|after|old|previously|prior)\b)"
)
_TIMES = frozenset(words_of("day week month year hour minute second quarter night"))
_OTHERS = frozenset(
    words_of(
        "tonne ton barrel bushel pound kilogram kg kilo litre liter gallon share person head unit car vehicle ounce "
        "acre hectare mile km kilometre kilometer household family game gram g oz megawatt container mmbtu bottle "
        "student customer worker employee metre meter capita annum game night lb bbl bu kwh "
        "dollar euro yen yuan"
    )
)
_NOT_RATES = frozenset(("se", "cent"))
_PLAIN = {
    "annum": "year",
    "bbl": "barrel",
    "bu": "bushel",
    "ton": "ton",
    "kg": "kilogram",
    "liter": "litre",
    "meter": "metre",
    "oz": "ounce",
    "g": "gram",
    "lb": "pound",
    "kwh": "kilowatt hour",
    "kilowatt-hour": "kilowatt hour",
}


def unit_at(text: str, end: int) -> tuple[int, Unit] | None:
    """The unit written at ``end`` (after a blank, a hyphen or nothing): where its words end, and its row."""
    pattern, rows = _units()
    match = pattern.match(text, end)
    if match is None:
        return None
    word = match["folded"] or match["exact"]
    row = rows.get(word) or rows.get(word.lower()) or rows.get("-" + word)
    return (match.end(), row) if row else None


def rate_at(text: str, end: int) -> tuple[int, str] | None:
    """What an amount is for, at ``end``: ``per tonne``, ``a day``; where the words end, and ``per day``."""
    match = _RATE.match(text, end)
    if match is None:
        return None
    word = match[3].lower()
    article = match.group().lstrip(" -").startswith(("a ", "an ", "a-", "an-"))
    known = (
        word in _TIMES
        or (word in _OTHERS and (not article or word not in ("person", "head", "game")))
        or " " in word
        or (match["per"] == "per" and word not in _NOT_RATES)
    )
    return (match.end(), f"per {_PLAIN.get(word, word)}") if known else None
