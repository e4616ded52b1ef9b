"""Quotation marks of every kind, paired by paragraph: where somebody's own words begin and end."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from onrecord.model.span import Span

_DOUBLE = re.compile(r"[\"“”„«»]|''|``|‘‘|’’")
_SINGLE = re.compile(r"(?<![\w’'])[‘'](?=[\w“$£€.…])")
_SINGLE_END = re.compile(
    r"(?<=[,.?!…])[’'](?!\w)|(?<=[^\W_s])[’'](?!\w)|(?<=s)[’'](?=[.,;:?!)—–]|\s*$|\s+[a-z]*(?:said|says)\b)"
)
_OPENS = frozenset("“„«")
_CLOSES = frozenset("”»")
_LONGEST_SINGLE = 1500


class Quotation(Span, frozen=True, kw_only=True):
    """A quotation with its marks. ``inner`` is what stands between them; ``open`` if no mark closes it.

    ``carries`` is set where its opening mark repeats one that the paragraph before left open.
    """

    inner: Span
    paragraph: int
    open: bool = False
    carries: bool = False


def quotations(body: str, paragraphs: Sequence[Span]) -> tuple[Quotation, ...]:
    """The outermost quotations of the body, in order; none goes past its paragraph."""
    found: list[Quotation] = []
    left_open = False
    for number, paragraph in enumerate(paragraphs):
        here = list(_doubles(body, paragraph, number))
        if here and left_open and not body[paragraph.start : here[0].start].strip():
            here[0] = msgspec.structs.replace(here[0], carries=True)
        left_open = bool(here) and here[-1].open
        here.extend(_singles(body, paragraph, number, here))
        found.extend(sorted(here))
    return tuple(found)


def _doubles(body: str, paragraph: Span, number: int) -> Iterator[Quotation]:
    depth = 0
    first: re.Match[str] | None = None
    last_close: re.Match[str] | None = None
    for mark in _DOUBLE.finditer(body, paragraph.start, paragraph.end):
        opens = _is_opening(body, mark, paragraph)
        if first is None:
            if opens or mark.group() in ('"', "''"):
                first, depth, last_close = mark, 1, None
            continue
        if opens and mark.group() not in ('"', "''"):
            depth += 1
            continue
        if opens and first.group() in _OPENS:
            depth += 1
            continue
        depth -= 1
        last_close = mark
        if depth == 0:
            yield _quotation(first, mark.start(), mark.end(), number)
            first = None
    if first is not None:
        if last_close is not None:
            yield _quotation(first, last_close.start(), last_close.end(), number)
        elif paragraph.end > first.end():
            end = paragraph.end
            yield Quotation(
                start=first.start(), end=end, inner=Span(start=first.end(), end=end), paragraph=number, open=True
            )


def _quotation(first: re.Match[str], inner_end: int, end: int, number: int) -> Quotation:
    inner = Span(start=first.end(), end=max(first.end(), inner_end))
    return Quotation(start=first.start(), end=end, inner=inner, paragraph=number)


def _is_opening(body: str, mark: re.Match[str], paragraph: Span) -> bool:
    if mark.group() in _OPENS or mark.group() in ("``", "‘‘"):
        return True
    if mark.group() in _CLOSES or mark.group() == "’’":
        return False
    before = body[mark.start() - 1] if mark.start() > paragraph.start else " "
    after = body[mark.end()] if mark.end() < paragraph.end else " "
    return (before.isspace() or before in "([—–-/“") and not after.isspace()


def _singles(body: str, paragraph: Span, number: int, doubles: Sequence[Quotation]) -> Iterator[Quotation]:
    """Quotations in single marks, outside the double ones; an apostrophe is no mark."""
    at = paragraph.start
    waiting = list(doubles)
    while (mark := _SINGLE.search(body, at, paragraph.end)) is not None:
        at = mark.end()
        while waiting and waiting[0].end <= mark.start():
            waiting.pop(0)
        if waiting and waiting[0].start <= mark.start():
            at = waiting[0].end
            continue
        limit = min(paragraph.end, mark.end() + _LONGEST_SINGLE, waiting[0].start if waiting else paragraph.end)
        close = _SINGLE_END.search(body, mark.end() + 1, limit)
        if close is None:
            at = max(at, limit)
            continue
        yield _quotation(mark, close.start(), close.end(), number)
        at = close.end()
