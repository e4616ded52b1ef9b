"""Full dates: what a text tells of as past lies before it, what it says will come lies after it."""

import re
from collections.abc import Iterator
from datetime import date

from onrecord.lineage.dating.clue import STRONG, SURE, Clue
from onrecord.lineage.dating.posts import is_stamp
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
_GOES_ON = re.compile(
    r"\s*(?:$|[^\w\s(]|\(|(?:and|to|when|after|before|that|with|by|as|but|from|or|for|was|were|while|under|which|is)\b)"
)
"""What follows a year that is a time: before any other word ("the 2020 election") it is part of a name."""


def clues(told: Told) -> Iterator[Clue]:
    """Not before the latest date told of as past, and not after the earliest one that is said to come."""
    behind, coming = spoken(told)
    latest = max(behind, key=_first, default=None)
    if latest is not None:
        sure = latest.tense == "past" and latest.rule != "year"
        reason = f'it speaks of "{latest.of(told.body)}" as past or present'
        yield Clue(reason=reason, days=stretch(_first(latest)), weight=SURE if sure else STRONG)
    earliest = min(coming, key=_last, default=None)
    if earliest is not None and (latest is None or _last(earliest) >= _first(latest)):
        yield Clue(reason=f'it says what will be by "{earliest.of(told.body)}"', days=stretch(None, _last(earliest)))


def spoken(told: Told) -> tuple[list[TimeMention], list[TimeMention]]:
    """The full dates that the article tells of as past, and those that it says will come."""
    past: dict[str, list[TimeMention]] = {}
    coming: list[TimeMention] = []
    open_years: set[str] = set()
    for telling in told.by_sentence:
        for time in telling.times:
            if time.rule not in PLAIN or time.days is None or time.days.first is None:
                continue
            before = telling.before(time)
            if is_stamp(before):
                continue
            if time.rule == "year" and _is_name(told.body, time, before):
                open_years.add(time.value)
            elif time.tense == "future" or _AHEAD.search(before):
                open_years.add(time.value)
                if time.tense == "future" and _WILL.search(before):
                    coming.append(time)
            else:
                past.setdefault(time.value, []).append(time)
    behind = [time for times in past.values() for time in times if _is_behind(time, len(times), open_years)]
    return behind, coming


def _first(time: TimeMention) -> date:
    return (time.days.first if time.days else None) or date.min


def _last(time: TimeMention) -> date:
    return (time.days.last if time.days else None) or date.max


def _is_behind(time: TimeMention, times: int, open_years: set[str]) -> bool:
    """Whether a date is told of as past. A year named but once, or also as one that comes, may be only hoped for."""
    return time.rule != "year" or (times > 1 and time.tense == "past" and time.value not in open_years)


def _is_name(body: str, time: TimeMention, before: str) -> bool:
    """Whether a year is part of a name: "Made in China 2025", "the 2020 election"."""
    return _NAMED.search(before) is not None or not _GOES_ON.match(body[time.end : time.end + 20])


_WILL = re.compile(r"\b(?:will|is due|are due|is scheduled|are scheduled|is set|plans? to|until)\b[^.]{0,120}$")
