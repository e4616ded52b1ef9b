"""The manifest: a table of what is known about the files from elsewhere."""

import csv
import io
from datetime import date
from pathlib import Path

import msgspec

from onrecord.intake.decoding import NotText, decode
from onrecord.intake.limits import LARGEST_FILE
from onrecord.intake.notices import notice
from onrecord.model.document import Hints
from onrecord.model.notice import Notice

COLUMNS = ("published", "outlet", "agency", "language")
"""The columns that are used, beside ``file``. Others are passed over, also one that names the report: that is found."""


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """Hints by file name."""

    rows: dict[str, Hints] = {}
    notices: tuple[Notice, ...] = ()

    def named(self, name: str) -> str | None:
        """The entry that is meant for a file: by its path in the folder, or else by its bare name."""
        return next((key for key in (name, name.rsplit("/", 1)[-1]) if key in self.rows), None)

    def hints(self, name: str) -> tuple[Hints, ...]:
        """What the manifest knows of a file."""
        key = self.named(name)
        return (self.rows[key],) if key is not None else ()


def read(path: Path) -> Manifest:
    """The manifest in a CSV file. A bad row or day is a notice with file, line and reason; the rest goes on."""
    try:
        with path.open("rb") as stream:
            content = stream.read(LARGEST_FILE + 1)
        if len(content) > LARGEST_FILE:
            raise NotText(f"it is larger than {LARGEST_FILE:,} bytes")
        text = decode(content).text
    except NotText as error:
        return Manifest(notices=(notice(str(path), f"the manifest is not used: {error}"),))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        return Manifest(notices=(notice(str(path), f"the manifest cannot be read: {reason}"),))
    return _parsed(text, str(path))


def _parsed(text: str, about: str) -> Manifest:
    found: dict[str, Hints] = {}
    notices: list[Notice] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_between(text))
    header: list[str] = []
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as error:
            notices.append(notice(f"{about}:{reader.line_num}", f"the row cannot be read: {error}", "warning"))
            continue
        if cells is None:
            break
        line = f"{about}:{reader.line_num}"
        if not any(cell.strip() for cell in cells):
            continue
        if not header:
            header = [cell.strip().lower() for cell in cells]
            if "file" not in header:
                has = ", ".join(repr(name) for name in header)
                reason = f"the manifest is not used: it has no column called file, only {has}"
                return Manifest(notices=(notice(line, reason),))
            unused = [name for name in header if name and name not in ("file", *COLUMNS)]
            if unused:
                notices.append(notice(line, f"columns that are not used: {', '.join(unused)}", "info"))
            continue
        if len(cells) > len(header):
            notices.append(
                notice(line, f"the row has {len(cells)} cells for {len(header)} columns: not used", "warning")
            )
            continue
        row = {name: cell.strip() for name, cell in zip(header, cells, strict=False)}
        file = row.get("file", "")
        if not file:
            notices.append(notice(line, "the row names no file: not used", "warning"))
        elif file in found:
            notices.append(notice(line, f"{file} is named twice: the first row stands", "warning"))
        else:
            published = row.get("published", "")
            if published and not _is_day(published):
                notices.append(
                    notice(line, f"{published!r} is no day like 2025-05-27: the day of {file} is unknown", "warning")
                )
                published = ""
            values = {column: row.get(column, "") for column in COLUMNS} | {"published": published}
            found[file] = Hints(where="manifest", **values)
    if not header:
        notices.append(notice(about, "the manifest is empty", "warning"))
    return Manifest(rows=found, notices=tuple(notices))


def _between(text: str) -> str:
    """What stands between the cells: spreadsheets of many countries write semicolons or tabs."""
    head = next((line for line in text.splitlines() if line.strip()), "")
    return max(",;\t", key=head.count)


def _is_day(words: str) -> bool:
    try:
        date.fromisoformat(words[:10])
    except ValueError:
        return False
    return len(words) == 10 or words[10] in "T "
