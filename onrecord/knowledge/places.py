"""Words that make a capital a place, or a state's name its government."""

from functools import cache
from typing import Literal

import msgspec

from onrecord.knowledge.tables import table

PlaceKind = Literal["before", "motion", "part-of", "governing"]


class PlaceWords(msgspec.Struct, frozen=True, kw_only=True, rename={"nots": "not"}):
    """A row of ``places.toml``."""

    kind: PlaceKind
    words: tuple[str, ...]
    says: tuple[str, ...] = ()
    nots: tuple[str, ...] = ()


@cache
def place_words(kind: PlaceKind) -> frozenset[str]:
    """The words of one kind."""
    return frozenset(word for row in table("places.toml", PlaceWords) if row.kind == kind for word in row.words)
