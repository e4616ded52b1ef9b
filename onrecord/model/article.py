"""An article: a document's own text, with what is not its own set aside."""

from bisect import bisect_right
from operator import attrgetter
from typing import Literal

import msgspec

from onrecord.model.days import Days
from onrecord.model.span import Span

Why = Literal[
    "headline",
    "published",
    "byline",
    "dateline",
    "teaser",
    "caption",
    "credit",
    "handoff",
    "boilerplate",
    "advertisement",
    "embedded",
]


_BODY = attrgetter("body")


class Aside(Span, frozen=True, kw_only=True):
    """A stretch of the document's text that is not the article's own prose: kept, and never read for facts.

    ``why`` is its reason, ``rule`` the name of the rule that found it.
    """

    why: Why
    rule: str = ""


class Found(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A value of the header with where it was found: ``manifest``, ``row``, ``page``, ``text``, ``copies``, ``words``.

    ``span`` is where it stands in the document's text, if it stands there; ``reason`` says how it was worked out.
    """

    value: str
    where: str
    span: Span | None = None
    reason: str = ""


class Published(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The day an article came out, as an interval, and where that was found.

    ``stated`` is the day that the page or its manifest states, where the article's own words contradict it
    (``doubt`` says how): it is kept and shown, and nothing is counted from it.
    """

    days: Days
    where: str
    span: Span | None = None
    reason: str = ""
    doubt: str = ""
    stated: "Published | None" = None


class Piece(msgspec.Struct, frozen=True, array_like=True):
    """``length`` characters of the body from ``body``, which stand in the document's text from ``document``."""

    body: int
    document: int
    length: int


class Article(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One document's own text.

    ``body`` is the article's prose alone: paragraphs joined by one line break, hard-wrapped lines joined by a space,
    asides (also those inside a sentence) cut out. ``paragraphs`` are spans of ``body``. ``pieces`` are the way back:
    every character of ``body`` that is not a joining blank belongs to one piece. ``asides`` and the spans of the
    header are spans of the document's text.
    """

    doc: str
    name: str
    text: str
    body: str
    pieces: tuple[Piece, ...]
    paragraphs: tuple[Span, ...]
    asides: tuple[Aside, ...] = ()
    headline: Found | None = None
    outlet: Found | None = None
    agency: Found | None = None
    byline: Found | None = None
    dateline: Found | None = None
    language: Found | None = None
    url: Found | None = None
    published: Published | None = None

    def source(self, start: int, end: int) -> Span:
        """The span of the document's text in which ``body[start:end]`` stands (an aside in between is spanned).

        Raises ValueError when nothing of it stands in the document.
        """
        if not 0 <= start < end <= len(self.body):
            raise ValueError(f"[{start}, {end}) is no stretch of the body of {self.name}")
        first = max(0, bisect_right(self.pieces, start, key=_BODY) - 1)
        last = max(0, bisect_right(self.pieces, end - 1, key=_BODY) - 1)
        head, tail = self.pieces[first], self.pieces[last]
        if start >= head.body + head.length:  # a joining blank: what follows it
            first += 1
            if first > last:
                raise ValueError(f"[{start}, {end}) of {self.name} holds only joining blanks")
            head, start = self.pieces[first], self.pieces[first].body
        end = min(end, tail.body + tail.length)
        return Span(start=head.document + start - head.body, end=tail.document + end - tail.body)

    def own(self, span: Span) -> Span | None:
        """The span of the body for a span of the document's text; ``None`` if it lies wholly in asides."""
        start: int | None = None
        end = 0
        for piece in self.pieces:
            low = max(span.start, piece.document)
            high = min(span.end, piece.document + piece.length)
            if low < high:
                start = piece.body + low - piece.document if start is None else start
                end = piece.body + high - piece.document
        return None if start is None else Span(start=start, end=end)
