"""The drawn timeline: a band of days, with what happened on them. Long empty stretches are cut out and marked."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

import msgspec

from onrecord.model.days import Days
from onrecord.show.phrasing import MONTHS

WIDTH = 1040
MARGIN = 16
DAY = 9.0
"""Points of width for a day, at most; a long span is drawn narrower so that all fits."""
LONGEST_GAP = 21
"""Empty days beyond these are cut out."""
ROW = 22
LETTER = 5.6
"""Width of a letter in a label, in points: generous, so that labels never touch."""
LABEL = 60
"""Letters of a label at most."""


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """Something to draw: its days, its label, where it leads, and its lane and look."""

    days: Days
    label: str
    href: str
    kind: str
    title: str = ""


class Drawn(msgspec.Struct, frozen=True, kw_only=True):
    """An item in its place: ``x`` to ``end`` along the band, ``row`` from the top."""

    item: Item
    x: float
    end: float
    row: int
    flipped: bool
    text: str


class Tick(msgspec.Struct, frozen=True, kw_only=True):
    """A mark on the band: where, what it says (from ``left`` on), and whether days were left out before it."""

    x: float
    left: float
    text: str
    cut: bool = False


class Drawing(msgspec.Struct, frozen=True, kw_only=True):
    """All that a template needs to draw the timeline."""

    width: float
    height: float
    rows: int
    items: tuple[Drawn, ...]
    ticks: tuple[Tick, ...]


def draw(items: Sequence[Item]) -> Drawing | None:
    """Place items on the band, in rows so that no label touches another; ``None`` if none has a day."""
    dated = sorted(
        (item for item in items if item.days.first is not None or item.days.last is not None),
        key=lambda item: (*_ends(item.days), item.label),
    )
    if not dated:
        return None
    scale = _Scale([day for item in dated for day in _ends(item.days)])
    free: list[float] = []
    drawn = []
    for item in dated:
        first, last = _ends(item.days)
        x, end = scale.at(first), max(scale.at(last), scale.at(first) + 4)
        text = item.label if len(item.label) <= LABEL else item.label[: LABEL - 1] + "…"
        wide = len(text) * LETTER + 10
        flipped = end + wide > WIDTH - MARGIN
        left, right = (x - wide, end) if flipped else (x, end + wide)
        row = next((number for number, until in enumerate(free) if until <= left), len(free))
        if row == len(free):
            free.append(0.0)
        free[row] = right + 6
        drawn.append(Drawn(item=item, x=x, end=end, row=row, flipped=flipped, text=text))
    return Drawing(
        width=WIDTH, height=len(free) * ROW + 46, rows=len(free), items=tuple(drawn), ticks=tuple(scale.ticks())
    )


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
        room = WIDTH - 2 * MARGIN
        self._unit = min(DAY, room / max(offsets[-1], 1.0))
        self._offsets = offsets

    def at(self, day: date) -> float:
        """The place of a day that an item begins or ends on."""
        return MARGIN + self._offsets[bisect_right(self._days, day) - 1] * self._unit

    def ticks(self) -> list[Tick]:
        """A mark wherever there is room for its words; years where they change or days were cut."""
        found: list[Tick] = []
        year = 0
        clear = 0.0
        for day in self._days:
            x = self.at(day)
            cut = day in self._cuts
            text = f"{day.day} {MONTHS[day.month - 1]}" + (f" {day.year}" if day.year != year else "")
            wide = len(text) * LETTER + 20
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
