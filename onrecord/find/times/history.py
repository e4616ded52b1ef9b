"""History: a text about other years than its own, whose bare months and days follow on what was told last."""

from collections.abc import Iterable
from datetime import date

from onrecord.find.times.grammar import Found
from onrecord.find.times.now import Meaning

_NEWS = frozenset(("weekday", "yesterday", "tonight", "weekend", "unit"))
_LEAST = 4
"""So many days or months of years long past must be named before a text counts as history."""


def is_history(groups: Iterable[list[Found]], known: date | None) -> bool:
    """Whether days and years long past are named far more often than the days around the article's own."""
    if known is None:
        return False
    old = exact = news = 0
    for group in groups:
        found = group[0]
        news += found.rule.name in _NEWS
        year = found.parts.number("year")
        if year is not None and 1000 < year < known.year - 1:
            old += 1
            exact += bool(found.parts.words("month"))
        elif found.rule.name.startswith("era"):
            old, exact = old + 1, exact + 1
    return exact >= _LEAST and old > 2 * news


_ASIDES = frozenset(("decade", "century", "offset", "same-period"))
"""Rules that look away from what is being told."""
_AHEAD = frozenset(("unit", "season"))
"""Rules that go on with it, but may look back as well ("the year before", "that winter")."""
_LEAP = 4
"""A year so far from the one told of is an aside ("as in 1614") unless the next one stands near it as well."""


class Telling:
    """How far the telling of a history has come: the last day, month or year that it told of."""

    def __init__(self) -> None:
        self.at: Meaning | None = None
        self._stray: Meaning | None = None

    def hear(self, rule: str, meaning: Meaning) -> None:
        """Takes note of a meaning; far leaps count when they come twice."""
        if not meaning.first or not meaning.last or meaning.type not in ("DATE", "TIME") or rule in _ASIDES:
            return
        if (meaning.last - meaning.first).days > 366:
            return
        if self.at and self.at.first and rule in _AHEAD and meaning.first < self.at.first:
            return
        leaps = self.at is not None and _apart(self.at, meaning) > _LEAP
        if leaps and (self._stray is None or _apart(self._stray, meaning) > _LEAP):
            self._stray = meaning
            return
        self.at, self._stray = meaning, None

    def year_of(self, month: int) -> int | None:
        """The year of a bare month: that told of, or the next where the months begin anew."""
        if self.at is None or self.at.first is None or self.at.last is None:
            return None
        if (self.at.last - self.at.first).days > 31:
            return self.at.first.year
        gap = month - self.at.first.month
        return self.at.first.year + (gap < -7) - (gap > 8)


def _apart(one: Meaning, other: Meaning) -> int:
    return abs(one.first.year - other.first.year) if one.first and other.first else 0
