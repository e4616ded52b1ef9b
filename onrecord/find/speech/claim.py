"""A claim: one cue with what is said by it and who says it, before speakers and chains are filled in."""

from functools import cached_property
from typing import Literal

import msgspec

from onrecord.model.days import Days
from onrecord.model.mention import ActorMention
from onrecord.model.span import Span

Frame = Literal[
    "clause",
    "infinitive",
    "object",
    "preposition",
    "noun",
    "adjective",
    "quote",
    "carried",
    "according",
    "citing",
    "block",
    "transcript",
    "embedded",
]
"""How the content hangs on its cue."""


WHOLE = "whole"
"""The link of an object that is a clause with all that hangs on it: weighed as an object, read as a clause."""


class Claim(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """All spans are spans of the body. ``cue`` is empty for a post or a quotation carried on.

    ``head`` is where the head word of the source stands; ``sentence`` and ``at`` are the places of the cue word.
    ``passes`` is where the one who passes it on stands ("NHK quoted ...": NHK), nearest first.
    """

    frame: Frame
    lemma: str
    content: tuple[Span, ...]
    sentence: int
    at: int = -1
    pos: str = ""
    link: str = ""
    cue: Span | None = None
    source: Span | None = None
    pronoun: Span | None = None
    """The relative pronoun by which the verb takes up its source ("the bureau, which said")."""
    head: int | None = None
    passes: tuple[int, ...] = ()
    days: Days | None = None
    speaker: ActorMention | None = None
    """Who speaks, where the source's words are no mention themselves ("BESSENT:")."""

    @property
    def follows(self) -> bool:
        """Whether its cue stands after what is said, or inside it ("..., he said")."""
        return self.frame == "clause" and self.cue is not None and self.content[0].end <= self.cue.start

    @cached_property
    def start(self) -> int:
        """Where its first word stands."""
        return min(span.start for span in self._spans)

    @cached_property
    def end(self) -> int:
        """Where its last word ends."""
        return max(span.end for span in self._spans)

    @property
    def _spans(self) -> tuple[Span, ...]:
        source = None if self.frame == "carried" else self.source
        return tuple(span for span in (*self.content, self.cue, source) if span is not None)
