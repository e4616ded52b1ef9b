"""Copies: what the days of an article's copies tell of its own."""

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from difflib import SequenceMatcher

from onrecord.lineage.dating.clue import STRONG, SURE, USUAL, Clue
from onrecord.lineage.dating.dated import Dated, content
from onrecord.lineage.dating.near import fits, shift, weekday
from onrecord.lineage.dating.stretches import around, stretch
from onrecord.lineage.dating.told import Told
from onrecord.model.article import Article

BEFORE = 2
AFTER = 5
"""Days by which a copy may come before or after a dated version of the same report."""
SAME_SENTENCE = 0.6
"""How alike two sentences must be to be one."""


def clues(told: Told, copies: Sequence[Dated]) -> Iterator[Clue]:
    """Bounds around each dated copy, the agency's own text before all, and the words that stand for one another."""
    for copy in copies:
        reason = f"its copy {copy.name} is of {copy.day}"
        yield Clue(reason=reason, days=(around(copy.day, BEFORE, AFTER),), weight=STRONG)
        if _is_agency_text(told.article) and not _is_agency_text(copy.article):
            yield Clue(
                reason=f"it is the agency's own text, which {copy.name} of {copy.day} took over",
                days=stretch(None, copy.day),
                weight=USUAL,
            )
    for telling in told.by_sentence if copies else ():
        said = next((words for time in telling.times if _counts(words := time.of(told.body))), None)
        if said is not None:
            for copy in copies:
                yield from _same_sentence(telling.words, said, copy)


def _counts(words: str) -> bool:
    return shift(words) is not None or weekday(words) is not None


_CREDIT = re.compile(r"\b(?:reporting|editing|writing) by\b", re.IGNORECASE)


def _is_agency_text(article: Article) -> bool:
    """Whether an article is the agency's own text: no other outlet printed it, and its desk signed it."""
    own = article.outlet is None or (article.agency is not None and article.outlet.value == article.agency.value)
    signed = any(aside.why == "credit" and _CREDIT.search(aside.of(article.text)) for aside in article.asides)
    return own and article.agency is not None and signed


def _same_sentence(words: str, said: str, copy: Dated) -> Iterator[Clue]:
    """A sentence that says "yesterday" here and "on Monday" in the dated copy speaks of one day."""
    own = content(words)
    twin = max(copy.sentences, key=lambda spoken: len(own & spoken.content), default=None)
    if twin is None or SequenceMatcher(None, words, twin.words).ratio() < SAME_SENTENCE:
        return
    theirs, meant = twin.days[0]
    reason = f'"{said}" stands where {copy.name} says "{theirs}"'
    after = shift(said)
    if after is not None:
        yield Clue(reason=reason, days=(around(meant + timedelta(days=after), 0, 0),), weight=SURE)
    elif fits(meant, said):
        yield Clue(reason=reason, days=(around(meant, 0, 6),), weight=SURE)
