"""Which day an article without one may have: clues from its words and its copies, put together as constraints."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from msgspec.structs import replace

from onrecord.lineage.dating import (
    ages,
    copies,
    dateline,
    events,
    full,
    happenings,
    neighbours,
    offices,
    periods,
    posts,
    stated,
    tenure,
    yearless,
)
from onrecord.lineage.dating.clue import Clue
from onrecord.lineage.dating.dated import Dated
from onrecord.lineage.dating.together import together
from onrecord.lineage.dating.told import Told
from onrecord.model.article import Article, Published
from onrecord.model.days import Days
from onrecord.model.entry import Report

__all__ = ["CLUES", "checked", "dates"]

CLUES: tuple[Callable[[Told], Iterator[Clue]], ...] = (
    posts.clues,
    full.clues,
    yearless.clues,
    dateline.clues,
    offices.clues,
    tenure.clues,
    periods.clues,
    ages.clues,
    events.clues,
    happenings.clues,
)
"""What gives clues from an article's own words."""
MOST = 40
"""So many dated copies, and articles of a story, are looked at: the first of the record."""


def checked(article: Article) -> Article:
    """The article with what its own words say against its stated day, if they do (``published.doubt``)."""
    doubt = stated.against(Told(article)) if article.published else ""
    if article.published is None or not doubt:
        return article
    return replace(article, published=replace(article.published, doubt=doubt))


def dates(articles: Sequence[Article], reports: Sequence[Report]) -> dict[str, Published]:
    """The days that articles without a known day may have, by document; without any clue, none is given."""
    by_doc = {article.doc: article for article in articles}
    known = {article.doc: day for article in articles if (day := _day(article)) is not None}
    if len(known) == len(by_doc):
        return {}
    of_story: dict[str, list[str]] = {}
    for report in reports:
        of_story.setdefault(report.story, []).extend(doc for doc in report.docs if doc in known)
    read: dict[str, Dated] = {}

    def dated(docs: Sequence[str]) -> list[Dated]:
        read.update((doc, Dated(by_doc[doc], known[doc])) for doc in docs if doc not in read)
        return [read[doc] for doc in docs]

    found = {}
    for report in reports:
        undated = [by_doc[doc] for doc in report.docs if doc not in known]
        if not undated:
            continue
        copied = dated([doc for doc in report.docs if doc in known][:MOST])
        near = dated(of_story[report.story][:MOST])
        for article in undated:
            one = Told(article)
            clues = [clue for give in CLUES for clue in give(one)]
            clues += [*copies.clues(one, copied), *neighbours.clues(one, near)]
            answer = together(clues, "copies" if copied else "words")
            doubted = article.published
            if doubted is not None and doubted.doubt:
                found[article.doc] = _instead(doubted, answer)
            elif answer is not None:
                found[article.doc] = answer
    return found


def _instead(doubted: Published, answer: Published | None) -> Published:
    """What stands instead of a day that is not believed: what the words allow, with the contradiction told."""
    told = f"against this: {doubted.days.edtf} is stated ({doubted.where}), but {doubted.doubt}"
    if answer is None:
        return Published(days=Days(), where="words", reason=told, stated=doubted)
    return replace(answer, reason=f"{answer.reason}; {told}" if answer.reason else told, stated=doubted)


def _day(article: Article) -> date | None:
    published = article.published
    if published is None or published.doubt or published.where in ("copies", "words"):
        return None
    return published.days.first if published.days.first == published.days.last else None
