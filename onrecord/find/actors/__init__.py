"""Actors: states, bodies and people, by their names."""

from collections.abc import Sequence
from datetime import date

from onrecord.model.mention import ActorMention
from onrecord.model.page import Sentence


def find_actors(body: str, sentences: Sequence[Sentence], day: date | None) -> tuple[ActorMention, ...]:
    """Every named actor of the body; ``day`` decides who held an office."""
    return ()
