"""Link lines: headlines of other stories that stand between the paragraphs, alone or in a list."""

import re
from collections.abc import Iterator, Sequence

from onrecord.model.article import Aside
from onrecord.model.span import Span

LONGEST = 170
"""A link line is never longer, in characters."""
_ENDS = re.compile(r"[.!?:;,…][\"'”’)\]]*$")
_WORD = re.compile(r"[^\W_][\w.’'&-]*")
_SMALL_WORDS = """
a an the and or but nor for of in on at to by with from as is are was be it its vs via than that into over up off out
after before about amid per if not
"""
_SMALL = frozenset(_SMALL_WORDS.split())


def headline_like(words: str) -> bool:
    """Whether a line is written like a headline: eight words or more, nearly all with capitals, and no full stop.

    A line of capitals alone needs seven words: shorter ones are the headings inside a report.
    """
    if not 24 <= len(words) <= LONGEST or (_ENDS.search(words) and not words.endswith("?")) or "%" in words:
        return False
    found = _WORD.findall(words)
    letters = [word for word in found if word[0].isalpha()]
    if not letters:
        return False
    if all(word.upper() == word for word in letters):
        return len(found) >= 7
    weighty = [word for word in letters if word.lower() not in _SMALL]
    capital = sum(1 for word in weighty if word[0].isupper())
    least = 7 if ":" in words else 8
    return len(found) >= least and len(weighty) >= 5 and capital >= len(weighty) * 0.9


def links(text: str, paragraphs: Sequence[Span], heads: frozenset[int]) -> Iterator[Aside]:
    """The link lines among ``paragraphs``. ``heads`` are the indices of lines that head a list of links."""
    listed = False
    for index, paragraph in enumerate(paragraphs):
        if index in heads:
            listed = True
            continue
        length = paragraph.end - paragraph.start
        if length > LONGEST:
            listed = False
            continue
        words = paragraph.of(text)
        if listed and not _ENDS.search(words) and len(words.split()) >= 4:
            yield Aside(start=paragraph.start, end=paragraph.end, why="teaser", rule="link-list")
            continue
        listed = False
        if index and headline_like(words):
            yield Aside(start=paragraph.start, end=paragraph.end, why="teaser", rule="headline-line")
