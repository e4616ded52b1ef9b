"""Questions to the tables, each answered in our own types."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TypeVar

import msgspec
from sqlalchemy import ColumnElement, Connection, Select, func, or_, select, text

from onrecord.model.article import Article
from onrecord.model.assertion import KINDS, AnyAssertion
from onrecord.model.document import Document, Hints
from onrecord.model.entry import Conflict, Entry, Report
from onrecord.model.notice import Notice
from onrecord.model.run import Run
from onrecord.store import rows, schema
from onrecord.store.holdings import Holdings, Marks

T = TypeVar("T")
SOME = 500
"""How many values are named in one question."""


def batches(values: Sequence[T], size: int = SOME) -> Iterator[Sequence[T]]:
    """The values in pieces of at most ``size``."""
    for start in range(0, len(values), size):
        yield values[start : start + size]


def holdings(connection: Connection) -> Holdings:
    """The record as it stands."""
    marks = select(schema.articles.c.doc, schema.articles.c.cleaned, schema.articles.c.read)
    last = connection.execute(select(schema.runs).order_by(schema.runs.c.number.desc()).limit(1)).first()
    return Holdings(
        run=last.number if last else 0,
        parser=msgspec.json.decode(last.summary, type=Run).parser if last else "",
        names=names(connection),
        hints=hints(connection),
        marks={row.doc: Marks(row.cleaned, row.read) for row in connection.execute(marks)},
        articles={article.doc: article for article in articles(connection)},
        reports=reports(connection),
    )


def names(connection: Connection) -> dict[str, tuple[str, ...]]:
    """The names of every document, the first that came first."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    table = schema.document_names
    for row in connection.execute(select(table).order_by(table.c.sha256, table.c.position)):
        found[row.sha256].append(row.name)
    return {sha256: tuple(listed) for sha256, listed in found.items()}


def hints(connection: Connection) -> dict[str, tuple[Hints, ...]]:
    """What came with every document that something came with."""
    found: defaultdict[str, list[Hints]] = defaultdict(list)
    for row in connection.execute(select(schema.hints).order_by(schema.hints.c.sha256, schema.hints.c.position)):
        found[row.sha256].append(rows.hints_of(row))
    return {sha256: tuple(listed) for sha256, listed in found.items()}


def documents(connection: Connection, wanted: Sequence[str]) -> dict[str, Document]:
    """Documents by their SHA-256."""
    found: dict[str, Document] = {}
    for some in batches(wanted):
        table, named, hinted = schema.documents, schema.document_names, schema.hints
        by_name: defaultdict[str, list[str]] = defaultdict(list)
        for row in connection.execute(select(named).where(named.c.sha256.in_(some)).order_by(named.c.position)):
            by_name[row.sha256].append(row.name)
        by_hint: defaultdict[str, list[Hints]] = defaultdict(list)
        for row in connection.execute(select(hinted).where(hinted.c.sha256.in_(some)).order_by(hinted.c.position)):
            by_hint[row.sha256].append(rows.hints_of(row))
        for row in connection.execute(select(table).where(table.c.sha256.in_(some))):
            found[row.sha256] = rows.document_of(row, by_name[row.sha256], by_hint[row.sha256])
    return found


def named(connection: Connection, words: str) -> tuple[str, ...]:
    """The documents meant by a file name, the last part of one, or the first digits of a SHA-256; sorted."""
    table = schema.document_names
    exact = select(table.c.sha256).where(or_(table.c.name == words, table.c.sha256 == words))
    found = sorted(set(connection.execute(exact).scalars()))
    if not found:
        part = table.c.name.endswith(f"/{words}", autoescape=True)
        if len(words) >= 6:
            part = or_(part, table.c.sha256.startswith(words.lower(), autoescape=True))
        found = sorted(set(connection.execute(select(table.c.sha256).where(part)).scalars()))
    return tuple(found)


def _articles() -> Select[tuple[object, ...]]:
    table = schema.articles
    chosen: Select[tuple[object, ...]] = select(table.c.header, table.c.body, schema.documents.c.text).join(
        schema.documents, schema.documents.c.sha256 == table.c.doc
    )
    return chosen


def articles(connection: Connection, wanted: Sequence[str] | None = None) -> tuple[Article, ...]:
    """The articles of these documents, or all, by day and then by name; those without a day last."""
    if wanted is None:
        found = [rows.article_of(row) for row in connection.execute(_articles())]
    else:
        found = [
            rows.article_of(row)
            for some in batches(wanted)
            for row in connection.execute(_articles().where(schema.articles.c.doc.in_(some)))
        ]
    return tuple(sorted(found, key=_by_day))


def _by_day(article: Article) -> tuple[date, str, str]:
    days = article.published.days if article.published else None
    return (days and (days.first or days.last)) or date.max, article.name, article.doc


def search(connection: Connection, words: str, limit: int) -> tuple[Article, ...]:
    """The articles in which all the words stand, the best first. Every word is taken as it is, nothing as an operator.

    Words in double quotation marks must stand side by side.
    """
    parts = [part.split() if number % 2 == 0 else [part] for number, part in enumerate(words.split('"'))]
    phrases = [word for part in parts for word in part if any(letter.isalnum() for letter in word)]
    if not phrases:
        return ()
    query = " AND ".join(f'"{phrase}"' for phrase in phrases)
    matching = text(
        f"SELECT articles.doc FROM {schema.WORDS} JOIN articles ON articles.id = {schema.WORDS}.rowid "
        f"WHERE {schema.WORDS} MATCH :query ORDER BY bm25({schema.WORDS}, 4.0, 1.0), articles.doc LIMIT :limit"
    )
    found = list(connection.execute(matching, {"query": query, "limit": limit}).scalars())
    by_doc = {article.doc: article for article in articles(connection, found)}
    return tuple(by_doc[doc] for doc in found)


