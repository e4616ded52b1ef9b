"""What one clause says of one metric, before the parties and the period are known."""

from onrecord.model.mention import AmountMention
from onrecord.model.span import Span
from onrecord.read.figures.metrics import Named


class Reading(Span, frozen=True, kw_only=True):
    """A level or a growth of one metric. The span runs over the metric and its amounts.

    ``level`` is the amount of the level, ``change`` the growth in percent; ``by`` the amount of a change in money.
    ``earlier``: what the figure before is compared with ("up from 28 billion in July"), which has its own period.
    ``against`` is the partner where the words that are read name it; ``nobodys``: it is of no state (world trade).
    ``part``: it is a part of the sum before it, of the same parties and days.
    ``anchor`` is where the reading's own words end, for the search of its period.
    """

    metric: Named
    level: AmountMention | None = None
    change: float | None = None
    by: AmountMention | None = None
    earlier: bool = False
    part: bool = False
    anchor: int
    at: int
    against: str | None = None
    nobodys: bool = False
