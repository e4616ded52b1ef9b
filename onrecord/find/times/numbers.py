"""Counts: how many days, weeks or years the words say."""

from collections.abc import Sequence

import msgspec

from onrecord.find.times.words import Word, kind_names


class Count(msgspec.Struct, frozen=True):
    """A number, or ``None`` where the words leave it open ("several"); ``vague`` where it is about so many."""

    number: float | None
    vague: bool = False

    @property
    def iso(self) -> str:
        """The number as ISO 8601 durations write it, ``X`` for an open one."""
        if self.number is None:
            return "X"
        return f"{self.number:g}"


def count_of(words: Sequence[Word]) -> Count:
    """The count that number words say; no words say one."""
    names = kind_names()
    if any(names[word.kind] == "slashmark" for word in words):  # 5 1/2
        values = [float(word.value) for word in words if word.value]
        return Count(values[0] + values[-2] / values[-1] if len(values) == 3 and values[-1] else None)
    total: float = 0
    current: float | None = None
    for word in words:
        kind = names[word.kind]
        if kind in ("few", "dozens"):
            return Count(None, True)
        if kind in ("cardinal", "tens", "small", "number", "fouryear"):
            current = (current or 0) + float(word.value)
        elif kind in ("hundred", "dozen"):
            current = (current or 1) * float(word.value)
        elif kind in ("couple", "pair"):
            return Count(2, kind == "couple")
        elif kind == "half":
            current = 0.5 if not current else current + 0.5
        elif kind == "a" and current is None:
            total = 1
    if current is None:
        return Count(total or 1)
    return Count(current)
