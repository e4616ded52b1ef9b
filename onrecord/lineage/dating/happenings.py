"""What happened on a known day: "the Senate on Thursday approved ..." is of the week after that Thursday."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from onrecord.knowledge.chronicle import Happening, told_in
from onrecord.lineage.dating.clue import STRONG, USUAL, Clue
from onrecord.lineage.dating.stretches import Stretch, Stretches, joined
from onrecord.lineage.dating.told import Told
from onrecord.model.mention import TimeMention

_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_LEAD = 3
"""So many sentences from the top tell the news itself; what stands lower may be its history."""


def clues(told: Told) -> Iterator[Clue]:
    """One clue for each sentence that tells of something in the chronicle, with a word that counts from its own day.

    Where several rows fit the words of a sentence, the days are those of all of them. A sentence below the lead counts
    only where another one points to the same days: what stands lower is often told of another day, in other words.
    """
    found = [(number, said, days) for number, said, days in _told(told)]
    for number, said, days in found:
        backed = any(other != number and _meet(days, others) for other, _, others in found)
        if number < _LEAD or backed:
            yield Clue(reason=said, days=days, weight=STRONG if backed else USUAL)


def _told(told: Told) -> Iterator[tuple[int, str, Stretches]]:
    """The number of each sentence that may tell of a happening, the reason, and the days that it allows."""
    for number, (words, times) in enumerate(told.by_sentence):
        near = [time for time in times if _counts(told, time)]
        fits = [
            (row, time, piece)
            for row in (told_in(words) if near else ())
            for time in near
            if (piece := _days(row, time.of(told.body), time)) is not None
        ]
        if fits:
            what = " or ".join(dict.fromkeys(f"{row.what} ({row.day})" for row, _, _ in fits))
            said = f'"{fits[0][1].of(told.body)}" may be when: {what}'
            yield number, said, joined(piece for _, _, piece in fits)


def _meet(one: Stretches, two: Stretches) -> bool:
    return any(first <= end and start <= last for first, last in one for start, end in two)


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
