"""Money: the currency written before or after a number."""

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
    says: tuple[str, ...] = ()


@cache
def _signs() -> tuple[re.Pattern[str], dict[str, str]]:
    codes = {sign: row.code for row in table("currencies.csv", Currency) for sign in row.signs}
    longest = sorted(codes, key=len, reverse=True)
    pattern = "|".join(rf"(?<![A-Za-z]){re.escape(s)}" if s[0].isalpha() else re.escape(s) for s in longest)
    return re.compile(rf"(?:{pattern})\s?[-−]?$"), codes


@cache
def _words() -> tuple[re.Pattern[str], dict[str, str]]:
    rows = table("currencies.csv", Currency)
    codes = {word: row.code for row in rows for word in row.words}
    longest = sorted(codes, key=len, reverse=True)
    exact = "|".join(re.escape(word) for word in longest)
    return re.compile(rf"(?:\sof\s|[\s-]?)({exact})(?![A-Za-z$])"), codes


@cache
def currency_names() -> dict[str, str]:
    """The plain name of each currency by its code."""
    return {row.code: row.name for row in table("currencies.csv", Currency)}


def before(text: str, start: int) -> tuple[int, str] | None:
    """The sign that ends at ``start``: where it begins, and its currency."""
    pattern, codes = _signs()
    low = max(0, start - _REACH)
    match = pattern.search(text[low:start])
    return (low + match.start(), codes[match.group().rstrip("-− ")]) if match else None


_AMERICAN = re.compile(r"\s?(?:US|U\.S\.)(?!\w)")


def after(text: str, end: int) -> tuple[int, str] | None:
    """The currency's words at ``end``: where they end, and the currency."""
    pattern, codes = _words()
    match = pattern.match(text, end) or pattern.match(text.lower() if end > len(text) - 40 else text, end)
    if match is None:
        return None
    return match.end(), codes[match[1]]
