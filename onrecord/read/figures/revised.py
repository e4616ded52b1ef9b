"""Numbers that were revised since: ``929 million, revised from 971 million in December``."""

import re
from collections.abc import Iterable, Iterator

import msgspec

from onrecord.model.mention import AmountMention

_REVISED = re.compile(
    r"(?P<noun>\s(?:deficit|surplus|shortfall))?,?\s\(?(?:which\swas\s)?(?:(?:up|down)wardly\s)?(?:revised\s(?:(?:up|down)(?:wards?)?\s)?from|(?:originally|initially|previously|first)"
    r"\s(?:reported|estimated|put|given|announced)(?:\s(?:as|at))?)\s(?:an?\s|the\s|about\s)*",
    re.I,
)


def as_now_given(body: str, amounts: Iterable[AmountMention]) -> Iterator[AmountMention]:
    """``amounts`` without the old numbers; the words of a new number run on over the one that it replaces."""
    new: AmountMention | None = None
    for amount in amounts:
        revised = None if new is None else _REVISED.fullmatch(body, new.end, amount.start)
        if new is not None and revised is not None:
            if revised["noun"]:
                continue  # "a 3 million deficit (revised from 2 million)": the noun is still to be read
            end = amount.end + (body[amount.end : amount.end + 1] == ")")
            new = msgspec.structs.replace(new, end=end)
            continue
        if new is not None:
            yield new
        new = amount
    if new is not None:
        yield new
