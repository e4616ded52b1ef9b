"""Where those behind an entry, or two entries, do not agree. Both sides are kept."""

from collections import defaultdict
from collections.abc import Sequence

import msgspec

from onrecord.merge.identity import SLACK, gap
from onrecord.merge.numbers import agree
from onrecord.merge.support import Support
from onrecord.model.assertion import Figure, Meeting, slots_of
from onrecord.model.days import Days
from onrecord.model.entry import AGREES, Conflict, Entry

MIRRORED = {
    "trade-balance": "trade-balance",
    "exports": "imports",
    "imports": "exports",
    "trade-volume": "trade-volume",
}
"""The metric by which the other side counts the same flow."""


def within(supports: Sequence[Support]) -> tuple[Conflict, ...]:
    """The slots on which the supports of one entry differ beyond rounding (numbers) or share no day (days).

    A report does not contradict itself: what differs inside of one says two things.
    """
    found = []
    report_of = {support.id: support.report for support in supports}
    for slot in slots_of(type(supports[0].assertion)):
        if slot in ("round", "said"):
            continue
        sides = _sides(slot, supports)
        if len(sides) > 1 and len({report_of[id_] for _, ids in sides for id_ in ids}) > 1:
            found.append(Conflict(slot=slot, sides=tuple((text, tuple(ids)) for text, ids in sides)))
    return tuple(found)


def _sides(slot: str, supports: Sequence[Support]) -> list[tuple[str, list[str]]]:
    """The values of a slot that do not agree, as text, each with the assertions that say so; the first said first."""
    sides: list[tuple[object, str, list[str]]] = []
    slack = SLACK["meeting"] if isinstance(supports[0].assertion, Meeting) else 0  # talks go on over night
    for support in supports:
        value = getattr(support.assertion, slot)
        if not _comparable(value):
            continue
        unit = (getattr(support.assertion, "unit", None) or "") if slot == "value" else ""
        for other, other_unit, ids in sides:
            if unit == other_unit and _agree(value, other, slack):
                ids.append(support.id)
                break
        else:
            sides.append((value, unit, [support.id]))
    units = {unit for _, unit, _ in sides}
    if len(units) > 1:  # dollars and yen do not contradict each other
        most = max(sorted(units), key=lambda unit: sum(unit == one[1] for one in sides))
        sides = [side for side in sides if side[1] == most]
    return [(f"{shown(value)} {unit}".strip(), ids) for value, unit, ids in sides]


def _comparable(value: object) -> bool:
    if isinstance(value, Days):
        return value.known
    return isinstance(value, int | float) and not isinstance(value, bool)


def _agree(one: object, other: object, slack: int) -> bool:
    if isinstance(one, Days) and isinstance(other, Days):
        return gap(one, other) <= slack
    return isinstance(one, int | float) and isinstance(other, int | float) and agree(one, other)


def shown(value: object) -> str:
    """A value as text."""
    if isinstance(value, Days):
        return value.edtf
    return f"{value:.12g}" if isinstance(value, float) else str(value)


def mirrors(entries: Sequence[Entry]) -> list[Entry]:
    """The entries with those joined by a conflict that count one flow from its two ends.

    A's surplus with B is B's deficit with A, A's exports to B are B's imports from A, in one period and sector. The
    reason is ``mirror``, or ``mirror, in agreement`` where both come to the same.
    """
    flows: defaultdict[tuple[object, ...], list[Entry]] = defaultdict(list)
    for entry in entries:
        if isinstance(entry.best, Figure) and (flow := _flow(entry.best, other_end=False)):
            flows[flow].append(entry)
    return [_mirrored(entry, flows) for entry in entries]


def _mirrored(entry: Entry, flows: dict[tuple[object, ...], list[Entry]]) -> Entry:
    figure = entry.best
    if not isinstance(figure, Figure) or not (flow := _flow(figure, other_end=True)):
        return entry
    found = []
    for other in flows.get(flow, ()):
        if other.id == entry.id or not isinstance(other.best, Figure):
            continue
        theirs = other.best.value or 0.0
        same = agree(figure.value or 0.0, -theirs if figure.metric == "trade-balance" else theirs)
        sides = tuple(
            (f"{shown(one.best.value)} {one.best.unit or ''}".strip(), one.supports)
            for one in (entry, other)
            if isinstance(one.best, Figure)
        )
        reason = f"mirror{AGREES if same else ''}"
        found.append(Conflict(slot="value", sides=sides, with_entry=other.id, reason=reason))
    return msgspec.structs.replace(entry, conflicts=(*entry.conflicts, *found)) if found else entry


def _flow(figure: Figure, *, other_end: bool) -> tuple[object, ...] | None:
    """What is counted, and from where; ``None`` if that is not known well enough to compare."""
    metric = MIRRORED.get(figure.metric)
    period = figure.period
    if not (metric and figure.reporter and figure.partner and period and period.known) or figure.value is None:
        return None
    ends = (figure.partner, figure.reporter) if other_end else (figure.reporter, figure.partner)
    counted = metric if other_end else figure.metric
    sector = "" if figure.sector == "goods" else figure.sector or ""  # what customs count are goods, said or not
    return counted, *ends, sector, figure.unit or "", str(period.first), str(period.last)
