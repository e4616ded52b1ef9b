"""States: their codes, and the words that name them, their people, capitals and governments."""

from functools import cache

import msgspec

from onrecord.knowledge.tables import table


class State(msgspec.Struct, frozen=True, kw_only=True, rename={"nots": "not"}):
    """A row of ``states.csv``: ``code`` is ISO 3166-1 alpha-2, or ``EU``. ``nots`` are near misses."""

    code: str
    name: str
    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    governments: tuple[str, ...] = ()
    nots: tuple[str, ...] = ()


@cache
def states() -> dict[str, State]:
    """Every state by its code."""
    return {row.code: row for row in table("states.csv", State)}


def state_name(code: str) -> str:
    """The English name of a state (``South Korea``); the code itself if the table has no such row."""
    row = states().get(code)
    return row.name if row else code
