"""The command that writes the dossier."""

from pathlib import Path
from typing import Annotated

import typer

from onrecord.show.commands.options import DEFAULT_RECORD, AsOf, Issue, On, Party, RecordFile


def dossier(
    output: Annotated[Path, typer.Option("--output", "-o", help="The page to write.")] = Path("dossier.html"),
    record: RecordFile = DEFAULT_RECORD,
    party: Party = "",
    issue: Issue = "",
    on: On = None,
    as_of: AsOf = None,
    title: Annotated[str, typer.Option("--title", help="What stands at its head.")] = "Trade talks on record",
) -> None:
    """Write the record as one page for the browser.

    It holds a drawn timeline, who wants what, the measures, the figures, the statements, the reports with their copies,
    and the articles, in which every line opens the words it rests on. The file needs nothing else: it opens by a
    double-click, works offline and prints.
    """
    from onrecord.show.commands.output import opened, write
    from onrecord.show.dossier import dossier as make
    from onrecord.show.render import screen
    from onrecord.show.views import Asked

    with opened(record) as database:
        page = make(database, Asked(party=party, issue=issue, on=on, as_of=as_of), title)
    write(output, [page])
    screen.console(stderr=True).print(f"Written to {output}.", markup=False)
