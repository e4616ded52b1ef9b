"""For what days a figure holds, and against what days its change is counted."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from onrecord.model.days import Days
from onrecord.model.mention import TimeMention
from onrecord.model.page import Page
from onrecord.model.span import Span

_BASE_BEFORE = re.compile(
    r"\b(?:from|than|since|compared (?:with|to)|versus|against|over|by|until|before|after|above"
    r"|below)\s(?:the\s|a\s|levels in\s)?$",
    re.I,
)
_NOT_PERIOD_BEFORE = re.compile(r"\b(?:since|by|until|before|than|after|above)\s(?:in\s|the\s|end of\s)*$", re.I)
YEAR_AGO = re.compile(
    r"\b(?:(?:from|than|compared (?:with|to)|over|versus|against|on)\s)?(?:the\s)?(?:same\s(?:period"
    r"|month|quarter|time)\s)?(?:(?:a|one)\syear\s(?:earlier|ago|before)"
    r"|(?:of\s|in\s)?the\s(?:previous|prior|preceding|year-earlier)\s(?:year|period)"
    r"|the\syear\s(?:before|earlier)|last\syear['’]s\s\w+)"
    r"|\byear[- ](?:on|over)[- ]year\b|\by-o-y\b|\byoy\b|\bthe\ssame\s(?:period|month|quarter"
    r"|time)\s(?:of|in|last)\s(?:the\s)?(?:previous|prior|last|preceding)?\s?year\b"
    r"|\byear[- ](?:earlier|ago)\b|\byear-on-year\b|\bon\s(?:the|a)\syear\b|\bannual(?:ly|ized)?\b",
    re.I,
)
_MONTH_AGO = re.compile(
    r"\b(?:a|one|the)\s(?:month\s(?:earlier|ago|before)|previous\smonth|prior\smonth|preceding\smonth)\b"
    r"|\bmonth[- ](?:on|over)[- ]month\b",
    re.I,
)
RIGHT_BEFORE = re.compile(r"(?:['’]s)?\s(?:record\s|revised\s|total\s|overall\s)?")
_SET_AGAINST = re.compile(
    r"\b(?:from|above|below|over|than|against|with)\s(?:the\s|an?\s)?(?:\w+\sof\s)?[^\s\w]{0,2}\d[\d.,]*\s?(?:[\w.%]+\s){1,4}"
    r"(?:(?:in|of|for|during)\s)?(?:the\s)?$"
)
"""``42 percent above the $16 billion recorded in`` a time that is not the figure's own."""
_BESIDE_BEFORE = re.compile(r"\b(?:against|compared\s(?:with|to)|versus|vs\.?)\s(?:the\s)?$", re.I)
COMPARING = re.compile(r"\b(?:earlier|before|ago|same|similar|corresponding|previous|prior|preceding|year-ago)\b", re.I)
"""Words of a time that only says what something is compared with."""
_FALL = re.compile(r"(?:an?\s)?fall\b", re.I)
"""``a fall in exports`` is no autumn."""
_SHORTEST = timedelta(days=6)
_LONG = frozenset(("week", "month", "quarter", "half", "year"))


def period_of(body: str, zone: Span, reading: Span, anchor: int, times: Sequence[TimeMention]) -> TimeMention | None:
    """The time in ``zone`` for which a figure ending at ``anchor`` holds: right before it, after it, else before."""
    own = [
        time
        for time in times
        if zone.holds(time) and _is_period(body, zone, time, anchor) and ";" not in body[anchor : time.start]
    ]
    for time in own:
        if time.end <= reading.start and RIGHT_BEFORE.fullmatch(body, time.end, reading.start):
            return time  # "Norland's 2016 exports", "its 2016 record $9 billion surplus"
    after = [time for time in own if time.start >= anchor]
    before = [time for time in own if time.start < anchor]
    near = next(
        (
            time
            for time in after
            if time.start - anchor < 30 and (time.end + 1 != zone.end or not body[zone.end : zone.end + 1].strip())
        ),
        None,
    )
    return near or (before[-1] if before else None) or (after[0] if after else None)


