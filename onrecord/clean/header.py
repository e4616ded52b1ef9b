"""The header: headline, byline, outlet line and day at the top of the text, and sign-offs at its end."""

import re
from collections.abc import Sequence

import msgspec

from onrecord.clean.byline import byline, name_line, outlet_line
from onrecord.clean.published import date_line
from onrecord.model.article import Aside
from onrecord.model.days import Days
from onrecord.model.span import Span

LONGEST_HEADLINE = 130
"""Without a title to compare with, longer lines are taken for a standfirst, not a headline."""
_DEEP = 7
"""So many paragraphs from the top may belong to the header."""
_STOPS = re.compile(r"(?:[.!…:;,]|[.!?][\"”’'])$")
_WORD = re.compile(r"\w+")


class Header(msgspec.Struct, frozen=True, kw_only=True):
    """What the header says, with the asides it consists of; all spans are spans of the flat text."""

    asides: tuple[Aside, ...] = ()
    headline: Span | None = None
    byline: Span | None = None
    writer: str = ""
    outlet: str = ""
    place: str = ""
    published: tuple[Days, Span] | None = None


def alone(line: str) -> bool:
    """Whether a line of print stands for itself: a day or a byline (they join no paragraph)."""
    return len(line) <= 130 and (date_line(line) is not None or byline(line) is not None or bool(outlet_line(line)))


def header(text: str, paragraphs: Sequence[Span], title: str, taken: frozenset[int]) -> Header:
    """The header among the first paragraphs; ``taken`` are indices of paragraphs that are asides already.

    ``title`` is the headline as the file's hints give it, or "".
    """
    asides: list[Aside] = []
    headline: Span | None = None
    signed: Span | None = None
    writer = outlet = place = ""
    published: tuple[Days, Span] | None = None
    late: tuple[Days, Span] | None = None
    wanted = _words(title)
    last = min(_DEEP, len(paragraphs))
    for index in range(last):
        if index in taken:
            continue
        paragraph = paragraphs[index]
        words = paragraph.of(text) if paragraph.end - paragraph.start <= 300 else ""
        following = paragraphs[index + 1].of(text)[:130] if index + 1 < len(paragraphs) else ""
        day = date_line(words) if words else None
        if day is not None:
            if day[1]:
                late = late or (day[0], paragraph)
            else:
                published = published or (day[0], paragraph)
            asides.append(_aside(paragraph, "published", "date-line"))
        elif words and (line := byline(words)):
            signed, writer = signed or paragraph, writer or line.writer
            outlet, place = outlet or line.outlet, place or line.place
            asides.append(_aside(paragraph, "byline", "byline"))
        elif words and (outlet_line(words) or (name_line(words) and outlet_line(following))):
            outlet = outlet or outlet_line(words)
            if not outlet_line(words):
                signed, writer = paragraph, words
            asides.append(_aside(paragraph, "byline", "outlet-line"))
        elif words and headline is None and _headline(words, wanted, index, following):
            headline = paragraph
            asides.append(_aside(paragraph, "headline", "headline"))
        else:
            break
    _inner(text, paragraphs, taken, asides)
    return Header(
        asides=tuple(asides),
        headline=headline,
        byline=signed,
        writer=writer,
        outlet=outlet,
        place=place,
        published=published or late,
    )


def _inner(text: str, paragraphs: Sequence[Span], taken: frozenset[int], asides: list[Aside]) -> None:
    """Bylines further down: of a box inside the article, or signed at its end."""
    done = {aside.start for aside in asides}
    for index, paragraph in enumerate(paragraphs):
        if index in taken or paragraph.start in done or paragraph.end - paragraph.start > 130:
            continue
        words = paragraph.of(text)
        near_end = index >= len(paragraphs) - 3
        if byline(words) is not None:
            asides.append(_aside(paragraph, "byline", "byline"))
        elif near_end and date_line(words) is not None:
            asides.append(_aside(paragraph, "published", "date-line"))


def _headline(words: str, wanted: frozenset[str], index: int, following: str) -> bool:
    """Whether a line at the top is the article's headline."""
    if wanted:
        own = _words(words)
        shared = len(own & wanted)
        if own and shared >= 0.75 * len(wanted) and shared >= 0.75 * len(own):
            return True
    if not following or len(words) > LONGEST_HEADLINE or _STOPS.search(words):
        return False
    if words.endswith("?"):
        return index == 0 and len(words.split()) >= 5
    return 3 <= len(words.split()) <= 25


def _words(line: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in _WORD.findall(line) if len(word) > 1)


def _aside(span: Span, why: str, rule: str) -> Aside:
    return msgspec.convert({"start": span.start, "end": span.end, "why": why, "rule": rule}, Aside)
