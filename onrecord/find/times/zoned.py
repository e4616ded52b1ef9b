"""Time zones: a day or hour keeps the zone that its words name: ``Thursday, local time``, ``midnight in Seoul``.

The days of a mention stay the local days that were said. ``elsewhere`` gives the day that it is in another zone.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import cache

from msgspec.structs import replace

from onrecord.knowledge.zones import LOCAL, day_elsewhere, zone_words, zones
from onrecord.model.mention import TimeMention
from onrecord.model.page import Sentence

_CLOCK = re.compile(r"\d{4}-\d\d-\d\dT(\d\d):(\d\d)\Z")
_BEFORE = re.compile(r"[\s,(]*(?:in\s|at\s)?\Z")
_AFTER = re.compile(r"[\s,)]*(?:on\s)?\Z")
_GAP = 8
"""Fewer characters stand between a time and its zone."""
_WIDEST = 60
"""The words of a zone, with what may stand behind them, are shorter."""


def zoned(body: str, sentences: Sequence[Sentence], times: Sequence[TimeMention]) -> tuple[TimeMention, ...]:
    """The times with the zones that stand in them or beside them."""
    found = [
        (match.start(), match.end(), _named(match.group()))
        for match in _zone_words().finditer(body)
        if not _converts(body, match)
    ]
    if not found and not any(time.type == "TIME" for time in times):
        return tuple(times)
    starts = [start for start, _, _ in found]
    out = []
    for number, time in enumerate(times):
        if time.precision in ("time", "day"):
            near = found[bisect_left(starts, time.start - _WIDEST) : bisect_left(starts, time.end + _GAP)]
            zone = next((zone for start, end, zone in near if _beside(body, time, start, end)), "")
            if not zone and _of_clock(time) and (place := _place().match(body, time.end)):
                zone = zone_words()[place["place"]]
                time = _on(body, time, place.end(), times[number + 1 : number + 2])
            if zone == LOCAL:
                zone = _only_zone(body, sentences, time) or LOCAL
            if zone:
                time = replace(time, zone=zone)
        out.append(time)
    return tuple(out)


def elsewhere(time: TimeMention, zone: str) -> date | None:
    """The day that it is in another zone at a time whose hour and zone are known; else ``None``."""
    clock = _CLOCK.match(time.value)
    if clock is None or time.zone not in zones() or time.days is None or time.days.first is None:
        return None
    day = time.days.first
    moment = datetime(day.year, day.month, day.day) + timedelta(hours=int(clock[1]), minutes=int(clock[2]))
    return day_elsewhere(moment, time.zone, zone)


@cache
def _zone_words() -> re.Pattern[str]:
    places = "|".join(sorted(map(re.escape, (one for one in zone_words() if not one.isupper())), key=len, reverse=True))
    short = "|".join(sorted(map(re.escape, (one for one in zone_words() if one.isupper())), key=len, reverse=True))
    return re.compile(
        rf"\blocal\stime\b|\b(?:{places})(?:\s(?:Standard|Daylight|Summer))?\s[Tt]ime(?!\w)"
        rf"|(?:(?<=\d\s)|(?<=[ap]m\s)|(?<=[ap]\.m\.\s))(?:{short})(?!\w)"
    )


@cache
def _place() -> re.Pattern[str]:
    places = "|".join(sorted(map(re.escape, (one for one in zone_words() if not one.isupper())), key=len, reverse=True))
    return re.compile(rf"\sin\s(?P<place>{places})(?!\w)(?:\s\([^()]{{1,20}}\))?")


def _converts(body: str, zone: re.Match[str]) -> bool:
    """Whether a zone is of a clock in brackets that says another one again: "5 p.m. EST (2200 GMT) on Monday"."""
    return re.search(r"\(\d{1,2}:?\d\d\s\Z", body[max(0, zone.start() - 8) : zone.start()]) is not None


def _named(words: str) -> str:
    if words.lower().startswith("local"):
        return LOCAL
    return zone_words()[re.sub(r"(?:\s(?:Standard|Daylight|Summer))?\s[Tt]ime\Z", "", words)]


def _beside(body: str, time: TimeMention, start: int, end: int) -> bool:
    """Whether words stand in a time expression or right before or behind it."""
    if start >= time.end:
        return start - time.end < _GAP and _BEFORE.fullmatch(body, time.end, start) is not None
    if end <= time.start:
        return time.start - end < _GAP and _AFTER.fullmatch(body, end, time.start) is not None
    return True


def _of_clock(time: TimeMention) -> bool:
    return time.type == "TIME" and re.search(r"T\d\d:\d\d\Z", time.value) is not None


def _on(body: str, time: TimeMention, end: int, following: Sequence[TimeMention]) -> TimeMention:
    """A clock on the day that stands behind its place: "at midnight in Seoul on Friday"."""
    for day in following:
        if day.precision == "day" and day.type == "DATE" and re.fullmatch(r",?\s(?:on\s)?", body[end : day.start]):
            clock = time.value[time.value.index("T") :]
            value = day.value + clock if len(day.value) == 10 else f"XXXX-XX-XX{clock}"
            return replace(time, value=value, days=day.days)
    return time


def _only_zone(body: str, sentences: Sequence[Sentence], time: TimeMention) -> str:
    """The zone of the one place at which the sentence is, "" where it names none or several."""
    at = bisect_right(sentences, time.start, key=lambda one: one.start) - 1
    if at < 0 or time.start >= sentences[at].end:
        return ""
    sentence = sentences[at]
    places = {zone_words()[found["place"]] for found in _place().finditer(body, sentence.start, sentence.end)}
    return places.pop() if len(places) == 1 else ""
