"""Rows of the tables of instruments: what a measure is called, and the verbs that are one."""

from typing import Literal

import msgspec

from onrecord.model.assertion import Instrument

Scope = Literal["baseline", "reciprocal", "sectoral", "retaliatory", "safeguard", "anti-dumping"]


class InstrumentRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words for an instrument. ``weak`` words count only beside one of ``support`` in the measure's own phrase."""

    instrument: Instrument
    words: tuple[str, ...]
    weak: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    scope: Scope | None = None
    mast: str | None = None
    says: tuple[str, ...] = ()
    not_: tuple[str, ...] = msgspec.field(default=(), name="not")


class VerbRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Verbs that are a measure, and the words one of which must stand in the phrase of what it is done to."""

    instrument: Instrument
    verbs: tuple[str, ...]
    objects: tuple[str, ...]
    says: tuple[str, ...] = ()
    not_: tuple[str, ...] = msgspec.field(default=(), name="not")
