"""Data periods: figures of a month or quarter at the head of an article came out in the weeks after its end."""

import re
from collections.abc import Iterator
from datetime import timedelta

from onrecord.lineage.dating.clue import USUAL, Clue
from onrecord.lineage.dating.counts import count
from onrecord.lineage.dating.stretches import YEARS, Stretch, joined, that_day
from onrecord.lineage.dating.told import Told
from onrecord.model.mention import TimeMention

LEAD = 3
"""Sentences from the top in which the figures that have just come out stand."""
RELEASE = 110
"""Days after the end of a period by which its figures are news."""
_FIGURES = re.compile(
    r"\b(?:exports?|imports?|shipments|deficit|surplus|trade (?:gap|balance)|output|production|inflation|prices|sales"
    r"|reserves|current account|gross domestic product|GDP|unemployment|orders)\b"
)
_MONTH = re.compile(r"(?:XXXX|\d{4})-(\d\d)\Z")
_QUARTER = re.compile(r"(?:XXXX|\d{4})-Q(\d)\Z")
_THROUGH = re.compile(
    r"\b(?:through|to|until|ended|ending(?: in)?)\s+(?:the end of\s+)?([A-Z][a-z]{2})[a-z]*\.?", re.ASCII
)
_FIRST = re.compile(r"\bfirst (\w+) months\b")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_OF = re.compile(r"\b(?:in|for|during|of|through|over)(?: the)?\s$")
"""What stands before the period that figures are of; "from" and "than" stand before what they are set against."""


def clues(told: Told) -> Iterator[Clue]:
    """The days after the first period of which the lead gives figures, in any year that the words allow."""
    for telling in told.by_sentence[:LEAD]:
        for time in telling.times if _FIGURES.search(telling.words) else ():
            said = time.of(told.body)
            month = _last_month(time, said) if time.tense != "future" else 0
            if not month or not _OF.search(told.body[max(0, time.start - 16) : time.start]):
                continue
            named = int(time.value[:4]) if time.value[:4].isdigit() else None
            days = joined(_after(year, month) for year in YEARS if named in (None, year))
            if days:
                yield Clue(reason=f'it opens with figures of "{said}"', days=days, weight=USUAL)
            return


def _last_month(time: TimeMention, words: str) -> int:
    """The last month of the period that a time names, or 0."""
    if match := _MONTH.match(time.value):
        return int(match[1]) if time.rule in ("month", "months-through") and not time.mod else 0
    if match := _QUARTER.match(time.value):
        return 3 * int(match[1])
    if match := _THROUGH.search(words):
        return _MONTHS.index(match[1]) + 1 if match[1] in _MONTHS else 0
    if match := _FIRST.search(words):
        number = count(match[1]) or 0
        return number if number < 12 else 0
    return 0


def _after(year: int, month: int) -> Stretch:
    end = that_day(year, month, 31)
    return end - timedelta(days=3), end + timedelta(days=RELEASE)
