"""What the text has last spoken of."""

import msgspec

from onrecord.model.assertion import Figure
from onrecord.model.days import Days
from onrecord.read.figures.metrics import Named


class Carried(msgspec.Struct, kw_only=True):
    """What the text has last spoken of, for what follows and does not say it again."""

    metric: str = ""
    named: Named | None = None
    reporter: str | None = None
    partner: str | None = None
    period: Days | None = None
    paragraph: int = -9
    balance: bool = False
    currency: str = ""
    figure: Figure | None = None
    base: Days | None = None
    """Against what a flow rose or fell of which the sentence before gave no number."""
    reach: int = 0
    """How far the words go that the figure before took as its base."""
    here: Days | None = None
    """The days that the sentence itself has spoken of last."""
    bases: dict[Days | None, list[Days | None]] = msgspec.field(default_factory=dict)
    """What the figures of a period were set against: ``up from 28 billion in July, imports to 9 billion from 7``."""
