"""A table as JSON, CSV or Markdown."""

import csv
import io
import json

from onrecord.show.views.table import Table


def as_json(table: Table) -> str:
    """A list of objects, one for each line: its id, group, columns, words and article."""
    rows = [
        {
            **({"id": line.id} if line.id else {}),
            **({"group": line.group} if line.group else {}),
            **dict(zip(table.columns, line.cells, strict=True)),
            **({"words": line.words} if line.words else {}),
            **({"doc": line.doc} if line.doc else {}),
        }
        for line in table.lines
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def as_csv(table: Table) -> str:
    """Comma-separated lines under a header. A cell that a spreadsheet would run as a formula gets a leading quote."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("id", "group", *table.columns, "words", "doc"))
    for line in table.lines:
        cells = (line.id, line.group, *line.cells, line.words, line.doc)
        writer.writerow([f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t") else cell for cell in cells])
    return out.getvalue().rstrip("\n")


def as_markdown(table: Table) -> str:
    """A Markdown document: a heading for each group, a table under it."""
    parts = [f"# {table.title}"]
    columns = ("", *table.columns, "words") if any(line.words for line in table.lines) else ("", *table.columns)
    group: str | None = None
    for line in table.lines:
        if line.group != group:
            group = line.group
            parts.append("")
            if group:
                parts += [f"## {_cell(group)}", ""]
            parts += [_row(columns), _row(["---"] * len(columns))]
        cells = [line.id, *line.cells, f"{line.words} ({line.doc})" if line.words else line.doc]
        parts.append(_row(cells[: len(columns)]))
    if not table.lines:
        parts += ["", table.empty]
    if table.note:
        parts += ["", table.note]
    return "\n".join(parts)


def _row(cells: list[str] | tuple[str, ...]) -> str:
    return "| " + " | ".join(_cell(cell) for cell in cells) + " |"


def _cell(text: str) -> str:
    flat = " ".join(text.split())
    for sign in ("\\", "|", "<", ">", "[", "]", "*", "_", "`", "#"):
        flat = flat.replace(sign, "\\" + sign)
    return flat
