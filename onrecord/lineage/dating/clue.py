"""A clue: the days that an article may have, as far as one thing in it tells, and the reason."""

from datetime import date
from typing import Literal

import msgspec

from onrecord.lineage.dating.stretches import Stretches, holds

Weight = Literal[1, 2, 4]
SURE: Weight = 4
"""What cannot be otherwise: a text does not tell of a full date as past before it has come."""
STRONG: Weight = 2
"""What is rarely otherwise: who holds an office, what a copy's day is."""
USUAL: Weight = 1
"""What papers do nineteen times of twenty."""


class Clue(msgspec.Struct, frozen=True, kw_only=True):
    """The days that one thing allows; ``weight`` is how much must speak against it before it is not believed."""

    reason: str
    days: Stretches
    weight: Weight = USUAL

    def allows(self, day: date) -> bool:
        """Whether the article may be of that day, for all that this clue says."""
        return holds(self.days, day)
