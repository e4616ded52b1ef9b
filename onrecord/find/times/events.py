"""Named events: which one is meant, and when it was. "Last week's G20 summit", "since the Hanoi summit".

An event's name is no time expression; it has mentions of its own. Of several events that share a name the one is
taken that the words tell (a place, a state, a time beside it), else the one that the article's day and the tense
leave: one candidate or none.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec.structs import replace

from onrecord.find.times.beside import Beside, beside
from onrecord.find.times.now import Tense, add_days
from onrecord.find.times.tense import tense_at
from onrecord.find.times.words import words
from onrecord.knowledge.events import STARTS, Event, Named, names_of_events
from onrecord.model.days import Days
from onrecord.model.mention import EventMention, TimeMention
from onrecord.model.page import Sentence

NEAR = 35
"""An event so few days from the article's day is the one that all speak of."""
FAR = 550
"""An event so many days off is another one of its series, unless the words tell it."""
TERM = 1461
"""Days between two of which the table knows only the first: a term of office."""


def find_events(
    body: str, sentences: Sequence[Sentence], times: Sequence[TimeMention], published: Days | None
) -> tuple[EventMention, ...]:
    """The named events of the body, left to right; ``times`` are its time expressions, which tell events apart.

    Where ``published`` is not known only events are resolved that their own words tell: "the Hanoi summit".
    """
    ends = {published.first, published.last} - {None} if published else set()
    found: list[EventMention] = []
    for sentence in sentences:
        for start, end, named in _names(body, sentence):
            near = beside(body, sentence, start, end, named, times)
            if near.side in ("", "at") and named.sided:
                continue
            tense = _tense(body, sentence, near.start, end)
            told = [_meant(named, near, day, tense) for day in sorted(ends, key=str) or [None]]
            if len({event.name if event else "" for event, _ in told}) > 1:
                told = [(None, "ambiguous")]
            found.append(replace(_mention(near, end, named, *told[-1]), tense=tense))
    return tuple(found)


def _names(body: str, sentence: Sentence) -> Iterator[tuple[int, int, Named]]:
    """The names of events in a sentence: the longest at each place."""
    known = names_of_events()
    reach = sentence.start
    for word in STARTS.finditer(body, sentence.start, sentence.end):
        some = known.get(word.group().lower())
        if some is None or word.start() < reach:
            continue
        matches = [(found.end(), one) for one in some if (found := one.words.match(body, word.start(), sentence.end))]
        if matches:
            reach, named = max(matches, key=lambda item: item[0])
            yield word.start(), reach, named


def _tense(body: str, sentence: Sentence, start: int, end: int) -> Tense:
    line = list(words(body, sentence.start, sentence.end))
    first = next((at for at, word in enumerate(line) if word.start >= start), len(line) - 1)
    after = next((at for at, word in enumerate(line) if word.start >= end), len(line))
    if first and line[first - 1].text.lower() in ("the", "a", "an"):
        first -= 1  # else it is read as "the Friday talks"
    return tense_at(line, first, max(first + 1, after))


def _meant(named: Named, near: Beside, day: date | None, tense: Tense) -> tuple[Event | None, str]:
    """The event meant, with the reason; ``None`` with the reason why none is."""
    some = [event for event in named.events if near.fits(event)]
    if not some:
        return None, "other"
    if near.possible:
        return None, "possible"
    if named.states and not near.state and len({event.state for event in some}) > 1:
        return None, "state"
    if day is not None:
        some = [event for event in some if event.first <= add_days(day, event.known)]
        some = [event for event in some if near.told or event.first <= add_days(day, FAR)]
    if named.sided:
        some = [event for event in some if day is not None and event.first <= day]
    if not some:
        return None, "ahead"
    if len(some) == 1 and (near.told or len([event for event in named.events if near.fits(event)]) == 1):
        done = some[0].happening and day is not None and some[0].first > add_days(day, NEAR)
        return (None, "ahead") if done else (some[0], near.told or "name")  # "took effect", and has not yet
    return (None, "undated") if day is None else _by_day(some, near, day, tense)


def _by_day(some: Sequence[Event], near: Beside, day: date, tense: Tense) -> tuple[Event | None, str]:
    """The one of several events that the article's day and the tense leave."""
    since = near.side == "since" or near.shift == "last"
    at_once = [event for event in some if add_days(event.first, -NEAR) <= day <= add_days(event.last, NEAR)]
    if len(at_once) == 1 and not since and not near.shift:
        return at_once[0], "near"
    if near.new:
        return None, "new"
    if any(event.happening for event in some):
        done = [event for event in some if event.first <= day]
        return (done[0], "past") if len(done) == 1 else (None, "ambiguous")
    if since or near.shift:
        tense = "past" if since else "future"
    elif near.side == "before":
        tense = "" if tense == "past" else "future"
    if tense == "past":
        behind = [event for event in some if event.first <= day]
        turn = (behind[-1].first - behind[-2].last).days if len(behind) > 1 else TERM
        late = bool(behind) and day > add_days(behind[-1].last, max(FAR, turn + 100))
        return (behind[-1], "past") if behind and not late else (None, "past")
    if tense == "future":
        coming = [event for event in some if event.last >= day]
        return (coming[0], "ahead") if coming else (None, "ahead")
    return None, "ambiguous"


def _mention(near: Beside, end: int, named: Named, event: Event | None, why: str) -> EventMention:
    if event is None:
        names = tuple(one.name for one in named.events if near.fits(one))
        return EventMention(start=near.start, end=end, name="", side=near.side, candidates=names, rule=f"event/{why}")
    held = Days(first=event.first, last=event.last)
    return EventMention(
        start=near.start,
        end=end,
        name=event.name,
        place=event.places[0] if event.places else "",
        state=event.state,
        side=near.side,
        held=held,
        days=near.days(held),
        rule=f"event/{why}",
    )
