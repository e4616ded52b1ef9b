"""Writes what a run brings. The caller holds the one transaction in which all of it happens."""

from collections.abc import Iterable

import msgspec
from sqlalchemy import Connection, Table, delete, insert, update

from onrecord.model.assertion import assertion_id
from onrecord.model.document import Document
from onrecord.model.entry import Entry, Report
from onrecord.store import rows, schema
from onrecord.store.facets import issues, parties
from onrecord.store.holdings import Change
from onrecord.store.reading import batches

DERIVED = (
    schema.conflicts,
    schema.entry_issues,
    schema.entry_parties,
    schema.entry_supports,
    schema.entries,
    schema.report_docs,
    schema.reports,
)
"""Made anew by every run that changes something; what hangs on another table comes first."""


def write(connection: Connection, change: Change) -> None:
    """Write all of a change."""
    for table in DERIVED:
        connection.execute(delete(table))
    for document in change.documents:
        _write_document(connection, document)
    _write_articles(connection, change)
    for some in batches(sorted(change.assertions)):
        connection.execute(delete(schema.assertions).where(schema.assertions.c.doc.in_(some)))
    _add(
        connection,
        schema.assertions,
        (
            cells
            for doc in sorted(change.assertions)
            for cells in {assertion_id(one): rows.assertion_cells(one) for one in change.assertions[doc]}.values()
        ),
    )
    _write_reports(connection, change.reports)
    _write_entries(connection, change.entries)
    run = change.run
    summary = msgspec.json.encode(msgspec.structs.replace(run, notices=())).decode()
    connection.execute(insert(schema.runs), [{"number": run.number, "summary": summary}])
    _add(
        connection,
        schema.notices,
        (
            {
                "run": run.number,
                "position": at,
                "about": notice.about,
                "stage": notice.stage,
                "reason": notice.reason,
                "level": notice.level,
            }
            for at, notice in enumerate(run.notices)
        ),
    )
    connection.execute(delete(schema.work).where(schema.work.c.rules != run.rules))  # of use to nobody any more
    for some in batches(change.done):
        connection.execute(delete(schema.work).where(schema.work.c.key.in_(some)))


def _add(connection: Connection, table: Table, cells: Iterable[rows.Cells]) -> None:
    listed = list(cells)
    if listed:
        connection.execute(insert(table), listed)


def _write_document(connection: Connection, document: Document) -> None:
    """Add a document, or give one that is there its names, hints and text anew."""
    table = schema.documents
    changed = connection.execute(
        update(table)
        .where(table.c.sha256 == document.sha256)
        .values(text=document.text, media_type=document.media_type)
    )
    if changed.rowcount == 0:
        cells: rows.Cells = {
            "sha256": document.sha256,
            "media_type": document.media_type,
            "content": document.content,
            "text": document.text,
        }
        connection.execute(insert(table), [cells])
    for side in (schema.document_names, schema.hints):
        connection.execute(delete(side).where(side.c.sha256 == document.sha256))
    _add(
        connection,
        schema.document_names,
        ({"sha256": document.sha256, "position": at, "name": name} for at, name in enumerate(document.names)),
    )
    _add(
        connection,
        schema.hints,
        (rows.hints_cells(document.sha256, at, hints) for at, hints in enumerate(document.hints)),
    )


def _write_articles(connection: Connection, change: Change) -> None:
    table = schema.articles
    for some in batches([article.doc for article, _ in change.articles]):
        connection.execute(delete(table).where(table.c.doc.in_(some)))
    _add(
        connection,
        table,
        (
            rows.article_cells(article, cleaned=marks.cleaned, read=marks.read)
            for article, marks in sorted(change.articles, key=lambda pair: pair[0].doc)
        ),
    )


def _write_reports(connection: Connection, reports: tuple[Report, ...]) -> None:
    _add(connection, schema.reports, ({"id": report.id, "story": report.story} for report in reports))
    _add(
        connection,
        schema.report_docs,
        (
            {"report": report.id, "position": at, "doc": doc, "reason": report.reasons.get(doc, "")}
            for report in reports
            for at, doc in enumerate(report.docs)
        ),
    )


def _write_entries(connection: Connection, entries: tuple[Entry, ...]) -> None:
    _add(connection, schema.entries, (rows.entry_cells(entry, at) for at, entry in enumerate(entries)))
    _add(
        connection,
        schema.entry_supports,
        (
            {"entry": entry.id, "position": at, "assertion": support}
            for entry in entries
            for at, support in enumerate(entry.supports)
        ),
    )
    _add(
        connection,
        schema.entry_parties,
        ({"entry": entry.id, "party": party} for entry in entries for party in sorted(parties(entry.best))),
    )
    _add(
        connection,
        schema.entry_issues,
        ({"entry": entry.id, "issue": issue} for entry in entries for issue in sorted(issues(entry.best))),
    )
    _add(
        connection,
        schema.conflicts,
        (
            rows.conflict_cells(entry.id, at, conflict)
            for entry in entries
            for at, conflict in enumerate(entry.conflicts)
        ),
    )
