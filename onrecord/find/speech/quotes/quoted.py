"""Direct speech: quotations and the cue beside them, or the speaker carried on where there is none."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

import msgspec

from onrecord.find.speech.claim import Claim
from onrecord.find.speech.cues import Cues
from onrecord.find.speech.grammar import trimmed
from onrecord.find.speech.named import Named
from onrecord.find.speech.quotes.beside import of_document, of_last, of_person
from onrecord.find.speech.quotes.followed import followed
from onrecord.find.speech.quotes.led import is_title, led
from onrecord.find.speech.quotes.listed import listed
from onrecord.find.speech.quotes.quotation import Quotation
from onrecord.find.speech.quotes.signed import by_name, signed
from onrecord.knowledge.introductions import opening
from onrecord.model.page import Sentence
from onrecord.model.span import Span

_FAR = 40
"""How many words a cue may stand from its quotation."""
_FEW = 3
"""A quotation of fewer words that is no sentence is a name or scare quotes."""


def quoted(
    body: str, sentences: Sequence[Sentence], quotations: Sequence[Quotation], cues: Cues, named: Named
) -> list[Claim]:
    """The claims of the quotations that are sentences of their own, in order.

    Quotations that belong to a clause are left to reported speech. One claim holds all parts of a broken quotation.
    """
    starts = [sentence.start for sentence in sentences]
    names = listed(body, sentences, quotations, named)
    found: list[Claim] = []
    latest: Claim | None = None
    latest_paragraph = -2
    for order, quotation in enumerate(quotations):
        first = max(0, bisect_right(starts, quotation.start) - 1)
        last = max(0, bisect_left(starts, quotation.end) - 1)
        before = _edge(quotations, order - 1, quotation.paragraph, after=True)
        after = _edge(quotations, order + 1, quotation.paragraph, after=False)
        whole = _whole(body, sentences[first], quotation)
        if (name := names.get(quotation.start)) is not None:
            claim: Claim | None = by_name(quotation, last, name)
        else:
            claim = signed(body, sentences, last, quotation, named)
        if claim is None and whole and quotation.inner.of(body).rstrip("’'”\" ").endswith(","):
            claim = followed(body, sentences, last, quotation, after, cues)
        if claim is None and not is_title(body, sentences[first], quotation):
            claim = led(body, sentences, first, quotation, before, cues, named)
        runs_over = first < last and not whole
        if claim is None and (whole or quotation.carries or runs_over):
            claim = followed(body, sentences, last, quotation, after, cues)
            if claim is not None and runs_over and not quotation.carries:
                claim = _with_lead(body, sentences[first], claim, before)
        if claim is not None and claim.frame == "quote":
            claim = of_document(sentences, first, claim, cues)
        if claim is not None and found:
            claim = of_last(body, sentences, claim, found[-1], named)
        if claim is None and ((not whole and not quotation.carries) or _is_pointer(body, sentences[first], quotation)):
            continue
        if claim is None:
            same = latest is not None and latest_paragraph == quotation.paragraph
            near = latest is not None and latest_paragraph >= quotation.paragraph - 1
            by_itself = whole and not body[sentences[first].start : quotation.start].strip()
            alone = not same and not near and not quotation.carries and not by_itself
            if alone and len(quotation.inner.of(body).split()) < 2 * _FEW:
                continue
            claim = Claim(frame="carried", lemma="", content=(_span(quotation),), sentence=first)
            if whole and not same:
                claim = of_person(sentences, first, claim, named)
        elif found and claim.cue is not None and claim.cue == found[-1].cue:
            latest = msgspec.structs.replace(found[-1], content=(*found[-1].content, _span(quotation)))
            found[-1] = latest
            continue
        if claim.frame == "quote" and quotation.carries:
            _carry_back(found, quotations, order, claim)
        found.append(claim)
        latest, latest_paragraph = claim, quotation.paragraph
    return found


def _is_pointer(body: str, sentence: Sentence, quotation: Quotation) -> bool:
    """Whether the line points to another piece ("Related: 'No tea for anyone?'")."""
    label, colon, _ = body[sentence.start : quotation.start].partition(":")
    return bool(colon) and label.strip().lower() in opening("heading")


def _with_lead(body: str, sentence: Sentence, claim: Claim, before: int) -> Claim:
    """The claim of a quotation that begins within a sentence, with the words of the sentence before it."""
    lead = trimmed(body, max(sentence.start, before), claim.content[0].start)
    if lead is None or len(lead.of(body).split()) < 2:
        return claim
    whole = Span(start=lead.start, end=claim.content[0].end)
    return msgspec.structs.replace(claim, content=(whole, *claim.content[1:]))


def _carry_back(found: list[Claim], quotations: Sequence[Quotation], order: int, claim: Claim) -> None:
    """Give the paragraphs that a quotation goes on from to the speaker whom only its end names."""
    at = len(found) - 1
    for quotation in reversed(quotations[max(0, order - _FAR) : order]):
        if not quotation.open or at < 0 or found[at].frame != "carried" or found[at].content != (_span(quotation),):
            return
        found[at] = msgspec.structs.replace(found[at], source=claim.source, head=claim.head, frame="quote")
        at -= 1
        if not quotation.carries:
            return


def _span(quotation: Quotation) -> Span:
    return Span(start=quotation.start, end=quotation.end)


def _edge(quotations: Sequence[Quotation], order: int, paragraph: int, *, after: bool) -> int:
    """Where the neighbouring quotation of the same paragraph ends (or begins); -1 where there is none."""
    if 0 <= order < len(quotations) and quotations[order].paragraph == paragraph:
        return quotations[order].end if after else quotations[order].start
    return -1


def _whole(body: str, sentence: Sentence, quotation: Quotation) -> bool:
    """Whether a quotation is speech of its own and no part of the sentence around it."""
    inner = quotation.inner.of(body).strip()
    words = inner.split()
    if not words:
        return False
    leads = not body[sentence.start : quotation.start].strip("\"“”'‘’ ")
    inner = inner.rstrip("’'”\"") or inner
    ends = inner[-1] in ",.?!…—–-" or body[quotation.end : quotation.end + 1] == ","
    if leads and ends:
        return len(words) >= _FEW or inner[-1] in ",?!."
    before = body[sentence.start : quotation.start].rstrip()
    return before.endswith((":", ",", "—")) and ends and inner[0].isupper() and len(words) >= _FEW


def inside(body: str, span: Span, quotation: Quotation) -> Span | None:
    """The span without the marks, where it is nothing but one quotation."""
    if quotation.start <= span.start and span.end <= quotation.end:
        return trimmed(body, max(span.start, quotation.inner.start), min(span.end, quotation.inner.end))
    return span
