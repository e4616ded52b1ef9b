"""Stretches told by their end: ``the six months ended December``, ``the fiscal year ending March 31``."""

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import zip_longest

import msgspec

from onrecord.knowledge.phrases import words_of
from onrecord.model.days import Days
from onrecord.model.mention import TimeMention
from onrecord.model.page import Page
from onrecord.model.span import Span
from onrecord.read.figures.months import stretches

_ENDING = re.compile(
    r",?\s(?:(?:that\s|which\s)?(?:ended|ends?|ending)|to|through|up\sto|until)\s(?:in\s|on\s|last\s)?", re.I
)
_LONG = re.compile(
    r"\b(?:(?P<number>\w+)[\s-]months?(?:\speriod)?|(?P<quarter>quarter)|(?P<half>half)|(?P<year>year))$", re.I
)
_LABEL = re.compile(r"\b\d\d(\d\d)[/-](?:\d\d)?(\d\d)\b")
_NUMBERS = {
    word: number
    for number, word in enumerate(words_of("two three four five six seven eight nine ten eleven twelve"), start=2)
}


def times_of(page: Page, span: Span) -> list[TimeMention]:
    """The times in ``span``, each stretch joined with the time at which it begins or ends."""
    published = page.article.published
    times = stretches(page.body, list(page.within(page.times, span)))
    return ended(page.body, times, published.days.last if published else None)


def ended(body: str, times: Sequence[TimeMention], today: date | None) -> list[TimeMention]:
    """``times`` with each stretch and the time at which it ends joined to one."""
    merged: list[TimeMention] = []
    skip: TimeMention | None = None
    for one, then in zip_longest(times, times[1:]):
        if one is skip:
            continue
        joined = _joined(body, one, then, today) if then is not None else None
        merged.append(joined or one)
        skip = then if joined is not None else None
    return merged


def _joined(body: str, one: TimeMention, then: TimeMention, today: date | None) -> TimeMention | None:
    length = _LONG.search(body, one.start, one.end)
    if length is None or _ENDING.fullmatch(body, one.end, then.start) is None:
        return None
    if (
        then.days is None
        or then.days.first is None
        or then.days.last is None
        or (then.days.last - then.days.first).days > 92
    ):
        return None
    months = 3 if length["quarter"] else 6 if length["half"] else 12 if length["year"] else _number(length["number"])
    if months is None:
        return None
    last = then.days.last
    if label := _LABEL.search(body, one.start, one.end):
        year = int(f"{'19' if int(label[2]) > 50 else '20'}{label[2]}")
        last = date(year, last.month, min(last.day, monthrange(year, last.month)[1]))
    elif today is not None and last > today and body.startswith("ended", then.start - len("ended ")):
        last = (
            last.replace(year=last.year - 1, day=min(last.day, 28))
            if last.month == 2
            else last.replace(year=last.year - 1)
        )
    return msgspec.structs.replace(one, end=then.end, days=Days(first=_months_back(last, months), last=last))


def _number(word: str) -> int | None:
    return int(word) if word.isdigit() else _NUMBERS.get(word.lower())


def _months_back(last: date, months: int) -> date:
    """The first of the days of so many months that end with ``last``."""
    after = last + timedelta(days=1)
    month = after.year * 12 + after.month - 1 - months
    return date(month // 12, month % 12 + 1, min(after.day, monthrange(month // 12, month % 12 + 1)[1]))
