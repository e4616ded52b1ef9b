"""What an article is about, by its words: how much of a further paragraph is about the same."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

import msgspec

from onrecord.knowledge.tables import table

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][\w’'-]+")
_CAPITAL = re.compile(r"[A-Z][\w’'-]+")
_OFTEN = 3
"""A word that comes so often is a key to what an article is about."""


class Everyday(msgspec.Struct, frozen=True, kw_only=True):
    """A row of ``everyday.csv``: a word so common in news that sharing it says nothing."""

    word: str


@cache
def _everyday() -> frozenset[str]:
    return frozenset(_stem(row.word) for row in table("everyday.csv", Everyday))


def _stem(word: str) -> str:
    """A word without its ending, roughly: enough to compare."""
    lower = word.lower().replace("’", "'").removesuffix("'s").strip("'")
    return lower[:6] if len(lower) > 6 else lower[:-1] if lower.endswith("s") and len(lower) > 4 else lower


def _weighty(words: str) -> list[str]:
    stems = (_stem(word) for word in _WORD.findall(words) if len(word) > 3)
    return [stem for stem in stems if stem not in _everyday()]


class Subject:
    """The words and names of some paragraphs."""

    def __init__(self, paragraphs: Sequence[str]) -> None:
        counts = Counter(stem for words in paragraphs for stem in _weighty(words))
        self._words = frozenset(counts)
        self._keys = frozenset(stem for stem, often in counts.items() if often >= _OFTEN)
        self._names = frozenset(name for words in paragraphs for name in _CAPITAL.findall(words))

    def shared(self, words: str) -> float:
        """The share, 0 to 1, of the weighty words of a paragraph that the article has too."""
        own = frozenset(_weighty(words))
        return len(own & self._words) / len(own) if own else 1.0

    def named(self, words: str) -> float:
        """The share, 0 to 1, of the names in a paragraph that the article has too; 0 if it has none."""
        own = frozenset(_NAME.findall(words))
        return len(own & self._names) / len(own) if own else 0.0

    def key(self, words: str) -> int:
        """How many of the article's key words a paragraph has."""
        return len(frozenset(_weighty(words)) & self._keys)
