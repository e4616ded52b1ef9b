"""What stands beside the name of an event and tells which one is meant: place, state, time, "last", "since"."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

import msgspec

from onrecord.find.times.now import add_days, shifted
from onrecord.knowledge.events import Event, Named
from onrecord.knowledge.states import states
from onrecord.model.days import Days
from onrecord.model.mention import Side, TimeMention
from onrecord.model.page import Sentence

_MANNER = (
    r"(?:(?:annual|biennial|crucial|key|historic|important|landmark|recent|forthcoming|high-stakes|first|second|ill-fated"
    r"|failed|virtual|bilateral|so-called|national|(?:two|three|four|five)-day|snap|early)\s+)*"
)
_MANNERS = re.compile(_MANNER + r"\Z")
_GAP_BEFORE = re.compile(r"(?:['’]s?)?\s+" + _MANNER + r"\Z")
_GAP_AFTER = re.compile(
    r"(?:\s(?:leaders|meeting|talks))?,?\s?(?:(?:which|that)\s)?(?:(?:is\s|was\s)?(?:held|taking\splace|took\splace|due|set"
    r"|scheduled|planned|hosted|opening|starting)\s)?(?:(?:in|at|on|for|later|earlier|of|from|the|city|capital|resort)\s"
    r"|[A-Z][\w’'-]*(?:,\s|\s))*\Z"
)
_SHIFT = re.compile(r"\b(last|previous|latest|recent|next|upcoming|coming|forthcoming)\s+\Z", re.I)
_AHEAD = frozenset(("next", "upcoming", "coming", "forthcoming"))
_SIDES: dict[str, Side] = {
    "since": "since",
    "after": "after",
    "following": "after",
    "before": "before",
    "ahead of": "before",
    "prior to": "before",
    "leading up to": "before",
    "in the run-up to": "before",
    "until": "before",
    "by the time of": "before",
    "in time for": "before",
    "at": "at",
    "during": "at",
    "on the sidelines of": "at",
    "on the margins of": "at",
}
_SIDE = re.compile(
    r"\b(?:(?P<count>the\s(?:very\s)?(?:day|week|month|year)|hours|days|weeks|months|years)\s(?:just\s)?)?(?P<side>"
    + "|".join(sorted(_SIDES, key=len, reverse=True)).replace(" ", r"\s")
    + r")\s(?:the\s|an?\s|this\s|that\s|their\s|its\s|his\s|her\s|[A-Z]\w+['’]s\s)?\Z",
    re.I,
)
_HELD = (
    r"(?:,?\s(?:(?:which|that)\s)?(?:(?:is|was|will\sbe|to\sbe)\s)?(?:held|hosted|takes\splace|taking\splace|took\splace"
    r"|scheduled|planned))?(?:\s(?:later\s)?(?:last|this|next)\s\w+)?\s(?:in|of)\s(?:the\s)?"
)
_OTHER_PLACE = re.compile(_HELD + r"(?:\w+\s\w+\sof\s)?(?P<place>[A-Z]\w+)")
_NEW = re.compile(r"\b[Aa]n?\s\Z")
_POSSIBLE = re.compile(r"\b(?:any|no|possible|potential|future|proposed|another|second)\s\Z", re.I)
_SPANS = {"hours": ("D", 1), "days": ("W", 1), "weeks": ("M", 2), "months": ("Y", 1), "years": ("Y", 10)}
"""So far from an event "days after" it and the like may lie."""


_REACH = 90
"""Characters behind a name in which its place or day may stand."""
_BACK = 200
"""Characters before and behind a name that are looked at."""


class Beside(msgspec.Struct, frozen=True, kw_only=True):
    """What the words beside a name say. ``start`` is where they begin; ``times`` the days that they name.

    ``elsewhere``: at a place where none of the events was; ``possible``: "any", "another"; ``new``: "a summit".
    """

    start: int
    side: Side = ""
    count: str = ""
    shift: str = ""
    state: str = ""
    place: str = ""
    elsewhere: bool = False
    possible: bool = False
    new: bool = False
    times: tuple[Days, ...] = ()

    @property
    def told(self) -> str:
        """What tells the event apart, or ""."""
        return "time" if self.times else "place" if self.place else "state" if self.state else ""

    def fits(self, event: Event) -> bool:
        """Whether an event is not ruled out."""
        if self.elsewhere or (self.place and self.place not in event.places):
            return False
        if self.state and event.state != self.state:
            return False
        held = Days(first=event.first, last=event.last)
        return all(days.overlaps(held) for days in self.times)

    def days(self, held: Days) -> Days:
        """The days that the whole phrase means, of an event held on these days."""
        assert held.first is not None and held.last is not None
        later = self.side in ("after", "since")
        if not later and self.side != "before":
            return held
        if self.count.startswith("the"):
            unit = {"day": "D", "week": "W", "month": "M", "year": "Y"}[self.count.split()[-1]]
            if unit == "D":
                day = add_days(held.last, 1) if later else add_days(held.first, -1)
                return Days(first=day, last=day)
            edge = shifted(held.last if later else held.first, unit, 1 if later else -1)
        elif self.count:
            unit, number = _SPANS[self.count]
            edge = shifted(held.last if later else held.first, unit, number if later else -number)
        else:
            return Days(first=held.last) if later else Days(last=add_days(held.first, -1))
        if later:
            return Days(first=held.last, last=edge, approx=True)
        return Days(first=edge, last=held.first, approx=True)


class Here:
    """The times of a sentence, of which only those close to a name are looked at."""

    def __init__(self, times: Sequence[TimeMention], sentence: Sentence) -> None:
        first = bisect_left(times, sentence.start, key=_start)
        last = bisect_left(times, sentence.end, key=_start)
        self._times = [time for time in times[first:last] if time.end <= sentence.end]
        self._starts = [time.start for time in self._times]

    def between(self, start: int, end: int) -> Sequence[TimeMention]:
        """Those that start so far before or behind."""
        return self._times[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


def _start(time: TimeMention) -> int:
    return time.start


def around(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """The part of a sentence in which words may stand that tell of a name."""
    return max(sentence.start, start - _BACK), min(sentence.end, end + _BACK)


def beside(body: str, sentence: Sentence, start: int, end: int, named: Named, times: Here) -> Beside:
    """What the words beside ``body[start:end]`` say of the events that it may name."""
    begin = around(sentence, start, end)[0]
    here = times.between(begin, end + _BACK)
    at, state, place = _names_before(body, begin, start, named)
    before = next((time for time in here if time.end <= at and _GAP_BEFORE.fullmatch(body, time.end, at)), None)
    shift = None if before else _SHIFT.search(body, begin, at)
    at = before.start if before else shift.start() if shift else at
    side, count = _side(body, begin, at, here)
    tail = body[end : min(end + _REACH, sentence.end)]
    place = place or next((one for event in named.events for one in event.places if _in(tail, one)), "")
    if not place and not state:
        state = next((event.state for event in named.events if _in_state(tail, event.state)), "")
    other = None if place or state else _OTHER_PLACE.match(tail)
    return Beside(
        start=at,
        side=side,
        count=count,
        shift="" if shift is None else "next" if shift[1].lower() in _AHEAD else "last",
        state=state,
        place=place,
        elsewhere=(other is not None and not any(time.start == end + other.start("place") for time in here))
        or (named.needs is not None and not state and _foreign().search(body, begin, at) is not None),
        possible=_POSSIBLE.search(body, begin, at) is not None,
        new=_NEW.search(body, begin, at) is not None,
        times=tuple(_days_beside(body, end, named, before, here)),
    )


def _names_before(body: str, begin: int, start: int, named: Named) -> tuple[int, str, str]:
    """Where the names before an event begin, with the state and the place that they are: "South Korea's", "Osaka"."""
    state, place, at = "", "", start
    for _ in range(2):
        gap = _MANNERS.search(body, begin, at)
        at = gap.start() if gap else at
        for event in named.events:
            if not state and (width := _ends_with(body[begin:at], _words_of_state(event.state))):
                state, at = event.state, at - width
            for one in event.places:
                if not place and (width := _ends_with(body[begin:at], rf"{re.escape(one)}\s+")):
                    place, at = one, at - width
    return at, state, place


def _side(body: str, begin: int, at: int, here: Sequence[TimeMention]) -> tuple[Side, str]:
    """The side that a preposition says, with a count before it that is no length of its own ("two weeks after")."""
    found = _SIDE.search(body, begin, at)
    if found is None:
        return "", ""
    own = not any(time.start <= found.start() < time.end for time in here)
    return _SIDES[re.sub(r"\s", " ", found["side"].lower())], (found["count"] or "").lower().strip() if own else ""


def _days_beside(
    body: str, end: int, named: Named, before: TimeMention | None, here: Sequence[TimeMention]
) -> Iterator[Days]:
    """The days that times beside a name give: "last week's", "on June 28"."""
    if before is not None and before.days is not None and before.days.known:
        yield _whole(before)
    after = next((time for time in here if time.start >= end and _GAP_AFTER.match(body, end, time.start)), None)
    if after is None or after.type not in ("DATE", "TIME") or after.days is None or not after.days.known:
        return
    then = any(after.days.overlaps(Days(first=event.first, last=event.last)) for event in named.events)
    if then or after.precision != "day":  # else the day is that of the sentence
        yield after.days


def _whole(time: TimeMention) -> Days:
    """The days of a time without its part: "the start of this year's summit" is this year's."""
    assert time.days is not None
    if time.mod in ("START", "MID", "END") and time.precision == "year":
        return Days(first=date(int(time.value), 1, 1), last=date(int(time.value), 12, 31))
    return time.days


