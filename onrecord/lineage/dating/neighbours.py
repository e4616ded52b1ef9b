"""Neighbours: dated articles of the same story that tell the same happening with a day of their own."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from onrecord.lineage.dating.clue import STRONG, USUAL, Clue
from onrecord.lineage.dating.near import fits, is_near, shift
from onrecord.lineage.dating.stretches import Stretch
from onrecord.lineage.dating.told import Told
from onrecord.model.days import Days

SHARED = 5
"""Content words that two sentences must share to tell one happening."""
ALIKE = 0.25
"""The part of the content words of both that must be shared."""
_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_SMALL = (
    " about after also been before being could from have into more most other over said says some than that their them "
    "then there these they this those under were when where which while will with would "
)
"""Words that stand in any sentence."""


class Neighbour:
    """A dated article with what each of its sentences tells of single days."""

    def __init__(self, told: Told, day: date) -> None:
        self.name = told.article.name
        self.sentences: list[tuple[frozenset[str], date]] = []
        times = told.read(Days(first=day, last=day))
        for sentence in told.sentences:
            days = {
                time.days.first
                for time in times
                if sentence.start <= time.start < sentence.end and time.days and time.days.first == time.days.last
            }
            meant = next(iter(days)) if len(days) == 1 else None
            if meant is not None:
                self.sentences.append((content(sentence.of(told.body)), meant))


def content(sentence: str) -> frozenset[str]:
    """The words of a sentence that tell what it is about: no small words, no weekdays."""
    words = (word.lower() for word in _WORD.findall(sentence))
    return frozenset(
        word
        for word in words
        if (len(word) > 3 or word[0].isdigit()) and f" {word} " not in _SMALL and not is_near(word)
    )


def clues(told: Told, neighbours: Sequence[Neighbour]) -> Iterator[Clue]:
    """For each sentence with a bare weekday or "yesterday": the days by the likest sentence of a neighbour."""
    found: list[tuple[str, Stretch]] = []
    for words, times in told.by_sentence:
        time = next((time for time in times if is_near(time.of(told.body))), None)
        if time is None:
            continue
        mine = content(words)
        best: tuple[float, Neighbour, date] | None = None
        for neighbour in neighbours:
            for theirs, meant in neighbour.sentences:
                shared = len(mine & theirs)
                like = shared / max(1, len(mine | theirs))
                if shared >= SHARED and like >= ALIKE and (best is None or like > best[0]):
                    best = (like, neighbour, meant)
        said = time.of(told.body)
        if best is None:
            continue
        days = _days(said, best[2], time.tense)
        if days is not None:
            found.append((f'"{said}" is {best[2]} in a like sentence of {best[1].name}', days))
    for reason, days in found:
        backed = sum(one[0] <= days[1] and days[0] <= one[1] for _, one in found) > 1
        yield Clue(reason=reason, days=(days,), weight=STRONG if backed else USUAL)


def _days(words: str, meant: date, tense: str) -> Stretch | None:
    if shift(words) == 1:
        return meant + timedelta(days=1), meant + timedelta(days=1)
    if not fits(meant, words):
        return None
    first = meant if tense == "past" else meant - timedelta(days=6)
    return first, meant if tense == "future" else meant + timedelta(days=6)
