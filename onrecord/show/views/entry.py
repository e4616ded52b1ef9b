"""One entry, opened: its slots, and every span behind it in its sentence, with who said it and through whom."""

import re

import msgspec

from onrecord.model.article import Article
from onrecord.model.assertion import AnyAssertion, Figure, slots_of
from onrecord.model.days import Days
from onrecord.model.entry import Entry
from onrecord.model.span import Span
from onrecord.show import phrasing
from onrecord.show.views.asked import Asked
from onrecord.show.views.table import Line, Table
from onrecord.store import Database, state_names

_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]?[A-Z0-9])|\n")


class Support(msgspec.Struct, frozen=True, kw_only=True):
    """One assertion behind an entry: its article and report, and its words between those around them."""

    id: str
    report: str
    doc: str
    name: str
    outlet: str
    agency: str
    published: str
    certainty: str
    through: str
    before: str
    exact: str
    after: str


class Opened(msgspec.Struct, frozen=True, kw_only=True):
    """An entry with its line, its slots as ``(name, value)`` and its supports, report by report."""

    entry: Entry
    line: str
    slots: tuple[tuple[str, str], ...]
    supports: tuple[Support, ...]
    conflicts: tuple[str, ...]


COLUMNS = ("report", "article", "outlet", "agency", "published", "certainty", "through", "in its sentence")


def opened(record: Database, wanted: str, asked: Asked) -> Opened | None:
    """The entry with the id ``wanted``, opened; ``None`` if there is none, or none that fits what is asked."""
    entry = next((entry for entry in asked.entries(record) if entry.id == wanted), None)
    if entry is None:
        return None
    names = phrasing.Names(state_names())
    found = record.supports(entry)
    articles = {article.doc: article for article in record.articles([assertion.doc for assertion in found])}
    report_of = {doc: report.id for report in record.reports() for doc in report.docs}
    supports = [
        _support(identity, assertion, articles[assertion.doc], report_of.get(assertion.doc, ""))
        for identity, assertion in zip(entry.supports, found, strict=True)
    ]
    return Opened(
        entry=entry,
        line=names.line(entry.best),
        slots=tuple(_slots(entry.best, names)),
        supports=tuple(sorted(supports, key=lambda support: (support.report, support.published, support.name))),
        conflicts=tuple(_conflict(entry, names)),
    )


def table(opened: Opened) -> Table:
    """The supports of an opened entry as a table, a line for each."""
    return Table(
        name="show",
        title=f"{opened.entry.id} {opened.entry.kind}: {opened.line}",
        columns=COLUMNS,
        lines=tuple(
            Line(
                id=one.id,
                cells=(
                    one.report,
                    one.name,
                    one.outlet,
                    one.agency,
                    one.published,
                    one.certainty,
                    one.through,
                    " ".join(f"{one.before}{one.exact}{one.after}".split()),
                ),
                words=one.exact,
                doc=one.name,
            )
            for one in opened.supports
        ),
        note="; ".join(opened.conflicts),
    )


def _slots(assertion: AnyAssertion, names: phrasing.Names) -> list[tuple[str, str]]:
    found = []
    for slot in (*slots_of(type(assertion)), "certainty", "via"):
        value = getattr(assertion, slot)
        if value is None or value == () or value == "":
            continue
        if isinstance(value, Days):
            text = f"{phrasing.days(value)} ({value.edtf})"
        elif slot == "via":
            text = phrasing.through(assertion)
        elif isinstance(value, tuple):
            text = ", ".join(names.one(item) for item in value)
        elif isinstance(value, bool):
            text = "yes" if value else "no"
        elif isinstance(value, float):
            text = f"{value:,.10g}"
        else:
            text = names.one(str(value))
        found.append((slot.replace("_", " "), text))
    if isinstance(assertion, Figure) and (base := phrasing.base(assertion)):
        found.append(("implies (not said)", base))
    return found


def _conflict(entry: Entry, names: phrasing.Names) -> list[str]:
    found = []
    for conflict in entry.conflicts:
        sides = "; ".join(f"{names.one(phrasing.side(value))} ({len(ids)})" for value, ids in conflict.sides)
        other = f" (see {conflict.with_entry})" if conflict.with_entry else ""
        reason = f"{conflict.reason}: " if conflict.reason else ""
        found.append(f"{conflict.slot.replace('_', ' ')}: {reason}{sides}{other}")
    return found


def _support(identity: str, assertion: AnyAssertion, article: Article, report: str) -> Support:
    span = Span(start=assertion.start, end=assertion.end)
    around = surroundings(article, span)
    return Support(
        id=identity,
        report=report,
        doc=assertion.doc,
        name=article.name,
        outlet=article.outlet.value if article.outlet else "",
        agency=article.agency.value if article.agency else "",
        published=phrasing.days(article.published.days) if article.published else "no day known",
        certainty=assertion.certainty,
        through=phrasing.through(assertion),
        before=article.text[around.start : span.start],
        exact=assertion.exact,
        after=article.text[span.end : around.end],
    )


def surroundings(article: Article, span: Span) -> Span:
    """The sentence or sentences of the document's text in which a span stands."""
    start = 0
    for match in _SENTENCE_END.finditer(article.text, 0, span.start):
        start = match.end()
    following = _SENTENCE_END.search(article.text, max(span.end - 1, 0))
    end = following.start() + len(following.group().rstrip()) if following else len(article.text)
    return Span(start=start, end=max(end, span.end))
