"""Days of what is set into a page (posts, captions): they are from before it, and posts mostly from the same days."""

from collections.abc import Iterator
from datetime import date, timedelta

from onrecord.find.times import find_times
from onrecord.lineage.dating.clue import STRONG, SURE, Clue
from onrecord.lineage.dating.stretches import around, stretch
from onrecord.lineage.dating.told import Told
from onrecord.model.page import Sentence
from onrecord.model.span import Span

FRESH = 2
"""Days after its latest post by which an article has come out, nearly always."""
EARLY = 1
"""Days by which a post may seem later than the page: its stamp is of the reader's time zone."""


def clues(told: Told) -> Iterator[Clue]:
    """Bounds by the latest full date of each sort of aside that belongs to the article."""
    latest: dict[str, tuple[date, str]] = {}
    for aside in told.article.asides:
        if aside.why not in ("embedded", "caption"):
            continue
        for day, words in _days(told.article.text, aside):
            if aside.why not in latest or day > latest[aside.why][0]:
                latest[aside.why] = (day, words)
    for why, (day, words) in sorted(latest.items()):
        what = "a post" if why == "embedded" else "a caption"
        bound = day - timedelta(days=EARLY if why == "embedded" else 0)
        yield Clue(reason=f'{what} in it is of "{words}"', days=stretch(bound), weight=SURE)
        if why == "embedded":
            yield Clue(reason=f'its latest post is of "{words}"', days=(around(day, EARLY, FRESH),), weight=STRONG)


def _days(text: str, span: Span) -> Iterator[tuple[date, str]]:
    for time in find_times(text, [Sentence(start=span.start, end=span.end, paragraph=0)], None):
        if time.days is not None and time.days.first is not None and time.days.first == time.days.last:
            yield time.days.first, time.of(text)
