"""The money of a bare number: ``exports were $9 billion and imports rose to 7.1 billion``."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from onrecord.model.mention import AmountMention

_SCALED = re.compile(r"(?:[mbt]ill?ion|[mb]ln|bn|trn|tn)$", re.I)
_ENDS = re.compile(
    r"\s?(?:[.,;:)—–-]|$|\n|(?:in|from|last|this|a|an|the|for|and|or|with|to|by|of|at|on|during|over|per|while|when|but|after"
    r"|against|compared|versus|as|up|down|more|less|so|then|two|since|before|under|recorded|posted|reported|seen|surplus"
    r"|deficit|worth|earlier|annually|year|yearly|[A-Z]\w*)\b)"
)
"""What follows a number that counts no things of its own."""


def with_money(body: str, amounts: Sequence[AmountMention], before: str) -> Iterator[AmountMention]:
    """``amounts``, bare millions or more in the money counted in last; ``before`` is that of the text so far."""
    for written in amounts:
        amount = written
        if before and _bare(body, amount):
            amount = msgspec.structs.replace(amount, currency=before)
        if amount.currency and amount.converts is None:
            before = amount.currency
        yield amount


def _bare(body: str, amount: AmountMention) -> bool:
    if amount.currency or amount.unit or amount.value < 1e6 or amount.high is not None:
        return False
    return _SCALED.search(body, amount.start, amount.end) is not None and _ENDS.match(body, amount.end) is not None
