"""Full dates: what a text tells of as past lies before it, what it says will come lies after it."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from onrecord.lineage.dating.clue import STRONG, SURE, USUAL, Clue
from onrecord.lineage.dating.stretches import stretch
from onrecord.lineage.dating.told import Told
from onrecord.model.mention import TimeMention

PLAIN = frozenset(("day-month-year", "iso", "slash", "month", "year", "quarter", "half", "season", "days"))
"""Rules that name a stretch of the calendar in full."""
_NAMED = re.compile(r"(?:[Mm]ade in (?:China )?|[Aa]genda |[Vv]ision |[Hh]orizon )$")
"""A year after one of these is a programme's name, not a time."""
_AHEAD = re.compile(
    r"\b(?:will|would|by|until|till|before|due|take effect|plans?|planned|expects?|expected|scheduled|set for|end of|"
    r"expires?|through|to|could|might|may|goals?|targets?|next|upcoming|forecasts?|projected|deadline)\b[^.]{0,60}$",
    re.IGNORECASE,
)
AFTER = 800
"""Days after the latest year, month or day that it speaks of by which an article has come out, mostly."""


def clues(told: Told) -> Iterator[Clue]:
    """Not before the latest date told of as past, and not after the earliest one that is said to come."""
    past: tuple[date, date, str, bool] | None = None
    coming: tuple[date, str] | None = None
    for time in told.times:
        days = time.days
        if time.rule not in PLAIN or days is None or days.first is None or days.last is None:
            continue
        before = told.body[max(0, time.start - 80) : time.start]
        if _NAMED.search(before):
            continue
        if _looks_ahead(time, before):
            if time.tense == "future" and _says_will(before) and (coming is None or days.last < coming[0]):
                coming = (days.last, time.of(told.body))
        elif past is None or days.first > past[0]:
            past = (days.first, days.last, time.of(told.body), time.tense == "past")
    if past is not None:
        first, last, words, plain = past
        yield Clue(
            reason=f'it speaks of "{words}" as past or present', days=stretch(first), weight=SURE if plain else STRONG
        )
        yield Clue(
            reason=f'"{words}" is the latest date in it',
            days=stretch(first, last + timedelta(days=AFTER)),
            weight=USUAL,
        )
    if coming is not None and (past is None or coming[0] >= past[0]):
        yield Clue(reason=f'it says what will be by "{coming[1]}"', days=stretch(None, coming[0]), weight=USUAL)


def _looks_ahead(time: TimeMention, before: str) -> bool:
    return time.tense == "future" or _AHEAD.search(before) is not None


_WILL = re.compile(r"\b(?:will|is due|are due|is scheduled|are scheduled|is set|plans? to|until|by)\b[^.]{0,60}$")


def _says_will(before: str) -> bool:
    return _WILL.search(before) is not None
