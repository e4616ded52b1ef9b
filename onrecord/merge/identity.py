"""What makes two assertions the same: the identifying slots of each kind, as plain comparable values."""

import re
from collections.abc import Sequence
from datetime import date

import msgspec

from onrecord.model.article import Published
from onrecord.model.assertion import AnyAssertion, Figure, Measure, Meeting, Position, Statement, kind_of
from onrecord.model.days import Days

NARROW = 31
"""Days of more than this say no more of an event than the year it fell in: they tie nothing together."""
SHARP = {"meeting": 10}
"""Talks follow each other closely: a month may hold several."""
SLACK = {"meeting": 1, "measure": 7}
"""How many days apart two accounts of one event may lie (time zones; the day decided and the day in force)."""
SAME_ROUND = 14
"""The same for a round of talks with its number: accounts of its days may differ more, and then contradict."""
WINDOW = {"meeting": 30, "measure": 30, "position": 14, "statement": 7}
"""How many days apart two things may be said to be one, where they carry no days of their own."""
_WORD = re.compile(r"\w+")


class Identity(msgspec.Struct, frozen=True, kw_only=True):
    """The identifying slots of an assertion; a slot that is left out is "" or empty.

    ``block`` must be the same in both, ``slots`` the same or left out, ``topics`` (products, issues; the words of a
    statement) alike. ``pins`` tells, for each slot, whether it sets one thing apart from others. ``days`` are those
    of the event, ``said`` (if known within a month) is when it was said. ``values`` are numbers with their
    units, which differ only in a contradiction. ``aspect`` keeps what is ahead from what is done.
    """

    kind: str
    block: tuple[str, ...]
    slots: tuple[str, ...]
    pins: tuple[bool, ...]
    enough: bool
    words: frozenset[str]
    topics: frozenset[str] = frozenset()
    days: Days | None = None
    said: Days | None = None
    values: tuple[tuple[str, float] | None, ...] = ()
    aspect: str = ""

    @property
    def sharp(self) -> Days | None:
        """The days of the event, if they are narrow enough to tell one from the next."""
        return sharp(self.kind, self.days)

    @property
    def filled(self) -> int:
        """How much of it is filled in."""
        values = sum(value is not None for value in self.values)
        return sum(map(bool, self.slots)) + bool(self.topics) + (self.sharp is not None) + values


def identity(assertion: AnyAssertion, published: Published | None) -> Identity:
    """The identity of an assertion from an article of that day."""
    said = narrow(published.days) if published else None
    words = content_words(assertion.exact)
    match assertion:
        case Meeting():
            return _meeting(assertion, said, words)
        case Measure():
            return _measure(assertion, said, words)
        case Position():
            return _position(assertion, said, words)
        case Figure():
            return _figure(assertion, said, words)
        case Statement():
            return _statement(assertion, said, words)


def narrow(days: Days | None, limit: int = NARROW) -> Days | None:
    """The days, if both ends are known and lie no further apart than ``limit`` days."""
    if days is None or days.first is None or days.last is None or (days.last - days.first).days > limit:
        return None
    return Days(first=days.first, last=days.last)


def content_words(words: str) -> frozenset[str]:
    """The words that carry the content: those of four letters or more, and numbers."""
    return frozenset(word for word in _WORD.findall(words.casefold()) if len(word) > 3 or word.isdigit())


def plain(name: str | None) -> str:
    """A name without case, article and punctuation."""
    return " ".join(_WORD.findall((name or "").casefold())).removeprefix("the ")


def _list(names: Sequence[str]) -> str:
    return "|".join(sorted({plain(name) or name for name in names}))


def _value(number: float | None, unit: str = "") -> tuple[str, float] | None:
    return None if number is None else (unit, number)


