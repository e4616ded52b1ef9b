"""The rows of the exports: an assertion, an article, an entry as plain values, in a fixed order of columns."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import msgspec

from onrecord.model.article import Article, Found
from onrecord.model.assertion import KINDS, AnyAssertion, kind_of, slots_of
from onrecord.model.days import Days
from onrecord.model.entry import Entry, Report

Plain = str | int | float | bool | None | list["Plain"] | dict[str, "Plain"]
Row = dict[str, Plain]

SLOTS: tuple[str, ...] = tuple(dict.fromkeys(slot for kind in KINDS for slot in slots_of(kind)))
"""The slots of all kinds, each once, in the order of their declaration."""
ASSERTION_COLUMNS = ("doc", "kind", "start", "end", "exact", *SLOTS, "approx", "certainty", "via", "steps")
ARTICLE_COLUMNS = (
    *("doc", "headline", "published", "outlet", "agency", "byline", "dateline", "language", "url"),
    *("report", "story", "sha256", "names", "asides"),
)
ENTRY_COLUMNS = (
    *("id", "kind", "reports", "said", "doc", "start", "end", "exact", *SLOTS),
    *("approx", "certainty", "via", "steps", "supports", "conflicts"),
)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _plain(value: object) -> Plain:
    """A value as JSON knows it, lists included."""
    plain: Plain = msgspec.json.decode(msgspec.json.encode(value))
    return plain


def assertion_row(name: str, assertion: AnyAssertion) -> Row:
    """An assertion of the document called ``name``: days as ``[first, last]``, empty slots left out."""
    row: Row = {
        "doc": name,
        "kind": kind_of(assertion),
        "start": assertion.start,
        "end": assertion.end,
        "exact": assertion.exact,
    }
    for slot in slots_of(type(assertion)):
        value = getattr(assertion, slot)
        if isinstance(value, Days):
            if value.known:
                row[slot] = [_iso(value.first), _iso(value.last)]
                if value.approx:
                    row["approx"] = True
        elif value is not None and value != ():
            row[slot] = _plain(value)
    row["certainty"] = assertion.certainty
    if assertion.via:
        row["via"] = list(assertion.via)
    if assertion.steps:
        row["steps"] = list(assertion.steps)
    return row


def assertion_rows(assertions: Iterable[AnyAssertion], names: Mapping[str, Sequence[str]]) -> list[Row]:
    """Assertions by the name of their document, place and kind; ``names`` are those of each document."""
    found = [assertion_row(names[assertion.doc][0], assertion) for assertion in assertions]
    return sorted(found, key=lambda row: (str(row["doc"]), row["start"], row["kind"], row["end"], repr(row)))


def _found(value: Found | None) -> str | None:
    return value.value if value else None


def article_row(article: Article, report: Report | None, names: Sequence[str]) -> Row:
    """An article: its day as ISO 8601 (an interval in EDTF), its report and story, its asides by place."""
    days = article.published.days if article.published else Days()
    row: Row = {
        "doc": names[0],
        "headline": _found(article.headline),
        "published": days.edtf if days.known else None,
        "outlet": _found(article.outlet),
        "agency": _found(article.agency),
        "byline": _found(article.byline),
        "dateline": _found(article.dateline),
        "language": _found(article.language),
        "url": _found(article.url),
        "report": report.id if report else None,
        "story": report.story if report else None,
        "sha256": article.doc,
        "names": list(names),
        "asides": [{"start": aside.start, "end": aside.end, "why": aside.why} for aside in article.asides],
    }
    return {column: value for column, value in row.items() if value not in (None, "")}


def entry_row(entry: Entry, names: Mapping[str, Sequence[str]]) -> Row:
    """An entry with its merged slots, days in EDTF, what is behind it and what stands against it."""
    row = assertion_row(names[entry.best.doc][0], entry.best)
    for slot in slots_of(type(entry.best)):
        value = getattr(entry.best, slot)
        if isinstance(value, Days) and value.known:
            row[slot] = value.edtf
    row |= {
        "id": entry.id,
        "reports": entry.reports,
        "said": entry.said.edtf if entry.said else None,
        "supports": list(entry.supports),
        "conflicts": [_plain(conflict) for conflict in entry.conflicts],
    }
    return {column: row[column] for column in ENTRY_COLUMNS if row.get(column) not in (None, [])}
