"""Options that many commands share, each said once."""

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

DEFAULT_RECORD = Path("trade.record")

RecordFile = Annotated[
    Path,
    typer.Option(
        "--record",
        "-r",
        envvar="ONRECORD_RECORD",
        metavar="FILE",
        help="The record: one file that holds everything. [env: ONRECORD_RECORD]",
        show_envvar=False,
        dir_okay=False,
    ),
]


class Format(StrEnum):
    """How a view is written."""

    table = "table"
    json = "json"
    csv = "csv"
    md = "md"


class Kind(StrEnum):
    """The kinds of entries."""

    meeting = "meeting"
    measure = "measure"
    position = "position"
    figure = "figure"
    statement = "statement"


def day(text: str) -> date:
    """A day as people type it on a command line: ``2025-05-27``. Raises typer.BadParameter with what to write."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"{text!r} is not a day; write YEAR-MONTH-DAY: 2025-05-27") from None


Party = Annotated[
    str,
    typer.Option("--party", "-p", help="Only lines of this party: a state (KR, Seoul), a person or a body."),
]
Issue = Annotated[
    str, typer.Option("--issue", "-i", help="Only lines on this issue or one below it: agriculture, agriculture/rice.")
]
On = Annotated[
    date | None,
    typer.Option("--on", metavar="DAY", parser=day, help="Only what held on this day (2025-07-09)."),
]
AsOf = Annotated[
    date | None,
    typer.Option("--as-of", metavar="DAY", parser=day, help="Only what was known by the end of this day."),
]
As = Annotated[Format, typer.Option("--format", "-f", help="table for reading; json, csv or md for other programs.")]
