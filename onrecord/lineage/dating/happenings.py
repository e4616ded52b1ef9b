"""What happened on a known day: "the Senate on Thursday approved ..." is of the week after that Thursday."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from onrecord.knowledge.chronicle import Happening, told_in
from onrecord.lineage.dating.clue import STRONG, USUAL, Clue
from onrecord.lineage.dating.stretches import Stretch, joined
from onrecord.lineage.dating.told import Told
from onrecord.model.mention import TimeMention

_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_LEAD = 3
"""So many sentences from the top tell the news itself; what stands lower may be its history."""


def clues(told: Told) -> Iterator[Clue]:
    """One clue for each sentence that tells of something in the chronicle, with a word that counts from its own day.

    Where several rows fit the words of a sentence, the days are those of all of them.
    """
    for number, (words, times) in enumerate(told.by_sentence):
        near = [time for time in times if _counts(told, time)]
        if not near:
            continue
        pieces: list[Stretch] = []
        whats: list[str] = []
        for row in told_in(words):
            for time in near:
                piece = _days(row, time.of(told.body), time)
                if piece is not None:
                    pieces.append(piece)
                    whats.append(f"{row.what} ({row.day})")
        if pieces:
            said = " or ".join(dict.fromkeys(whats))
            yield Clue(
                reason=f'"{near[0].of(told.body)}" may be when: {said}',
                days=joined(pieces),
                weight=STRONG if number < _LEAD else USUAL,
            )


def _counts(told: Told, time: TimeMention) -> bool:
    """Whether words count from the article's own day: a bare weekday, or yesterday."""
    words = time.of(told.body).lower()
    return bool(_WEEKDAY.search(words)) or words == "yesterday"


def _days(row: Happening, words: str, time: TimeMention) -> Stretch | None:
    """The days of an article that says these words of this happening; ``None`` where they do not fit."""
    words = words.lower()
    if words == "yesterday":
        return row.day + timedelta(days=1), row.until + timedelta(days=1)
    weekday = _WEEKDAY.search(words)
    if weekday is None:
        return None
    for day in _each(row.day, row.until):
        if _WEEKDAYS[day.weekday()] == weekday.group().lower():
            first = day if time.tense == "past" else day - timedelta(days=6)
            return first, day if time.tense == "future" else day + timedelta(days=6)
    return None


def _each(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first += timedelta(days=1)
