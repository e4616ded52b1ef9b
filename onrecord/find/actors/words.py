"""A sentence as words, each with the name of the tables that covers it."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from onrecord.find.actors.lexicon import Hit
from onrecord.model.page import Sentence
from onrecord.model.span import Span

_WORD = re.compile(
    r"(?:[A-Za-z]\.){2,}|['’]s\b|(?:then|ex|Then|Ex)(?=[-‐‑])|[^\W_]+(?:[-‐‑&][^\W_]+|['’](?!s\b)[^\W_]+)*|[^\w\s]"
)
NAME_PARTICLES = frozenset({"von", "van", "der", "den", "de", "da", "dos", "do", "bin", "al", "del", "la", "le", "ten"})


HYPHENS = frozenset("-‐‑–")
_BETWEEN_HYPHENS = re.compile(r"[^-‐‑]+|[-‐‑]")


def _pieces(body: str, sentence: Sentence, hits: Sequence[Hit]) -> Iterator[tuple[int, int]]:
    """The words of a sentence by place; one with a hyphen is taken apart where a name of the tables is part of it."""
    at = 0
    for match in _WORD.finditer(body, sentence.start, sentence.end):
        start, end = match.span()
        while at < len(hits) and hits[at].end <= start:
            at += 1
        inside = at < len(hits) and hits[at].start < end and (hits[at].start > start or hits[at].end < end)
        if inside and any(mark in HYPHENS for mark in match.group()):
            yield from (piece.span() for piece in _BETWEEN_HYPHENS.finditer(body, start, end))
        else:
            yield start, end


class Words:
    """The words of one sentence: their texts and places, and for each the hit that covers it."""

    def __init__(self, body: str, sentence: Sentence, hits: Sequence[Hit]) -> None:
        self.body = body
        self.sentence = sentence
        pieces = list(_pieces(body, sentence, hits))
        self.texts = [body[start:end] for start, end in pieces]
        self.lows = [text.lower() for text in self.texts]
        self.capitals = [text[0].isupper() for text in self.texts]
        self.starts = [start for start, _ in pieces]
        self.ends = [end for _, end in pieces]
        self.hits: list[Hit | None] = [None] * len(pieces)
        at = 0
        for hit in hits:
            while at < len(pieces) and self.ends[at] <= hit.start:
                at += 1
            index = at
            while index < len(pieces) and self.starts[index] < hit.end:
                self.hits[index] = hit
                index += 1

    def __len__(self) -> int:
        return len(self.texts)

    def low(self, index: int) -> str:
        """The word in small letters; blank outside the sentence."""
        return self.lows[index] if 0 <= index < len(self.lows) else ""

    def capital(self, index: int) -> bool:
        """Whether the word begins with a capital letter."""
        return 0 <= index < len(self.capitals) and self.capitals[index]

    def hit_end(self, index: int) -> int:
        """The index after the last word of the hit that covers this word."""
        hit = self.hits[index]
        while index < len(self.hits) and self.hits[index] is hit:
            index += 1
        return index

    def hit_start(self, index: int) -> int:
        """The index of the first word of the hit that covers this word."""
        hit = self.hits[index]
        while index > 0 and self.hits[index - 1] is hit:
            index -= 1
        return index

    def indices(self, span: Span) -> tuple[int, int]:
        """The words ``[first, after)`` that a span covers."""
        return bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)

    def span(self, first: int, after: int) -> Span:
        """The span of the words ``[first, after)``."""
        return Span(start=self.starts[first], end=self.ends[after - 1])

    def text(self, first: int, after: int) -> str:
        """The body's text of the words ``[first, after)``."""
        return self.body[self.starts[first] : self.ends[after - 1]] if first < after else ""

    def grammar(self, index: int) -> tuple[str, str]:
        """The parser's part of speech and dependency of a word; blanks where the sentence is not parsed."""
        if not self.sentence.tokens:
            return "", ""
        at = self.sentence.index_at(self.ends[index] - 1)
        if at is None:
            return "", ""
        token = self.sentence.tokens[at]
        return token.pos, token.dep
