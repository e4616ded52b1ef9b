"""Quantities: numbers with scale, unit, currency and change."""

from collections.abc import Sequence

from msgspec.structs import replace

from onrecord.find.amounts.contexts import settle
from onrecord.find.amounts.conversions import convert
from onrecord.find.amounts.directions import changed
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
        for amount in _amounts(text, (text, body)):
            converts = None if amount.converts is None else amount.converts + sentence.start
            found.append(
                replace(amount, start=amount.start + sentence.start, end=amount.end + sentence.start, converts=converts)
            )
    return tuple(found)


def amounts_of(text: str) -> list[AmountMention]:
    """The amounts of one sentence, with spans of that sentence."""
    return _amounts(text, (text,))


def _amounts(text: str, scopes: Sequence[str]) -> list[AmountMention]:
    found: list[AmountMention] = []
    for number in find_numbers(text):
        amount = measure(text, number)
        if amount is not None and (not found or amount.start >= found[-1].end):
            found.append(changed(text, settle(text, amount, scopes)))
    whole = join(text, share(text, found))
    return convert(text, [amount for amount in whole if not amount.rule.startswith(("pending", "score"))])
