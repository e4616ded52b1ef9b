"""Groups of states that meet as one."""

from functools import cache

import msgspec

from onrecord.knowledge.tables import table


class Grouping(msgspec.Struct, frozen=True, kw_only=True):
    """A row of ``groupings.csv``: the name of the body in ``bodies.csv``, and the codes of its members."""

    name: str
    parties: tuple[str, ...]


@cache
def members_of() -> dict[str, tuple[str, ...]]:
    """The members of each grouping."""
    return {row.name: row.parties for row in table("groupings.csv", Grouping)}
