"""Time expressions: found by rule, then resolved against the article's day."""

from collections.abc import Sequence

from onrecord.model.days import Days
from onrecord.model.mention import TimeMention
from onrecord.model.page import Sentence


def find_times(body: str, sentences: Sequence[Sentence], published: Days | None) -> tuple[TimeMention, ...]:
    """Every time expression of the body, resolved where ``published`` allows."""
    return ()
