"""Stretches told by their first and last months: ``from January to August 1987``, ``January/March``."""

import re
from collections.abc import Sequence
from datetime import date

import msgspec

from onrecord.find.times.runs import runs
from onrecord.model.mention import TimeMention

_SLASH = re.compile(r"\s?/\s?")
_FROM = re.compile(r"\bfrom\s(?:the\s)?$", re.I)


def stretches(body: str, times: Sequence[TimeMention]) -> list[TimeMention]:
    """``times``, those that are the ends of one stretch put together.

    A month and the next, after "from", are no stretch: what "fell from May to June" is set against May.
    """
    joined: list[TimeMention] = []
    for written in times:
        time = _whole_year(body, written)
        last = joined[-1] if joined else None
        run = None if last is None or _is_move(body, last, time) else _run(body, last, time)
        if run is None:
            joined.append(time)
        else:
            joined[-1] = run
    return joined


_YEAR = re.compile(r"\s((?:19|20)\d\d)\b")


def _whole_year(body: str, time: TimeMention) -> TimeMention:
    """``the full year 1986`` is that year."""
    match = _YEAR.match(body, time.end)
    if (
        match is None
        or time.days is None
        or not body[time.start : time.end].lower().endswith(("full year", "whole year"))
    ):
        return time
    year = int(match[1])
    days = msgspec.structs.replace(time.days, first=date(year, 1, 1), last=date(year, 12, 31))
    return msgspec.structs.replace(time, end=match.end(), days=days)


def _run(body: str, one: TimeMention, two: TimeMention) -> TimeMention | None:
    first, last = one.days and one.days.first, two.days and two.days.last
    if one.days and first and last and first < last and _SLASH.fullmatch(body, one.end, two.start):
        return msgspec.structs.replace(one, end=two.end, days=msgspec.structs.replace(one.days, last=last))
    both = runs(body, (one, two))
    return both[0] if len(both) == 1 else None


def _is_move(body: str, one: TimeMention, two: TimeMention) -> bool:
    """Whether a figure moved from one month to the next."""
    if one.days is None or two.days is None or one.days.first is None or one.days.last is None:
        return False
    month = (one.days.last - one.days.first).days > 26
    following = two.days.first is not None and (two.days.first - one.days.last).days == 1
    return month and following and _FROM.search(body, max(0, one.start - 10), one.start) is not None
