"""Finds phrases of a table in running text: the longest one at each place, in one pass over the words."""

import re
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

V = TypeVar("V")
WORD = re.compile(r"(?:[A-Za-z]\.){2,}|\w+(?:[-‐‑]\w+)*|[^\w\s]")
"""A word for phrase matching: ``U.S.`` and ``two-plus-two`` are one each, punctuation stands alone."""


def words_of(text: str) -> list[str]:
    """The words of a phrase as the matcher sees them."""
    return [match.group() for match in WORD.finditer(text)]


class Phrases(Generic[V]):
    """Phrases with their values. A phrase with a capital letter matches only as written (``US`` is not ``us``).

    A phrase in small letters matches in any case. Matching is over whole words; the longest phrase wins.
    """

    def __init__(self, phrases: Iterable[tuple[str, V]]) -> None:
        self._exact: dict[tuple[str, ...], V] = {}
        self._folded: dict[tuple[str, ...], V] = {}
        self._lengths: dict[str, set[int]] = {}
        for phrase, value in phrases:
            words = tuple(words_of(phrase))
            if not words:
                raise ValueError(f"an empty phrase: {phrase!r}")
            exact = phrase != phrase.lower()
            target = self._exact if exact else self._folded
            target.setdefault(words, value)
            self._lengths.setdefault(words[0].casefold(), set()).add(len(words))

    def find(self, text: str, offset: int = 0) -> Iterator[tuple[int, int, V]]:
        """``(start, end, value)`` of each phrase in ``text``, left to right, not overlapping; ``offset`` is added."""
        tokens = [(match.group(), match.start(), match.end()) for match in WORD.finditer(text)]
        at = 0
        while at < len(tokens):
            step = 1
            for length in sorted(self._lengths.get(tokens[at][0].casefold(), ()), reverse=True):
                if at + length > len(tokens):
                    continue
                words = tuple(token[0] for token in tokens[at : at + length])
                folded = tuple(word.lower() for word in words)
                value = self._exact.get(words)
                if value is None:
                    value = self._folded.get(folded)
                if value is not None:
                    yield tokens[at][1] + offset, tokens[at + length - 1][2] + offset, value
                    step = length
                    break
            at += step
