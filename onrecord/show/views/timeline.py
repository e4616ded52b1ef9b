"""The timeline: meetings, measures and what was said for the first time, in the order of their days."""

from datetime import date

from onrecord.model.assertion import Figure, Measure, Meeting, Position, Statement
from onrecord.model.days import Days
from onrecord.model.entry import Entry
from onrecord.show import phrasing
from onrecord.show.views.asked import Asked
from onrecord.show.views.table import Line, Table
from onrecord.store import Database, state_names

COLUMNS = ("when", "kind", "what", "reports")
DEFAULT_KINDS = ("meeting", "measure", "position")


def when(entry: Entry) -> Days | None:
    """The days under which an entry stands on a timeline: when it happens, or else when it was said."""
    match entry.best:
        case Meeting(when=days) | Measure(when=days):
            return days if days and days.known else entry.said
        case Statement(said=days):
            return days if days and days.known else entry.said
        case Position() | Figure():
            return entry.said


def order(entry: Entry) -> tuple[date, date, str, str]:
    """The place of an entry on a timeline; those without a day, or with only one end known, come last."""
    days = when(entry)
    bounded = days if days and days.first and days.last else None
    first = bounded.first if bounded else None
    last = bounded.last if bounded else None
    return (first or date.max, last or date.max, entry.kind, entry.id)


def timeline(record: Database, asked: Asked, kinds: tuple[str, ...] = DEFAULT_KINDS) -> Table:
    """Entries of these kinds in the order of their days."""
    names = phrasing.Names(state_names())
    files = record.names()
    found = sorted((entry for kind in kinds for entry in asked.events(record, kind)), key=order)
    return Table(
        name="timeline",
        title="Timeline",
        columns=COLUMNS,
        lines=tuple(
            Line(
                id=entry.id,
                cells=(
                    phrasing.days(when(entry)),
                    entry.kind,
                    names.line(entry.best) + mark(entry),
                    str(entry.reports),
                ),
                words=entry.best.exact,
                doc=files[entry.best.doc][0],
            )
            for entry in found
        ),
    )


def mark(entry: Entry) -> str:
    """A sign behind what is contradicted or not simply stated."""
    best = entry.best
    told = best.certainty == "stated" or (isinstance(best, Meeting) and best.state == best.certainty)
    certainty = "" if told else f" [{best.certainty}]"
    return certainty + (" ≠" if any(not conflict.agrees for conflict in entry.conflicts) else "")
