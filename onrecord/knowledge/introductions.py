"""Words that stand before what somebody says where no verb of saying does: labels, answers, "in X's words"."""

from functools import cache
from typing import Literal

import msgspec

from onrecord.knowledge.tables import table

Opening = Literal[
    "asks",
    "answers",
    "heading",
    "address",
    "utterance",
    "manner",
    "wording",
    "voiced",
    "puts",
    "ends",
    "arrives",
    "opens",
    "sees",
    "names",
]


class IntroducingWords(msgspec.Struct, frozen=True, kw_only=True, rename={"nots": "not"}):
    """A row of ``introductions.toml``: words of one sort, in small letters; ``says`` are of it, ``not`` are not."""

    sort: Opening
    words: tuple[str, ...]
    says: tuple[str, ...] = ()
    nots: tuple[str, ...] = ()


@cache
def opening(sort: Opening) -> frozenset[str]:
    """The words of a sort."""
    rows = table("introductions.toml", IntroducingWords)
    return frozenset(word for row in rows if row.sort == sort for word in row.words)
