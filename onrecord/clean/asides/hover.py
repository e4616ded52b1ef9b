"""Name-hover text: the card of a person, written out in the middle of a sentence by a page's links.

    President Trump Donald John TrumpFirst story about him Second story MORE on Friday announced

The card opens with the full name, whose surname is glued to the first headline, and closes with ``MORE``.
"""

import re
from collections.abc import Iterator

from onrecord.model.article import Aside

_CLOSES = re.compile(r"(?<![\w-])MORE(?!\w)|(?<=[a-z])MORE(?![a-zA-Z])")
_GLUED = re.compile(r"([A-ZÀ-Þ][\w’'-]*[a-zà-ÿ])(?=[A-ZÀ-Þ0-9“‘\"][A-Za-z0-9’'.,%$ -])")
_NAME_WORD = re.compile(r"(?:[A-ZÀ-Þ][\w.’'-]*|\([A-ZÀ-Þ][\w.’' ]*\)|de|la|van|von|der|del)\s+$")
LONGEST = 900
"""A card is never longer, in characters."""
_NAME_LONGEST = 8
"""A full name never has more words."""


def hovers(text: str, start: int, end: int) -> Iterator[Aside]:
    """The cards in one paragraph of ``text``."""
    low = start
    for close in _CLOSES.finditer(text, start, end):
        begins = _begin(text, max(low, close.end() - LONGEST), close.start())
        if begins is not None:
            yield Aside(start=begins, end=close.end(), why="teaser", rule="name-hover")
        low = close.end()  # a name that opened no card here opens none further on


def _begin(text: str, low: int, close: int) -> int | None:
    """Where the card begins that closes at ``close``: at the full name before the first glued surname."""
    for glued in _GLUED.finditer(text, low, close + 1):
        begins = _full_name(text, low, glued.start(), glued.group(1))
        if begins is not None:
            return begins
    if text[close - 1 : close].islower():  # an empty card: the surname is glued to MORE itself
        surname = text[max(low, close - 40) : close].split()[-1]
        return _full_name(text, low, close - len(surname), surname)
    return None


def _full_name(text: str, low: int, surname_at: int, surname: str) -> int | None:
    """Where the full name begins that ends in the surname at ``surname_at``, if the same surname stands before it."""
    at, last = surname_at, surname_at
    if text.rfind(surname, max(low, at - 160), at) < 0:
        return None
    for _ in range(_NAME_LONGEST):
        word = _NAME_WORD.search(text, max(low, at - 40), at)
        if word is None:
            break
        at = word.start()
        bare = word.group().strip()
        if bare.rstrip(".,") == surname or bare.endswith("-" + surname):
            return last
        last = at
    shown = text.rfind(surname, max(low, at - 60), at)
    if last < surname_at and shown >= 0 and len(text[shown + len(surname) : last].split()) <= 1:
        return last
    return None
