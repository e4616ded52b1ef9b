"""Nouns that refer back to actors named before."""

import re
from functools import cache
from typing import Literal

import msgspec

from onrecord.knowledge.tables import table

StandsFor = Literal["counted", "leaders", "body", "issued", "reported", "epithet"]


class ReferenceWords(msgspec.Struct, frozen=True, kw_only=True):
    """A row of ``references.toml``: nouns that stand for one sort of actor."""

    stands_for: StandsFor
    words: tuple[str, ...]
    says: tuple[str, ...] = ()


@cache
def nouns(stands_for: StandsFor) -> str:
    """The nouns as a group of a regular expression, the longest first."""
    rows = table("references.toml", ReferenceWords)
    found = {word for row in rows if row.stands_for == stands_for for word in row.words}
    return "(?:" + "|".join(re.escape(word) for word in sorted(found, key=lambda word: (-len(word), word))) + ")"
