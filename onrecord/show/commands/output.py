"""Opens the record for a command and prints what a view gives."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NoReturn

import typer

from onrecord.show.commands.options import Format
from onrecord.show.render import plain, screen
from onrecord.show.terminal import say
from onrecord.show.views import Asked
from onrecord.show.views.table import Table
from onrecord.store import Database, RecordError


@contextmanager
def opened(path: Path) -> Iterator[Database]:
    """The record at ``path``; an error that says what to do where there is none."""
    if not path.exists():
        fail(f"There is no record at {path}. Make one with `onrecord read PATHS... --record {path}`, or name another.")
    try:
        with Database.open(path) as record:
            if not record.names():
                say(f"{path} is empty. Read articles into it with `onrecord read PATHS... --record {path}`.")
            yield record
    except RecordError as error:
        fail(str(error))


def fail(message: str) -> NoReturn:
    """Say what went wrong and what to do, and end with code 1."""
    say(f"onrecord: {message}")
    raise typer.Exit(1)


def write(path: Path, parts: Iterable[str]) -> None:
    """Write a file whole or not at all; an error that says what to do where it cannot be written."""
    part = path.with_name(path.name + ".part")
    try:
        with part.open("w", encoding="utf-8", newline="") as out:
            out.writelines(parts)
        part.replace(path)
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        if not path.parent.is_dir():
            fail(f"the folder {path.parent} does not exist; make it, or name another place for {path.name}")
        fail(f"{path} cannot be written: {error.strerror or error}")


def answer(path: Path, asked: Asked, form: Format, *views: Callable[[Database, Asked], Table]) -> None:
    """Print what views give for what is asked; where nothing fits, also what could have been asked for."""
    with opened(path) as record:
        tables = [view(record, asked) for view in views]
        for table in tables:
            put(table, form)
        if not any(table.lines for table in tables):
            for hint in asked.hints(record):
                say(hint)


def put(table: Table, form: Format) -> None:
    """Print a table in the form that was asked for."""
    if form is Format.table:
        screen.console().print(screen.table(table))
        return
    writers = {Format.json: plain.as_json, Format.csv: plain.as_csv, Format.md: plain.as_markdown}
    typer.echo(writers[form](table))
