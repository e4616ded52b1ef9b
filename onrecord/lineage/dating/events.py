"""Named events of known day: an article that looks back at the Osaka summit is from after it."""

from collections.abc import Iterator
from datetime import date, timedelta

from onrecord.find.times.events import find_events
from onrecord.lineage.dating.clue import Clue
from onrecord.lineage.dating.stretches import stretch
from onrecord.lineage.dating.told import Told
from onrecord.model.mention import EventMention

BEFORE = 550
"""Days before an event by which papers write of it at all."""


def clues(told: Told) -> Iterator[Clue]:
    """After the latest event that is told of as past; before the earliest that is to come, and not long before."""
    found = [one for one in find_events(told.body, told.sentences, told.times, None) if one.held and one.held.first]
    past = max((one for one in found if one.tense == "past" and one.side != "before"), key=_first, default=None)
    if past is not None:
        yield Clue(
            reason=f'it speaks of "{past.of(told.body)}" ({_first(past)}) as past',
            days=stretch(_first(past)),
        )
    coming = [one for one in found if one.tense == "future" and (past is None or _first(one) >= _first(past))]
    if coming:
        first = min(coming, key=_first)
        yield Clue(
            reason=f'it speaks of "{first.of(told.body)}" ({_first(first)}) as still to come',
            days=stretch(_first(first) - timedelta(days=BEFORE), first.held.last if first.held else None),
        )


def _first(event: EventMention) -> date:
    return (event.held.first if event.held else None) or date.min
