"""How like two articles are, and whether they are versions of one report, with the reason."""

import msgspec

from onrecord.lineage.fingerprint import Fingerprint

LONG = 120
"""Words from which a text is long: what it shares is then hardly a form that is filled in anew each week."""
SHARED_LONG = 0.22
SHARED_SHORT = 0.43
FEWEST_SHORT = 25
FEWEST_RUNS_LONG = 25
DAYS_APART_SHORT = 3
DAYS_APART_LONG = 10


class Likeness(msgspec.Struct, frozen=True, kw_only=True):
    """What the shorter of two articles shares with the longer, each a share from 0 to 1.

    ``runs``: of its runs of words; ``numbers``, ``names``, ``title``: of those. ``one`` is the decision.
    """

    runs: float
    numbers: float
    names: float
    title: float
    one: bool
    reason: str


def likeness(a: Fingerprint, b: Fingerprint) -> Likeness:
    """Compare two articles and decide whether they are versions of one report.

    Short forms (a price, a tender, a result) are one only when also their numbers, names and titles agree and they
    came within days: next week's fills the same words with new numbers.
    """
    small, large = sorted((a, b), key=lambda side: (len(side.runs), side.id))
    common = len(small.runs & large.runs)
    shared = common / max(1, len(small.runs))
    numbers = _share(small.numbers, large.numbers)
    names = _share(small.names, large.names)
    title = _share(*sorted((a.title, b.title), key=len))
    apart = _days_apart(a, b)
    if small.length >= LONG:
        one = shared >= SHARED_LONG and common >= FEWEST_RUNS_LONG and numbers >= 0.4 and names >= 0.3
        one = one and (apart <= DAYS_APART_LONG or shared >= 0.9)
    else:
        one = shared >= SHARED_SHORT and small.length >= FEWEST_SHORT and apart <= DAYS_APART_SHORT
        one = one and numbers >= 0.66 and names >= 0.66 and (title >= 0.5 or not a.title or not b.title)
    reason = (
        f"{shared:.0%} of the shorter one's wording (quotations left aside), {numbers:.0%} of its numbers and "
        f"{names:.0%} of its names"
    )
    return Likeness(runs=shared, numbers=numbers, names=names, title=title, one=one, reason=reason)


def _share(small: frozenset[str], large: frozenset[str]) -> float:
    return len(small & large) / len(small) if small else 1.0


def _days_apart(a: Fingerprint, b: Fingerprint) -> float:
    if a.hour is not None and b.hour is not None:
        return abs(a.hour - b.hour) / 24
    if a.day is not None and b.day is not None:
        return float(abs((a.day - b.day).days))
    return 0.0
