"""Voice: how sure a stretch of text is of what it says, and who passes it on."""

from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import NamedTuple

from onrecord.find.speech.cues import cues
from onrecord.model.assertion import Certainty
from onrecord.model.mention import Attribution
from onrecord.model.page import Page
from onrecord.model.span import Span
from onrecord.read.certainty import certainty
from onrecord.read.chain import chain

LONGEST = 5000
"""Characters before a span within which what is said around it begins."""


class Voice(NamedTuple):
    """How sure a stretch is, and the chain through which it came: who said it first, then each who passed it on."""

    certainty: Certainty
    via: tuple[str, ...]
    steps: tuple[int, ...]


def voice(page: Page, span: Span) -> Voice:
    """The voice of what stands in ``span``. Only sayings around the whole of it count."""
    around = sayings(page, span)
    return Voice(certainty(page, span, around), *chain(page, around))


def is_contradicted(page: Page, span: Span) -> bool:
    """Whether somebody says that what stands in ``span`` is not so: "denied that talks had been held"."""
    return any(cues().certainty(saying.cue_lemma, "verb") == "denied" for saying in sayings(page, span)[:1])


def sayings(page: Page, span: Span) -> tuple[Attribution, ...]:
    """The sayings in whose content most of ``span`` lies, innermost first."""
    after = bisect_left(page.speech, span.start - LONGEST, key=lambda saying: saying.start)
    before = bisect_right(page.speech, span.end, key=lambda saying: saying.start)
    found = [
        saying
        for saying in page.speech[after:before]
        if saying.end > span.start
        and saying.rule.startswith("say/")
        and 5 * sum(part.shares(span) for part in saying.content) >= 4 * _length(span, saying)
    ]
    return tuple(
        sorted(found, key=lambda saying: (sum(part.end - part.start for part in saying.content), -len(saying.via)))
    )


def _length(span: Span, saying: Attribution) -> int:
    """How long a stretch is without the "he told Reuters" that breaks it."""
    aside = sum(
        Span(start=one.end, end=other.start).shares(span)
        for one, other in pairwise(saying.content)
        if one.end < other.start
    )
    return max(1, span.end - span.start - aside)
