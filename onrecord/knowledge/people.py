"""People who hold or held an office, with its days."""

from collections import defaultdict
from datetime import date
from functools import cache

import msgspec

from onrecord.knowledge.tables import table


class Person(msgspec.Struct, frozen=True, kw_only=True, rename={"first": "from", "last": "until"}):
    """A row of ``people.csv``: somebody in one office. ``short`` are words that name them with no introduction.

    ``state`` is the state they act for, blank for none; ``body`` is set where the office is not the state's own.
    """

    name: str
    names: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    state: str = ""
    role: str = ""
    body: str = ""
    first: date | None = None
    last: date | None = None
    source: str = ""

    def __post_init__(self) -> None:
        if self.first and self.last and self.last < self.first:
            raise ValueError(f"{self.name} left the office of {self.role} on {self.last}, before {self.first}")

    def held(self, day: date) -> bool:
        """Whether the office was held on ``day``."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


@cache
def people() -> dict[str, tuple[Person, ...]]:
    """The rows of each person, by full name, in the order of their days."""
    rows: dict[str, list[Person]] = defaultdict(list)
    for row in table("people.csv", Person):
        rows[row.name].append(row)
    return {name: tuple(sorted(of, key=lambda row: row.first or date.min)) for name, of in rows.items()}


def office_on(name: str, day: date | None) -> Person | None:
    """The office that a person of the table held on a day; the last one known where the day is not."""
    rows = people().get(name, ())
    if day is None:
        return rows[-1] if rows else None
    return next((row for row in reversed(rows) if row.held(day)), None)
