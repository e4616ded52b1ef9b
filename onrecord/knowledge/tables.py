"""Reads the tables: rows of CSV or TOML straight into types, a user's own rows after the shipped ones.

A table is a file of this folder named for what its rows are (``states.csv``, ``issues.toml``). A user adds rows in a
folder of their own, named in the environment variable ``ONRECORD_KNOWLEDGE``, in files of the same names.
"""

import csv
import os
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import msgspec

HERE = Path(__file__).parent
SEPARATOR = "|"
"""Between the items of a list in one CSV cell."""

R = TypeVar("R", bound=msgspec.Struct)


class BadTable(ValueError):
    """A row that does not fit its type; the message names the file, the row and the field."""


def _folders() -> list[Path]:
    own = os.environ.get("ONRECORD_KNOWLEDGE", "")
    return [HERE, _checked(own)] if own else [HERE]


@cache
def _checked(own: str) -> Path:
    """The user's folder. Raises BadTable if it is not there or holds a table of a name that nobody reads."""
    folder = Path(own)
    if not folder.is_dir():
        raise BadTable(f"ONRECORD_KNOWLEDGE names {own}, which is no folder")
    known = {path.name for path in HERE.iterdir() if path.suffix in (".csv", ".toml")}
    for path in sorted(folder.iterdir()):
        if path.suffix in (".csv", ".toml") and path.name not in known:
            raise BadTable(f"{path}: there is no table of this name; the tables are {', '.join(sorted(known))}")
    return folder


def _cells(row: dict[str, str], row_type: type[msgspec.Struct]) -> dict[str, Any]:
    """A CSV row with blanks left out and lists split, ready to be decoded into ``row_type``."""
    lists = {
        field.encode_name
        for field in msgspec.structs.fields(row_type)
        if getattr(field.type, "__origin__", None) in (tuple, list)
    }
    return {
        name: ([item.strip() for item in cell.split(SEPARATOR) if item.strip()] if name in lists else cell.strip())
        for name, cell in row.items()
        if name is not None and cell and cell.strip()
    }


def read_rows(path: Path, row_type: type[R]) -> tuple[R, ...]:
    """The rows of one file (``.csv``, or ``.toml`` with an array ``row``) as ``row_type``.

    Raises BadTable with the file, the row's number and the field for an unknown, missing or ill-typed field.
    """
    raw: list[dict[str, Any]]
    if path.suffix == ".csv":
        try:
            with path.open(encoding="utf-8", newline="") as lines:
                reader = csv.DictReader(line for line in lines if not line.startswith("#"))
                raw = [_cells(row, row_type) for row in reader]
        except (UnicodeDecodeError, csv.Error) as error:
            raise BadTable(f"{path}: {error}") from error
    else:
        try:
            raw = msgspec.toml.decode(path.read_bytes(), type=dict[str, list[dict[str, Any]]]).get("row", [])
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise BadTable(f"{path}: {error}") from error
    rows = []
    fields = {field.encode_name for field in msgspec.structs.fields(row_type)}
    for number, cells in enumerate(raw, start=1):
        unknown = sorted(cells.keys() - fields)
        if unknown:
            raise BadTable(
                f"{path}, row {number}: no field is called {unknown[0]}; fields: {', '.join(sorted(fields))}"
            )
        try:
            rows.append(msgspec.convert(cells, row_type, strict=False))
        except msgspec.ValidationError as error:
            raise BadTable(f"{path}, row {number}: {error}") from error
    return tuple(rows)


@cache
def table(name: str, row_type: type[R]) -> tuple[R, ...]:
    """All rows of the table called ``name`` (a file name): the shipped ones, then the user's."""
    return tuple(
        row for folder in _folders() if (folder / name).is_file() for row in read_rows(folder / name, row_type)
    )
