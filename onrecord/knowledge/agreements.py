"""Trade agreements by name, with their parties and days."""

from datetime import date
from functools import cache

import msgspec

from onrecord.knowledge.tables import table


class Agreement(msgspec.Struct, frozen=True, kw_only=True, rename={"first": "from", "last": "until"}):
    """A row of ``agreements.csv``. ``parties`` are state codes; ``first`` is when it was signed or came into force.

    ``sought`` marks one that was only negotiated.
    """

    name: str
    names: tuple[str, ...]
    parties: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None
    sought: bool = False


@cache
def agreements() -> tuple[Agreement, ...]:
    """Every agreement of the table."""
    return table("agreements.csv", Agreement)