_CALENDAR = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|month|quarter|year)\b"
)


def unresolved(body: str, zone: Span, times: Sequence[TimeMention]) -> bool:
    """Whether words of ``zone`` give a month or a year that cannot be told: nothing is carried over it."""
    return any(
        zone.holds(time)
        and (time.days is None or not time.days.known)
        and re.search(r"\b(?:in|for|of|during)\s$", body[max(0, time.start - 8) : time.start])
        and _CALENDAR.search(body, time.start, time.end)
        for time in times
    )


_TO_DATE = re.compile(r"\byear[- ]to[- ]date\b|\bso far this (?:calendar )?year\b", re.I)


def to_date(page: Page, zone: Span, time: TimeMention | None) -> Days | None:
    """The days of ``the year to date``, where no other ``time`` is said: from January 1 to the article's day."""
    published = page.article.published
    today = published.days.last if published is not None else None
    match = _TO_DATE.search(page.body, zone.start, zone.end)
    if today is None or match is None or not (time is None or match.start() <= time.start < match.end()):
        return None
    return Days(first=date(today.year, 1, 1), last=today)


def _is_period(body: str, zone: Span, time: TimeMention, anchor: int) -> bool:
    if time.days is None or not time.days.told:
        return False
    if time.days.first is None or time.days.last is None:
        if time.days.known or time.precision not in _LONG:
            return False  # an article without a day keeps the words: "last year"
    elif time.days.last - time.days.first < _SHORTEST:
        return False
    head = body[max(zone.start, time.start - 26) : time.start]
    if re.match(r"[\s-](?:ago|earlier)\b", body[time.end : time.end + 9]) or (
        _SAME.search(head) and body[time.start : time.end].isdigit()
    ):
        return False  # "in the year ago period", "in the same 1986 period"
    if _BESIDE_BEFORE.search(head) or (head.endswith("from ") and body.startswith(("'s", "’s"), time.end)):
        return False
    if time.start > anchor and _SET_AGAINST.search(body[max(anchor, time.start - 70) : time.start]):
        return False
    if _NOT_PERIOD_BEFORE.search(head) or re.search(
        r"(?:\b(?:up|down|\w+ed|\w+er|percent|cent|pct|[mb]ln|dlrs|dollars|[mbt]illion)|%|\d[mb]?n?)\s+from\s(?:the\s)?$",
        head,
    ):
        return False
    return COMPARING.search(body, time.start, time.end) is None and not (
        time.end - time.start < 8 and _FALL.match(body, time.start)
    )


def base_of(body: str, zone: Span, period: Days | None, times: Sequence[TimeMention]) -> tuple[Days | None, int]:
    """The days against which the change in ``zone`` is counted, and where their words end."""
    for match in re.finditer(r"\b(?:from|compared (?:with|to)|over|than|versus)\s", body[zone.start : zone.end]):
        at = zone.start + match.end()
        time = next(
            (
                t
                for t in times
                if t.start in (at, at + len("in "), at + len("the ")) and t.days is not None and t.days.known
            ),
            None,
        )
        if (
            time is not None
            and time.days is not None
            and not re.search(r"(?:earlier|before|ago)$", body[time.start : time.end])
            and not (period is not None and _MONTH_AGO.match(body, time.start, time.end))
        ):
            return time.days, time.end
    words = body[zone.start : zone.end]
    if period is None or period.first is None or period.last is None:
        return None, zone.start
    if year := YEAR_AGO.search(words):
        return year_before(period), zone.start + year.end()
    if month := _MONTH_AGO.search(words):
        return _month_before(period), zone.start + month.end()
    if timedelta(days=45) < period.last - period.first < timedelta(days=350):
        return year_before(period), zone.start  # "over the first eight months": against the same months
    return None, zone.start


