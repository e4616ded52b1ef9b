"""The day in a dateline ("BEIJING, May 3 (Xinhua) --"): the report is of that day, or came out on the next."""

from collections.abc import Iterator

from onrecord.find.times import find_times
from onrecord.lineage.dating.clue import SURE, Clue
from onrecord.lineage.dating.near import month_and_day
from onrecord.lineage.dating.stretches import YEARS, around, joined, that_day
from onrecord.lineage.dating.told import Told
from onrecord.model.page import Sentence

BEFORE = 1
"""Days by which a dateline may seem later than the page: it is of another time zone."""
AFTER = 2
"""Days after the day of its dateline by which a report has come out."""


def clues(told: Told) -> Iterator[Clue]:
    """The days that the dateline's own day allows: of any year, where it names none."""
    line = told.article.dateline
    if line is None or line.span is None:
        return
    sentence = Sentence(start=line.span.start, end=line.span.end, paragraph=0)
    for time in find_times(told.article.text, [sentence], None):
        words = time.of(told.article.text)
        if found := month_and_day(time.value):
            month, day = found
            days = joined(
                around(that, BEFORE, AFTER) for year in YEARS if (that := that_day(year, month, day)).day == day
            )
            yield Clue(reason=f'its dateline is of "{words}"', days=days, weight=SURE)
        elif time.days is not None and time.days.first is not None and time.days.first == time.days.last:
            yield Clue(
                reason=f'its dateline is of "{words}"', days=(around(time.days.first, BEFORE, AFTER),), weight=SURE
            )