def _ends_with(text: str, words: str) -> int:
    """How long the words are with which a text ends, 0 if it does not."""
    found = re.search(rf"\b(?:{words})\Z", text) if words else None
    return len(found[0]) if found else 0


@cache
def _words_of_state(code: str) -> str:
    row = states().get(code)
    if row is None:
        return ""
    names = sorted({*row.names, *row.adjectives}, key=len, reverse=True)
    return rf"(?:{'|'.join(map(re.escape, names))})(?:['’]s?)?\s+"


@cache
def _foreign() -> re.Pattern[str]:
    """A state right before a name: of those that others use of their own days it is not meant ("Italy's")."""
    return re.compile(rf"\b(?:{'|'.join(_words_of_state(code) for code in states())})\Z")


def _in(tail: str, place: str) -> bool:
    return re.match(rf"[^.;:]{{0,40}}?\b(?:in|at)\s(?:[\w’'-]+\s){{0,4}}?{re.escape(place)}\b", tail) is not None


@cache
def _in_state_pattern(code: str) -> re.Pattern[str] | None:
    row = states().get(code)
    if row is None:
        return None
    names = "|".join(map(re.escape, sorted(row.names, key=len, reverse=True)))
    return re.compile(rf"{_HELD}(?:{names})(?!\w)")


def _in_state(tail: str, code: str) -> bool:
    pattern = _in_state_pattern(code)
    return pattern is not None and pattern.match(tail) is not None
