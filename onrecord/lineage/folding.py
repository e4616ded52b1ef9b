"""Articles to reports and reports to stories: the families of copies, ordered, named and explained."""

from collections.abc import Mapping, Sequence
from datetime import date

from onrecord.lineage.copies import families, pairs
from onrecord.lineage.fingerprint import of_article
from onrecord.lineage.likeness import Likeness
from onrecord.lineage.stories import Telling, stories
from onrecord.model.article import Article
from onrecord.model.entry import Report


def reports(articles: Sequence[Article]) -> tuple[Report, ...]:
    """The reports that the articles are versions of, in the order of their days; the same for any order of input.

    A report's documents stand earliest first (those without a day last, longer ones first), and its id is that of the
    first. ``reasons`` tell of every other document why it was folded in, and next to which.
    """
    ordered = sorted(articles, key=_order)
    by_doc = {article.doc: article for article in ordered}
    likes = pairs([of_article(article) for article in ordered])
    groups = families(by_doc, likes)
    tellings = [_telling(group[0], [by_doc[doc] for doc in group]) for group in groups]
    numbers = stories(tellings)
    first_of: dict[int, str] = {}
    for group in groups:
        first_of.setdefault(numbers[group[0]], group[0])
    return tuple(
        Report(
            id=f"r-{group[0][:8]}",
            docs=tuple(group),
            story=f"s-{first_of[numbers[group[0]]][:8]}",
            reasons={doc: _reason(doc, group, likes, by_doc) for doc in group[1:]},
        )
        for group in groups
    )


def _order(article: Article) -> tuple[date, int, str]:
    days = article.published.days if article.published else None
    return (days.first if days and days.first else date.max, -len(article.body), article.doc)


def _telling(name: str, members: Sequence[Article]) -> Telling:
    fullest = max(members, key=lambda article: (len(article.body), article.doc))
    title = next((article.headline.value for article in members if article.headline), "")
    return Telling(id=name, title=title, text=fullest.body)


def _reason(
    doc: str, group: Sequence[str], likes: Mapping[tuple[str, str], Likeness], by_doc: Mapping[str, Article]
) -> str:
    """Why ``doc`` belongs to the group: its closest link, and the name of the article on the other side."""
    links = [
        (like.runs, other, like.reason)
        for other in group
        for like in (likes.get((other, doc)), likes.get((doc, other)))
        if like is not None
    ]
    _, other, reason = max(links)
    return f"shared with {by_doc[other].name}: {reason}"
