"""Teasers at the end: openings of other stories that a page's copy carries after the article's last paragraph.

Each is one long paragraph. It gives itself away by a kicker in capitals, by a last sentence that is cut off, or by its
sense alone: it shares next to nothing with the article before it.
"""

import re
from collections.abc import Sequence
from statistics import median

from onrecord.clean.asides.subject import Subject
from onrecord.model.article import Aside
from onrecord.model.span import Span

_KICKER = re.compile(r"[A-Z][A-Z0-9’'‘“”\"$&,.% -]{2,70}:\s+[A-Z“‘\"'0-9]")
_ENDS = re.compile(r"[.!?…][\s\"'“”’»)\]]*$")
_POST = re.compile(r"\(@\w+\)\s\S+ \d")
_LEANS = re.compile(
    r"[\"“‘'(\[]|(?:He|She|It|They|We|I|His|Her|Their|This|That|These|Those|But|And|Still|However|Also|Meanwhile|Even|Yet|So"
    r"|Then|While|If|As|Another|Other|Both|Such|There|Separately|In addition|Mr|Ms|Mrs)\b"
)
"""How a paragraph begins that leans on the one before it."""
SHORTEST = 280
"""A teaser is never shorter, in characters,"""
SHORTEST_PLAIN = 120
"""unless both a kicker and a broken-off end give it away."""
LONGEST = 2500
"""Nor longer."""
MOST = 12
"""A page never carries more."""
_ALONE_SHORTEST = 450
_ALONE_RATIO = 1.8
"""What only its sense gives away is longer than this, and than so many of the article's usual paragraphs."""


def teasers(text: str, paragraphs: Sequence[Span], ends: Sequence[int]) -> list[Aside]:
    """The teasers at the end of ``paragraphs`` (the article's own, after all other asides).

    ``ends`` say where each paragraph's own words end: a credit at its end is not a sentence that breaks off.
    """
    low = len(paragraphs)
    while low > max(3, len(paragraphs) - MOST) and _may_be(text, paragraphs[low - 1]):
        low -= 1
    found: list[Aside] = []
    for index in range(len(paragraphs) - 1, low - 1, -1):
        words = text[paragraphs[index].start : ends[index]]
        rule = _rule(words, [text[span.start : span.end] for span in paragraphs[:index]], bool(found))
        if not rule:
            break
        found.append(Aside(start=paragraphs[index].start, end=paragraphs[index].end, why="teaser", rule=rule))
    return found[::-1]


def _may_be(text: str, paragraph: Span) -> bool:
    length = paragraph.end - paragraph.start
    if SHORTEST <= length <= LONGEST:
        return True
    words = paragraph.of(text) if SHORTEST_PLAIN <= length < SHORTEST else ""
    return bool(words) and _KICKER.match(words) is not None and _ENDS.search(words[-6:]) is None


def _rule(words: str, before: Sequence[str], more_follow: bool) -> str:
    """The rule by which a last paragraph is a teaser, or ""; ``more_follow`` if those after it are teasers."""
    if _POST.search(words[-90:]):
        return ""
    kicker = _KICKER.match(words) is not None
    cut_off = _ENDS.search(words[-6:]) is None
    usual = median(map(len, before))
    if not kicker and not cut_off and (len(words) < _ALONE_SHORTEST or len(words) < _ALONE_RATIO * usual):
        return ""
    subject = Subject(before)
    shared, named, key = subject.shared(words), subject.named(words), subject.key(words)
    if kicker and (cut_off or shared <= 0.35):
        return "kicker"
    if cut_off and (len(words) >= 1.3 * usual or more_follow) and shared <= 0.40:
        return "cut-off"
    apart = shared <= 0.12 and named <= 0.25 and key <= 2
    if apart and len(words) >= _ALONE_SHORTEST and len(words) >= _ALONE_RATIO * usual and not _LEANS.match(words):
        return "another-subject"
    return ""
