"""What happened in trade policy on which day, with the words that tell it."""

import re
from datetime import date
from functools import cache

import msgspec

from onrecord.knowledge.tables import BadTable, table


class Happening(msgspec.Struct, frozen=True, kw_only=True):
    """A row of ``chronicle.csv``. ``words`` are groups that must all stand in a sentence that tells of it."""

    day: date
    last: date | None = None
    what: str
    words: tuple[str, ...]
    source: str = ""

    @property
    def until(self) -> date:
        """Its last day."""
        return self.last or self.day


@cache
def _rows() -> tuple[Happening, ...]:
    rows = table("chronicle.csv", Happening)
    for row in rows:
        if row.until < row.day or not row.words:
            raise BadTable(f"chronicle.csv, {row.what}: the days are out of order, or no words tell it")
    return rows


@cache
def _pattern(group: str) -> re.Pattern[str]:
    """A group's beginnings of words; capitals do not count, save that short ones (``eu``) must be whole words."""
    pieces = [
        re.escape(piece) + (r"\b" if len(piece) < 4 and piece[-1].isalpha() else "") for piece in group.split("/")
    ]
    return re.compile(r"(?<![\w$])(?:" + "|".join(pieces) + ")")


def told_in(sentence: str) -> tuple[Happening, ...]:
    """What the table has that a sentence may tell of, by its words alone, in the order of the table."""
    small = sentence.lower().replace("’", "'")
    stands: dict[str, bool] = {}  # many rows share a group: each is looked for once

    def has(group: str) -> bool:
        if group not in stands:
            stands[group] = _pattern(group).search(small) is not None
        return stands[group]

    return tuple(row for row in _rows() if all(has(group) for group in row.words))
