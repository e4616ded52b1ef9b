"""Entries: assertions that mean the same thing, merged."""

import msgspec

from onrecord.model.assertion import AnyAssertion
from onrecord.model.days import Days


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """One piece of reporting: an article and all its copies, by document. ``id`` comes from its earliest member.

    ``reasons`` say, for each member after the first, why it was folded in (``{doc: reason}``).
    """

    id: str
    docs: tuple[str, ...]
    story: str = ""
    reasons: dict[str, str] = {}


AGREES = ", in agreement"
"""How the reason ends that joins two entries which come to the same."""


class Conflict(msgspec.Struct, frozen=True, kw_only=True):
    """A slot on which the supports of an entry, or two entries, differ beyond rounding. Both sides stand.

    ``sides`` gives each value, as text, with the assertions that say so.
    """

    slot: str
    sides: tuple[tuple[str, tuple[str, ...]], ...]
    with_entry: str = ""
    reason: str = ""

    @property
    def agrees(self) -> bool:
        """Whether it only joins what comes to the same, by another way."""
        return self.reason.endswith(AGREES)


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """Assertions that mean the same thing.

    ``id`` comes from the content, so the same assertions give the same id. ``best`` is the assertion with the merged
    slots, shown on screens; ``supports`` are the ids of all assertions behind it; ``reports`` how many *independent*
    reports they come from. ``said`` runs from the first to the last day on which it was said.
    """

    id: str
    kind: str
    best: AnyAssertion
    supports: tuple[str, ...]
    reports: int
    said: Days | None = None
    conflicts: tuple[Conflict, ...] = ()
