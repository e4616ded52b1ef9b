"""Documents to articles: their own text, and what is set aside, and why."""

from onrecord.clean import whence
from onrecord.clean.asides import inside, teasers
from onrecord.clean.dateline import Dateline, dateline
from onrecord.clean.flat import Flat, without
from onrecord.clean.header import Header, alone, header
from onrecord.clean.language import language
from onrecord.clean.lines import flatten, lines
from onrecord.clean.notices import notices
from onrecord.clean.running import running_heads
from onrecord.model.article import Article, Aside, Found
from onrecord.model.document import Document
from onrecord.model.span import Span

__all__ = ["article", "notices"]
_TOP = 8
"""So many lines from the top may be header lines that join no paragraph, and half as many at the end."""


def article(document: Document) -> Article:
    """The article in a document: nothing raises, whatever the text is."""
    flat, heads = _flat(document.text)
    asides = inside(flat.text, flat.paragraphs)
    whole = {(aside.start, aside.end) for aside in asides}
    taken = frozenset(at for at, span in enumerate(flat.paragraphs) if (span.start, span.end) in whole)
    title = next((hint.title for hint in document.hints if hint.title), "")
    top = header(flat.text, flat.paragraphs, title, taken)
    asides.extend(top.asides)
    line = _dateline(flat, asides)
    own = _own(flat, asides)
    asides.extend(teasers(flat.text, own, _ends(own, asides)))
    asides = _outermost(asides)
    kept = without(flat, [*asides, *([line[0]] if line else [])])
    return _article(document, flat, kept, asides, top, line, heads)


def _flat(text: str) -> tuple[Flat, list[Aside]]:
    """The paragraphs of a text, and the running heads between its pages (spans of the text itself)."""
    found, heads = running_heads(text, lines(text))
    edge = [at for at in range(len(found)) if at < _TOP or at >= len(found) - _TOP // 2]
    flat = flatten(text, found, frozenset(at for at in edge if alone(text[found[at].start : found[at].end])))
    return flat, [Aside(start=head.start, end=head.end, why="boilerplate", rule="running-head") for head in heads]


def _own(flat: Flat, asides: list[Aside]) -> list[Span]:
    """The paragraphs that are not wholly set aside."""
    gone = {(aside.start, aside.end) for aside in asides}
    return [span for span in flat.paragraphs if (span.start, span.end) not in gone]


def _ends(own: list[Span], asides: list[Aside]) -> list[int]:
    """Where the own words of each paragraph end: before an aside that stands at its end."""
    starts = {aside.end: aside.start for aside in asides}
    return [starts.get(paragraph.end, paragraph.end) for paragraph in own]


def _dateline(flat: Flat, asides: list[Aside]) -> tuple[Span, Dateline] | None:
    """The dateline of the first own paragraphs, and where it stands."""
    for paragraph in _own(flat, asides)[:2]:
        start = max(
            (aside.end for aside in asides if aside.start == paragraph.start < aside.end), default=paragraph.start
        )
        head = flat.text[start : min(start + 200, paragraph.end)]
        found = dateline(head.lstrip())
        if found is not None:
            begin = start + len(head) - len(head.lstrip())
            words = flat.text[begin : begin + found.length].rstrip()
            if words.endswith(":") and flat.text.find(words, begin + found.length) >= 0:
                return None  # who speaks in a transcript ("THE PRESIDENT: ...")
            return Span(start=begin, end=begin + found.length), found
    return None


def _outermost(asides: list[Aside]) -> list[Aside]:
    """Asides in order, without those that lie inside another or share characters with one before."""
    kept: list[Aside] = []
    for aside in sorted(asides, key=lambda aside: (aside.start, -aside.end)):
        if aside.start < aside.end and (not kept or aside.start >= kept[-1].end):
            kept.append(aside)
    return kept


def _back(asides: list[Aside], spans: list[Span | None]) -> list[Aside]:
    """Asides of the flat text as asides of the document's text."""
    return [
        Aside(start=span.start, end=span.end, why=aside.why, rule=aside.rule)
        for aside, span in zip(asides, spans, strict=False)
        if span is not None
    ]


def _article(
    document: Document,
    flat: Flat,
    kept: Flat,
    asides: list[Aside],
    top: Header,
    line: tuple[Span, Dateline] | None,
    heads: list[Aside],
) -> Article:
    """The article, with all spans brought back to the document's text."""
    spans = flat.sources(
        [*asides, *(span for span in (top.headline, top.byline) if span), *([line[0]] if line else [])]
    )
    in_text = iter(spans[len(asides) :])
    headline = next(in_text) if top.headline else None
    signed = next(in_text) if top.byline else None
    place = next(in_text) if line else None
    hints = whence.ordered(document.hints)
    said = []
    if line and line[1].agency:
        said.append(whence.Said(value=line[1].agency, span=place, reason="the dateline", wire=True))
    if top.outlet:
        said.append(whence.Said(value=top.outlet, span=signed, reason="the byline", wire=bool(top.place)))
    day = top.published
    code, reason = language(kept.text) if not any(hint.language for hint in hints) else ("", "")
    at_top = (
        [whence.Said(value=" ".join(headline.of(document.text).split()), span=headline, reason="the top line")]
        if headline
        else []
    )
    by = [whence.Said(value=top.writer or signed.of(document.text), span=signed, reason="")] if signed else []
    places = [one for one in ((line[1].place, place) if line else ("", None), (top.place, signed)) if one[0]]
    return Article(
        doc=document.sha256,
        name=document.name,
        text=document.text,
        body=kept.text,
        pieces=kept.pieces,
        paragraphs=kept.paragraphs,
        asides=tuple(_outermost([*heads, *_back(asides, spans)])),  # a headline may run over a running head
        headline=whence.found(hints, "title", at_top),
        outlet=whence.outlet(hints, said),
        agency=whence.agency(hints, said),
        byline=whence.found(hints, "author", by),
        dateline=Found(value=places[0][0], where="text", span=places[0][1]) if places else None,
        language=whence.found(hints, "language", [whence.Said(value=code, span=None, reason=reason)]),
        url=whence.found(hints, "url"),
        published=whence.published(hints, (day[0], flat.sources([day[1]])[0]) if day else None),
    )
