"""Named events: which one is meant, and when it was. "Last week's G20 summit", "since the Hanoi summit".

An event's name is no time expression; it has mentions of its own. Of several events that share a name the one is
taken that the words tell (a place, a state, a time beside it), else the one that the article's day and the tense
leave: one candidate or none.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date

from msgspec.structs import replace

from onrecord.find.times.beside import Beside, Here, around, beside
from onrecord.find.times.now import Tense, add_days
from onrecord.find.times.tense import tense_at
from onrecord.find.times.words import Word, words
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
        names = list(_names(body, sentence))
        if not names:
            continue
        line = list(words(body, sentence.start, sentence.end))
        starts = [word.start for word in line]
        here = Here(times, sentence)
        for start, end, named in names:
            near = beside(body, sentence, start, end, named, here)
            if near.side in ("", "at") and named.sided:
                continue
            tense = _tense(line, starts, near.start, end)
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
        matches = [
            (found.end(), one)
            for one in some
            if (found := one.words.match(body, word.start(), sentence.end))
            and (one.needs is None or one.needs.search(body, *around(sentence, word.start(), found.end())))
        ]
        if matches:
            reach, named = max(matches, key=lambda item: item[0])
            yield word.start(), reach, named


def _tense(line: Sequence[Word], starts: Sequence[int], start: int, end: int) -> Tense:
    """The tense of an event among the words of its sentence, of which ``starts`` are the places."""
    first = min(bisect_left(starts, start), len(line) - 1)
    after = bisect_left(starts, end)
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
    if len(some) == 1 and (near.told in ("time", "place") or len(named.events) == 1):
        done = some[0].happening and day is not None and some[0].first > add_days(day, NEAR)
        return (None, "ahead") if done else (some[0], near.told or "name")  # "took effect", and has not yet
    return (None, "undated") if day is None else _by_day(some, near, day, tense, named.states)


def _by_day(some: Sequence[Event], near: Beside, day: date, tense: Tense, states: bool) -> tuple[Event | None, str]:
    """The one of several events that the article's day and the tense leave.

    So is one of which only its state is told, though the table may know no other of that state.
    """
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
        return (coming[0], "ahead") if coming and not _far(some, coming[0], day) else (None, "ahead")
    if near.told == "state" and not states and len(some) == 1 and abs((some[0].first - day).days) <= FAR:
        return some[0], "state"  # "at Brazil's G20 summit"
    return None, "ambiguous"


def _far(some: Sequence[Event], event: Event, day: date) -> bool:
    """Whether an event is so far ahead that the table may not know another one before it."""
    before = [one for one in some if one.last < day]
    turn = (event.first - before[-1].last).days if before else TERM * 2
    return event.first > add_days(day, FAR) and turn > TERM + 100


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
