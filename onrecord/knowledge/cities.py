"""Cities where talks are held, by their names in running text."""

from functools import cache

from onrecord.knowledge.phrases import Phrases
from onrecord.knowledge.states import City, cities


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
