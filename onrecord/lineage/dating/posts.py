"""Days of what is set into a page (posts, captions): they are from before it, and posts mostly from the same days."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from onrecord.find.times import find_times
from onrecord.lineage.dating.clue import STRONG, SURE, Clue
from onrecord.lineage.dating.stretches import around, stretch
from onrecord.lineage.dating.told import Told
from onrecord.model.page import Sentence
from onrecord.model.span import Span

FRESH = 4
"""Days after its latest post by which an article has come out, nearly always."""
EARLY = 1
"""Days by which a post may seem later than the page: its stamp is of the reader's time zone."""
_SIGNED = re.compile(r"\(@\w{2,20}\)\s+(?=\w)")
"""The end of a post's signature, which its day follows. Posts of parties are the article's text, others are asides."""
_STAMPED = re.compile(r"\(@\w{2,20}\)\s+$")
STAMP = 24
"""Characters after a signature in which its day stands."""


def clues(told: Told) -> Iterator[Clue]:
    """Bounds by the latest post, and by the latest caption."""
    text = told.article.text
    stamps = [Span(start=found.end(), end=found.end() + STAMP) for found in _SIGNED.finditer(text)]
    latest = _latest(text, stamps)
    if latest is not None:
        day, words = latest
        yield Clue(reason=f'a post in it is of "{words}"', days=stretch(day - timedelta(days=EARLY)), weight=SURE)
        yield Clue(reason=f'its latest post is of "{words}"', days=(around(day, EARLY, FRESH),), weight=STRONG)
    caption = _latest(text, [aside for aside in told.article.asides if aside.why == "caption"])
    if caption is not None:
        yield Clue(reason=f'a caption in it is of "{caption[1]}"', days=stretch(caption[0]), weight=SURE)


def is_stamp(before: str) -> bool:
    """Whether a day is the stamp of a post, by the words before it: it is of the reader's time zone."""
    return _STAMPED.search(before) is not None


def _latest(text: str, spans: Sequence[Span]) -> tuple[date, str] | None:
    """The latest full day that stands in one of the spans, and its words."""
    found = [
        (time.days.first, time.of(text))
        for span in spans
        for time in find_times(text, [Sentence(start=span.start, end=min(span.end, len(text)), paragraph=0)], None)
        if time.days is not None and time.days.first is not None and time.days.first == time.days.last
    ]
    return max(found, default=None)
