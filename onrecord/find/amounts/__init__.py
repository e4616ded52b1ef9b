"""Quantities: numbers with scale, unit, currency and change."""

from collections.abc import Sequence

from onrecord.model.mention import AmountMention
from onrecord.model.page import Sentence


def find_amounts(body: str, sentences: Sequence[Sentence]) -> tuple[AmountMention, ...]:
    """Every quantity of the body."""
    return ()
