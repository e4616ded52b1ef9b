"""Certainty that says nothing twice: what a stance, an action or a state says already is taken out of it."""

from functools import cache
from typing import Literal

import msgspec

from onrecord.knowledge.tables import table
from onrecord.model.assertion import AnyAssertion, Certainty, Measure, Meeting, Position, kind_of
from onrecord.model.page import Page
from onrecord.model.span import Span
from onrecord.read.certainty import carried, least
from onrecord.read.voice import sayings


class Settled(msgspec.Struct, frozen=True, kw_only=True):
    """A row of ``settled.csv``: with this value of its slot, this certainty becomes that."""

    kind: str
    value: str
    certainty: Certainty
    becomes: Certainty
    dated: Literal["yes", "no", ""] = ""
    says: str = ""


@cache
def rows() -> dict[tuple[str, str, str, str], Certainty]:
    """What becomes of a certainty, by kind, value, certainty and whether there is a day."""
    found: dict[tuple[str, str, str, str], Certainty] = {}
    for row in table("settled.csv", Settled):
        for dated in (row.dated,) if row.dated else ("yes", "no"):
            found[row.kind, row.value, row.certainty, dated] = row.becomes
    return found


def settled(page: Page, assertion: AnyAssertion) -> AnyAssertion:
    """The assertion with the certainty that remains beside its own slots, and no more than the sayings around leave."""
    value, day = _value(assertion)
    if value is None:
        return assertion
    dated = "yes" if day else "no"
    becomes = rows().get((kind_of(assertion), value, assertion.certainty, dated))
    if becomes is None:
        return assertion
    span = Span(start=assertion.start, end=assertion.end)
    sure = least((becomes, carried(page, span, sayings(page, span))))
    return msgspec.structs.replace(assertion, certainty=sure)


def _value(assertion: AnyAssertion) -> tuple[str | None, bool]:
    match assertion:
        case Position(stance=stance):
            return stance, False
        case Measure(action=action, when=when):
            return action, when is not None and when.known
        case Meeting(state=state):
            return state, False
        case _:
            return None, False
