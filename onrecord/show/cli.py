"""The command line: the commands, in the order in which a newcomer meets them."""

import sys

import typer

from onrecord import __version__
from onrecord.show.commands.demo import demo
from onrecord.show.commands.dossier import dossier
from onrecord.show.commands.export import export
from onrecord.show.commands.opening import article, search, show
from onrecord.show.commands.read import read
from onrecord.show.commands.views import figures, measures, positions, reports, statements, timeline
from onrecord.show.terminal import say

PANELS = {
    "Make a record": (read, demo),
    "Look at it": (timeline, measures, positions, figures, statements, reports),
    "Open one thing": (show, article, search),
    "Take it elsewhere": (dossier, export),
}

app = typer.Typer(
    name="onrecord",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for panel, commands in PANELS.items():
    for command in commands:
        app.command(rich_help_panel=panel)(command)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"onrecord {__version__}")
        raise typer.Exit


@app.callback()
def onrecord(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Say the version and end."),
) -> None:
    """Read news of trade talks and keep the record: who met, which measures, who wants what, every figure, who said so.

    Begin with `onrecord read FOLDER --record talks.record`, then look at it: `onrecord timeline --record talks.record`.
    Every line carries the words it rests on, and an id that `onrecord show ID` opens.

    Nothing leaves this machine. The record is one file; the same articles always make the same record.
    """


def main() -> None:
    """Run the command line. What the user can mend is told in a sentence; a fault of the program shows itself."""
    try:
        app()
    except Exception as error:
        if not _meant_for_users(error):
            raise
        say(f"onrecord: {_told(error)}")
        sys.exit(1)


def _told(error: Exception) -> str:
    """An error in words for people: the file first, then the reason."""
    if isinstance(error, OSError) and error.filename and error.strerror:
        return f"{error.filename}: {error.strerror}"
    return str(error)


def _meant_for_users(error: Exception) -> bool:
    """Whether an error is one that its message explains."""
    from onrecord.pipeline import FORESEEN

    return isinstance(error, (*FORESEEN, OSError))
