"""What figures imply for the base of their change, held against what is said of those days."""

from collections import defaultdict
from collections.abc import Sequence

import msgspec

from onrecord.merge.conflicts import shown
from onrecord.merge.numbers import agree
from onrecord.model.assertion import Figure
from onrecord.model.days import Days
from onrecord.model.entry import AGREES, Conflict, Entry
from onrecord.model.implied import Implied, implied, rounded


def bases(entries: Sequence[Entry]) -> list[Entry]:
    """The entries with those joined by a conflict of which one implies a value that the other states.

    "56 billion in 2024, up 12 percent from 2023" implies 50 billion for 2023. The reason says which is implied:
    ``implied for 2023`` at the one that implies it, ``implied by 2024`` at the one that states it; with
    ``, in agreement`` where both are the same within the rounding of all numbers behind them.
    """
    stated: defaultdict[tuple[object, ...], list[Entry]] = defaultdict(list)
    for entry in entries:
        if isinstance(entry.best, Figure) and entry.best.value is not None:
            stated[_counted(entry.best, entry.best.period)].append(entry)
    found: defaultdict[str, list[Conflict]] = defaultdict(list)
    for entry in entries:
        if not isinstance(entry.best, Figure) or (means := implied(entry.best)) is None or means.base is None:
            continue
        for other in stated.get(_counted(entry.best, means.base), ()):
            if other.id != entry.id and isinstance(other.best, Figure) and other.best.value is not None:
                _join(entry, other, entry.best, other.best, means, found)
    return [
        msgspec.structs.replace(entry, conflicts=(*entry.conflicts, *found[entry.id])) if entry.id in found else entry
        for entry in entries
    ]


def _counted(figure: Figure, days: Days | None) -> tuple[object, ...]:
    """What is counted, of whom with whom, in which days."""
    ends = (days.first, days.last) if days is not None and days.known else (figure.start, figure.doc)
    return figure.metric, figure.reporter, figure.partner, figure.sector or "", figure.unit or "", *ends


def _join(
    entry: Entry, other: Entry, figure: Figure, stated: Figure, means: Implied, found: dict[str, list[Conflict]]
) -> None:
    value = stated.value or 0.0
    low, high = rounded(value)
    same = (low <= means.high and means.low <= high) or agree(value, means.value)
    suffix = AGREES if same else ""
    there = (f"{shown(_short(means.value))} {means.unit}".strip(), entry.supports)
    here = (f"{shown(value)} {stated.unit or ''}".strip(), other.supports)
    base = means.base.edtf if means.base else ""
    period = figure.period.edtf if figure.period and figure.period.known else "another figure"
    found[entry.id].append(
        Conflict(slot="value", sides=(there, here), with_entry=other.id, reason=f"implied for {base}{suffix}")
    )
    found[other.id].append(
        Conflict(slot="value", sides=(here, there), with_entry=entry.id, reason=f"implied by {period}{suffix}")
    )


def _short(value: float) -> float:
    """A value to four digits: more would be said by nobody, and would not be true."""
    return float(f"{value:.4g}")
