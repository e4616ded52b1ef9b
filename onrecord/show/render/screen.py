"""Views on a terminal. Control characters of documents never reach it."""

from collections.abc import Sequence

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table as Grid
from rich.text import Text

from onrecord.model.entry import AGREES
from onrecord.show.render.grid import Laid
from onrecord.show.terminal import plain
from onrecord.show.views import article as article_view
from onrecord.show.views import entry as entry_view
from onrecord.show.views.notes import Note
from onrecord.show.views.table import Table

KIND_STYLES = {
    "meeting": "bold blue",
    "measure": "bold red",
    "position": "bold magenta",
    "figure": "bold green",
    "statement": "yellow",
}

NOTE_STYLES = {"time": "cyan", "event": "magenta", "amount": "green"}


def table(view: Table) -> RenderableType:
    """A table as wide as the terminal, with the words behind each line under it."""
    return Laid(view=view, styles=KIND_STYLES) if view.lines else Text(plain(view.empty), style="dim")


def entry(opened: entry_view.Opened) -> RenderableType:
    """An entry with its slots and every span behind it."""
    shown = opened.entry
    count = f"{shown.reports} independent report{'s' if shown.reports != 1 else ''}"
    parts: list[RenderableType] = [
        Text.assemble(
            (f"{shown.id} ", "dim"), (f"{shown.kind} ", KIND_STYLES[shown.kind]), (plain(opened.line), "bold")
        ),
        Text(f"{count}, {len(opened.supports)} place{'s' if len(opened.supports) != 1 else ''}", style="dim"),
    ]
    slots = Grid(box=None, pad_edge=False, show_header=False)
    for name, value in opened.slots:
        slots.add_row(Text(name, style="dim"), Text(plain(value)))
    parts.append(Padding(slots, (1, 2)))
    for conflict in opened.conflicts:
        agrees = AGREES in conflict
        parts.append(Text(f"{'=' if agrees else '≠'} {plain(conflict)}", style="dim" if agrees else "red"))
    report = ""
    for support in opened.supports:
        if support.report != report:
            report = support.report
            parts.append(Rule(Text(report, style="cyan"), align="left", style="dim"))
        source = ", ".join(part for part in (support.outlet, support.agency, support.published) if part)
        through = f", via {support.through}" if support.through else ""
        certainty = "" if support.certainty == "stated" else f" [{support.certainty}]"
        parts.append(Text(plain(f"{support.name} ({source}){through}{certainty}"), style="dim"))
        words = Text.assemble(plain(support.before), (plain(support.exact), "bold underline"), plain(support.after))
        parts.append(Padding(words, (0, 0, 1, 2)))
    return Group(*parts)


def article(opened: article_view.Opened, *, why: bool = False) -> RenderableType:
    """An article with its asides dimmed and what was read from it marked and listed."""
    header = Grid(box=None, pad_edge=False, show_header=False)
    for name, value, where in opened.header:
        header.add_row(Text(name, style="dim"), Text(plain(value)), Text(plain(where), style="dim"))
    kinds = {mark.id: mark.kind for mark in opened.marks}
    numbers = {mark.id: number for number, mark in enumerate(opened.marks, start=1)}
    text = Text()
    begun: set[str] = set()
    for segment in opened.segments:
        for identity in segment.marks:
            if identity not in begun:
                begun.add(identity)
                text.append(f"[{numbers[identity]}]", style=f"{KIND_STYLES[kinds[identity]]} dim")
        if segment.aside:
            text.append(plain(segment.text), style="dim strike" if segment.aside == "teaser" else "dim")
        elif segment.marks:
            text.append(plain(segment.text), style=f"underline {KIND_STYLES[kinds[segment.marks[-1]]]}")
        else:
            text.append(plain(segment.text))
    listed = Grid(box=None, pad_edge=False, show_header=False)
    for mark in opened.marks:
        listed.add_row(
            Text(str(numbers[mark.id]), style="dim"),
            Text(mark.kind, style=KIND_STYLES[mark.kind]),
            Text(plain(mark.line) + (f"  ({mark.rule})" if why and mark.rule else "")),
            Text(mark.entry, style="dim"),
        )
    asides = sorted({(aside.start, aside.why, aside.rule) for aside in opened.article.asides})
    parts: list[RenderableType] = [Text(opened.article.name, style="bold"), header, Rule(style="dim"), text]
    if opened.marks:
        parts += [Rule(Text("read from it", style="cyan"), align="left", style="dim"), listed]
    if opened.notes:
        parts += [Rule(Text("times and amounts", style="cyan"), align="left", style="dim"), notes(opened.notes)]
    if asides and why:
        parts.append(Rule(Text("set aside", style="cyan"), align="left", style="dim"))
        parts += [Text(f"{reason} at {start}: {rule}", style="dim") for start, reason, rule in asides]
    return Group(*parts)


def notes(listed: Sequence[Note]) -> RenderableType:
    """Times, events and amounts: their words, what they mean, in EDTF and how fine, and the rule."""
    grid = Grid(box=None, pad_edge=False, header_style="dim")
    grid.add_column("words", ratio=3)
    grid.add_column("taken for", ratio=4)
    grid.add_column("EDTF", no_wrap=True)
    grid.add_column("fine to", no_wrap=True)
    grid.add_column("rule", ratio=2, overflow="fold")
    for note in listed:
        grid.add_row(
            Text(plain(note.words), style=NOTE_STYLES[note.kind]),
            Text(plain(note.means)),
            Text(plain(note.edtf), style="dim"),
            Text(note.precision, style="dim"),
            Text(note.rule, style="dim"),
        )
    return grid


def console(*, stderr: bool = False) -> Console:
    """The terminal; without colours where output goes to a file or ``NO_COLOR`` is set."""
    return Console(stderr=stderr, highlight=False, soft_wrap=False)
