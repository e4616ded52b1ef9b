"""The command that shows the main job on articles that ship with the package."""

import shutil
import sys
from importlib.resources import as_file, files
from pathlib import Path
from typing import Annotated

import typer


def demo(
    folder: Annotated[Path, typer.Option("--folder", help="Where to put the demo's record and page.")] = Path(),
) -> None:
    """Read articles that ship with it, and show their record.

    Fourteen articles, in four formats, tell of one talk over four months.

    Writes demo.record and demo.html; the commands to go on with are printed at the end.
    """
    from onrecord import pipeline
    from onrecord.show.commands.options import Format
    from onrecord.show.commands.output import opened, put, write
    from onrecord.show.dossier import dossier as make
    from onrecord.show.render import screen
    from onrecord.show.views import Asked, measures, positions, reports, timeline

    record, page = folder / "demo.record", folder / "demo.html"
    console = screen.console()
    with as_file(files("onrecord.show").joinpath("demo")) as shipped:
        pipeline.read([str(shipped / "pile")], record, manifest=shipped / "manifest.csv")
    with opened(record) as database:
        put(reports.reports(database, Asked()), Format.table)
        put(timeline.timeline(database, Asked(), ("meeting", "measure")), Format.table)
        put(measures.measures(database, Asked(party="KR")), Format.table)
        put(positions.matrix_table(database, Asked()), Format.table)
        write(page, [make(database, Asked(), "The tariff talks of South Korea and the United States, 2025")])
    program = "onrecord" if shutil.which("onrecord") else sys.argv[0]
    console.print(f"\nThe record is {record}; the same as a page for the browser is {page}. Go on with:", markup=False)
    for command in ("positions", "figures", "statements", "search rice", "article 0731-no-rice.txt"):
        console.print(f"  {program} {command} --record {record}", style="bold", markup=False)
