"""Joins assertions that mean the same: near-linear, and the same whatever order they come in.

Assertions with the very same identity are one *cell*. Cells are taken from the fullest to the emptiest; each looks,
under its keys, for the groups that it may belong to, joins the one that fits best, or starts its own. A slot that is
left out is bridged only where something else ties both together: the same report, the same number, the same days.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from zlib import crc32

from onrecord.merge.identity import SLACK, WINDOW, Identity, alike, gap, sharp, slack, within
from onrecord.merge.numbers import agree
from onrecord.model.days import Days

SAME_WORDS = 0.6
"""From this share of common words on, two passages of one report's copies are one passage."""
SOME_WORDS = 0.2
SAME_TOPICS = 0.5
BANDS = 8
"""Under how many of its words a statement is filed: enough to meet any other with half of the words in common."""

Key = tuple[object, ...]
Value = tuple[str, float] | None


class Group:
    """Assertions taken for one thing: its fullest identity leads; ``slots`` and ``days`` come from all members."""

    def __init__(self, leader: Identity) -> None:
        self.leader = leader
        self.slots = leader.slots
        self.days = leader.days
        self.members: list[int] = []
        self.reports: set[str] = set()
        self.words: dict[str, list[frozenset[str]]] = defaultdict(list)
        self.values: set[tuple[Value, ...]] = set()

    def add(self, cell: Identity, members: Iterable[int], reports: frozenset[str]) -> None:
        """Take in a cell."""
        self.members.extend(members)
        self.reports |= reports
        self.slots = tuple(mine or theirs for mine, theirs in zip(self.slots, cell.slots, strict=True))
        self.days = within(self.days, cell.days) if self.days and cell.days else self.days or cell.days
        for report in reports:
            self.words[report].append(cell.words)
        if any(cell.values):
            self.values.add(cell.values)


def groups(identities: Sequence[Identity], reports: Sequence[str]) -> list[list[int]]:
    """The numbers of the assertions that mean the same, group by group; ``reports`` is each one's report."""
    cells: defaultdict[Key, list[int]] = defaultdict(list)
    for number, (identity, report) in enumerate(zip(identities, reports, strict=True)):
        cells[_cell(identity, report)].append(number)
    index: defaultdict[Key, list[Group]] = defaultdict(list)
    found: list[Group] = []
    for key in sorted(cells, key=lambda key: (-identities[cells[key][0]].filled, key)):
        members = cells[key]
        cell = identities[members[0]]
        behind = frozenset(reports[member] for member in members)
        group = _best(cell, behind, index)
        if group is None:
            group = Group(cell)
            found.append(group)
        group.add(cell, members, behind)
        for filed in _keys(cell, behind, wide=False):
            if not any(other is group for other in index[filed]):
                index[filed].append(group)
    return [group.members for group in found]


def _ends(days: Days | None) -> tuple[str, str]:
    return (str(days.first or ""), str(days.last or "")) if days else ("", "")


def _cell(one: Identity, report: str) -> Key:
    """What assertions of one cell share: all of their identity; the report and the words too if that is not enough."""
    values = tuple(value or ("", float("-inf")) for value in one.values)
    loose = () if one.enough else (report, *sorted(one.words))
    said = () if one.kind == "figure" or one.sharp else _ends(one.said)
    return one.kind, one.block, one.slots, tuple(sorted(one.topics)), _ends(one.days), said, values, one.aspect, loose


