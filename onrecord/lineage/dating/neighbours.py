"""Neighbours: dated articles of the same story that tell the same happening with a day of their own."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from onrecord.lineage.dating.clue import STRONG, USUAL, Clue
from onrecord.lineage.dating.dated import Dated, content
from onrecord.lineage.dating.near import fits, is_near, shift
from onrecord.lineage.dating.stretches import Stretch
from onrecord.lineage.dating.told import Told

SHARED = 5
"""Content words that two sentences must share to tell one happening."""
ALIKE = 0.25
"""The part of the content words of both that must be shared."""


def clues(told: Told, neighbours: Sequence[Dated]) -> Iterator[Clue]:
    """For each sentence with a bare weekday or "yesterday": the days by the likest sentence of a neighbour."""
    found: list[tuple[str, Stretch]] = []
    for telling in told.by_sentence:
        time = next((time for time in telling.times if is_near(time.of(told.body))), None)
        twin = _likest(content(telling.words), neighbours) if time is not None else None
        if time is None or twin is None:
            continue
        name, meant = twin
        said = time.of(told.body)
        days = _days(said, meant, time.tense)
        if days is not None:
            found.append((f'"{said}" is {meant} in a like sentence of {name}', days))
    for reason, days in found:
        backed = sum(one[0] <= days[1] and days[0] <= one[1] for _, one in found) > 1
        yield Clue(reason=reason, days=(days,), weight=STRONG if backed else USUAL)


def _likest(words: frozenset[str], neighbours: Sequence[Dated]) -> tuple[str, date] | None:
    """The neighbour with the likest sentence that speaks of one day alone, and that day."""
    best: tuple[float, str, date] | None = None
    for neighbour in neighbours:
        for spoken in neighbour.sentences:
            shared = len(words & spoken.content)
            if shared < SHARED or len({day for _, day in spoken.days}) > 1:
                continue
            like = shared / len(words | spoken.content)
            if like >= ALIKE and (best is None or like > best[0]):
                best = (like, neighbour.name, spoken.days[0][1])
    return best[1:] if best else None


def _days(words: str, meant: date, tense: str) -> Stretch | None:
    if shift(words) == 1:
        return meant + timedelta(days=1), meant + timedelta(days=1)
    if not fits(meant, words):
        return None
    first = meant if tense == "past" else meant - timedelta(days=6)
    return first, meant if tense == "future" else meant + timedelta(days=6)
