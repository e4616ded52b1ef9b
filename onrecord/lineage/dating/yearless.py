"""Days and months without a year: news names them so only within some months, and a weekday beside tells the year."""

import re
from collections.abc import Iterator
from datetime import date

from onrecord.lineage.dating.clue import STRONG, USUAL, Clue, Weight
from onrecord.lineage.dating.near import fits, month_and_day, weekday
from onrecord.lineage.dating.stretches import YEARS, Stretches, around, joined, that_day
from onrecord.lineage.dating.told import Told
from onrecord.model.mention import TimeMention

_MONTH = re.compile(r"XXXX-(\d\d)\Z")
_UNTIL = re.compile(r"\b(?:by|until|till|before|through|starting|beginning|effective)(?: on)?\s+$", re.IGNORECASE)
"""What a day after one of these has not come, whatever the verb is."""

DAY_WINDOW = {"past": (20, 130), "future": (130, 5), "": (130, 130)}
"""How many days before and after a day without a year an article that names it comes out, by the tense."""
MONTH_WINDOW = {"past": (31, 185), "future": (185, 31), "": (185, 185)}
"""The same for the first day of a month (and its last, for what comes after)."""


def clues(told: Told) -> Iterator[Clue]:
    """What each day or month without a year allows, the same words once."""
    seen: set[tuple[str, str]] = set()
    for time in told.times:
        words = time.of(told.body)
        tense = "future" if _UNTIL.search(told.body[max(0, time.start - 12) : time.start]) else time.tense
        if (words, tense) in seen:
            continue
        seen.add((words, tense))
        days, weight = _around(time, words, tense)
        if days:
            way = {"past": "behind", "future": "ahead", "": "near"}[tense]
            yield Clue(reason=f'"{words}", without a year, is {way}', days=days, weight=weight)


def _around(time: TimeMention, words: str, tense: str) -> tuple[Stretches, Weight]:
    if found := month_and_day(time.value):
        month, day = found
        before, after = DAY_WINDOW[tense]
        days = [that for year in YEARS if (that := that_day(year, month, day)).day == day and fits(that, words)]
        return joined(around(that, before, after) for that in days), USUAL if weekday(words) is None else STRONG
    match = _MONTH.match(time.value)
    if match and time.rule == "month" and not words.lower().startswith(("last ", "next ", "this ", "the ")):
        month = int(match[1])
        before, after = MONTH_WINDOW[tense]
        return joined(
            (around(date(year, month, 1), before, 0)[0], around(_end(year, month), 0, after)[1]) for year in YEARS
        ), USUAL
    return (), USUAL


def _end(year: int, month: int) -> date:
    return that_day(year, month, 31)