def _months(days: Days, around: int) -> Iterator[tuple[int, int]]:
    at = date.fromordinal(max(1, (days.first or date.min).toordinal() - around))
    last = date.fromordinal(min(date.max.toordinal(), (days.last or date.max).toordinal() + around))
    month, end = (at.year, at.month), (last.year, last.month)
    while month <= end:
        yield month
        month = (month[0] + month[1] // 12, month[1] % 12 + 1)


def _keys(cell: Identity, reports: frozenset[str], *, wide: bool) -> Iterator[Key]:
    """Where a cell is filed and looked for (``wide``: also in the months around)."""
    base = (cell.kind, *cell.block)
    for report in sorted(reports):
        yield ("report", *base, report)
    pins = [(place, slot) for place, slot in enumerate(cell.slots) if slot and cell.pins[place]]
    pins += [(-1, topic) for topic in cell.topics] if cell.kind in ("measure", "position") else []
    if cell.kind == "statement":
        pins = [(band, f"{cell.slots[0]} {least}") for band, least in enumerate(_least(cell.topics)) if cell.slots[0]]
    if cell.kind == "position":
        pins = [(place, f"{cell.slots[0]} {topic}") for place, topic in pins]
    for pin in pins:
        if cell.kind == "figure":
            yield ("period", *base, pin, cell.slots[3])
            continue
        for days, around in ((cell.sharp, slack(cell)), (cell.said, WINDOW[cell.kind])):
            for month in _months(days, around if wide else 0) if days else ():
                yield ("month", *base, pin, month)


def _least(words: frozenset[str]) -> list[str]:
    """For each band the word that comes first in its order of words."""
    return (
        [min(words, key=lambda word: (crc32(f"{band} {word}".encode()), word)) for band in range(BANDS)]
        if words
        else []
    )


def _best(cell: Identity, reports: frozenset[str], index: dict[Key, list[Group]]) -> Group | None:
    """The group that the cell belongs to: the one that fits best; none if two fit equally well with slots left out."""
    seen: set[int] = set()
    fits: list[tuple[tuple[float, ...], bool, Group]] = []
    for key in _keys(cell, reports, wide=True):
        for group in index.get(key, ()):
            if id(group) not in seen:
                seen.add(id(group))
                fit = _fit(cell, reports, group)
                if fit is not None:
                    fits.append((*fit, group))
    if not fits:
        return None
    top = max(fit[0] for fit in fits)
    best = [fit for fit in fits if fit[0] == top]
    return best[0][2] if len(best) == 1 or best[0][1] else None


def _fit(cell: Identity, reports: frozenset[str], group: Group) -> tuple[tuple[float, ...], bool] | None:
    """How well a cell fits a group, and whether no slot had to be bridged; ``None`` if it does not."""
    leader = group.leader
    if any(mine and theirs and mine != theirs for mine, theirs in zip(cell.slots, group.slots, strict=True)):
        return None
    shared = bool(reports & group.reports)
    near = _near(cell, group, shared)
    if near is None:
        return None
    same_number, contradicts = _compare(cell, group)
    likeness = _likeness(cell, leader, same_number)
    if likeness is None:
        return None
    whole = (
        cell.enough
        and cell.slots == leader.slots
        and bool(cell.topics) == bool(leader.topics)
        and (cell.days is None) == (leader.days is None)
    )
    if contradicts and not (whole and not shared and (cell.kind == "figure" or cell.sharp is not None)):
        return None
    if not whole and not _tied(cell, reports, group, shared=shared, same=same_number or near > 1):
        return None
    equal = sum(bool(mine) and mine == theirs for mine, theirs in zip(cell.slots, group.slots, strict=True))
    return (float(whole), float(same_number), float(not contradicts), equal, likeness, near, float(shared)), whole


def _before(one: Days, other: Days) -> bool:
    return (one.last or date.max) < (other.first or date.min)


def _likeness(cell: Identity, leader: Identity, same_number: bool) -> float | None:
    """How alike the topics are; ``None`` if too little. Products must be the same, or some of them at the same rate."""
    if not cell.topics or not leader.topics:
        return 0.0
    likeness = alike(cell.topics, leader.topics)
    if cell.kind == "measure":
        part = same_number and (cell.topics < leader.topics or cell.topics > leader.topics)
        return likeness if likeness == 1 or part else None
    return likeness if likeness >= SAME_TOPICS else None


def _near(cell: Identity, group: Group, shared: bool) -> float | None:
    """How near in time: 2 for the same days, then ever less; ``None`` if too far apart."""
    if cell.kind == "figure":
        return 0.0
    leader, days = group.leader, sharp(cell.kind, group.days)
    if cell.days and group.days:
        apart = gap(cell.days, group.days)
        if apart > (slack(cell) if cell.slots[1] == group.slots[1] else SLACK[cell.kind]):
            return None
        if cell.sharp and days:
            return 2 - apart / 20
    if cell.aspect and leader.aspect and cell.aspect != leader.aspect:
        return None
    one, other = cell.sharp or cell.said, days or leader.said
    if cell.aspect == "ahead" and cell.said and days and _before(days, cell.said):
        return None  # what is ahead is not what was over when it was said
    if one is None or other is None:
        return 0.0 if shared else None
    apart = gap(one, other)
    if apart > WINDOW[cell.kind] and not shared:
        return None
    return 1 / (1 + apart)


def _compare(cell: Identity, group: Group) -> tuple[bool, bool]:
    """Whether a number of the cell agrees with one of the group, and whether one has only others against it.

    Other units (dollars and yen) are other numbers.
    """
    same = against = False
    for place, mine in enumerate(cell.values):
        others = [values[place] for values in group.values]
        theirs = [other for other in others if other is not None]
        if mine is None or not theirs:
            continue
        if any(mine[0] == other[0] and agree(mine[1], other[1]) for other in theirs):
            same = True
        elif place == 0 or any(mine[0] == other[0] or not (mine[0] and other[0]) for other in theirs):
            against = True
    return same, against


def _tied(cell: Identity, reports: frozenset[str], group: Group, *, shared: bool, same: bool) -> bool:
    """Whether something ties a cell to a group although slots are left out."""
    if shared:
        known = (words for report in sorted(reports) for words in group.words.get(report, ()))
        if any(alike(cell.words, words) >= SAME_WORDS for words in known):
            return True
    if cell.kind == "statement":
        return cell.enough
    if cell.kind == "position":  # whom it is put to is left out: then something of what is wanted must be the same
        return cell.enough and bool(cell.topics) and alike(cell.words, group.leader.words) >= SOME_WORDS
    if cell.enough and bool(cell.topics) != bool(group.leader.topics) and not same:
        return False  # tariffs on a state's goods are not those on its steel, even in one report
    pinned = any(
        pin and slot and slot == other for pin, slot, other in zip(cell.pins, cell.slots, group.slots, strict=True)
    )
    if shared and cell.kind == "measure" and cell.slots[0] == group.slots[0] != "":
        return True  # "the Chinese tariffs", in a report of one Chinese tariff
    return (pinned or bool(cell.topics and group.leader.topics)) and (shared or same)
