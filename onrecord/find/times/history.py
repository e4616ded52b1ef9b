"""History: a text about other years than its own, whose bare months and days belong to the year last spoken of."""

from collections.abc import Iterable
from datetime import date

from onrecord.find.times.grammar import Found

_NEWS = frozenset(("weekday", "yesterday", "tonight", "weekend", "unit"))
_LEAST = 8
"""So many years long past must be named before a text counts as history."""


def is_history(groups: Iterable[list[Found]], known: date | None) -> bool:
    """Whether years long past are named far more often than the days around the article's own."""
    if known is None:
        return False
    old = news = 0
    for group in groups:
        found = group[0]
        if found.rule.name in _NEWS:
            news += 1
        year = found.parts.number("year")
        if year is not None and 1000 < year < known.year - 1:
            old += 1
    return old >= _LEAST and old > 4 * news
