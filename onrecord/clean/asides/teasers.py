"""Teasers at the end: openings of other stories that a page's copy carries after the article's last paragraph."""

import re
from collections.abc import Sequence

from onrecord.model.article import Aside
from onrecord.model.span import Span

_KICKER = re.compile(r"[A-Z][A-Z0-9’'‘“”\"$&,.% -]{2,70}:\s+[A-Z“‘\"'0-9]")
_ENDS = re.compile(r"[.!?…][\s\"'“”’»)\]]*$")
_POST = re.compile(r"\(@\w+\)\s\S+ \d")
LEAST = 280
"""A teaser that nothing but its sense gives away is never shorter, in characters."""


def teasers(text: str, paragraphs: Sequence[Span]) -> list[Aside]:
    """The teasers at the end of ``paragraphs`` (the article's own, after all other asides)."""
    found: list[Aside] = []
    for index in range(len(paragraphs) - 1, 2, -1):
        paragraph = paragraphs[index]
        words = paragraph.of(text)
        if len(words) < LEAST:
            break
        kicker = _KICKER.match(words) is not None
        cut_off = _ENDS.search(words[-6:]) is None
        if (not kicker and not cut_off) or _POST.search(words[-90:]):
            break
        rule = "kicker" if kicker else "cut-off"
        found.append(Aside(start=paragraph.start, end=paragraph.end, why="teaser", rule=rule))
    return found[::-1]
