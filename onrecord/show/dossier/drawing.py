"""The drawn timeline: a lane for each pair of parties, along a band of days from which long empty stretches are cut."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

import msgspec

from onrecord.model.days import Days
from onrecord.show.phrasing import MONTHS

WIDTH = 1060
LEFT = 168
"""Room for the names of the lanes."""
MARGIN = 14
TOP = 40
"""Where the first lane begins, below the days."""
DAY = 9.0
"""Points of width for a day, at most; a long span is drawn narrower so that all fits."""
LONGEST_GAP = 21
"""Empty days beyond these are cut out."""
ROW = 21
BETWEEN = 12
"""Between two lanes."""
LETTER = 5.6
"""Width of a letter in a label, in points: generous, so that labels never touch."""
LABEL = 56
"""Letters of a label at most."""
MOST_LANES = 8
MOST_ITEMS = 90
"""With more than this nothing can be read at a glance: those behind which most reports stand are drawn."""
OTHERS = "others"


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """Something to draw: its days, its label, where it leads, its lane and its look."""

    days: Days
    label: str
    href: str
    kind: str
    lane: str = ""
    title: str = ""
    certainty: str = "stated"
    weight: int = 1


class Drawn(msgspec.Struct, frozen=True, kw_only=True):
    """An item in its place: ``x`` to ``end`` along the band, ``y`` from the top; ``row`` counts over all lanes."""

    item: Item
    x: float
    end: float
    y: float
    row: int
    flipped: bool
    text: str


class Lane(msgspec.Struct, frozen=True, kw_only=True):
    """A stripe of the drawing, with its name in one or two lines."""

    name: tuple[str, ...]
    y: float
    height: float


class Tick(msgspec.Struct, frozen=True, kw_only=True):
    """A mark on the band: where, what it says (from ``left`` on), and whether days were left out before it."""

    x: float
    left: float
    text: str
    cut: bool = False


class Drawing(msgspec.Struct, frozen=True, kw_only=True):
    """All that a template needs to draw the timeline; ``left_out`` counts what there was no room for."""

    width: float
    height: float
    lanes: tuple[Lane, ...]
    items: tuple[Drawn, ...]
    ticks: tuple[Tick, ...]
    left_out: int = 0


def draw(items: Sequence[Item]) -> Drawing | None:
    """Place items in their lanes, in rows so that no label touches another; ``None`` if none has a day."""
    dated = [item for item in items if item.days.first is not None or item.days.last is not None]
    if not dated:
        return None
    weighty = sorted(dated, key=lambda item: (-item.weight, item.kind != "meeting", *_ends(item.days), item.label))
    kept = weighty[:MOST_ITEMS]
    scale = _Scale([day for item in kept for day in _ends(item.days)])
    lanes: list[Lane] = []
    drawn: list[Drawn] = []
    y, row = float(TOP), 0
    for name, members in _lanes(kept):
        placed = _rows(members, scale)
        rows = 1 + max(at for _, at in placed)
        for one, at in placed:
            drawn.append(msgspec.structs.replace(one, y=y + BETWEEN / 2 + (at + 0.5) * ROW, row=row + at))
        height = max(rows * ROW, 2 * 13) + BETWEEN
        lanes.append(Lane(name=_in_lines(name), y=y, height=height))
        y, row = y + height, row + rows
    return Drawing(
        width=WIDTH,
        height=y,
        lanes=tuple(lanes),
        items=tuple(drawn),
        ticks=tuple(scale.ticks()),
        left_out=len(dated) - len(kept),
    )


def _lanes(items: Sequence[Item]) -> list[tuple[str, list[Item]]]:
    """The items of each lane, the fullest first; those of the emptiest lanes together at the end."""
    counts = Counter(item.lane for item in items)
    ranked = sorted(counts, key=lambda name: (name == "", -counts[name], name))
    own = ranked if len(ranked) <= MOST_LANES else ranked[: MOST_LANES - 1]
    found = [(name, [item for item in items if item.lane == name]) for name in own]
    rest = [item for item in items if item.lane not in own]
    return found + ([(OTHERS, rest)] if rest else [])


def _rows(items: Sequence[Item], scale: "_Scale") -> list[tuple[Drawn, int]]:
    """Items of a lane in the order of their days, each in the first row that has room for it and its label."""
    free: list[float] = []
    placed = []
    for item in sorted(items, key=lambda item: (*_ends(item.days), item.label)):
        first, last = _ends(item.days)
        x, end = scale.at(first), scale.at(last)
        text = item.label if len(item.label) <= LABEL else item.label[: LABEL - 1] + "…"
        wide = len(text) * LETTER + 14
        flipped = end + wide > WIDTH - 4 and x - wide >= LEFT
        left, right = (x - wide, end + 6) if flipped else (x - 6, end + wide)
        row = next((number for number, until in enumerate(free) if until <= left), len(free))
        if row == len(free):
            free.append(0.0)
        free[row] = right + 6
        placed.append((Drawn(item=item, x=x, end=end, y=0, row=row, flipped=flipped, text=text), row))
    return placed


def _in_lines(name: str, letters: int = 26) -> tuple[str, ...]:
    """A lane's name in at most two lines."""
    if len(name) <= letters:
        return (name,)
    at = name.rfind(" ", 0, letters)
    at = at if at > 0 else letters
    rest = name[at:].strip()
    return name[:at].strip(), rest if len(rest) <= letters else rest[: letters - 1] + "…"


def _ends(days: Days) -> tuple[date, date]:
    first = days.first or days.last
    last = days.last or days.first
    assert first is not None and last is not None
    return first, last


class _Scale:
    """Days to places on the band, with gaps longer than ``LONGEST_GAP`` cut."""

    def __init__(self, days: Sequence[date]) -> None:
        self._days = sorted(set(days))
        offsets = [0.0]
        self._cuts: set[date] = set()
        for before, after in pairwise(self._days):
            gap = (after - before).days
            if gap > LONGEST_GAP:
                self._cuts.add(after)
            offsets.append(offsets[-1] + min(gap, LONGEST_GAP))
        self._unit = min(DAY, (WIDTH - LEFT - 2 * MARGIN) / max(offsets[-1], 1.0))
        self._offsets = offsets

    def at(self, day: date) -> float:
        """The place of a day that an item begins or ends on."""
        return LEFT + MARGIN + self._offsets[bisect_right(self._days, day) - 1] * self._unit

    def ticks(self) -> list[Tick]:
        """A mark wherever there is room for its words; years where they change or days were cut."""
        found: list[Tick] = []
        year = 0
        clear = 0.0
        for day in self._days:
            x = self.at(day)
            cut = day in self._cuts
            text = f"{day.day} {MONTHS[day.month - 1]}" + (f" {day.year}" if day.year != year else "")
            wide = len(text) * LETTER + 14
            left = min(x, WIDTH - wide)
            if left >= clear:
                year = day.year
                clear = left + wide
            elif cut:
                text = ""
            else:
                continue
            found.append(Tick(x=x, left=left, text=text, cut=cut))
        return found
