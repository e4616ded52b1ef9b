"""Search: the articles in which words stand, with the place."""

import re

from onrecord.model.article import Article
from onrecord.show import phrasing
from onrecord.show.views.asked import Asked
from onrecord.show.views.table import Line, Table
from onrecord.store import Database

COLUMNS = ("published", "outlet", "headline")
AROUND = 90
"""Characters shown on each side of a hit."""


def search(record: Database, words: str, asked: Asked, limit: int = 100) -> Table:
    """The articles in which all ``words`` stand, the best first, each with the words around the first hit."""
    lines = []
    kept = asked.docs(record)
    for article in record.search(words, limit=limit):
        days = article.published.days if article.published else None
        if not asked.knows(article) or (kept is not None and article.doc not in kept):
            continue
        lines.append(
            Line(
                id=article.doc[:12],
                cells=(
                    phrasing.days(days) or "no day known",
                    article.outlet.value if article.outlet else "",
                    phrasing.heading(article),
                ),
                words=_around(article, words),
                doc=article.name,
            )
        )
    return Table(
        name="search", title=f"Articles with {words}", columns=COLUMNS, lines=tuple(lines), empty="No article has them."
    )


def _around(article: Article, words: str) -> str:
    first = next(iter(re.findall(r"\w+", words)), "")
    found = re.search(rf"\b{re.escape(first)}", article.body, re.IGNORECASE)
    at = found.start() if found else 0
    start, end = max(0, at - AROUND), min(len(article.body), at + AROUND)
    return (
        ("…" if start else "") + article.body[start:end].replace("\n", " ") + ("…" if end < len(article.body) else "")
    )