def after_base(base: Days, period: Days | None, whole: bool) -> Days | None:
    """The days of a growth whose base alone is told: the year after a ``whole`` one, else those spoken of before."""
    if base.first is None or base.last is None:
        return period
    if whole and _is_year(base) and not (period is not None and _is_year(period) and _later(period, base)):
        year = base.last.year + 1
        return Days(first=date(year, 1, 1), last=date(year, 12, 31))
    same = period is not None and (period.first, period.last) == (base.first, base.last)
    return None if same else period  # what was spoken of before is what this is set against


def _is_year(days: Days) -> bool:
    """Whether days are a year of the calendar."""
    first, last = days.first, days.last
    return (
        first is not None
        and last is not None
        and (first.year, last) == (last.year, date(first.year, 12, 31))
        and (first.month, first.day) == (1, 1)
    )


def _later(days: Days, others: Days) -> bool:
    return days.first is not None and others.last is not None and days.first > others.last


def earlier_period(body: str, zone: Span, period: Days | None) -> tuple[Days | None, int]:
    """The days of a figure set beside another by ``a year earlier`` or ``a month earlier``."""
    return base_of(body, zone, period, ())


_SAME = re.compile(
    r"\b(?:same|similar|corresponding|like|comparable|equivalent)\s(?:(?:period|months?|quarter|time)\s(?:of|in)\s)?$",
    re.I,
)


def in_that_year(body: str, time: TimeMention, period: Days | None) -> Days | None:
    """``the same 1986 period``, ``the same May period``: the days of ``period`` in the year or month of ``time``."""
    if time.days is None or time.days.first is None or period is None or period.first is None or period.last is None:
        return None
    if _SAME.search(body, max(0, time.start - 40), time.start) is None:
        return None
    if re.fullmatch(r"[A-Z][a-z]+", body[time.start : time.end]) and body.startswith(" period", time.end):
        one_month = (period.first.year, period.first.month) == (period.last.year, period.last.month)
        days = (period.first.day, min(period.last.day, 28))
        return (
            Days(first=time.days.first.replace(day=days[0]), last=time.days.first.replace(day=days[1]))
            if one_month
            else None
        )
    if not re.fullmatch(r"\d{4}", body[time.start : time.end]):
        return None
    for _ in range(period.first.year - time.days.first.year):
        period = year_before(period)
    return period


def of_last_year(body: str, time: TimeMention | None, times: Sequence[TimeMention], anchor: int) -> Days | None:
    """The days of a month whose year is said later in its clause: ``the January surplus last year was``."""
    if (
        time is None
        or time.days is None
        or time.days.first is None
        or not _BARE_MONTH.fullmatch(body, time.start, time.end)
    ):
        return None
    for year in times:
        if (
            time.end <= year.start < anchor
            and _YEAR_SAID.fullmatch(body, year.start, year.end)
            and year.days is not None
        ):
            alone = _BASE_BEFORE.search(body, max(0, year.start - 26), year.start) is None
            if (
                alone
                and year.days.first is not None
                and year.start - time.end < 30
                and year.days.first.year < time.days.first.year
            ):
                return year_before(time.days)
    return None


_BARE_MONTH = re.compile(r"[A-Z]?[a-z]+")
_YEAR_SAID = re.compile(r"last\syear", re.I)


def year_before(days: Days) -> Days:
    """The same days a year earlier."""
    assert days.first is not None and days.last is not None
    return Days(first=_year_before(days.first), last=_year_before(days.last))


def _year_before(day: date) -> date:
    if (day.month, day.day) == (2, 29):
        return date(day.year - 1, 2, 28)
    last_of_february = (day.month, day.day) == (2, 28) and (day.year - 1) % 4 == 0
    return date(day.year - 1, day.month, 29 if last_of_february else day.day)


def _month_before(days: Days) -> Days:
    assert days.first is not None
    last = days.first.replace(day=1) - timedelta(days=1)
    return Days(first=last.replace(day=1), last=last)
