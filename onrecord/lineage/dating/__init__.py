"""Which day an article without one may have: clues from its words and its copies, put together as constraints."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from onrecord.lineage.dating import ages, copies, dateline, full, happenings, offices, posts, yearless
from onrecord.lineage.dating.clue import Clue
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


def dates(articles: Sequence[Article], reports: Sequence[Report]) -> dict[str, Published]:
    """The days that articles without a known day may have, by document; without any clue, none is given."""
    by_doc = {article.doc: article for article in articles}
    found = {}
    for report in reports:
        members = [by_doc[doc] for doc in report.docs]
        undated = [article for article in members if _day(article) is None]
        if not undated:
            continue
        dated = [(Told(article), day) for article in members if (day := _day(article)) is not None]
        for article in undated:
            told = Told(article)
            clues = [clue for give in CLUES for clue in give(told)]
            clues += copies.clues(told, dated)
            answer = together(clues, "copies" if dated else "words")
            if answer is not None:
                found[article.doc] = answer
    return found


def _day(article: Article) -> date | None:
    if article.published is None or article.published.where in ("copies", "words"):
        return None
    days = article.published.days
    return days.first if days.first == days.last else None
