"""Positions: who wants or gives what, by issue, and the matrix of issues and parties."""

from collections import defaultdict

import msgspec

from onrecord.model.assertion import Position
from onrecord.model.entry import Entry
from onrecord.show import phrasing
from onrecord.show.views.asked import Asked
from onrecord.show.views.table import Line, Table
from onrecord.show.views.timeline import mark, order
from onrecord.store import Database, state_names

COLUMNS = ("who", "stance", "to whom", "said", "reports")
NO_ISSUE = "no issue named"


class Cell(msgspec.Struct, frozen=True, kw_only=True):
    """What one party holds on one issue: its entries in the order of their days."""

    entries: tuple[Entry, ...]

    @property
    def stances(self) -> tuple[str, ...]:
        """The stances in the order in which they were first taken, each once."""
        found = (entry.best.stance for entry in self.entries if isinstance(entry.best, Position))
        return tuple(dict.fromkeys(found))


class Matrix(msgspec.Struct, frozen=True, kw_only=True):
    """Issues down, parties across; ``cells`` by (issue, party)."""

    issues: tuple[str, ...]
    parties: tuple[str, ...]
    cells: dict[tuple[str, str], Cell]


def matrix(record: Database, asked: Asked) -> Matrix:
    """The positions of every party on every issue; parties and issues with most to say come first."""
    found: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    by_party: dict[str, int] = defaultdict(int)
    by_issue: dict[str, int] = defaultdict(int)
    for entry in sorted(asked.entries(record, "position"), key=order):
        position = entry.best
        assert isinstance(position, Position)
        for issue in position.issues or (NO_ISSUE,):
            by_issue[issue] += 1
            for party in position.actor:
                found[issue, party].append(entry)
                by_party[party] += 1
    return Matrix(
        issues=tuple(sorted(by_issue, key=lambda issue: (issue == NO_ISSUE, issue))),
        parties=tuple(sorted(by_party, key=lambda party: (-by_party[party], party))),
        cells={place: Cell(entries=tuple(entries)) for place, entries in found.items()},
    )


def matrix_table(record: Database, asked: Asked) -> Table:
    """The matrix as a table: a line for each issue, a column for each party."""
    names = phrasing.Names(state_names())
    grid = matrix(record, asked)
    lines = [
        Line(
            id="",
            cells=(
                phrasing.issue(issue),
                *(
                    ", ".join(grid.cells[issue, party].stances) if (issue, party) in grid.cells else ""
                    for party in grid.parties
                ),
            ),
        )
        for issue in grid.issues
    ]
    return Table(
        name="matrix",
        title="Positions: issue x party",
        columns=("issue", *(names.one(party) for party in grid.parties)),
        lines=tuple(lines),
    )


def positions(record: Database, asked: Asked) -> Table:
    """Position entries by issue, in the order of their days; one on two issues stands under both."""
    names = phrasing.Names(state_names())
    files = record.names()
    groups: dict[str, list[Entry]] = defaultdict(list)
    for entry in sorted(asked.entries(record, "position"), key=order):
        position = entry.best
        assert isinstance(position, Position)
        for issue in position.issues or (NO_ISSUE,):
            groups[issue].append(entry)
    lines = []
    for issue in sorted(groups, key=lambda name: (name == NO_ISSUE, name)):
        for entry in groups[issue]:
            position = entry.best
            assert isinstance(position, Position)
            by = f" by {phrasing.days(position.deadline)}" if position.deadline else ""
            lines.append(
                Line(
                    id=entry.id,
                    cells=(
                        names.all(position.actor),
                        position.stance + by + mark(entry),
                        names.all(position.addressee),
                        phrasing.days(entry.said),
                        str(entry.reports),
                    ),
                    words=position.exact,
                    doc=files[position.doc][0],
                    group=phrasing.issue(issue),
                )
            )
    return Table(name="positions", title="Positions", columns=COLUMNS, lines=tuple(lines))
