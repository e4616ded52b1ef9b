"""A stretch of text: where something stands."""

import msgspec


class Span(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """Characters ``[start, end)`` of some text; the text is known from where the span is kept."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    def of(self, text: str) -> str:
        """The words of ``text`` that stand here."""
        return text[self.start : self.end]

    def holds(self, other: "Span") -> bool:
        """Whether ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def shares(self, other: "Span") -> int:
        """How many characters both have in common."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def joined(self, other: "Span") -> "Span":
        """The shortest span that holds both."""
        return Span(start=min(self.start, other.start), end=max(self.end, other.end))
