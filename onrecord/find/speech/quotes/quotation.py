"""Quotation marks of every kind, paired by paragraph: where somebody's own words begin and end."""

import re
from collections import deque
from collections.abc import Iterator, Sequence

import msgspec

from onrecord.find.speech.quotes.marks import MARK, STRAIGHT, is_measure, opens
from onrecord.model.span import Span

_SINGLE = re.compile(r"(?<![\w’'])[‘'](?=[\w“$£€.…])")
_SINGLE_END = re.compile(
    r"(?<=[,.?!…])[’'](?!\w)|(?<=[^\W_s])[’'](?!\w)|(?<=s)[’'](?=[.,;:?!)—–]|\s*$|\s+[a-z]*(?:said|says)\b)"
)
_LONGEST_SINGLE = 1500
_OUTER_END = re.compile(r"(?<=[,.?!…])’(?=\s|$)")
_LOST = re.compile(
    r"[,?!](?=\s(?:(?:he|she|they|it)\s(?:said|says|added|told)|(?:[A-Z][\w.’'-]+\s){1,5}(?:said|says|added|told)"
    r"|(?:said|says|added)\s(?:[A-Z]|the\s))\b)"
)
"""Where a quotation ends whose closing mark is lost."""


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
    left_open: int | None = None
    for number, paragraph in enumerate(paragraphs):
        here = list(_doubles(body, paragraph, number))
        carries = bool(here) and left_open is not None and not body[paragraph.start : here[0].start].strip()
        if carries:
            here[0] = msgspec.structs.replace(here[0], carries=True)
        elif left_open is not None:
            found[left_open] = _ended(body, found[left_open])
        before = len(found)
        reach = 0
        for one in sorted([*here, *_singles(body, paragraph, number, here)]):
            if one.start >= reach:  # what a single mark holds is within it
                found.append(one)
                reach = one.end
        left_open = next((at for at in range(before, len(found)) if found[at].open), None)
    if left_open is not None:
        found[left_open] = _ended(body, found[left_open])
    return tuple(found)


def _doubles(body: str, paragraph: Span, number: int) -> Iterator[Quotation]:
    depth = 0
    first: re.Match[str] | None = None
    last_close: re.Match[str] | None = None
    nothing_yet = True
    for mark in MARK.finditer(body, paragraph.start, paragraph.end):
        if is_measure(body, mark, pending=first is not None):
            continue
        opening = opens(body, mark, paragraph, first.group() if first is not None else "")
        if first is None:
            if opening or mark.group() in STRAIGHT:
                first, depth, last_close = mark, 1, None
            elif nothing_yet and _closes_lost(body, paragraph, mark):
                yield _of(paragraph.start, paragraph.start, mark.start(), mark.end(), number)
            nothing_yet = False
            continue
        if opening and depth == 1 and (cue := _lost(body, first.end(), mark.start())) is not None:
            yield _of(first.start(), first.end(), cue, cue, number)
            first, last_close = mark, None
            continue
        if opening and (mark.group() not in STRAIGHT or first.group() not in STRAIGHT):
            depth += 1
            continue
        depth -= 1
        last_close = mark
        if depth == 0:
            yield _of(first.start(), first.end(), mark.start(), mark.end(), number)
            first = None
    if first is not None:
        if last_close is not None:
            yield _of(first.start(), first.end(), last_close.start(), last_close.end(), number)
        elif paragraph.end > first.end():
            end = paragraph.end
            yield Quotation(
                start=first.start(), end=end, inner=Span(start=first.end(), end=end), paragraph=number, open=True
            )


def _closes_lost(body: str, paragraph: Span, mark: re.Match[str]) -> bool:
    """Whether a mark closes a quotation whose opening mark is lost: it began with the paragraph."""
    told = body[mark.start() - 1 : mark.start()] in tuple(",.?!…") and mark.start() > paragraph.start
    return told and mark.start() - paragraph.start < _LONGEST_SINGLE


def _ended(body: str, quotation: Quotation) -> Quotation:
    """A quotation that nothing closes, ended before the first "she said" in it: there its mark is lost."""
    end = _lost(body, quotation.inner.start, quotation.end)
    if end is None:
        return quotation
    return msgspec.structs.replace(quotation, end=end, inner=Span(start=quotation.inner.start, end=end), open=False)


def _lost(body: str, start: int, end: int) -> int | None:
    """Where a quotation ends whose closing mark is lost: before the first "she said" in it."""
    cue = _LOST.search(body, start, min(end, start + _LONGEST_SINGLE))
    return cue.start() + 1 if cue is not None else None


def _of(start: int, inner_start: int, inner_end: int, end: int, number: int) -> Quotation:
    inner = Span(start=inner_start, end=max(inner_start, inner_end))
    return Quotation(start=start, end=end, inner=inner, paragraph=number)


def _singles(body: str, paragraph: Span, number: int, doubles: Sequence[Quotation]) -> Iterator[Quotation]:
    """Quotations in single marks, outside the double ones; an apostrophe is no mark.

    A curly one that begins the paragraph, or what follows a colon or comma, may hold double ones.
    """
    at = paragraph.start
    waiting = deque(doubles)
    while (mark := _SINGLE.search(body, at, paragraph.end)) is not None:
        at = mark.end()
        while waiting and waiting[0].end <= mark.start():
            waiting.popleft()
        if waiting and waiting[0].start <= mark.start():
            at = waiting[0].end
            continue
        limit = min(paragraph.end, mark.end() + _LONGEST_SINGLE)
        within = min(limit, waiting[0].start) if waiting else limit
        close = _SINGLE_END.search(body, mark.end() + 1, within)
        if close is None and within < limit and _may_hold(body, mark, paragraph):
            close = _OUTER_END.search(body, within, limit)
        if close is None:
            at = max(at, within)
            continue
        yield _of(mark.start(), mark.end(), close.start(), close.end(), number)
        at = close.end()


def _may_hold(body: str, mark: re.Match[str], paragraph: Span) -> bool:
    before = body[paragraph.start : mark.start()][-3:].rstrip()
    return mark.group() == "‘" and (not before or before[-1] in ":,") and not body[mark.end()].isdigit()
