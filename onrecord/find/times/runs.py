"""For readers: what two mentions say together, and how a duration and a day make an interval."""

import re
from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from onrecord.find.times.now import add_days, shifted
from onrecord.model.days import Days
from onrecord.model.mention import TimeMention

_TO = re.compile(r"\s*(?:to|through|thru|until|till|-|–|—)\s*(?:the\s+)?\Z")
_AND = re.compile(r"\s*(?:,?\s*and|&)\s*(?:on\s+)?\Z")
_LENGTH = re.compile(r"P(\d+)([DWMY])\Z")


def runs(body: str, times: Sequence[TimeMention]) -> tuple[TimeMention, ...]:
    """The mentions with those that make one run put together: ``Thursday and Friday``, ``from May 3 to June 5``.

    Days joined by "and" are a run only if one follows the other; "between ... and" is one in any case.
    """
    out: list[TimeMention] = []
    for time in times:
        days = _run(body, out[-1], time) if out else None
        if days is None:
            out.append(time)
        else:
            start = out[-1].start
            out[-1] = replace(out[-1], end=time.end, days=replace(days, words=body[start : time.end]), rule="run")
    return tuple(out)


def _run(body: str, one: TimeMention, two: TimeMention) -> Days | None:
    if two.start - one.end > 12 or one.days is None or two.days is None:
        return None
    ends = (one.days.first, one.days.last, two.days.first, two.days.last)
    if not all(isinstance(day, date) for day in ends):
        return None
    first, inner, outer, last = (day for day in ends if day is not None)
    gap = body[one.end : two.start]
    if inner >= outer or last < first:
        return None
    between = body[max(0, one.start - 14) : one.start].rstrip().lower().endswith("between")
    if _TO.match(gap) or (_AND.match(gap) and (between or add_days(inner, 1) == outer)):
        return Days(first=first, last=last, approx=one.days.approx or two.days.approx)
    return None


def lasting(length: TimeMention, day: Days, *, ends: bool = False) -> Days | None:
    """The days of a duration that starts (or, with ``ends``, is over) on a day.

    "A two-day visit" that starts on Monday lasts Monday and Tuesday. ``None`` where either is not plain.
    """
    match = _LENGTH.match(length.value)
    if not match or day.first is None or day.last is None or day.first != day.last:
        return None
    count, unit = int(match[1]), match[2]
    if ends:
        return Days(
            first=add_days(shifted(day.last, unit, -count), 1), last=day.last, approx=day.approx, words=day.words
        )
    return Days(first=day.first, last=add_days(shifted(day.first, unit, count), -1), approx=day.approx, words=day.words)


def year_before(days: Days) -> Days | None:
    """The same stretch of the year before: what growth is measured against where the text names no base."""
    if days.first is None or days.last is None:
        return None
    first = shifted(days.first, "Y", -1)
    return Days(first=first, last=add_days(shifted(add_days(days.last, 1), "Y", -1), -1), approx=days.approx)