def _meeting(one: Meeting, said: Days | None, words: frozenset[str]) -> Identity:
    days = one.when if one.when and one.when.known else None
    ahead = "ahead" if one.state in ("planned", "called-off") else "done" if one.state else ""
    round_ = str(one.round) if one.round is not None else ""
    parties = _list(one.parties) if len(one.parties) > 1 else ""
    return Identity(
        kind=kind_of(one),
        block=(),
        slots=(parties, round_, plain(one.place), one.level or "", plain(one.format)),
        pins=(True, False, False, False, False),
        enough=bool(parties and (sharp("meeting", days) or round_)),
        words=words,
        days=days,
        said=said,
        aspect=ahead,
    )


def _measure(one: Measure, said: Days | None, words: frozenset[str]) -> Identity:
    parties = _list(one.parties) if len(one.parties) > 1 else ""
    topics = frozenset(one.hs or map(plain, one.products))
    return Identity(
        kind=kind_of(one),
        block=(one.instrument,),
        slots=(plain(one.imposer), plain(one.target) or one.target or "", parties, one.scope or "", one.action or ""),
        pins=(False, True, True, True, False),
        enough=bool(parties or (one.imposer and (one.target or one.scope or topics))),
        words=words,
        topics=topics,
        days=one.when if one.when and one.when.known else None,
        said=said,
        values=(_value(one.rate),),
    )


def _position(one: Position, said: Days | None, words: frozenset[str]) -> Identity:
    parts = [issue.split("/") for issue in one.issues]
    topics = frozenset("/".join(part[:depth]) for part in parts for depth in range(1, len(part) + 1))
    return Identity(
        kind=kind_of(one),
        block=(one.stance,),
        slots=(_list(one.actor), _list(one.addressee)),
        pins=(False, False),
        enough=bool(one.actor and topics),
        words=words,
        topics=topics,
        said=said,
    )


def _figure(one: Figure, said: Days | None, words: frozenset[str]) -> Identity:
    period = one.period if one.period and one.period.known else None
    when = f"{period.first or ''}/{period.last or ''}" if period else ""
    return Identity(
        kind=kind_of(one),
        block=(one.metric,),
        slots=(plain(one.reporter), plain(one.partner), plain(one.sector), when),
        pins=(True, True, True, False),
        enough=bool(one.reporter and when),
        words=words,
        said=said,
        values=(_value(one.value, one.unit or ""), _value(one.change_pct, _base(one))),
    )


def _base(one: Figure) -> str:
    base = one.change_base
    return f"{base.first or ''}/{base.last or ''}" if base and base.known else ""


def _statement(one: Statement, said: Days | None, words: frozenset[str]) -> Identity:
    speaker = plain(one.speaker)
    return Identity(
        kind=kind_of(one),
        block=(),
        slots=(speaker,),
        pins=(True,),
        enough=bool(speaker and words),
        words=words,
        topics=words,
        said=narrow(one.said) or said,
    )


def gap(one: Days, other: Days) -> int:
    """The days between two intervals, 0 if they share one."""
    if one.overlaps(other):
        return 0
    earlier, later = sorted((one, other), key=lambda days: days.first or date.min)
    return ((later.first or date.max) - (earlier.last or date.min)).days


def sharp(kind: str, days: Days | None) -> Days | None:
    """The days of an event of this kind, if they are narrow enough to tell it from the next."""
    return narrow(days, SHARP.get(kind, NARROW))


def within(one: Days, other: Days) -> Days:
    """The days that two intervals share; the first if they share none."""
    firsts = [day for day in (one.first, other.first) if day]
    lasts = [day for day in (one.last, other.last) if day]
    return Days(first=max(firsts, default=None), last=min(lasts, default=None)) if one.overlaps(other) else one


def slack(one: Identity) -> int:
    """How many days apart another account of the same event may lie."""
    return SAME_ROUND if one.kind == "meeting" and one.slots[1] else SLACK.get(one.kind, 0)


def alike(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of their members that two sets have in common."""
    return len(one & other) / len(one | other) if one or other else 0.0
