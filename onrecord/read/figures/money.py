"""What money a number is in where its own words leave it open: ``46 billion marks``, ``rose to 7.1 billion``."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import msgspec

from onrecord.knowledge.tables import table
from onrecord.model.mention import AmountMention

_WORD = re.compile(r"[\s-]([a-z]+)\b")
_SCALED = re.compile(r"(?:[mbt]ill?ion|[mb]ln|bn|trn|tn)$", re.I)
_ENDS = re.compile(
    r"\s?(?:[.,;:)—–-]|$|\n|(?:in|from|last|this|a|an|the|for|and|or|with|to|by|of|at|on|during|over|per|while|when|but|after"
    r"|against|compared|versus|as|up|down|more|less|so|then|two|since|before|under|recorded|posted|reported|seen|surplus"
    r"|deficit|worth|earlier|annually|year|yearly|[A-Z]\w*)\b)"
)
"""What follows a number that counts no things of its own."""


class HomeCurrency(msgspec.Struct, frozen=True, kw_only=True):
    """A row of ``home_currencies.csv``: what a plain word for money means in a state."""

    word: str
    state: str
    currency: str


@cache
def _at_home() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for row in table("home_currencies.csv", HomeCurrency):
        found.setdefault(row.word, {})[row.state] = row.currency
    return found


def with_money(
    body: str, amounts: Sequence[AmountMention], states: Iterable[str], before: str
) -> Iterator[AmountMention]:
    """``amounts`` with their money: a plain word is that of the first of ``states`` which has it.

    A bare number of millions or more is in the money counted in last; ``before`` is that of the text so far.
    """
    known = list(states)
    for written in amounts:
        amount = written
        if (at_home := _home_currency(body, amount, known)) is not None:
            amount = msgspec.structs.replace(amount, currency=at_home, unit="")
        elif before and _bare(body, amount):
            amount = msgspec.structs.replace(amount, currency=before)
        if amount.currency and amount.converts is None:
            before = amount.currency
        yield amount


def _home_currency(body: str, amount: AmountMention, states: Sequence[str]) -> str | None:
    words = body[amount.start : amount.end].split()
    if len(words) > 1 and words[-2][0].isupper():
        return None  # "Swiss francs"
    following = _WORD.match(body, amount.end) if not (amount.unit or amount.currency) else None
    plain = (following[1] if following else amount.unit or words[-1]).lower()
    at_home = _at_home().get(plain) or _at_home().get(plain.removesuffix("s"), {})
    return next((at_home[state] for state in states if state in at_home), None)


def _bare(body: str, amount: AmountMention) -> bool:
    if amount.currency or amount.unit or amount.value < 1e6 or amount.high is not None:
        return False
    return _SCALED.search(body, amount.start, amount.end) is not None and _ENDS.match(body, amount.end) is not None
