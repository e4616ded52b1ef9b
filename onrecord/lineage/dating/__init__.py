"""Which day an article without one may have: clues from its words and its copies, put together as constraints."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from onrecord.lineage.dating import ages, copies, dateline, full, happenings, neighbours, offices, posts, yearless
from onrecord.lineage.dating.clue import Clue
from onrecord.lineage.dating.neighbours import Neighbour
from onrecord.lineage.dating.together import together
from onrecord.lineage.dating.told import Told
from onrecord.model.article import Article, Published
from onrecord.model.entry import Report

__all__ = ["CLUES", "dates"]

CLUES: tuple[Callable[[Told], Iterator[Clue]], ...] = (
    posts.clues,
    full.clues,
    yearless.clues,
    dateline.clues,
    offices.clues,
    ages.clues,
    happenings.clues,
)
"""What gives clues from an article's own words."""
MOST = 40
"""So many dated articles of a story are looked at, the first of the record."""


def dates(articles: Sequence[Article], reports: Sequence[Report]) -> dict[str, Published]:
    """The days that articles without a known day may have, by document; without any clue, none is given."""
    by_doc = {article.doc: article for article in articles}
    known = {article.doc: day for article in articles if (day := _day(article)) is not None}
    if len(known) == len(by_doc):
        return {}
    told: dict[str, list[str]] = {}
    for report in reports:
        told.setdefault(report.story, []).extend(doc for doc in report.docs if doc in known)
    found = {}
    for report in reports:
        copied = [(Told(by_doc[doc]), known[doc]) for doc in report.docs if doc in known]
        undated = [Told(by_doc[doc]) for doc in report.docs if doc not in known]
        near = [Neighbour(Told(by_doc[doc]), known[doc]) for doc in told[report.story][:MOST]] if undated else []
        for one in undated:
            clues = [clue for give in CLUES for clue in give(one)]
            clues += [*copies.clues(one, copied), *neighbours.clues(one, near)]
            answer = together(clues, "copies" if copied else "words")
            if answer is not None:
                found[one.article.doc] = answer
    return found


def _day(article: Article) -> date | None:
    if article.published is None or article.published.where in ("copies", "words"):
        return None
    days = article.published.days
    return days.first if days.first == days.last else None
