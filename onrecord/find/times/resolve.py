"""Finds, then resolves: the longest finding at each place, read against the article's day and its sentence."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from msgspec.structs import replace

from onrecord.find.times import (
    clock,
    dates,
    durations,
    eras,
    feasts,
    fiscal,
    nth_weekdays,
    offsets,
    quarters,
    sets,
    spans,
    units,
    vague,
    weekdays,
)
from onrecord.find.times.counted import counted
from onrecord.find.times.events import find_events
from onrecord.find.times.grammar import Found, Parts, Rule
from onrecord.find.times.history import Telling, is_history
from onrecord.find.times.now import NO_TIME, Meaning, Now, Tense, Type, Undated
from onrecord.find.times.tense import tense_at
from onrecord.find.times.whose import whose
from onrecord.find.times.words import Word, kinds, words
from onrecord.find.times.zoned import zoned
from onrecord.knowledge.fiscal_years import FiscalYear
from onrecord.model.days import Days
from onrecord.model.mention import TimeMention
from onrecord.model.page import Sentence


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, in the order in which they are tried: of two that find the same words the first one reads them."""
    return (
        *fiscal.RULES,
        *clock.RULES,
        *spans.RULES,
        *eras.RULES,
        *dates.RULES,
        *feasts.RULES,
        *quarters.RULES,
        *nth_weekdays.RULES,
        *weekdays.RULES,
        *sets.RULES,
        *offsets.RULES,
        *units.RULES,
        *vague.RULES,
        *durations.RULES,
    )


@cache
def _core() -> re.Pattern[str]:
    """The kinds of which every finding has at least one."""
    letters = kinds()
    core = (
        "month weekday weekdays unit units weekend season hours daysoff tonight overnight fouryear dayth decadename"
        " clock iso slash holiday fiscal quartername halfname daily when now future ampm past moment present"
        " term period era ago"
    )
    return re.compile("[" + "".join(letters[name] for name in core.split()) + "]")


def find(sentence: Sequence[Word]) -> list[list[Found]]:
    """The findings of one sentence, left to right; each with the ways to read it, longest first."""
    line = "".join(word.kind for word in sentence)
    if not _core().search(line):
        return []
    found: list[tuple[int, int, int, Found]] = []
    for number, rule in enumerate(rules()):
        for match in rule.pattern.finditer(line):
            if match.end() > match.start():
                found.append((match.start(), -match.end(), number, Found(rule, Parts(match, sentence))))
    found.sort(key=lambda item: item[:3])
    groups: list[list[Found]] = []
    reach = -1
    for start, end, _, item in found:
        if start < reach:
            groups[-1].append(item)
            reach = max(reach, -end)
        else:
            groups.append([item])
            reach = -end
    return groups


_OF_FISCAL = ("fiscal-year", "fiscal-unit", "fiscal-part", "fiscal-months")
PERIODS = frozenset(
    ("month", "quarter", "year-quarter", "half", "unit", "year", "first-months", "months-through", "ended", "week-of")
).union(_OF_FISCAL)
"""Rules whose findings may be the period that figures are about; bases of comparison are not among them."""


class Spoken:
    """What an article has spoken of so far: the last calendar meaning (``here``: in this sentence) and data period."""

    def __init__(self, body: str, history: bool) -> None:
        self.body = body
        self.telling = Telling() if history else None
        self.near: Meaning | None = None
        self.day: date | None = None
        self.silent = 0
        self.here: Meaning | None = None
        self.period: Meaning | None = None

    def turn(self) -> None:
        """Begins another sentence: what was spoken of three sentences ago is forgotten, save in a history."""
        self.here = None
        self.silent += 1
        if self.silent > 3 and self.telling is None:
            self.near = self.day = None

    def hear(self, rule: str, meaning: Meaning, known: date | None, *, base: bool = False) -> None:
        """Takes note of a resolved finding; a ``base`` that others are compared with is no data period."""
        if not meaning.first or not meaning.last:
            return
        if self.telling:
            self.telling.hear(rule, meaning)
        self.near = self.here = meaning
        self.silent = 0
        if meaning.first == meaning.last and meaning.type in ("DATE", "TIME"):
            self.day = meaning.first
        length = (meaning.last - meaning.first).days
        recent = known is None or (meaning.first <= known and (known - meaning.last).days < 800)
        if rule in PERIODS and not base and not meaning.mod and 25 < length < 367 and recent:
            self.period = meaning


def resolve(
    groups: Sequence[list[Found]], line: Sequence[Word], day: date | None, spoken: Spoken
) -> Iterator[tuple[Found, Meaning, Tense]]:
    """Each finding with its meaning and tense; those that cannot be read are left out."""
    spoken.turn()
    for number, group in enumerate(groups):
        taken = -1
        for found in group:
            if found.parts.start < taken:
                continue
            known, year = day, _year_ahead(found, groups[number + 1 : number + 2], line, day)
            if spoken.telling:
                known = spoken.telling.at.last if spoken.telling.at else None
                year = year or spoken.telling.year_of(found.parts.number("month") or 0)
            now = Now(
                known=known,
                tense="" if spoken.telling else tense_at(line, found.parts.start, found.parts.end),
                near=spoken.near,
                near_day=spoken.day,
                here=spoken.here,
                period=spoken.period,
                year=year,
                history=spoken.telling is not None,
                whose=_whose(found, line, spoken.body),
            )
            try:
                meaning = found.rule.read(found.parts, now)
            except Undated as unknown:
                kind: Type = "TIME" if "T" in unknown.value else "DATE"
                meaning = Meaning(type=kind, value=unknown.value or "XXXX-XX-XX", offset=unknown.offset)
            if meaning is None:
                continue
            taken = found.parts.end
            if meaning is NO_TIME:
                continue
            spoken.hear(found.rule.name, meaning, day, base=_is_base(line, found.parts))
            yield found, meaning, vague.way_of(found.parts, meaning, now.tense)


