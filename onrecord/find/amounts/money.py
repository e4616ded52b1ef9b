"""Money: the currency written before or after a number, by ``currencies.csv``."""

import re
from functools import cache

import msgspec

from onrecord.knowledge.tables import table

_REACH = 9
"""No currency sign is longer than this, with its blank."""


class Currency(msgspec.Struct, frozen=True, kw_only=True):
    """A row of ``currencies.csv``."""

    code: str
    name: str
    signs: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    least: float = 0.0
    says: tuple[str, ...] = ()


@cache
def _signs() -> tuple[re.Pattern[str], dict[str, str]]:
    codes: dict[str, str] = {}
    for row in table("currencies.csv", Currency):
        for sign in row.signs:
            codes.setdefault(sign, row.code)
    longest = sorted(codes, key=len, reverse=True)
    pattern = "|".join(rf"(?<![A-Za-z&]){re.escape(s)}" if s[0].isalpha() else re.escape(s) for s in longest)
    return re.compile(rf"(?:{pattern})\s?[-−]?$"), codes


@cache
def _words() -> tuple[re.Pattern[str], dict[str, Currency]]:
    rows: dict[str, Currency] = {}
    for row in table("currencies.csv", Currency):
        for word in row.words:
            rows.setdefault(word, row)
    exact = [word for word in rows if word != word.lower() or len(word) < 3]
    folded = [word for word in rows if word not in exact]
    parts = ["|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) for words in (exact, folded)]
    return re.compile(rf"(?:\sof\s|[\s-]?)(?:({parts[0]})|(?i:({parts[1]})))(?![A-Za-z$])"), rows


@cache
def currency_names() -> dict[str, str]:
    """The plain name of each currency by its code."""
    return {row.code: row.name for row in table("currencies.csv", Currency)}


_LETTERS = ("PS", "Y", "W", "P")
"""Signs that stand in names as well ("PS5", "Y2K", "P5+1"): they are money before a scale or a long number."""
_MONEY = re.compile(r"\d[\d.,]*\s?(?:bn|mn?|tn|trn|thousand|million|billion|trillion)\b|[\d,]{3}|\d+\.\d\d\b")


def before(text: str, start: int) -> tuple[int, str] | None:
    """The sign that ends at ``start``: where it begins, and its currency."""
    pattern, codes = _signs()
    low = max(0, start - _REACH)
    match = pattern.search(text[low:start])
    if match is not None and match.group().rstrip() in _LETTERS and not _MONEY.match(text, match.end() + low):
        return None
    return (low + match.start(), codes[match.group().rstrip("-− ")]) if match else None


_WEIGHT = re.compile(
    r"\sof\s(?!(?:aid|debt|investment|spending|savings|cuts|funding|trade|exports|imports|sales|assets|loans|losses|damage"
    r"|support|taxpayers?|public|tax|new|government|business|extra|worth|money|cash|income|revenue|goods|its|their|the)\b)[a-z]"
)

_WEIGHS = re.compile(r"\b(?:weigh\w*|heav\w+)\b[^.;,]*$")


def after(text: str, end: int, value: float) -> tuple[int, str] | None:
    """The currency's words at ``end``: where they end, and the currency. Pounds of sugar are no money."""
    pattern, rows = _words()
    match = pattern.match(text, end)
    if match is None:
        return None
    word = match[1] or match[2].lower()
    row = rows[word]
    heavy = word == "pounds" and (_WEIGHT.match(text, match.end()) or _WEIGHS.search(text, max(0, end - 30), end))
    if (abs(value) < row.least and value == int(value)) or heavy:
        return None
    return match.end(), row.code
