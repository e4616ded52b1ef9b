"""Figures: every number of trade with its currency, period and base, and who counted."""

from onrecord.model.assertion import Figure
from onrecord.model.entry import Entry
from onrecord.show import phrasing
from onrecord.show.views.asked import Asked
from onrecord.show.views.table import Line, Table
from onrecord.show.views.timeline import mark
from onrecord.store import Database, state_names

COLUMNS = ("of whom", "metric", "period", "value", "change", "counted by", "reports")


def figures(record: Database, asked: Asked) -> Table:
    """Figure entries by reporter, partner, metric and period."""
    names = phrasing.Names(state_names())
    files = record.names()
    return Table(
        name="figures",
        title="Figures",
        columns=COLUMNS,
        lines=tuple(
            Line(
                id=entry.id,
                cells=_cells(entry, names),
                words=entry.best.exact,
                doc=files[entry.best.doc][0],
            )
            for entry in sorted(asked.entries(record, "figure"), key=_order)
        ),
    )


def _order(entry: Entry) -> tuple[str, str, str, str, str]:
    figure = entry.best
    assert isinstance(figure, Figure)
    period = figure.period.edtf if figure.period else ""
    return (figure.reporter or "~", figure.partner or "~", figure.metric, period, entry.id)


def _cells(entry: Entry, names: phrasing.Names) -> tuple[str, ...]:
    figure = entry.best
    assert isinstance(figure, Figure)
    base = phrasing.base(figure)
    superlative = f" ({figure.superlative})" if figure.superlative else ""
    return (
        f"{names.one(figure.reporter) or 'not said'}{names.partner(figure)}",
        figure.metric.replace("-", " ") + (f", {figure.sector}" if figure.sector else ""),
        phrasing.days(figure.period),
        phrasing.amount(figure.value, figure.unit) + superlative + mark(entry),
        phrasing.change(figure) + (f", implies {base}" if base else ""),
        figure.source or "",
        str(entry.reports),
    )
