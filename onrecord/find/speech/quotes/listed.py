"""Lists of reactions: a line that only names somebody, and under it what that one says in quotation marks."""

import re
from collections.abc import Iterator, Sequence

from onrecord.find.speech.named import Named
from onrecord.find.speech.quotes.quotation import Quotation
from onrecord.knowledge.introductions import opening
from onrecord.knowledge.offices import heads
from onrecord.model.page import Sentence
from onrecord.model.span import Span

_LINE = re.compile(
    r"(?:[•▪●◦*–—-]\s+)?(?P<name>[^\W\d_][^\n,:;!?“”\"()]{1,60}?)(?P<office>(?:,| \(| [–—-] )[^\n;!?“”\"]*)?:?"
)
_SMALL = frozenset(["of", "the", "and", "for", "in", "at", "de", "von", "van", "der", "da", "du", "al", "bin"])
_LONGEST = 160
_NAME_WORDS = 6


def listed(body: str, sentences: Sequence[Sentence], quotations: Sequence[Quotation], named: Named) -> dict[int, Span]:
    """Who speaks in the quotations that are a paragraph under such a line: the name, by where the quotation begins.

    The lines of a list alternate with quotations. Where a quotation comes first, the names sign what is before them.
    """
    alone = {one.start: one for one in quotations}
    found: dict[int, Span] = {}
    here: dict[int, Span] = {}
    name: Span | None = None
    first = names = 0
    sure = False
    for paragraph in _paragraphs(sentences):
        quotation = alone.get(paragraph.start)
        if quotation is not None and quotation.end + 1 >= paragraph.end:
            if name is not None:
                here[quotation.start] = name
            first = first or 2
            continue
        line = _name(body, paragraph)
        if line is not None:
            first, names, name = first or 1, names + 1, line
            sure = sure or _is_person(body, line, paragraph, named)
            continue
        if first == 1 and (sure or names > 1):
            found.update(here)
        here, name, first, names, sure = {}, None, 0, 0, False
    if first == 1 and (sure or names > 1):
        found.update(here)
    return found


def _paragraphs(sentences: Sequence[Sentence]) -> Iterator[Span]:
    start = 0
    for number, sentence in enumerate(sentences):
        if number and sentence.paragraph != sentences[number - 1].paragraph:
            yield Span(start=sentences[start].start, end=sentences[number - 1].end)
            start = number
    if sentences:
        yield Span(start=sentences[start].start, end=sentences[-1].end)


def _name(body: str, paragraph: Span) -> Span | None:
    """The name in a line that holds nothing but a name and an office."""
    if paragraph.end - paragraph.start > _LONGEST:
        return None
    match = _LINE.fullmatch(body, paragraph.start, paragraph.end)
    if match is None or body[paragraph.end - 1] == ".":
        return None
    words = match["name"].split()
    if len(words) > _NAME_WORDS or words[0].lower() in opening("heading") or words[0].lower() == "the":
        return None
    if any(not word[0].isupper() and word not in _SMALL for word in words):
        return None
    return Span(start=match.start("name"), end=match.end("name")) if match["office"] or len(words) > 1 else None


def _is_person(body: str, name: Span, line: Span, named: Named) -> bool:
    """Whether the line must name a speaker: it has an office, or somebody known."""
    who = named.at(name.end - 1)
    office = {word.strip("()-–—,:").lower() for word in body[name.end : line.end].split()}
    return bool(office & set(heads())) or (who is not None and who.kind == "person" and who.end >= name.end)
