"""The measures ledger: each measure as a chain of what happened to it."""

from datetime import date

from onrecord.model.assertion import Measure
from onrecord.model.entry import Entry
from onrecord.show import phrasing
from onrecord.show.views.asked import Asked
from onrecord.show.views.table import Line, Table
from onrecord.show.views.timeline import mark, order
from onrecord.store import Database, state_names

COLUMNS = ("action", "rate", "on", "when", "until", "reports")


def measures(record: Database, asked: Asked) -> Table:
    """Measure entries, grouped by who imposes what on whom, each group in the order of its days."""
    names = phrasing.Names(state_names())
    files = record.names()
    chains: dict[str, list[Entry]] = {}
    named = len(asked.entries(record, "measure"))
    kept = asked.events(record, "measure")
    for entry in sorted(kept, key=order):
        chains.setdefault(_heading(entry, names), []).append(entry)
    lines = [
        Line(
            id=entry.id,
            cells=_cells(entry),
            words=entry.best.exact,
            doc=files[entry.best.doc][0],
            group=heading,
        )
        for heading, chain in sorted(chains.items(), key=lambda item: (order(item[1][0])[0] or date.max, item[0]))
        for entry in chain
    ]
    left = named - len(kept)
    note = f"{left} more are only named in passing; `onrecord export entries` has them." if left else ""
    return Table(name="measures", title="Measures", columns=COLUMNS, lines=tuple(lines), note=note)


def _heading(entry: Entry, names: phrasing.Names) -> str:
    measure = entry.best
    assert isinstance(measure, Measure)
    what = f"{measure.scope or ''} {measure.instrument.replace('-', ' ')}".strip()
    if measure.parties:
        return f"{what}: {names.all(measure.parties)}"
    target = f" on {names.one(measure.target)}" if measure.target else ""
    return f"{names.one(measure.imposer) or 'imposer not said'}: {what}{target}"


def _cells(entry: Entry) -> tuple[str, ...]:
    measure = entry.best
    assert isinstance(measure, Measure)
    rate = f"{phrasing.number(measure.rate)} %" if measure.rate is not None else ""
    return (
        (measure.action or "").replace("-", " ") + mark(entry),
        f"{rate} ({measure.rate_kind})" if rate and measure.rate_kind else rate,
        ", ".join(measure.products),
        phrasing.days(measure.when) or f"said {phrasing.days(entry.said)}".rstrip(),
        phrasing.days(measure.until),
        str(entry.reports),
    )
