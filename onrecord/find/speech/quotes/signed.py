"""Quotations with a name behind them: “...” — Jane Doe, the envoy; or the name in brackets, or in the next line."""

import re
from calendar import day_name, month_name
from collections.abc import Sequence

from onrecord.find.speech.claim import Claim
from onrecord.find.speech.named import Named
from onrecord.find.speech.quotes.quotation import Quotation
from onrecord.knowledge.offices import heads
from onrecord.model.page import Sentence
from onrecord.model.span import Span

_DASH = re.compile(r"\s*(?:[—–―~]|-{1,2}(?=\s|[A-Z]))\s*")
_BRACKET = re.compile(r"\s*\((?P<name>[A-Z][^()\n]{2,60})\)\s*[.]?\s*$")
_WORD = re.compile(r"[\w.’'&-]+,?")
_SMALL = frozenset(
    ["of", "the", "and", "for", "in", "on", "at", "to", "de", "von", "van", "da", "du", "al", "bin", "from", "with"]
)
_DAYS = frozenset(filter(None, [*month_name, *day_name]))
_DATED = re.compile(rf"\s*[—–-]{{1,2}}\s*(?:\d{{1,2}} (?:{'|'.join(filter(None, month_name))})\b|\d{{4}}-\d\d)")
_LONGEST = 160
_MOST_WORDS = 16
_NAME_WORDS = 8


def signed(body: str, sentences: Sequence[Sentence], number: int, quotation: Quotation, named: Named) -> Claim | None:
    """The claim of a quotation that is signed; ``number`` is the sentence in which it ends."""
    sentence = sentences[number]
    end = _line_end(body, quotation.end)
    if end - quotation.end > _LONGEST:
        return None
    rest = Span(start=quotation.end, end=end)
    if _DATED.match(body, rest.start, rest.end):  # in a list of somebody's sayings: whose they are is told far above
        return by_name(quotation, number, None)
    if rest.of(body).strip(" .") == "":
        following = sentences[number + 1] if number + 1 < len(sentences) else None
        if following is None or following.paragraph != sentence.paragraph + 1 or not _begins_line(body, quotation):
            return None
        rest = Span(start=following.start, end=_line_end(body, following.start))
        dash = _DASH.match(body, rest.start, rest.end)
        return _by(body, quotation, number, dash.end() if dash else rest.start, rest.end, bare=dash is None)
    if bracket := _BRACKET.match(body, rest.start, rest.end):
        who = named.at(bracket.start("name"))
        if who is not None and who.medium:
            return None  # where it was read, not who says it
        return _by(body, quotation, number, bracket.start("name"), bracket.end("name"), bare=True)
    dash = _DASH.match(body, rest.start, rest.end)
    return _by(body, quotation, number, dash.end(), rest.end) if dash is not None else None


def _line_end(body: str, start: int) -> int:
    """Where the line ends; a long one is not looked at to its end."""
    stop = min(len(body), start + _LONGEST + 1)
    end = body.find("\n", start, stop)
    return end if end >= 0 else stop


def _begins_line(body: str, quotation: Quotation) -> bool:
    return not quotation.start or body[quotation.start - 1] == "\n"


def _by(body: str, quotation: Quotation, number: int, start: int, end: int, *, bare: bool = False) -> Claim | None:
    """The claim, if from ``start`` to ``end`` stands nothing but a name and an office.

    A ``bare`` line, without a dash, needs both, or it is a heading.
    """
    words = body[start:end].rstrip(" .")
    parts = _WORD.findall(words)
    if not 1 <= len(parts) <= _MOST_WORDS or not words or not words[0].isupper() or parts[0].strip(",.") in _DAYS:
        return None
    if "@" in words or words[-1] in ':;!?”"' or (bare and "," not in words and "(" not in body[start - 1 : start]):
        return None
    name, _, office = words.partition(",")
    name = name.partition(" (")[0]
    if bare and "(" not in body[start - 1 : start] and not {word.lower() for word in office.split()} & set(heads()):
        return None  # "Fiord Inc., +2.1%"
    if name.count(" ") >= _NAME_WORDS or any(word[0].islower() and word not in _SMALL for word in name.split()):
        return None
    return by_name(quotation, number, Span(start=start, end=start + len(name)))


def by_name(quotation: Quotation, number: int, source: Span | None) -> Claim:
    """The claim of a quotation beside which nothing but a name stands."""
    return Claim(
        frame="quote",
        lemma="say",
        content=(Span(start=quotation.start, end=quotation.end),),
        sentence=number,
        source=source,
        head=source.end - 1 if source is not None else None,
    )