def _whose(found: Found, line: Sequence[Word], body: str) -> FiscalYear | None:
    """The fiscal year that a finding means, if it is of one; the sentence and the article tell whose."""
    if found.rule not in fiscal.RULES:
        return None
    return whose(body, line[0].start, line[-1].end, found.parts.words()[0].start)


_COMPARING = frozenset(("from", "than", "after", "versus", "vs", "with"))


def _is_base(line: Sequence[Word], parts: Parts) -> bool:
    """Whether a finding is what others are compared with: ``up from April``, ``after a flat second quarter``."""
    before = [word.text.lower() for word in line[max(0, parts.start - 3) : parts.start]]
    return parts.after() != "to" and "," not in before and not _COMPARING.isdisjoint(before)


_JOINED = frozenset(("to", "through", "until", "till", "and", "or", "-", "–", "—"))


def _year_ahead(found: Found, following: Sequence[list[Found]], line: Sequence[Word], known: date | None) -> int | None:
    """The year that the other end of a run gives to this one: ``from January to November 2018``."""
    month = found.parts.number("month")
    if not month or not following or found.parts.words("year") or found.parts.words("yshift"):
        return None
    other = following[0][0].parts
    until = other.number("month")
    if not until or other.start - found.parts.end != 1 or line[found.parts.end].text.lower() not in _JOINED:
        return None
    try:
        year = dates.year_said(other, Now(known=known))
    except Undated:
        return None
    return None if year is None else year - (until < month)


def find_times(body: str, sentences: Sequence[Sentence], published: Days | None) -> tuple[TimeMention, ...]:
    """Every time expression of the body, sorted and not overlapping, resolved where ``published`` allows.

    Without a published day full dates resolve all the same; of the rest ``days`` keeps the words and, where the words
    give one, the offset from the article's day. Where ``published`` is an interval, words are read against both of its
    ends: where the two readings lie close together the days are those from the first to the last, approximate; where
    they lie far apart the words stay unresolved.
    """
    lines = [list(words(body, sentence.start, sentence.end)) for sentence in sentences]
    found = [(line, groups) for line in lines if (groups := find(line))]
    last = _read(body, found, published.last or published.first if published else None)
    if published is not None and published.first is not None and published.last not in (None, published.first):
        first, none = (
            {(mention.start, mention.end): mention for mention in _read(body, found, known)}
            for known in (published.first, None)
        )
        places = [(mention.start, mention.end) for mention in last]
        last = tuple(
            _between(first.get(place), mention, none.get(place)) for place, mention in zip(places, last, strict=True)
        )
    if any(mention.rule == "event" for mention in last):
        last = counted(body, last, find_events(body, sentences, last, published))
    return zoned(body, sentences, last)


def _read(
    body: str, found: Sequence[tuple[Sequence[Word], list[list[Found]]]], known: date | None
) -> tuple[TimeMention, ...]:
    spoken = Spoken(body, is_history((group for _, groups in found for group in groups), known))
    out: list[TimeMention] = []
    for line, groups in found:
        for item, meaning, tense in resolve(groups, line, known, spoken):
            part = item.parts.words()
            out.append(_mention(body, part[0].start, part[-1].end, item.rule.name, meaning, tense))
    return tuple(out)


CLOSE = 10
"""Days by which the readings against both ends of an uncertain day may differ and still say something."""


def _between(early: TimeMention | None, late: TimeMention, undated: TimeMention | None) -> TimeMention:
    """A mention read against both ends of an uncertain day, or against none where that says too little."""
    if early is None or early.days is None or late.days is None or early.days == late.days:
        return late
    first, last = early.days.first, late.days.last
    if first is None or last is None or first > last or late.days.first is None:
        return late
    if (late.days.first - first).days > CLOSE and undated is not None:
        return undated
    return replace(late, days=Days(first=first, last=last, approx=True, words=late.days.words))


def _mention(body: str, start: int, end: int, rule: str, meaning: Meaning, tense: Tense) -> TimeMention:
    text = body[start:end]
    days = None
    if meaning.first or meaning.last:
        days = Days(first=meaning.first, last=meaning.last, approx=meaning.approx, words=text)
    elif meaning.offset or ("XX" in meaning.value and meaning.type in ("DATE", "TIME")):
        days = Days(words=text, offset=meaning.offset)
    return TimeMention(
        start=start,
        end=end,
        type=meaning.type,
        value=meaning.value,
        mod=meaning.mod,
        quant=meaning.quant,
        freq=meaning.freq,
        days=days,
        tense=tense,
        rule=rule,
    )
