"""Words for offices, and for what stands around them."""

from functools import cache
from typing import Literal

import msgspec

from onrecord.knowledge.tables import table

OfficeKind = Literal[
    "state",
    "either",
    "legislator",
    "private",
    "many",
    "paper",
    "rank",
    "portfolio",
    "vouched",
    "body",
    "ruling-body",
    "family-name-first",
    "no-name",
    "man",
    "woman",
]
HEADS: tuple[OfficeKind, ...] = ("state", "either", "legislator", "private", "many", "paper")


class OfficeWords(msgspec.Struct, frozen=True, kw_only=True, rename={"nots": "not"}):
    """A row of ``offices.toml``: words that do one thing."""

    kind: OfficeKind
    words: tuple[str, ...]
    plural: tuple[str, ...] = ()
    says: tuple[str, ...] = ()
    nots: tuple[str, ...] = ()


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """A word that heads an office: what kind, and whether it is more than one person."""

    kind: OfficeKind
    plural: bool


@cache
def heads() -> dict[str, Head]:
    """Each word that heads an office or a described group, in small letters."""
    found: dict[str, Head] = {}
    for row in table("offices.toml", OfficeWords):
        if row.kind in HEADS:
            for word in row.words:
                found.setdefault(word.lower(), Head(kind=row.kind, plural=False))
            for word in row.plural:
                found.setdefault(word.lower(), Head(kind=row.kind, plural=True))
    return found


@cache
def words_for(kind: OfficeKind) -> frozenset[str]:
    """The words of a kind that heads nothing, as written in the table."""
    return frozenset(word for row in table("offices.toml", OfficeWords) if row.kind == kind for word in row.words)
