"""Finds phrases of a table in running text: the longest one at each place, in one pass over the words."""

import re
from collections.abc import Iterable, Iterator, Sequence
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
        """``(start, end, value)`` of each phrase in ``text``, left to right, not overlapping; ``offset`` is added.

        A phrase gives way to a longer one that begins inside it ("The National" in "The National Rice Board").
        """
        tokens = [(match.group(), match.start(), match.end()) for match in WORD.finditer(text)]
        at = 0
        while at < len(tokens):
            found = self._at(tokens, at)
            if found is None or any(
                (other := self._at(tokens, inner)) is not None and other[0] > found[0]
                for inner in range(at + 1, at + found[0])
            ):
                at += 1
                continue
            length, value = found
            yield tokens[at][1] + offset, tokens[at + length - 1][2] + offset, value
            at += length

    def _at(self, tokens: Sequence[tuple[str, int, int]], at: int) -> tuple[int, V] | None:
        """The number of words and the value of the longest phrase that begins with the word ``at``."""
        for length in sorted(self._lengths.get(tokens[at][0].casefold(), ()), reverse=True):
            if at + length > len(tokens):
                continue
            words = tuple(token[0] for token in tokens[at : at + length])
            value = self._exact.get(words)
            if value is None:
                value = self._folded.get(tuple(word.lower() for word in words))
            if value is not None:
                return length, value
        return None
