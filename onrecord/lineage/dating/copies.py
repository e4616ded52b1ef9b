"""Copies: what the days of an article's copies tell of its own."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from difflib import SequenceMatcher

from onrecord.lineage.dating.clue import STRONG, SURE, USUAL, Clue
from onrecord.lineage.dating.near import fits, shift, weekday
from onrecord.lineage.dating.stretches import around, stretch
from onrecord.lineage.dating.told import Told
from onrecord.model.article import Article
from onrecord.model.days import Days

BEFORE = 2
AFTER = 5
"""Days by which a copy may come before or after a dated version of the same report."""
SAME_SENTENCE = 0.6
"""How alike two sentences must be to be one."""


def clues(told: Told, dated: Sequence[tuple[Told, date]]) -> Iterator[Clue]:
    """Bounds around each dated copy, the agency's own text before all, and the words that stand for one another."""
    for other, day in dated:
        name = other.article.name
        yield Clue(reason=f"its copy {name} is of {day}", days=(around(day, BEFORE, AFTER),), weight=STRONG)
        if _is_agency_text(told.article) and not _is_agency_text(other.article):
            yield Clue(
                reason=f"it is the agency's own text, which {name} of {day} took over",
                days=stretch(None, day),
                weight=USUAL,
            )
    for other, day in dated:
        yield from _shared_sentences(told, other, day)


_CREDIT = re.compile(r"\b(?:reporting|editing|writing) by\b", re.IGNORECASE)


def _is_agency_text(article: Article) -> bool:
    """Whether an article is the agency's own text: no other outlet printed it, and its desk signed it."""
    own = article.outlet is None or (article.agency is not None and article.outlet.value == article.agency.value)
    signed = any(aside.why == "credit" and _CREDIT.search(aside.of(article.text)) for aside in article.asides)
    return own and article.agency is not None and signed


def _shared_sentences(told: Told, other: Told, day: date) -> Iterator[Clue]:
    """A sentence that says "yesterday" here and "on Monday" in the dated copy speaks of one day."""
    theirs = [(words, times) for words, times in _resolved(other, Days(first=day, last=day)) if times]
    for words, mine_all in _resolved(told, None):
        mine = next((said for said, _ in mine_all if shift(said) is not None or weekday(said) is not None), None)
        if mine is None:
            continue
        twin = max(theirs, key=lambda pair: SequenceMatcher(None, words, pair[0]).ratio(), default=None)
        if twin is None or SequenceMatcher(None, words, twin[0]).ratio() < SAME_SENTENCE:
            continue
        spoken = next(((said, days) for said, days in twin[1] if days.first and days.first == days.last), None)
        if spoken is None or spoken[1].first is None:
            continue
        meant, reason = spoken[1].first, f'"{mine}" stands where {other.article.name} says "{spoken[0]}"'
        after = shift(mine)
        if after is not None:
            yield Clue(reason=reason, days=(around(meant + timedelta(days=after), 0, 0),), weight=SURE)
        elif fits(meant, mine):
            yield Clue(reason=reason, days=(around(meant, 0, 6),), weight=SURE)


def _resolved(told: Told, published: Days | None) -> list[tuple[str, list[tuple[str, Days]]]]:
    """The words of each sentence, with the words and days of its times."""
    times = told.times if published is None else told.read(published)
    return [
        (
            sentence.of(told.body),
            [
                (time.of(told.body), time.days or Days())
                for time in times
                if sentence.start <= time.start < sentence.end
            ],
        )
        for sentence in told.sentences
    ]
