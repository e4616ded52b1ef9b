"""A sentence as words, each with the name of the tables that covers it."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from onrecord.find.actors.lexicon import Hit
from onrecord.model.page import Sentence
from onrecord.model.span import Span

_WORD = re.compile(
    r"(?:[A-Za-z]\.){2,}|['’]s\b|(?:then|ex|Then|Ex)(?=[-‐‑])|[^\W_]+(?:[-‐‑&][^\W_]+|['’](?!s\b)[^\W_]+)*|[^\w\s]"
)
NAME_PARTICLES = frozenset({"von", "van", "der", "den", "de", "da", "dos", "do", "bin", "al", "del", "la", "le", "ten"})


class Words:
    """The words of one sentence: their texts and places, and for each the hit that covers it."""

    def __init__(self, body: str, sentence: Sentence, hits: Sequence[Hit]) -> None:
        self.body = body
        self.sentence = sentence
        matches = list(_WORD.finditer(body, sentence.start, sentence.end))
        self.texts = [match.group() for match in matches]
        self.lows = [text.lower() for text in self.texts]
        self.capitals = [text[0].isupper() for text in self.texts]
        self.starts = [match.start() for match in matches]
        self.ends = [match.end() for match in matches]
        self.hits: list[Hit | None] = [None] * len(matches)
        at = 0
        for hit in hits:
            while at < len(matches) and self.ends[at] <= hit.start:
                at += 1
            index = at
            while index < len(matches) and self.starts[index] < hit.end:
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
