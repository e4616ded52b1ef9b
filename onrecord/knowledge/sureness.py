"""Words that say how sure something is."""

from functools import cache
from typing import Literal

import msgspec

from onrecord.knowledge.tables import table
from onrecord.model.assertion import Certainty

Standing = Literal["adverb", "adjective", "noun", "verb", "false", "open"]


class SurenessWords(msgspec.Struct, frozen=True, kw_only=True, rename={"nots": "not"}):
    """A row of ``sureness.toml``: lemmas that make what they govern this sure; ``says`` do, ``not`` do not."""

    pos: Standing
    certainty: Certainty
    words: tuple[str, ...]
    says: tuple[str, ...] = ()
    nots: tuple[str, ...] = ()


@cache
def sureness(pos: Standing) -> dict[str, Certainty]:
    """How sure each lemma that stands so makes it."""
    rows = table("sureness.toml", SurenessWords)
    return {word: row.certainty for row in rows if row.pos == pos for word in row.words}
