"""Cities where talks are held, by their names in running text."""

from functools import cache

import msgspec

from onrecord.knowledge.phrases import Phrases
from onrecord.knowledge.tables import table


class City(msgspec.Struct, frozen=True, kw_only=True):
    """A row of ``cities.csv``: a place where talks are held, and the code of the state it lies in."""

    city: str
    names: tuple[str, ...]
    state: str


@cache
def cities() -> tuple[City, ...]:
    """Every city of the table."""
    return table("cities.csv", City)


@cache
def city_names() -> Phrases[City]:
    """The cities by their names."""
    return Phrases((name, row) for row in cities() for name in (row.city, *row.names))


@cache
def cities_reached() -> Phrases[City]:
    """The cities by their names after ``in`` or ``to``."""
    return Phrases(
        (f"{preposition} {name}", row)
        for row in cities()
        for name in (row.city, *row.names)
        for preposition in ("in", "to", "In")
    )
