"""Figures drawn: for each metric and unit, a bar for every figure, beside each other on one scale."""

from collections import defaultdict
from collections.abc import Sequence

import msgspec

from onrecord.model.assertion import Figure
from onrecord.model.entry import Entry
from onrecord.model.implied import implied
from onrecord.show import phrasing

WIDTH = 240


class Bar(msgspec.Struct, frozen=True, kw_only=True):
    """A figure with its bar, from ``x`` on and ``wide``; ``before`` is where it ended before its change."""

    entry: Entry
    figure: Figure
    x: float = 0
    wide: float = 0
    before: float | None = None


class Scale(msgspec.Struct, frozen=True, kw_only=True):
    """The figures of one metric in one unit, and where nought stands."""

    name: str
    zero: float
    bars: tuple[Bar, ...]


def scales(entries: Sequence[Entry], names: phrasing.Names) -> tuple[Scale, ...]:
    """The figures among ``entries`` by metric and unit, each in the order of whom they are of and of their period."""
    groups: dict[tuple[str, str], list[tuple[Entry, Figure]]] = defaultdict(list)
    for entry in entries:
        if isinstance(entry.best, Figure):
            groups[entry.best.metric, entry.best.unit or ""].append((entry, entry.best))
    found = []
    for (metric, unit), group in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])):
        group.sort(key=lambda pair: _order(pair[1], pair[0].id))
        name = f"{metric.replace('-', ' ')}{', ' if unit else ''}{'%' if unit == 'percent' else unit}"
        found.append(_scale(name, group))
    return tuple(found)


def _order(figure: Figure, id_: str) -> tuple[str, str, str, str, str]:
    period = figure.period.edtf if figure.period else ""
    return figure.reporter or "~", figure.partner or "~", figure.sector or "", period, id_


def _scale(name: str, group: Sequence[tuple[Entry, Figure]]) -> Scale:
    values = [value for _, figure in group for value in (figure.value, _base(figure)) if value is not None]
    low, high = min([0.0, *values]), max([0.0, *values])
    unit = WIDTH / (high - low) if high > low else 0.0
    zero = -low * unit

    def bar(entry: Entry, figure: Figure) -> Bar:
        base = _base(figure)
        before = zero + base * unit if base is not None else None
        if figure.value is None:
            return Bar(entry=entry, figure=figure, x=zero)
        end = zero + figure.value * unit
        return Bar(entry=entry, figure=figure, x=min(zero, end), wide=abs(end - zero), before=before)

    return Scale(name=name, zero=zero, bars=tuple(bar(*pair) for pair in group))


def _base(figure: Figure) -> float | None:
    """What a figure was at the base of its change, as far as value and change imply it."""
    means = implied(figure)
    return means.value if means is not None else None