def reports(connection: Connection) -> tuple[Report, ...]:
    """All reports, by id."""
    docs: defaultdict[str, list[str]] = defaultdict(list)
    reasons: defaultdict[str, dict[str, str]] = defaultdict(dict)
    table = schema.report_docs
    for row in connection.execute(select(table).order_by(table.c.report, table.c.position)):
        docs[row.report].append(row.doc)
        if row.reason:
            reasons[row.report][row.doc] = row.reason
    return tuple(
        Report(id=row.id, docs=tuple(docs[row.id]), story=row.story, reasons=reasons[row.id])
        for row in connection.execute(select(schema.reports).order_by(schema.reports.c.id))
    )


def assertions(connection: Connection, wanted: Sequence[str] | None, column: str) -> tuple[AnyAssertion, ...]:
    """All assertions, or those whose ``column`` (``doc`` or ``id``) is wanted, by document, place and kind."""
    table = schema.assertions
    if wanted is None:
        found = [rows.assertion_of(row) for row in connection.execute(select(table).order_by(table.c.id))]
    else:
        found = [
            rows.assertion_of(row)
            for some in batches(wanted)
            for row in connection.execute(select(table).where(table.c[column].in_(some)).order_by(table.c.id))
        ]
    order = {kind: number for number, kind in enumerate(KINDS)}
    return tuple(sorted(found, key=lambda one: (one.doc, one.start, one.end, order[type(one)])))


def entries(
    connection: Connection, *, kind: str = "", party: str = "", issue: str = "", on: date | None = None
) -> tuple[Entry, ...]:
    """The entries of this kind, party and issue that hold on this day; what is left out is not asked."""
    table = schema.entries
    chosen = select(table).order_by(table.c.position)
    if kind:
        chosen = chosen.where(table.c.kind == kind)
    if party:
        side = schema.entry_parties
        chosen = chosen.where(table.c.id.in_(select(side.c.entry).where(_named(side.c.party, party.casefold()))))
    if issue:
        tree = schema.entry_issues
        chosen = chosen.where(table.c.id.in_(select(tree.c.entry).where(tree.c.issue == issue)))
    if on is not None:
        first, last, day = table.c.holds_first, table.c.holds_last, on.isoformat()
        chosen = chosen.where(
            func.coalesce(first, last).is_not(None),
            or_(first.is_(None), first <= day),
            or_(last.is_(None), last >= day),
        )
    return _with_parts(connection, list(connection.execute(chosen)))


def _named(column: ColumnElement[str], party: str) -> ColumnElement[bool]:
    """Whether a party is called so, or has this as its last name."""
    return or_(column == party, column.endswith(f" {party}", autoescape=True))


def entry(connection: Connection, wanted: str) -> Entry | None:
    """The entry with this id, if there is one."""
    found = list(connection.execute(select(schema.entries).where(schema.entries.c.id == wanted)))
    return next(iter(_with_parts(connection, found)), None)


def entries_of(connection: Connection, doc: str) -> dict[str, str]:
    """The id of the entry that each assertion of a document supports, by the assertion's id."""
    behind, said = schema.entry_supports, schema.assertions
    joined = select(behind.c.assertion, behind.c.entry).join(said, said.c.id == behind.c.assertion)
    return {row.assertion: row.entry for row in connection.execute(joined.where(said.c.doc == doc))}


def _with_parts(connection: Connection, found: Sequence[rows.Raw]) -> tuple[Entry, ...]:
    supports: defaultdict[str, list[str]] = defaultdict(list)
    conflicts: defaultdict[str, list[Conflict]] = defaultdict(list)
    for some in batches([row.id for row in found]):
        behind, against = schema.entry_supports, schema.conflicts
        for row in connection.execute(select(behind).where(behind.c.entry.in_(some)).order_by(behind.c.position)):
            supports[row.entry].append(row.assertion)
        for row in connection.execute(select(against).where(against.c.entry.in_(some)).order_by(against.c.position)):
            conflicts[row.entry].append(rows.conflict_of(row))
    return tuple(rows.entry_of(row, supports[row.id], conflicts[row.id]) for row in found)


def runs(connection: Connection) -> tuple[Run, ...]:
    """The runs that changed the record, the first first, each with its notices."""
    told = notices(connection)
    summaries = connection.execute(select(schema.runs).order_by(schema.runs.c.number))
    return tuple(
        msgspec.structs.replace(msgspec.json.decode(row.summary, type=Run), notices=told.get(row.number, ()))
        for row in summaries
    )


def notices(connection: Connection) -> dict[int, tuple[Notice, ...]]:
    """The notices of every run that had some."""
    found: defaultdict[int, list[Notice]] = defaultdict(list)
    table = schema.notices
    for row in connection.execute(select(table).order_by(table.c.run, table.c.position)):
        found[row.run].append(Notice(about=row.about, stage=row.stage, reason=row.reason, level=row.level))
    return {run: tuple(listed) for run, listed in found.items()}
