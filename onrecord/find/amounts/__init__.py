"""Quantities: numbers with scale, unit, currency and change."""

from collections.abc import Sequence

from msgspec.structs import replace

from onrecord.find.amounts import changes
from onrecord.find.amounts.conversions import convert
from onrecord.find.amounts.measured import measure
from onrecord.find.amounts.numbers import find_numbers
from onrecord.find.amounts.ranges import join
from onrecord.find.amounts.shared import share
from onrecord.model.mention import AmountMention
from onrecord.model.page import Sentence


def find_amounts(body: str, sentences: Sequence[Sentence]) -> tuple[AmountMention, ...]:
    """Every quantity of the body, by place; years, dates, ordinals, names with numbers and scores are none."""
    found: list[AmountMention] = []
    for sentence in sentences:
        text = sentence.of(body)
        for amount in amounts_of(text):
            converts = None if amount.converts is None else amount.converts + sentence.start
            found.append(
                replace(amount, start=amount.start + sentence.start, end=amount.end + sentence.start, converts=converts)
            )
    return tuple(found)


def amounts_of(text: str) -> list[AmountMention]:
    """The amounts of one sentence, with spans of that sentence."""
    found: list[AmountMention] = []
    for number in find_numbers(text):
        amount = measure(text, number)
        if amount is not None and (not found or amount.start >= found[-1].end):
            found.append(_changed(text, amount))
    return convert(text, join(text, share(text, found)))


def _changed(text: str, amount: AmountMention) -> AmountMention:
    before = changes.before(text, amount.start)
    if before is not None:
        return replace(amount, change=before[1])
    after = changes.after(text, amount.end)
    return replace(amount, change=after[1], end=after[0]) if after else amount
