"""What happened on a known day: "the Senate on Thursday approved ..." is of the week after that Thursday."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

import msgspec

from onrecord.knowledge.chronicle import Happening, told_in
from onrecord.lineage.dating.clue import STRONG, USUAL, Clue
from onrecord.lineage.dating.near import fits, is_near, month_and_day, weekday
from onrecord.lineage.dating.stretches import Stretch, joined
from onrecord.lineage.dating.told import Told
from onrecord.model.mention import TimeMention

_UNIT = re.compile(
    r"(?:(?:early|earlier|late|later|in|the|middle|end|of)\s+)*(last|this|next) (week|month)\Z", re.IGNORECASE
)
_STEP = {"last": 1, "this": 0, "next": -1}
_LEAD = 3
"""So many sentences from the top tell the news itself; what stands lower may be its history."""
YEARLESS = 130
"""Days within which a day without a year is named."""


class _Fit(msgspec.Struct, frozen=True):
    """A sentence that may tell of a happening, with the days of an article that says so."""

    sentence: int
    row: Happening
    words: str
    days: Stretch


def clues(told: Told) -> Iterator[Clue]:
    """One clue for each sentence that tells of something in the chronicle, in words that count from the article's day.

    Where several rows fit a sentence, the days are those of all of them. Below the lead, and where the words are wide
    ("last month"), a sentence counts only if another one points to the same days by another happening: what stands
    there is often told of some other day in the same words.
    """
    found: dict[int, list[_Fit]] = {}
    for fit in _fits(told):
        found.setdefault(fit.sentence, []).append(fit)
    for number, here in found.items():
        backed = [fit for fit in here if any(_backs(other, fit) for others in found.values() for other in others)]
        kept = backed or [fit for fit in here if number < _LEAD and is_near(fit.words)]
        if kept:
            what = " or ".join(dict.fromkeys(f"{fit.row.what} ({fit.row.day})" for fit in kept))
            yield Clue(
                reason=f'"{kept[0].words}" may be when: {what}',
                days=joined(fit.days for fit in kept),
                weight=STRONG if backed else USUAL,
            )


def _fits(told: Told) -> Iterator[_Fit]:
    for number, telling in enumerate(told.by_sentence):
        near = [
            time for time in telling.times if _counts(time.of(told.body), time) and not _is_quoted(telling.before(time))
        ]
        for row in told_in(telling.words) if near else ():
            for time in near:
                said = time.of(told.body)
                days = _days(row, said, time)
                if days is not None:
                    yield _Fit(number, row, said, days)


def _counts(words: str, time: TimeMention) -> bool:
    """Whether words count from the article's own day, or name a day without a year."""
    return words.endswith("weekend") or bool(is_near(words) or _UNIT.match(words) or month_and_day(time.value))


def _is_quoted(before: str) -> bool:
    """Whether what follows stands in quotation marks: it counts from the day of the speaker."""
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _backs(one: _Fit, two: _Fit) -> bool:
    """Whether two sentences point to the same days by two happenings."""
    if one.sentence == two.sentence or one.row == two.row:
        return False
    return one.days[0] <= two.days[1] and two.days[0] <= one.days[1]


def _days(row: Happening, words: str, time: TimeMention) -> Stretch | None:
    """The days of an article that says these words of this happening; ``None`` where they do not fit."""
    words = words.lower()
    if words == "yesterday":
        return row.day + timedelta(days=1), row.until + timedelta(days=1)
    if unit := _UNIT.match(words):
        return _beside(row.day, unit[2], _STEP[unit[1]])
    if words.endswith("weekend"):
        saturday = row.day + timedelta(days=5 - row.day.weekday())
        return (saturday, saturday + timedelta(days=8)) if row.until >= saturday - timedelta(days=1) else None
    if named := month_and_day(time.value):
        if not any((day.month, day.day) == named for day in _each(row.day, row.until)):
            return None
        return _by_tense(row.day, time, YEARLESS)
    if weekday(words) is None:
        return None
    return next((_by_tense(day, time, 6) for day in _each(row.day, row.until) if fits(day, words)), None)


def _by_tense(day: date, time: TimeMention, most: int) -> Stretch:
    first = day if time.tense == "past" else day - timedelta(days=most)
    return first, day if time.tense == "future" else day + timedelta(days=most)


def _beside(day: date, unit: str, step: int) -> Stretch:
    """The week or month that comes so many after that of a day."""
    if unit == "week":
        monday = day - timedelta(days=day.weekday() - 7 * step)
        return monday, monday + timedelta(days=6)
    number = day.year * 12 + day.month - 1 + step
    first, after = (date(at // 12, at % 12 + 1, 1) for at in (number, number + 1))
    return first, after - timedelta(days=1)


def _each(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first += timedelta(days=1)
