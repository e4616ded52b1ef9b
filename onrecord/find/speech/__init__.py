"""Speech: who says what, in quotation marks or reported."""

from collections.abc import Sequence

from onrecord.model.mention import ActorMention, Attribution
from onrecord.model.page import Sentence


def find_speech(body: str, sentences: Sequence[Sentence], actors: Sequence[ActorMention]) -> tuple[Attribution, ...]:
    """Every attribution of the body."""
    return ()
