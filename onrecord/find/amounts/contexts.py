"""Signs and words that several currencies share (``¥``, ``crowns``, ``pesos``): the places named nearby decide."""

import re
from collections.abc import Sequence
from functools import cache

from msgspec.structs import replace

from onrecord.find.amounts.money import Currency
from onrecord.find.amounts.units import rate_at
from onrecord.knowledge.tables import table
from onrecord.model.mention import AmountMention

_FEW = 10
_NAMED = re.compile(r"\b[A-Z][a-z]+\s$")
"""Before the word: whose it is ("Swiss francs")."""
_PLAIN = 3
"""The places of another currency must be named so many times as often as those of the sign's first owner."""


@cache
def _shared() -> tuple[re.Pattern[str], dict[str, tuple[Currency, ...]]]:
    rows = table("currencies.csv", Currency)
    claims = {sign: tuple(row for row in rows if sign in row.also) for row in rows for sign in row.also}
    names = "|".join(re.escape(sign) for sign in sorted(claims, key=len, reverse=True))
    return re.compile(rf"\s?(?<![A-Za-z$])({names})(?![A-Za-z$])"), claims


@cache
def _places() -> dict[str, re.Pattern[str]]:
    rows = table("currencies.csv", Currency)
    return {row.code: re.compile(rf"\b(?:{'|'.join(map(re.escape, row.places))})\b") for row in rows if row.places}


def settle(text: str, amount: AmountMention, scopes: Sequence[str]) -> AmountMention:
    """``amount`` in the currency that its shared sign stands for, by the first of ``scopes`` that makes it plain.

    ``text`` holds the amount. Where no place decides, the sign stays its first owner's, and a word without one counts.
    """
    pattern, claims = _shared()
    if amount.rule.startswith("bare"):  # "400 kr per tonne": a word of nobody's own, and no plural
        match = pattern.match(text, amount.end)
    else:
        match = pattern.search(text, amount.start, amount.end)
    if match is None or _NAMED.search(text, amount.start, match.start(1)):
        return amount
    if not amount.currency and amount.value < _FEW:
        return amount  # "three crowns" may be worn
    for scope in scopes:
        code = _plain(scope, amount.currency, claims[match[1]])
        if code:
            end, unit = rate_at(text, max(match.end(), amount.start + 1)) or (max(amount.end, match.end()), "")
            return replace(
                amount, end=max(end, amount.end), currency=code, unit=unit or _rate(amount), rule="money/place"
            )
    return amount


def _rate(amount: AmountMention) -> str:
    _, per, rate = f" {amount.unit}".partition(" per ")
    return f"per {rate}" if per else ""


def _plain(scope: str, owner: str, claims: Sequence[Currency]) -> str:
    counts = {row.code: len(_places()[row.code].findall(scope)) for row in claims}
    mine = len(_places()[owner].findall(scope)) if owner in _places() else 0
    best = max(counts, key=lambda code: counts[code])
    others = max((count for code, count in counts.items() if code != best), default=0)
    if counts[best] > others and counts[best] >= max(1, _PLAIN * mine):
        return best
    return owner if mine > counts[best] else ""
