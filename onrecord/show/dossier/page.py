"""The dossier: the record as one page for the browser, that works from a file, offline, and prints.

Nothing of a document can run in it: every text is escaped, and the page's own policy allows only the one style and
the one script that it brings, by their hashes.
"""

from base64 import b64encode
from collections import defaultdict
from collections.abc import Mapping, Sequence
from hashlib import sha256
from importlib.resources import files

import msgspec

from onrecord.model.assertion import Measure, Meeting
from onrecord.model.entry import Entry
from onrecord.show import phrasing
from onrecord.show.dossier.drawing import Drawing, Item, draw
from onrecord.show.views import article as article_view
from onrecord.show.views import figures, measures, positions, reports, statements, timeline
from onrecord.show.views.asked import Asked
from onrecord.show.views.table import Table
from onrecord.store import Database, state_names


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
    tables = _tables(record, asked)
    return environment.get_template("dossier.html.j2").render(
        title=title,
        asked=asked.words,
        style=style,
        script=script,
        policy=f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; base-uri 'none'; "
        "form-action 'none'",
        drawing=_drawing(entries, names),
        matrix=positions.matrix(record, asked),
        tables=tables,
        shown=frozenset(line.id for table in tables for line in table.lines),
        reports=reports.reports(record, asked),
        entries=by_id,
        places=_places(entries, opened),
        articles=opened,
        names=names,
        issue=phrasing.issue,
        days=phrasing.days,
        counts=_counts(entries, opened),
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
    codes = phrasing.Names({})
    items = []
    for entry in entries:
        best = entry.best
        if isinstance(best, Meeting | Measure) and best.when is not None and best.when.known:
            items.append(
                Item(
                    days=best.when,
                    label=codes.line(best),
                    href=f"#{entry.id}",
                    kind=entry.kind,
                    title=f"{phrasing.days(best.when)}: {names.line(best)}",
                )
            )
    return draw(items)


def _places(entries: Sequence[Entry], opened: Sequence[article_view.Opened]) -> Mapping[str, tuple[Place, ...]]:
    """For every entry, the places it rests on, those of its best words first."""
    where = {mark.id: one.article.name for one in opened for mark in one.marks}
    found: dict[str, tuple[Place, ...]] = defaultdict(tuple)
    for entry in entries:
        found[entry.id] = tuple(
            Place(mark=support, article=where[support]) for support in entry.supports if support in where
        )
    return found


def _counts(entries: Sequence[Entry], opened: Sequence[article_view.Opened]) -> Mapping[str, int]:
    counts: dict[str, int] = {"articles": len(opened)}
    for kind in ("meeting", "measure", "position", "figure", "statement"):
        counts[f"{kind}s"] = sum(entry.kind == kind for entry in entries)
    return counts


def _own(name: str) -> str:
    return files("onrecord.show.dossier").joinpath("templates", name).read_text(encoding="utf-8").strip()


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
