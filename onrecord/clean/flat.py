"""Flat text: a document's lines put together to paragraphs, with the way back for every character."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

import msgspec

from onrecord.model.article import Piece
from onrecord.model.span import Span


class Flat(msgspec.Struct, frozen=True, kw_only=True):
    """Paragraphs joined by line breaks. ``pieces`` say where each stretch stands in the document's text.

    A character that belongs to no piece is a joining blank or line break.
    """

    text: str
    pieces: tuple[Piece, ...]
    paragraphs: tuple[Span, ...]

    def sources(self, spans: Sequence[Span]) -> list[Span | None]:
        """Where spans of the flat text stand in the document's; ``None`` for one that holds only joining blanks."""
        begins = [piece.body for piece in self.pieces]
        return [self._source(span, begins) for span in spans]

    def _source(self, span: Span, begins: list[int]) -> Span | None:
        low, high = bisect_right(begins, span.start) - 1, bisect_right(begins, span.end - 1) - 1
        if low < 0 or span.start >= begins[low] + self.pieces[low].length:
            low += 1
        if span.start >= span.end or low > high:
            return None
        first, last = self.pieces[low], self.pieces[high]
        start = first.document + max(0, span.start - first.body)
        return Span(start=start, end=last.document + min(span.end - last.body, last.length))


class Writer:
    """Writes flat text piece by piece, keeping the way back."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._pieces: list[Piece] = []
        self._paragraphs: list[Span] = []
        self._at = 0
        self._begun = 0

    def put(self, words: str, document: int) -> None:
        """Add words that stand in the document's text from ``document`` on."""
        if not words:
            return
        last = self._pieces[-1] if self._pieces else None
        if last and last.body + last.length == self._at and last.document + last.length == document:
            self._pieces[-1] = Piece(last.body, last.document, last.length + len(words))
        else:
            self._pieces.append(Piece(self._at, document, len(words)))
        self._parts.append(words)
        self._at += len(words)

    def join(self, mark: str) -> None:
        """Add a joining blank."""
        self._parts.append(mark)
        self._at += len(mark)

    def begin(self) -> None:
        """Begin a paragraph."""
        if self._paragraphs:
            self.join("\n")
        self._begun = self._at

    def end(self) -> None:
        """End the paragraph that was begun."""
        self._paragraphs.append(Span(start=self._begun, end=self._at))

    def flat(self) -> Flat:
        """What was written."""
        return Flat(text="".join(self._parts), pieces=tuple(self._pieces), paragraphs=tuple(self._paragraphs))


def without(flat: Flat, cuts: Iterable[Span]) -> Flat:
    """The flat text with stretches cut out, paragraphs that become empty left out, and one blank where a cut was."""
    merged: list[list[int]] = []
    for cut in sorted(cuts, key=lambda cut: (cut.start, cut.end)):
        if merged and cut.start <= merged[-1][1]:
            merged[-1][1] = max(merged[-1][1], cut.end)
        else:
            merged.append([cut.start, cut.end])
    writer = Writer()
    begins = [piece.body for piece in flat.pieces]
    at = 0
    for paragraph in flat.paragraphs:
        while at < len(merged) and merged[at][1] <= paragraph.start:
            at += 1
        kept: list[Span] = []
        start, cut_at = paragraph.start, at
        while cut_at < len(merged) and merged[cut_at][0] < paragraph.end:
            low, high = merged[cut_at]
            if low > start:
                kept.append(Span(start=start, end=low))
            start = max(start, high)
            cut_at += 1
        if start < paragraph.end:
            kept.append(Span(start=start, end=paragraph.end))
        _write(writer, flat, [span for span in (_trimmed(flat.text, span) for span in kept) if span], begins)
    return writer.flat()


BLANK = " \t\n\r\f\v\xa0\u200b\u200c\u200d\u2060\ufeff\xad\u3000\u2028\u2029\x85\x00"
"""Characters that are trimmed from the ends of lines and of what cuts leave over."""


def _trimmed(text: str, span: Span) -> Span | None:
    start, end = span.start, span.end
    while start < end and text[start] in BLANK:
        start += 1
    while end > start and text[end - 1] in BLANK:
        end -= 1
    return Span(start=start, end=end) if start < end else None


def _write(writer: Writer, flat: Flat, kept: Sequence[Span], begins: list[int]) -> None:
    if not kept:
        return
    writer.begin()
    for number, span in enumerate(kept):
        if number and flat.text[span.start] not in ",.;:!?)’'":
            writer.join(" ")
        at = max(0, bisect_right(begins, span.start) - 1)
        position = span.start
        while position < span.end:
            piece = flat.pieces[at]
            if position < piece.body + piece.length and position >= piece.body:
                stop = min(span.end, piece.body + piece.length)
                writer.put(flat.text[position:stop], piece.document + position - piece.body)
            else:
                at += position >= piece.body
                stop = min(span.end, flat.pieces[at].body if at < len(flat.pieces) else span.end)
                if stop > position:
                    writer.join(flat.text[position:stop])
            position = stop
    writer.end()
