"""Exports: assertions, articles or entries, as JSON lines or CSV, byte for byte the same for the same record."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Literal

import msgspec

from onrecord import pipeline
from onrecord.show import rows
from onrecord.store import Database

What = Literal["assertions", "articles", "entries"]
Format = Literal["jsonl", "csv"]
COLUMNS = {"assertions": rows.ASSERTION_COLUMNS, "articles": rows.ARTICLE_COLUMNS, "entries": rows.ENTRY_COLUMNS}
BETWEEN = "|"
"""Between the items of a list in a CSV cell."""


def export(record: Path, what: What, form: Format) -> Iterator[str]:
    """The lines of an export, each with its line end. Raises RecordError if there is no record."""
    with Database.open(record) as database:
        found = _rows(database, what)
    return json_lines(found) if form == "jsonl" else csv_lines(found, COLUMNS[what])


def _rows(database: Database, what: What) -> list[rows.Row]:
    names = database.names()
    if what == "assertions":
        return rows.assertion_rows(database.assertions(), names)
    if what == "entries":
        return [rows.entry_row(entry, names) for entry in pipeline.entries(database)]
    report_of = {doc: report for report in database.reports() for doc in report.docs}
    found = [rows.article_row(one, report_of.get(one.doc), names[one.doc]) for one in database.articles()]
    return sorted(found, key=lambda row: (str(row["doc"]), str(row["sha256"])))


def json_lines(found: Iterable[rows.Row]) -> Iterator[str]:
    """Rows as JSON, one a line."""
    for row in found:
        yield msgspec.json.encode(row).decode() + "\n"


def csv_lines(found: Iterable[rows.Row], columns: Sequence[str]) -> Iterator[str]:
    """Rows as CSV with a header, lines ended as RFC 4180 says; lists have ``|`` between their items."""
    line = io.StringIO()
    writer = csv.writer(line)
    writer.writerow(columns)
    for row in found:
        writer.writerow([_cell(row.get(column)) for column in columns])
        yield line.getvalue()
        line.seek(0)
        line.truncate()
    if line.getvalue():
        yield line.getvalue()


def _cell(value: rows.Plain) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        if any(isinstance(item, dict | list) for item in value):
            return msgspec.json.encode(value).decode()
        return BETWEEN.join(_cell(item) for item in value)
    text = f"{value:.15g}" if isinstance(value, float) else str(value)
    # A cell that a spreadsheet would take for a formula is marked as text.
    return f"'{text}" if isinstance(value, str) and text[:1] in ("=", "+", "-", "@", "\t", "\r") else text
