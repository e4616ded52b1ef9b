"""Words around verbs of saying: documents, verbs of issuing and telling, verbs that govern "to say"."""

from functools import cache
from typing import Literal

import msgspec

from onrecord.knowledge.tables import table

Sort = Literal[
    "document",
    "survey",
    "issuing",
    "telling",
    "counting",
    "hearing",
    "voicing",
    "turned",
    "clausal",
    "coming",
    "wanting",
    "naming",
    "when",
    "carrying",
    "conveying",
    "appearing",
    "outlet",
]


class SpeakingWords(msgspec.Struct, frozen=True, kw_only=True, rename={"nots": "not"}):
    """A row of ``speaking.toml``: lemmas of one sort; ``says`` are of it, ``not`` are not."""

    sort: Sort
    words: tuple[str, ...]
    says: tuple[str, ...] = ()
    nots: tuple[str, ...] = ()


@cache
def lemmas(sort: Sort) -> frozenset[str]:
    """The lemmas of a sort."""
    return frozenset(word for row in table("speaking.toml", SpeakingWords) if row.sort == sort for word in row.words)
