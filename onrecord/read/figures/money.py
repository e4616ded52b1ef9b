"""The money of a bare number: ``exports were $9 billion and imports rose to 7.1 billion``."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from onrecord.find.amounts.money import currency_names
from onrecord.model.mention import AmountMention

_SCALED = re.compile(r"(?:[mbt]ill?ion|[mb]ln|bn|trn|tn)$", re.I)
_OF_THE_US = re.compile(r"[$]|\bU\.?S\b", re.I)
_ENDS = re.compile(
    r"\s?(?:[.,;:)—–-]|$|\n|(?:in|was|were|is|are|from|last|this|a|an|the|for|and|or|with|to|by|of|at|on|during|over|per|while|when|but|after"
    r"|against|compared|versus|as|up|down|more|less|so|then|two|since|before|under|recorded|posted|reported|seen|surplus"
    r"|deficit|worth|earlier|annually|year|yearly|[A-Z]\w*)\b)"
)
"""What follows a number that counts no things of its own."""


def with_money(body: str, amounts: Sequence[AmountMention], before: str) -> Iterator[AmountMention]:
    """``amounts``, bare millions and plain dollars in the money counted in last, ``before`` that of the text so far."""
    last: AmountMention | None = None
    for written in amounts:
        amount = written if last is None else _scaled(body, written, last)
        last = amount if amount.currency else last
        if before and (_bare(body, amount) or (_plain_dollars(body, amount) and _is_dollar(before))):
            amount = msgspec.structs.replace(amount, currency=before)
        if amount.currency and amount.converts is None:
            before = amount.currency
        yield amount


_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_BESIDE = re.compile(r"\b(?:from|against|and|to|versus|with)\s$")
_OF_A_TIME = re.compile(r"\s(?:\(|in\s|for\s|a\s(?:year|month)\b|last\s|the\s(?:month|year)\b)")


def _scaled(body: str, amount: AmountMention, last: AmountMention) -> AmountMention:
    """A number that leaves out the scale of the one before: ``to 880 million from 890 in January``."""
    if (
        amount.currency
        or amount.unit
        or not (last.currency and last.value >= 1e6)
        or not _DIGITS.fullmatch(body, amount.start, amount.end)
    ):
        return amount
    before = _DIGITS.search(body, last.start, last.end)
    told = _BESIDE.search(body, max(0, amount.start - 10), amount.start) and _OF_A_TIME.match(body, amount.end)
    if before is None or not told or 1900 < amount.value < 2100:
        return amount
    mantissa = float(before.group().replace(",", ""))
    if not 0.2 < amount.value / mantissa < 5:
        return amount
    return msgspec.structs.replace(amount, value=amount.value * last.value / mantissa, currency=last.currency)


def _plain_dollars(body: str, amount: AmountMention) -> bool:
    """``3 million dollars``, which are those of Hong Kong where the text has counted in them."""
    return amount.currency == "USD" and _OF_THE_US.search(body, amount.start, amount.end) is None


def _is_dollar(currency: str) -> bool:
    return currency_names().get(currency, "").endswith(" dollar")


def _bare(body: str, amount: AmountMention) -> bool:
    if amount.currency or amount.unit or amount.value < 1e6 or amount.high is not None:
        return False
    return _SCALED.search(body, amount.start, amount.end) is not None and _ENDS.match(body, amount.end) is not None
