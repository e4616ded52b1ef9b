"""Amounts that moved: ``from 3 billion in 1990 to over 7 billion`` is one amount, whose last value is the level."""

import re
from collections.abc import Iterable, Iterator

import msgspec

from onrecord.model.mention import AmountMention

_FROM = re.compile(
    r"\bfrom\s(?:(?:about|around|roughly|nearly|almost|some|just|only|over|under|an?|a\smere|less\sthan|more\sthan)\s)*$"
)
_TO = re.compile(
    r"(?:\s(?:in|for)\s(?:the\s)?[\w\s]{3,20}?)?,?\sto\s(?:(?:an?|about|around|nearly|more|than|over|almost|some|just|record)\s)*"
)


def as_moves(body: str, amounts: Iterable[AmountMention]) -> Iterator[AmountMention]:
    """``amounts``, where something came from and where it went put together."""
    last: AmountMention | None = None
    for amount in amounts:
        if last is not None and _is_move(body, last, amount):
            last = msgspec.structs.replace(last, end=amount.end, high=amount.value, rule="from-to")
            continue
        if last is not None:
            yield last
        last = amount
    if last is not None:
        yield last


def _is_move(body: str, one: AmountMention, two: AmountMention) -> bool:
    return (
        bool(one.currency)
        and (one.currency, one.unit) == (two.currency, two.unit)
        and one.high is None
        and two.high is None
        and _FROM.search(body, max(0, one.start - 30), one.start) is not None
        and _TO.fullmatch(body, one.end, two.start) is not None
    )
