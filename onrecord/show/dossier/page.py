"""The dossier: the record as one page for the browser, that works from a file, offline, and prints.

Nothing of a document can run in it: every text is escaped, and the page's own policy allows only the one style and
the one script that it brings, by their hashes.
"""

from base64 import b64encode
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from importlib.resources import files

import msgspec

from onrecord.model.assertion import Measure, Meeting
from onrecord.model.entry import Entry
from onrecord.show import phrasing
from onrecord.show.dossier import bars
from onrecord.show.dossier.drawing import Drawing, Item, draw
from onrecord.show.views import article as article_view
from onrecord.show.views import figures, measures, positions, reports, statements, timeline
from onrecord.show.views.asked import Asked
from onrecord.show.views.table import Line, Table
from onrecord.store import Database, state_names

MOST_PARTIES = 7
"""Columns of the matrix; further parties stand in the lines below it."""


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A place in an article that an entry rests on."""

    mark: str
    article: str


def dossier(record: Database, asked: Asked, title: str) -> str:
    """The whole page, as HTML."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("onrecord.show.dossier", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    names = phrasing.Names(state_names())
    style, script = _own("dossier.css"), _own("dossier.js")
    entries = asked.entries(record)
    kept = asked.docs(record)
    opened = [
        article_view.opened(record, article.doc)
        for article in record.articles()
        if asked.knows(article) and (kept is None or article.doc in kept)
    ]
    by_id = {entry.id: entry for entry in entries}
    kinds = {mark.id: mark.kind for one in opened for mark in one.marks}
    tables = {table.name: table for table in _tables(record, asked)}
    grid = positions.matrix(record, asked)
    sources = reports.reports(record, asked)
    return environment.get_template("dossier.html.j2").render(
        title=title,
        asked=asked.words,
        style=style,
        script=script,
        policy=f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; base-uri 'none'; "
        "form-action 'none'",
        drawing=_drawing(entries, names),
        matrix=grid,
        matrix_rows=frozenset(row for row, party in grid.cells if party in grid.parties[:MOST_PARTIES]),
        widest=MOST_PARTIES,
        tables=tables,
        first_lines=_first_lines(tables.values()),
        chains=_grouped(tables["measures"]),
        measures_note=tables["measures"].note,
        scales=bars.scales(entries, names),
        bar_width=bars.WIDTH,
        shown=frozenset(line.id for table in tables.values() for line in table.lines),
        marks=frozenset(kinds),
        kinds=kinds,
        reports=sources,
        sources_of=_grouped(sources),
        entries=by_id,
        places=_places(entries, opened),
        articles=opened,
        names=names,
        numbers_of=_numbers,
        heading=phrasing.heading,
        line_cells=lambda table, line: dict(zip(table.columns, line.cells, strict=True)),
        issue=phrasing.issue,
        days=phrasing.days,
        number=phrasing.number,
        side=phrasing.side,
        amount=phrasing.amount,
        change=phrasing.change,
        counts=_counts(entries, opened, sources),
    )


def _tables(record: Database, asked: Asked) -> tuple[Table, ...]:
    meetings = msgspec.structs.replace(
        timeline.timeline(record, asked, kinds=("meeting",)), name="meetings", title="Meetings"
    )
    return (
        meetings,
        measures.measures(record, asked),
        positions.positions(record, asked),
        figures.figures(record, asked),
        statements.statements(record, asked),
    )


def _drawing(entries: Sequence[Entry], names: phrasing.Names) -> Drawing | None:
    items = []
    for entry in entries:
        best = entry.best
        if isinstance(best, Meeting | Measure) and best.when is not None and best.when.known:
            items.append(
                Item(
                    days=best.when,
                    label=names.brief(best),
                    href=f"#{entry.id}",
                    kind=entry.kind,
                    lane=_lane(best, names),
                    title=f"{phrasing.days(best.when)}: {names.line(best)}",
                    certainty="planned" if isinstance(best, Meeting) and best.state == "planned" else best.certainty,
                    weight=entry.reports,
                )
            )
    return draw(items)


def _lane(event: Meeting | Measure, names: phrasing.Names) -> str:
    """The name of a pair of parties, whoever of them acts; of one party, if only that is known."""
    parties = set(event.parties)
    if isinstance(event, Measure) and not parties:
        parties = {one for one in (event.imposer, event.target) if one}
    known = [names.one(one) for one in parties if one != phrasing.EVERYBODY]
    everybody = [names.one(phrasing.EVERYBODY)] if phrasing.EVERYBODY in parties else []
    return " – ".join([*sorted(known), *everybody])


def _grouped(table: Table) -> list[tuple[str, list[Line]]]:
    """The lines of a table under each of its headings."""
    found: dict[str, list[Line]] = defaultdict(list)
    for line in table.lines:
        found[line.group].append(line)
    return list(found.items())


def _first_lines(tables: Iterable[Table]) -> frozenset[tuple[str, int]]:
    """Where each id stands first: a position on two issues has two lines, and links lead to one."""
    found: dict[str, tuple[str, int]] = {}
    for table in tables:
        for at, line in enumerate(table.lines):
            found.setdefault(line.id, (table.name, at))
    return frozenset(found.values())


def _numbers(opened: article_view.Opened) -> Mapping[str, int]:
    """The number of every mark in an article's list."""
    return {mark.id: number for number, mark in enumerate(opened.marks, start=1)}


def _places(entries: Sequence[Entry], opened: Sequence[article_view.Opened]) -> Mapping[str, tuple[Place, ...]]:
    """For every entry, the places it rests on, those of its best words first."""
    where = {mark.id: one.article.name for one in opened for mark in one.marks}
    found: dict[str, tuple[Place, ...]] = defaultdict(tuple)
    for entry in entries:
        found[entry.id] = tuple(
            Place(mark=support, article=where[support]) for support in entry.supports if support in where
        )
    return found


def _counts(entries: Sequence[Entry], opened: Sequence[article_view.Opened], sources: Table) -> Mapping[str, int]:
    counts: dict[str, int] = {"articles": len(opened), "reports": len(_grouped(sources))}
    for kind in ("meeting", "measure", "position", "figure", "statement"):
        counts[f"{kind}s"] = sum(entry.kind == kind for entry in entries)
    return counts


def _own(name: str) -> str:
    return files("onrecord.show.dossier").joinpath("templates", name).read_text(encoding="utf-8").strip()


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
