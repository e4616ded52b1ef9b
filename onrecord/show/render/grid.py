"""A table laid out for the width of a terminal: its cells side by side, the words behind each line in full below it."""

from collections.abc import Iterator, Sequence

import msgspec
from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

from onrecord.show.terminal import one_line
from onrecord.show.views.table import Line, Table

BETWEEN = 2
"""Blanks between two columns, and before the words below a line."""
NARROWEST = 8
"""Letters that a column keeps, however narrow the terminal."""


class Laid(msgspec.Struct, frozen=True, kw_only=True):
    """A view to be printed by Rich; ``styles`` are for cells that hold just this word."""

    view: Table
    styles: dict[str, str]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The head once, then each group under its name; columns in which nothing stands are left out.

        Where the terminal is too narrow for the columns, the cells of a line follow each other.
        """
        view, width = self.view, options.max_width
        yield Text(one_line(view.title), style="bold")
        shown = [
            at
            for at, name in enumerate(view.columns)
            if name not in view.below and any(line.cells[at] for line in view.lines)
        ]
        ids = max((cell_len(line.id) for line in view.lines), default=0)
        natural = [
            max(cell_len(name), *(cell_len(one_line(line.cells[at])) for line in view.lines))
            for at, name in ((at, view.columns[at]) for at in shown)
        ]
        before = ids + BETWEEN if ids else 0
        columns = shares(natural, width - before)
        side_by_side = sum(columns) + BETWEEN * (len(columns) - 1) <= width - before
        widths = ([ids] if ids else []) + (columns if side_by_side else [max(NARROWEST, width - before)])
        head = [*(["id"] if ids else []), *(view.columns[at] for at in shown)]
        if side_by_side:
            yield from _row([Text(name, style="dim") for name in head], widths, console)
        group = ""
        for line in view.lines:
            if line.group != group:
                group = line.group
                yield Text(f"\n{one_line(group)}", style="bold cyan")
            cells = [Text(one_line(line.cells[at]), style=self.styles.get(line.cells[at], "")) for at in shown]
            if not side_by_side:
                cells = [Text(" · ").join(cell for cell in cells if cell)]
            yield from _row([*([Text(line.id, style="dim")] if ids else []), *cells], widths, console)
            yield from self._below(line, before, width, console)
        if view.note:
            yield Text(f"\n{one_line(view.note)}", style="dim")

    def _below(self, line: Line, indent: int, width: int, console: Console) -> Iterator[Text]:
        parts = [Text(f"“{one_line(line.words)}”", style="italic"), Text(" ")] if line.words else []
        parts += [Text(one_line(line.doc), style="dim")] if line.doc else []
        for name in self.view.below:
            cell = line.cells[self.view.columns.index(name)]
            parts += [Text(f" · {one_line(cell)}", style="dim")] if cell else []
        if parts:
            room = max(NARROWEST, width - indent)
            for row in Text.assemble(*parts).wrap(console, room, overflow="fold"):
                row.rstrip()
                yield Text.assemble(" " * indent, row)


def shares(natural: Sequence[int], room: int) -> list[int]:
    """The widths of columns that want ``natural`` letters each, with blanks between: the widest give way first."""
    room -= BETWEEN * max(0, len(natural) - 1)
    cap = max(natural, default=0)
    while cap > NARROWEST and sum(min(want, cap) for want in natural) > room:
        cap -= 1
    return [min(want, cap) for want in natural]


def _row(cells: Sequence[Text], widths: Sequence[int], console: Console) -> Iterator[Text]:
    """One line of cells, each wrapped in its column."""
    wrapped = [
        list(cell.wrap(console, max(1, width), overflow="fold")) for cell, width in zip(cells, widths, strict=True)
    ]
    for at in range(max(map(len, wrapped), default=0)):
        row = Text()
        for lines, width in zip(wrapped, widths, strict=True):
            part = lines[at] if at < len(lines) else Text()
            part.rstrip()
            row.append_text(part)
            row.append(" " * (width - part.cell_len + BETWEEN))
        row.rstrip()
        yield row
