"""Words that tell whether what somebody is called makes them one who meets, wants or gives."""

import re
from functools import cache
from typing import Literal

import msgspec

from onrecord.knowledge.tables import table

HolderKind = Literal["acts_for", "watches", "speaks_for", "own_voice", "private", "of_party", "watches_from"]


class HolderWords(msgspec.Struct, frozen=True, kw_only=True, rename={"nots": "not"}):
    """A row of ``holders.toml``."""

    kind: HolderKind
    words: tuple[str, ...]
    says: tuple[str, ...] = ()
    nots: tuple[str, ...] = ()


def acts_for() -> frozenset[str]:
    """The nouns, as lemmas, through which their owner or origin acts."""
    return _words("acts_for")


def private() -> frozenset[str]:
    """The words that make leaders and chiefs people of no state."""
    return _words("private")


@cache
def _words(kind: HolderKind) -> frozenset[str]:
    return frozenset(word for row in table("holders.toml", HolderWords) if row.kind == kind for word in row.words)


@cache
def _pattern(kind: HolderKind) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(re.escape(word) for word in sorted(_words(kind))) + ")", re.IGNORECASE)


def told_by(kind: HolderKind, text: str) -> bool:
    """Whether a role or a body's name has one of the words, or a word that begins so."""
    return _pattern(kind).search(text) is not None
