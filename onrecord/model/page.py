"""A page: an article with all that was found in it, ready to be read for assertions."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from operator import attrgetter
from typing import TypedDict, TypeVar

import msgspec

from onrecord.model.article import Article
from onrecord.model.mention import (
    ActorMention,
    AmountMention,
    Attribution,
    EventMention,
    FrameMention,
    IssueMention,
    TimeMention,
    Token,
)
from onrecord.model.span import Span

M = TypeVar("M", bound=Span)
_START = attrgetter("start")
_END = attrgetter("end")


class Proof(TypedDict):
    """The fields of an assertion that prove it: the document and the span with its exact words."""

    doc: str
    start: int
    end: int
    exact: str


class Sentence(Span, frozen=True, kw_only=True, dict=True):
    """A sentence of the body. ``tokens`` is empty where the gate decided that it cannot say anything of ours."""

    paragraph: int
    tokens: tuple[Token, ...] = ()

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For each token, the indices of the tokens that hang on it, left to right."""
        below: list[list[int]] = [[] for _ in self.tokens]
        for index, token in enumerate(self.tokens):
            if token.head != index:
                below[token.head].append(index)
        return tuple(tuple(indices) for indices in below)

    def subtree(self, index: int) -> list[int]:
        """The token and all that hangs below it, in the order of the text."""
        found: list[int] = []
        waiting = [index]
        while waiting:
            at = waiting.pop()
            found.append(at)
            waiting.extend(self.children[at])
        return sorted(found)

    def span_of(self, indices: Sequence[int]) -> Span:
        """The span from the first to the last of these tokens."""
        return Span(start=self.tokens[min(indices)].start, end=self.tokens[max(indices)].end)

    def index_at(self, position: int) -> int | None:
        """The token that stands at or next after a position of the body; ``None`` past the last."""
        at = bisect_right(self.tokens, position, key=_END)
        return at if at < len(self.tokens) else None

    def indices_in(self, span: Span) -> range:
        """The tokens that lie at least partly in a span of the body."""
        low = bisect_right(self.tokens, span.start, key=_END)
        high = bisect_left(self.tokens, span.end, key=_START)
        return range(low, max(low, high))


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """An article, its sentences and its mentions, each sorted by place; all spans are spans of ``article.body``."""

    article: Article
    sentences: tuple[Sentence, ...] = ()
    times: tuple[TimeMention, ...] = ()
    events: tuple[EventMention, ...] = ()
    amounts: tuple[AmountMention, ...] = ()
    actors: tuple[ActorMention, ...] = ()
    issues: tuple[IssueMention, ...] = ()
    speech: tuple[Attribution, ...] = ()
    frames: tuple[FrameMention, ...] = ()

    @property
    def body(self) -> str:
        """The article's own text."""
        return self.article.body

    def sentence_at(self, position: int) -> int | None:
        """The index of the sentence in which a position of the body lies."""
        at = bisect_right(self.sentences, position, key=_START) - 1
        return at if at >= 0 and position < self.sentences[at].end else None

    def within(self, mentions: Sequence[M], span: Span) -> Iterator[M]:
        """Those of ``mentions`` (sorted by place) that lie wholly inside ``span``."""
        low = bisect_left(mentions, span.start, key=_START)
        for mention in mentions[low:]:
            if mention.start >= span.end:
                return
            if mention.end <= span.end:
                yield mention

    def proof(self, span: Span) -> Proof:
        """The fields that prove an assertion over ``span`` of the body: ``doc``, ``start``, ``end``, ``exact``."""
        source = self.article.source(span.start, span.end)
        return {
            "doc": self.article.doc,
            "start": source.start,
            "end": source.end,
            "exact": source.of(self.article.text),
        }
