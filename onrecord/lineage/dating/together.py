"""All clues together: the days that the least speaks against."""

from collections.abc import Sequence
from datetime import date, timedelta

from onrecord.lineage.dating.clue import Clue
from onrecord.lineage.dating.stretches import YEARS, Stretch, width
from onrecord.model.article import Published
from onrecord.model.days import Days

TOLERANCE = 0
"""So much weight may speak against a day that is kept: one clue of what is only usual is not believed alone."""


def together(clues: Sequence[Clue], where: str) -> Published | None:
    """The interval that holds every day allowed by as many clues (by their weight) as can be; ``None`` without clues.

    The reasons of the clues that narrow it stand in the answer, the narrowest first, and so do those that contradict
    it ("against this: ..."): a contradiction is shown, not settled in silence.
    """
    clues = sorted({clue for clue in clues if clue.days}, key=_order)
    if not clues:
        return None
    first, last = _best(clues)
    reasons: list[str] = []
    low, high = date.min, date.max
    for clue in clues:
        if not any(start <= last and first <= end for start, end in clue.days):
            continue
        hull = _inside(clue, low, high)
        if hull != (low, high):
            reasons.append(clue.reason)
            low, high = hull
    against = [clue for clue in clues if not any(start <= last and first <= end for start, end in clue.days)]
    reasons += [f"against this: {clue.reason}" for clue in against]
    days = Days(
        first=None if first.year < YEARS.start else first,  # what reaches so far is only where the search began
        last=None if last.year >= YEARS.stop - 1 else last,
        approx=first != last,
    )
    return Published(days=days, where=where, reason="; ".join(dict.fromkeys(reasons))) if days.known else None


def _order(clue: Clue) -> tuple[int, int, str]:
    return -clue.weight, width(clue.days), clue.reason


def _best(clues: Sequence[Clue]) -> Stretch:
    """From the first to the last day of those that the most weight of clues allows."""
    edges = sorted({edge for clue in clues for first, last in clue.days for edge in (first, _after(last))})
    scores: list[tuple[int, date, date]] = []
    for start, after in zip(edges, [*edges[1:], None], strict=True):
        weight = sum(clue.weight for clue in clues if clue.allows(start))
        scores.append((weight, start, date.max if after is None else after - timedelta(days=1)))
    most = max(weight for weight, _, _ in scores)
    kept = [(start, end) for weight, start, end in scores if weight >= most - TOLERANCE]
    return kept[0][0], kept[-1][1]


def _after(day: date) -> date:
    return day if day == date.max else day + timedelta(days=1)


def _inside(clue: Clue, low: date, high: date) -> Stretch:
    """The first and last day that a clue leaves of an interval."""
    left = [(max(low, first), min(high, last)) for first, last in clue.days if first <= high and low <= last]
    return (left[0][0], left[-1][1]) if left else (low, high)
