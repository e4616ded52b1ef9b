"""Articles to reports: who copied whom, and which day an undated one may have."""

from collections.abc import Sequence

from onrecord.model.article import Article, Published
from onrecord.model.entry import Report


def reports(articles: Sequence[Article]) -> tuple[Report, ...]:
    """The reports that the articles are versions of."""
    return tuple(Report(id=f"r-{article.doc[:8]}", docs=(article.doc,)) for article in articles)


def dates(articles: Sequence[Article], reports: Sequence[Report]) -> dict[str, Published]:
    """The days that articles without one may have, by document."""
    return {}
