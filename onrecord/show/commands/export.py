"""``onrecord export``: the record for other programs."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from onrecord.show.commands.options import DEFAULT_RECORD, RecordFile


class What(StrEnum):
    """What can be exported."""

    assertions = "assertions"
    articles = "articles"
    entries = "entries"


class Form(StrEnum):
    """How it is written."""

    jsonl = "jsonl"
    csv = "csv"


def export(
    what: Annotated[What, typer.Argument(metavar="WHAT", help="assertions, articles or entries.", show_choices=False)],
    record: RecordFile = DEFAULT_RECORD,
    form: Annotated[Form, typer.Option("--format", "-f", help="JSON lines, or CSV.")] = Form.jsonl,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Where to write it, instead of the standard output.", dir_okay=False
        ),
    ] = None,
) -> None:
    """Write the record out as JSON lines or CSV.

    assertions: what each article says, one row each: document, kind, the span with its exact words, and the slots.
    start and end count the characters of the document's text; days are [first, last].

    articles: one row for each document, with its day, outlet, report (an article and its copies are one report), the
    story, and its asides (what is not its own text) with the reason.

    entries: assertions that mean the same thing, merged, with the number of independent reports, the assertions
    behind each and what contradicts it. Days are in EDTF.

    The same record gives the same bytes, always. In CSV, lists have | between their items.

    For example:

      onrecord export assertions > assertions.jsonl

      onrecord export entries --format csv --output entries.csv

    """
    from onrecord.show.commands.output import write
    from onrecord.show.export import export as lines_of

    lines = lines_of(record, what.value, form.value)
    if output is None:
        sys.stdout.reconfigure(encoding="utf-8", newline="")  # type: ignore[union-attr]
        sys.stdout.writelines(lines)
        return
    write(output, lines)
