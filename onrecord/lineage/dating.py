"""Which day an article without one may have: from its copies' days and from what its own words allow.

Every clue is an interval with its reason; the answer is what all of them leave. A clue that would leave nothing is not
used, and the reason says so.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from difflib import SequenceMatcher

import msgspec

from onrecord.find.sentences import sentences
from onrecord.find.times import find_times
from onrecord.model.article import Article, Published
from onrecord.model.days import Days
from onrecord.model.entry import Report
from onrecord.model.mention import TimeMention
from onrecord.model.page import Sentence

COPY_BEFORE = 2
COPY_AFTER = 5
"""Days by which a copy may come before or after a dated version of the same report."""
SAME_SENTENCE = 0.6
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SHIFTS = {"yesterday": 1, "today": 0, "tonight": 0, "tomorrow": -1}


class Clue(msgspec.Struct, frozen=True, kw_only=True):
    """What one thing says of the day: not before ``first``, not after ``last``."""

    reason: str
    first: date | None = None
    last: date | None = None


def dates(articles: Sequence[Article], reports: Sequence[Report]) -> dict[str, Published]:
    """The days that articles without a known day may have, by document; without any clue, none is given."""
    by_doc = {article.doc: article for article in articles}
    found = {}
    for report in reports:
        members = [by_doc[doc] for doc in report.docs]
        dated = [(article, day) for article in members if (day := _day(article)) is not None]
        for article in members:
            if _day(article) is None:
                clues = [*_from_words(article), *_from_copies(article, dated)]
                if clues:
                    found[article.doc] = _together(clues, "copies" if dated else "words")
    return found


def _day(article: Article) -> date | None:
    if article.published is None or article.published.where in ("copies", "words"):
        return None
    days = article.published.days
    return days.first if days.first == days.last else None


def _from_copies(article: Article, dated: Sequence[tuple[Article, date]]) -> Iterator[Clue]:
    for other, day in dated:
        yield Clue(
            reason=f"its copy {other.name} is of {day}",
            first=day - timedelta(days=COPY_BEFORE),
            last=day + timedelta(days=COPY_AFTER),
        )
    for other, day in dated:
        yield from _from_shared_sentences(article, other, day)


def _from_shared_sentences(article: Article, other: Article, day: date) -> Iterator[Clue]:
    """A sentence that says "yesterday" here and "on Monday" in the dated copy speaks of one day."""
    theirs = [(words, times) for words, times in _timed(other, Days(first=day, last=day)) if times]
    for words, times in _timed(article, None):
        mine = next((time for time in times if _shift(time.words) is not None or _weekday(time.words)), None)
        if mine is None:
            continue
        twin = max(theirs, key=lambda pair: SequenceMatcher(None, words, pair[0]).ratio(), default=None)
        if twin is None or SequenceMatcher(None, words, twin[0]).ratio() < SAME_SENTENCE:
            continue
        spoken = next((t for t in twin[1] if t.days.first and t.days.first == t.days.last), None)
        if spoken is None or spoken.days.first is None:
            continue
        meant, reason = spoken.days.first, f'"{mine.words}" stands where {other.name} says "{spoken.words}"'
        shift = _shift(mine.words)
        if shift is not None:
            yield Clue(reason=reason, first=meant + timedelta(days=shift), last=meant + timedelta(days=shift))
        elif WEEKDAYS[meant.weekday()] in mine.words.lower():
            yield Clue(reason=reason, first=meant, last=meant + timedelta(days=6))


class _Said(msgspec.Struct, frozen=True, kw_only=True):
    words: str
    days: Days


def _timed(article: Article, published: Days | None) -> list[tuple[str, list[_Said]]]:
    found = []
    for number, paragraph in enumerate(article.paragraphs):
        for span in sentences(article.body, paragraph):
            sentence = Sentence(start=span.start, end=span.end, paragraph=number)
            times = find_times(article.body, [sentence], published)
            said = [_Said(words=time.of(article.body), days=time.days or Days()) for time in times]
            found.append((span.of(article.body), said))
    return found


def _from_words(article: Article) -> Iterator[Clue]:
    """A full date that a text speaks of as past lies before it."""
    whole = tuple(
        Sentence(start=span.start, end=span.end, paragraph=number)
        for number, paragraph in enumerate(article.paragraphs)
        for span in sentences(article.body, paragraph)
    )
    latest: tuple[date, TimeMention] | None = None
    for time in find_times(article.body, whole, None):
        days = time.days
        if days is None or days.last is None or days.first is None or _ahead(article.body, time):
            continue
        if latest is None or days.first > latest[0]:
            latest = (days.first, time)
    if latest is not None:
        yield Clue(reason=f'it speaks of "{latest[1].of(article.body)}" as past or present', first=latest[0])


_AHEAD = (
    "will ",
    "by ",
    "until ",
    "before ",
    "due ",
    "would ",
    "to take effect",
    "plan",
    "expect",
    "set for",
    "end of",
)


def _ahead(body: str, time: TimeMention) -> bool:
    before = body[max(0, time.start - 60) : time.start].lower()
    return any(word in before for word in _AHEAD)


def _shift(words: str) -> int | None:
    return SHIFTS.get(words.lower().split()[0]) if words else None


def _weekday(words: str) -> bool:
    return any(day in words.lower() for day in WEEKDAYS)


def _together(clues: Sequence[Clue], where: str) -> Published:
    """What all clues leave, the surest first: those that name a single day before those that only bound it."""
    first: date | None = None
    last: date | None = None
    reasons: list[str] = []
    for clue in sorted(clues, key=_width):
        new_first = clue.first if first is None or (clue.first is not None and clue.first > first) else first
        new_last = clue.last if last is None or (clue.last is not None and clue.last < last) else last
        if new_first is not None and new_last is not None and new_first > new_last:
            reasons.append(f"against this: {clue.reason}")
            continue
        if (new_first, new_last) != (first, last):
            reasons.append(clue.reason)
        first, last = new_first, new_last
    days = Days(first=first, last=last, approx=first != last)
    return Published(days=days, where=where, reason="; ".join(reasons))


def _width(clue: Clue) -> tuple[int, str]:
    if clue.first is None or clue.last is None:
        return 10_000, clue.reason
    return (clue.last - clue.first).days, clue.reason
