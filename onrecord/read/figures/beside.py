"""The figures that another is set beside: what it was before, and where it came from."""

import re
from collections.abc import Iterator

import msgspec

from onrecord.model.assertion import Figure
from onrecord.model.days import Days
from onrecord.model.page import Page
from onrecord.model.span import Span
from onrecord.read.figures import periods
from onrecord.read.figures.ended import times_of
from onrecord.read.figures.reading import Reading
from onrecord.read.figures.what import sector_of, value_of


def before_it(page: Page, zone: Span, reading: Reading, last: Figure, base: Days | None) -> Figure:
    """The figure that the last one is set beside: all as there, but for its value, growth and days."""
    spoken = times_of(page, zone)
    time = periods.period_of(page.body, zone, Span(start=zone.end, end=zone.end), reading.anchor, spoken)
    named = next((t for t in spoken if t.days and t.end <= reading.at and _leads(page.body, t, reading)), None)
    if named is not None:
        period, end = _past(named.days, last.period), reading.end  # "from January's $28 billion", "a 1985 deficit"
    elif time is not None and time.start >= reading.end and time.start - reading.end < 30:
        period, end = periods.in_that_year(page.body, time, last.period) or _past(time.days, last.period), time.end
    else:
        period, end = periods.earlier_period(page.body, Span(start=reading.end, end=zone.end), last.period)
        if period is None:
            period, _ = periods.earlier_period(page.body, Span(start=zone.start, end=reading.at), last.period)
        period, end = period or base, max(end, reading.end)
    value, unit = value_of(reading)
    if unit is None or value is None:
        value, unit = None, None
    proof = page.proof(Span(start=reading.start, end=end))
    return msgspec.structs.replace(
        last,
        **proof,
        value=value,
        unit=unit,
        period=period,
        change_pct=reading.change,
        change_base=None,
        superlative=None,
    )


def part_of(page: Page, reading: Reading, whole: Figure) -> Figure:
    """A part of the sum before it: all as there, but for its value and what was traded."""
    value, unit = value_of(reading)
    goods = sector_of(page.body, Span(start=reading.at, end=reading.end), reading)
    proof = page.proof(Span(start=reading.start, end=reading.end))
    return msgspec.structs.replace(
        whole, **proof, value=value, unit=unit, sector=goods, change_pct=None, change_base=None, superlative=None
    )


def start_of(page: Page, reading: Reading, figure: Figure) -> Iterator[Figure]:
    """Where a figure came from, and when if that is said: ``from 12 billion in 1980`` before ``to 60 billion``."""
    level = reading.level
    if level is None or level.rule != "from-to" or level.high is None:
        return
    end = page.body.rfind(" to ", level.start, level.end)
    if end < 0:
        return
    time = next(iter(page.within(page.times, Span(start=level.start, end=end))), None)
    proof = page.proof(Span(start=level.start, end=time.end if time is not None else end))
    yield msgspec.structs.replace(
        figure,
        **proof,
        value=-abs(level.value) if reading.metric.row.sign < 0 else level.value,
        period=time.days if time is not None else None,
        change_pct=None,
        change_base=None,
        superlative=None,
    )


def _leads(body: str, time: Span, reading: Reading) -> bool:
    """Whether a time of its own stands in a reading or right before it."""
    if periods.COMPARING.search(body, time.start, time.end):
        return False
    return reading.start <= time.start or periods.RIGHT_BEFORE.fullmatch(body, time.end, reading.start) is not None


def _past(days: Days | None, after: Days | None) -> Days | None:
    """What a figure is compared with lies before it: ``from 12 percent in July`` is the July before."""
    if days is None or after is None or days.first is None or after.first is None or days.first < after.first:
        return days
    if re.search(r"\d{4}", days.words):
        return days
    return periods.year_before(days)
