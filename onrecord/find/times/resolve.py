"""Finds, then resolves: the longest finding at each place, read against the article's day and its sentence."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache

from onrecord.find.times import clock, dates, durations, feasts, offsets, quarters, sets, spans, units, vague, weekdays
from onrecord.find.times.grammar import Found, Parts, Rule
from onrecord.find.times.now import Meaning, Now, Undated
from onrecord.find.times.tense import tense_at
from onrecord.find.times.words import Word, kinds, words
from onrecord.model.days import Days
from onrecord.model.mention import TimeMention
from onrecord.model.page import Sentence


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, in the order in which they are tried: of two that find the same words the first one reads them."""
    return (
        *clock.RULES,
        *spans.RULES,
        *dates.RULES,
        *feasts.RULES,
        *quarters.RULES,
        *weekdays.RULES,
        *sets.RULES,
        *offsets.RULES,
        *units.RULES,
        *durations.RULES,
        *vague.RULES,
    )


@cache
def _core() -> re.Pattern[str]:
    """The kinds of which every finding has at least one."""
    letters = kinds()
    core = (
        "month weekday weekdays unit units weekend season hours daysoff tonight overnight fouryear dayth decadename clock iso"
        " slash holiday quartername halfname daily when now future ampm past moment present term"
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


PERIODS = frozenset(
    ("month", "quarter", "year-quarter", "half", "unit", "year", "first-months", "months-through", "week-of")
)
"""Rules whose findings may be the period that figures are about; bases of comparison are not among them."""


class Spoken:
    """What an article has spoken of so far: the last calendar meaning, and the last data period."""

    def __init__(self) -> None:
        self.near: Meaning | None = None
        self.period: Meaning | None = None

    def hear(self, rule: str, meaning: Meaning, known: date | None) -> None:
        """Takes note of a resolved finding."""
        if not meaning.first or not meaning.last:
            return
        self.near = meaning
        if rule in PERIODS and not meaning.mod and 25 < (meaning.last - meaning.first).days < 367:
            if known is None or (meaning.first <= known and (known - meaning.last).days < 800):
                self.period = meaning


def resolve(
    groups: Iterable[list[Found]], line: Sequence[Word], known: date | None, spoken: Spoken
) -> Iterator[tuple[Found, Meaning]]:
    """Each finding with its meaning; those that cannot be read are left out."""
    for group in groups:
        taken = -1
        for found in group:
            if found.parts.start < taken:
                continue
            tense = tense_at(line, found.parts.start, found.parts.end)
            now = Now(known=known, tense=tense, near=spoken.near, period=spoken.period)
            try:
                meaning = found.rule.read(found.parts, now)
            except Undated as unknown:
                meaning = Meaning(type="DATE", value=unknown.value or "XXXX-XX-XX", offset=unknown.offset)
            if meaning is None:
                continue
            taken = found.parts.end
            spoken.hear(found.rule.name, meaning, known)
            yield found, meaning


def find_times(body: str, sentences: Sequence[Sentence], published: Days | None) -> tuple[TimeMention, ...]:
    """Every time expression of the body, sorted and not overlapping, resolved where ``published`` allows.

    Without a published day full dates resolve all the same; of the rest ``days`` keeps the words and, where the words
    give one, the offset from the article's day.
    """
    known = published.last or published.first if published else None
    spoken = Spoken()
    out: list[TimeMention] = []
    for sentence in sentences:
        line = list(words(body, sentence.start, sentence.end))
        for found, meaning in resolve(find(line), line, known, spoken):
            part = found.parts.words()
            out.append(_mention(body, part[0].start, part[-1].end, found.rule.name, meaning))
    return tuple(out)


def _mention(body: str, start: int, end: int, rule: str, meaning: Meaning) -> TimeMention:
    text = body[start:end]
    days = None
    if meaning.first or meaning.last or meaning.offset or ("XX" in meaning.value and meaning.type in ("DATE", "TIME")):
        days = Days(first=meaning.first, last=meaning.last, approx=meaning.approx, words=text, offset=meaning.offset)
        if days.known:
            days = Days(first=meaning.first, last=meaning.last, approx=meaning.approx, words=text)
    return TimeMention(
        start=start, end=end, type=meaning.type, value=meaning.value, mod=meaning.mod, days=days, rule=rule
    )
