"""Full dates: what a text tells of as past lies before it, what it says will come lies after it."""

import re
from collections.abc import Iterator
from datetime import date

from onrecord.lineage.dating.clue import STRONG, SURE, USUAL, Clue, Weight
from onrecord.lineage.dating.stretches import stretch
from onrecord.lineage.dating.told import Told
from onrecord.model.mention import TimeMention

PLAIN = frozenset(("day-month-year", "iso", "slash", "month", "year", "quarter", "half", "season", "days"))
"""Rules that name a stretch of the calendar in full."""
_NAMED = re.compile(r"(?:[Mm]ade in (?:China )?|[Aa]genda |[Vv]ision |[Hh]orizon )$")
"""A year after one of these is a programme's name, not a time."""
_AHEAD = re.compile(
    r"\b(?:will|would|by|until|till|before|due|take effect|plans?|planned|expects?|expected|scheduled|set for|end of|"
    r"expires?|through|to|could|might|may|goals?|targets?|next|upcoming|forecasts?|outlook|projected|hopes?|wants?|elected|deadline)\b[^.]{0,120}$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\s*(?:$|[^\w\s(]|\(|(?:and|to|when|after|before|that|with|by|as|but|from|or|for|was|were|while|under|which|is)\b)")
"""What follows a year that is a time: before any other word ("the 2020 election") it is part of a name."""


def clues(told: Told) -> Iterator[Clue]:
    """Not before the latest date told of as past, and not after the earliest one that is said to come."""
    past: tuple[date, TimeMention] | None = None
    coming: tuple[date, str] | None = None
    for words, times in told.by_sentence:
        for time in times:
            days = time.days
            if time.rule not in PLAIN or days is None or days.first is None or days.last is None:
                continue
            before = words[: words.find(time.of(told.body))]
            if time.rule == "year" and _is_name(told.body, time, before):
                continue
            if time.tense == "future" or _AHEAD.search(before):
                if time.tense == "future" and _WILL.search(before) and (coming is None or days.last < coming[0]):
                    coming = (days.last, time.of(told.body))
            elif past is None or days.first > past[0]:
                past = (days.first, time)
    if past is not None:
        first, time = past
        yield Clue(
            reason=f'it speaks of "{time.of(told.body)}" as past or present', days=stretch(first), weight=_weight(told, time)
        )
    if coming is not None and (past is None or coming[0] >= past[0]):
        yield Clue(reason=f'it says what will be by "{coming[1]}"', days=stretch(None, coming[0]))


def _weight(told: Told, time: TimeMention) -> Weight:
    """A day or month after a verb that looks back is sure; a year named once may be one that is hoped for."""
    if time.rule != "year":
        return SURE if time.tense == "past" else STRONG
    again = sum(other.value == time.value and other.tense == "past" for other in told.times)
    return STRONG if again > 1 else USUAL


def _is_name(body: str, time: TimeMention, before: str) -> bool:
    """Whether a year is part of a name: "Made in China 2025", "the 2020 election"."""
    return _NAMED.search(before) is not None or not _GOES_ON.match(body[time.end : time.end + 20])


_WILL = re.compile(r"\b(?:will|is due|are due|is scheduled|are scheduled|is set|plans? to|until)\b[^.]{0,120}$")
