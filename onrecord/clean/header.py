"""The header: headline, byline, outlet line and day at the top of the text, and sign-offs at its end."""

import re
from collections.abc import Sequence

import msgspec

from onrecord.clean.byline import Byline, byline, name_line, outlet_line
from onrecord.clean.published import date_line
from onrecord.model.article import Aside
from onrecord.model.days import Days
from onrecord.model.span import Span

LONGEST_HEADLINE = 130
"""Without a title to compare with, longer lines are taken for a standfirst, not a headline."""
_DEEP = 7
"""So many paragraphs from the top may belong to the header."""
_NEAR_END = 4
"""So many paragraphs at the end may be a sign-off."""
_STOPS = re.compile(r"(?:[.!…:;,]|[.!?][\"”’'])$")
_MASTHEAD = r"(?:The\s)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2}"
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
        elif words and headline is None and published and not outlet and _masthead(words, following):
            outlet = words
            asides.append(_aside(paragraph, "byline", "masthead"))
        elif words and headline is None and _headline(words, wanted, index, following):
            headline = paragraph
            asides.append(_aside(paragraph, "headline", "headline"))
        else:
            break
    at_end, ended = _inner(text, paragraphs, taken, asides)
    if at_end is not None and signed is None:
        signed, line = at_end
        writer, outlet = line.writer, outlet or line.outlet
    published = published or ended
    return Header(
        asides=tuple(asides),
        headline=headline,
        byline=signed,
        writer=writer,
        outlet=outlet,
        place=place,
        published=published or late,
    )


def _inner(
    text: str, paragraphs: Sequence[Span], taken: frozenset[int], asides: list[Aside]
) -> tuple[tuple[Span, Byline] | None, tuple[Days, Span] | None]:
    """Bylines further down, of a box inside the article or signed at its end; gives the byline and day at the end."""
    done = {aside.start for aside in asides}
    signed: tuple[Span, Byline] | None = None
    published: tuple[Days, Span] | None = None
    for index, paragraph in enumerate(paragraphs):
        if index in taken or paragraph.start in done or paragraph.end - paragraph.start > 130:
            continue
        words = paragraph.of(text)
        near_end = index >= max(1, len(paragraphs) - _NEAR_END)
        line = byline(words)
        if near_end and line is None and outlet_line(words):
            line = Byline(writer="", outlet=words)
            before = paragraphs[index - 1]
            if before.end - before.start <= 130 and name_line(before.of(text)):
                line = Byline(writer=before.of(text), outlet=words)
                asides.append(_aside(before, "byline", "signed"))
        if line is not None:
            asides.append(_aside(paragraph, "byline", "byline"))
            signed = (paragraph, line) if near_end else signed
        elif near_end and (day := date_line(words)) is not None:
            asides.append(_aside(paragraph, "published", "date-line"))
            published = published if day[1] else (day[0], paragraph)
    return signed, published


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


def _masthead(words: str, following: str) -> bool:
    """Whether a short line of capitalised words under the day, over a headline, is the name of an outlet."""
    return re.fullmatch(_MASTHEAD, words) is not None and _headline(following, frozenset(), 1, "x")


def _words(line: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in _WORD.findall(line) if len(word) > 1)


def _aside(span: Span, why: str, rule: str) -> Aside:
    return msgspec.convert({"start": span.start, "end": span.end, "why": why, "rule": rule}, Aside)
