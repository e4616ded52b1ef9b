"""All clues together: the days that the least speaks against."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import accumulate

from onrecord.lineage.dating.clue import Clue
from onrecord.lineage.dating.stretches import SEARCHED, Stretch, width
from onrecord.model.article import Published
from onrecord.model.days import Days


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
        first=None if first < SEARCHED[0] else first,
        last=None if last > SEARCHED[1] else last,
        approx=first != last,
    )
    return Published(days=days, where=where, reason="; ".join(dict.fromkeys(reasons))) if days.known else None


def _order(clue: Clue) -> tuple[int, int, str]:
    return -clue.weight, width(clue.days), clue.reason


def _best(clues: Sequence[Clue]) -> Stretch:
    """From the first to the last day of those that the most weight of clues allows."""
    gains: Counter[date] = Counter()
    for clue in clues:
        for first, last in clue.days:
            gains[first] += clue.weight
            if last < date.max:
                gains[_after(last)] -= clue.weight
    edges = sorted(gains)
    weights = list(accumulate(gains[edge] for edge in edges))
    most = max(weights)
    ends = [after - timedelta(days=1) for after in edges[1:]] + [date.max]
    kept = [at for at, weight in enumerate(weights) if weight == most]
    return edges[kept[0]], ends[kept[-1]]


def _after(day: date) -> date:
    return day if day == date.max else day + timedelta(days=1)


def _inside(clue: Clue, low: date, high: date) -> Stretch:
    """The first and last day that a clue leaves of an interval."""
    left = [(max(low, first), min(high, last)) for first, last in clue.days if first <= high and low <= last]
    return (left[0][0], left[-1][1]) if left else (low, high)
