"""Lengths counted from something whose day is known: ``two weeks after the Osaka summit``, ``a day after the talks``.

What is counted from is a named event, or talks of the article itself whose day its text gives; of several days that fit
none is taken.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

import msgspec
from msgspec.structs import replace

from onrecord.find.times.now import shifted
from onrecord.find.times.units import a_unit
from onrecord.model.days import Days
from onrecord.model.mention import EventMention, TimeMention

_THING = (
    r"(?P<thing>talks|negotiations|meeting|summit|visit|trip|call|round|session|hearing|vote|dinner|ruling|deadline"
    r"|announcement|referendum|election|signing|ceremony|inauguration|conference)"
)
_DET = r"(?:the|those|these|their|that|his|her|its)\s(?:[a-z-]+\s)?"
_AFTER = re.compile(r"\s(?P<way>after|following|before|prior\sto|ahead\sof)\s")
_THE_THING = re.compile(_DET + _THING + r"\b(?:\sin\s(?P<place>[A-Z]\w+))?(?!['’])")
_HELD = re.compile(
    _THING
    + r",?\s(?:(?:which|that)\s)?(?:(?:was|were|is|are|will\sbe|took|take)\s)?(?:(?:held|place|scheduled|planned|due"
    r"|set|opened|ended|concluded)\s)?(?:(?:in|at)\s(?P<place>[A-Z]\w+)(?:\s[A-Z]\w+)*,?\s)?(?:on|for)?\s?\Z"
)
_OF_DAY = re.compile(r"(?:['’]s)?\s(?:[a-z-]+\s){0,2}" + _THING + r"\b(?:\sin\s(?P<place>[A-Z]\w+))?")
_NO_WORD = re.compile(r"(?:(?:the|an?)\s)?")
_LENGTH = re.compile(r"P(\d+)([DWMY])\Z")
_REACH = 70


class Dated(msgspec.Struct, frozen=True):
    """Something of the article's own with its day."""

    thing: str
    place: str
    days: Days


def counted(body: str, times: Sequence[TimeMention], events: Sequence[EventMention]) -> tuple[TimeMention, ...]:
    """The times, with days for lengths that are counted from an event or from dated talks."""
    bare = [time for time in times if time.rule == "event" and (time.days is None or not time.days.known)]
    if not bare:
        return tuple(times)
    dated: list[Dated] | None = None
    found: dict[int, TimeMention] = {}
    for time in bare:
        way = _AFTER.match(body, time.end)
        if way is None:
            continue
        base = _event_at(events, body, way.end())
        if base is None and (what := _THE_THING.match(body, way.end())):
            dated = list(_dated(body, times)) if dated is None else dated
            fitting = {(one.days.first, one.days.last): one.days for one in dated if _same(one, what)}
            base = next(iter(fitting.values())) if len(fitting) == 1 else None
        days = _from(base, time, way["way"] in ("after", "following")) if base else None
        if days is not None:
            found[time.start] = replace(time, days=replace(days, words=time.of(body)))
    return tuple(found.get(time.start, time) for time in times)


def _same(one: Dated, what: re.Match[str]) -> bool:
    return one.thing == what["thing"] and (not what["place"] or what["place"] == one.place)


def _event_at(events: Sequence[EventMention], body: str, position: int) -> Days | None:
    """The days of the event that is named right behind a position."""
    at = bisect_left(events, position, key=lambda event: event.start)
    near = at < len(events) and _NO_WORD.fullmatch(body, position, events[at].start)
    return events[at].held if near else None


def _dated(body: str, times: Sequence[TimeMention]) -> Iterator[Dated]:
    """The talks and the like whose day stands beside them: "talks held in Oslo on 3 May", "Thursday's hearing"."""
    for time in times:
        if time.days is None or time.days.first is None or time.precision not in ("day", "time"):
            continue
        after = _OF_DAY.match(body, time.end)
        before = _HELD.search(body[max(0, time.start - _REACH) : time.start])
        for match in (after, before):
            if match is not None:
                yield Dated(match["thing"], match["place"] or "", replace(time.days, words=""))


def _from(base: Days, time: TimeMention, later: bool) -> Days | None:
    length = _LENGTH.match(time.value)
    edge = base.last if later else base.first
    if length is None or edge is None:
        return None
    unit, count = length[2], int(length[1])
    meaning = a_unit(shifted(edge, unit, count if later else -count), unit)
    return Days(first=meaning.first, last=meaning.last, approx=unit != "D" or bool(time.mod))
