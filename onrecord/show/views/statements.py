"""Statements: who said what, and through whom it came."""

from onrecord.model.assertion import Statement
from onrecord.show import phrasing
from onrecord.show.views.asked import Asked
from onrecord.show.views.table import Line, Table
from onrecord.show.views.timeline import mark, order, when
from onrecord.store import Database, state_names

COLUMNS = ("said", "who", "how", "through", "reports")


def statements(record: Database, asked: Asked) -> Table:
    """Statement entries in the order of their days."""
    names = phrasing.Names(state_names())
    files = record.names()
    lines = []
    for entry in sorted(asked.entries(record, "statement"), key=order):
        statement = entry.best
        assert isinstance(statement, Statement)
        lines.append(
            Line(
                id=entry.id,
                cells=(
                    phrasing.days(when(entry)),
                    names.speaker(statement),
                    ("quoted" if statement.direct else "reported") + mark(entry),
                    phrasing.through(statement),
                    str(entry.reports),
                ),
                words=statement.exact,
                doc=files[statement.doc][0],
            )
        )
    return Table(name="statements", title="Statements", columns=COLUMNS, lines=tuple(lines))
