"""Reports: which articles are one source, and why."""

from onrecord.model.article import Article
from onrecord.show import phrasing
from onrecord.show.views.asked import Asked
from onrecord.show.views.table import Line, Table
from onrecord.store import Database

COLUMNS = ("published", "outlet", "agency", "headline", "why it is here")


def reports(record: Database, asked: Asked) -> Table:
    """Every report with its copies; the filters of day apply to the article's own day."""
    articles = {article.doc: article for article in record.articles()}
    kept = asked.docs(record)
    lines = []
    for report in sorted(record.reports(), key=lambda report: (_first_day(articles[report.docs[0]]), report.id)):
        for place, doc in enumerate(report.docs):
            article = articles[doc]
            if kept is not None and not kept.intersection(report.docs):
                continue
            days = article.published.days if article.published else None
            if not asked.knows(article):
                continue
            lines.append(
                Line(
                    id=article.doc[:12],
                    cells=(
                        phrasing.days(days) or "no day known",
                        article.outlet.value if article.outlet else "",
                        article.agency.value if article.agency else "",
                        phrasing.heading(article),
                        report.reasons.get(doc, "") if place else "the earliest" if len(report.docs) > 1 else "",
                    ),
                    doc=article.name,
                    group=f"{report.id} ({len(report.docs)} {'copies' if len(report.docs) > 1 else 'article'})",
                )
            )
    return Table(
        name="reports", title="Reports and their copies", columns=COLUMNS, lines=tuple(lines), below=COLUMNS[-2:]
    )


def _first_day(article: Article) -> str:
    days = article.published.days if article.published else None
    return days.first.isoformat() if days and days.first else "9999"
