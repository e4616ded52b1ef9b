"""Bodies: ministries, agencies, parliaments, international bodies, industry groups, companies."""

from functools import cache
from typing import Literal

import msgspec

from onrecord.knowledge.tables import table

Kind = Literal[
    "ministry",
    "agency",
    "central-bank",
    "parliament",
    "court",
    "party",
    "international",
    "industry",
    "union",
    "think-tank",
    "university",
    "company",
]
ACT_FOR_STATE: frozenset[str] = frozenset({"ministry", "agency", "central-bank"})
"""The kinds that act for their state; a parliament, a court or a company does not."""


class Body(msgspec.Struct, frozen=True, kw_only=True):
    """A row of ``bodies.csv``: a body, its names, the code of its state and what kind of body it is."""

    name: str
    names: tuple[str, ...]
    state: str = ""
    kind: Kind

    @property
    def states(self) -> tuple[str, ...]:
        """The states it acts for."""
        return (self.state,) if self.state and self.kind in ACT_FOR_STATE else ()


@cache
def bodies() -> tuple[Body, ...]:
    """Every body of the table."""
    return table("bodies.csv", Body)
