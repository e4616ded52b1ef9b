"""Which articles are versions of one report: candidates by rare runs of words, each pair then compared."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from onrecord.lineage.fingerprint import Fingerprint
from onrecord.lineage.likeness import Likeness, likeness

COMMON_RUN = 60
"""A run of words in more articles than this says nothing of copying (a form, a boilerplate line)."""
SAMPLED_FROM = 400
"""Of an article with more runs than this, every fourth is looked up: enough to meet all its copies."""
FEWEST_MEETINGS = 3
"""Runs that two articles must have in common to be compared at all."""


def pairs(prints: Sequence[Fingerprint]) -> dict[tuple[str, str], Likeness]:
    """Every pair of articles found to be versions of one report, as ``(id, id)`` in the order of ``prints``."""
    holders: dict[int, list[int]] = defaultdict(list)
    found: dict[tuple[str, str], Likeness] = {}
    for number, new in enumerate(prints):
        met: Counter[int] = Counter()
        for run in _looked_up(new):
            known = holders[run]
            if len(known) <= COMMON_RUN:
                met.update(known)
                known.append(number)
        for other, times in sorted(met.items()):
            if times < FEWEST_MEETINGS:
                continue
            result = likeness(prints[other], new)
            if result.one:
                found[prints[other].id, new.id] = result
    return found


def families(ids: Iterable[str], linked: Iterable[tuple[str, str]]) -> list[list[str]]:
    """Ids grouped so that linked ones are together, in the order of ``ids``."""
    parent = {name: name for name in ids}

    def root(name: str) -> str:
        while parent[name] != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    for a, b in linked:
        parent[root(b)] = root(a)
    groups: dict[str, list[str]] = defaultdict(list)
    for name in parent:
        groups[root(name)].append(name)
    return list(groups.values())


def _looked_up(new: Fingerprint) -> Iterable[int]:
    if len(new.runs) <= SAMPLED_FROM:
        return new.runs
    return [run for run in new.runs if run % 4 == 0]
