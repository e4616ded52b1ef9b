"""Direct speech: quotations and the cue beside them, or the speaker carried on where there is none."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

import msgspec

from onrecord.find.speech.beside import of_person, only_says, with_partners
from onrecord.find.speech.claim import Claim
from onrecord.find.speech.cues import Cues
from onrecord.find.speech.grammar import children, phrase, subject, trimmed
from onrecord.find.speech.introduced import introducer
from onrecord.find.speech.named import Named
from onrecord.find.speech.quotation import Quotation
from onrecord.find.speech.signed import signed
from onrecord.model.page import Sentence
from onrecord.model.span import Span

_FAR = 40
"""How many words a cue may stand from its quotation."""
_TURNED = {"Said": "say", "Says": "say", "Added": "add", "Wrote": "write", "Tweeted": "tweet", "Asked": "ask"}
_FEW = 3
_NEAR = 6
_LONG_TITLE = 10
"""A quotation of fewer words that is no sentence is a name or scare quotes."""


def quoted(
    body: str, sentences: Sequence[Sentence], quotations: Sequence[Quotation], cues: Cues, named: Named
) -> list[Claim]:
    """The claims of the quotations that are sentences of their own, in order.

    Quotations that belong to a clause are left to reported speech. One claim holds all parts of a broken quotation.
    """
    starts = [sentence.start for sentence in sentences]
    found: list[Claim] = []
    latest: Claim | None = None
    latest_paragraph = -2
    for order, quotation in enumerate(quotations):
        first = max(0, bisect_right(starts, quotation.start) - 1)
        last = max(0, bisect_left(starts, quotation.end) - 1)
        before = _edge(quotations, order - 1, quotation.paragraph, after=True)
        after = _edge(quotations, order + 1, quotation.paragraph, after=False)
        whole = _whole(body, sentences[first], quotation)
        claim = signed(body, sentences, last, quotation)
        if claim is None and whole and quotation.inner.of(body).rstrip("’'”\" ").endswith(","):
            claim = _followed(body, sentences, last, quotation, after, cues)
        if claim is None and not _is_title(body, sentences[first], quotation):
            claim = _led(body, sentences, first, quotation, before, cues)
        runs_over = first < last and not whole
        if claim is None and (whole or quotation.carries or runs_over):
            claim = _followed(body, sentences, last, quotation, after, cues)
            if claim is not None and runs_over and not quotation.carries:
                claim = _with_lead(body, sentences[first], claim, before)
        if claim is None and not whole and not quotation.carries:
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


def _led(
    body: str, sentences: Sequence[Sentence], number: int, quotation: Quotation, before: int, cues: Cues
) -> Claim | None:
    """A cue before the quotation, with a comma or a colon between: ``X said: "..."``."""
    sentence = sentences[number]
    lead = body[sentence.start : quotation.start].rstrip()
    if not lead:
        previous = sentences[number - 1] if number else None
        if previous is None or not body[previous.start : previous.end].rstrip().endswith(":"):
            return None
        sentence, number = previous, number - 1
        lead = body[sentence.start : sentence.end].rstrip()
    elif lead[-1] not in ",:":
        return None
    colon = lead[-1] == ":"
    if (claim := _turned(sentence, number, quotation, cues)) is not None:
        return claim
    low = sentence.start if colon else max(sentence.start, before)
    indices = sentence.indices_in(Span(start=low, end=max(low, min(quotation.start, sentence.end))))
    for at in reversed(indices[-_FAR:]):
        token = sentence.tokens[at]
        if token.pos not in ("VERB", "AUX") or not _speaks(cues, token.lemma):
            continue
        who = subject(sentence, at)
        if who is None and token.lemma in ("quote", "cite"):
            who = next(iter(children(sentence, at, "nsubjpass")), None)
        if who is None:
            continue
        return _claim(sentence, number, at, who, quotation)
    return _named(sentence, number, quotation, indices, colon=colon)


def _is_title(body: str, sentence: Sentence, quotation: Quotation) -> bool:
    """Whether it is the name of a book or a law beside what it names: wrote a book, “No Tea Without Tears”."""
    words = quotation.inner.of(body).split()
    if not 1 < len(words) < _LONG_TITLE or body[quotation.inner.end - 1] in ".,?!…":
        return False
    heavy = [word for word in words if len(word) > _FEW]
    return all(word[0].isupper() for word in heavy) and body[sentence.start : quotation.start].rstrip().endswith(",")


def _turned(sentence: Sentence, number: int, quotation: Quotation, cues: Cues) -> Claim | None:
    """``Said X: "..."``, which the parser takes for a name."""
    tokens = sentence.tokens
    if len(tokens) < 3 or tokens[0].text not in _TURNED or tokens[1].pos not in ("PROPN", "DET", "NOUN"):
        return None
    who = 1
    while who + 1 < len(tokens) and tokens[who + 1].pos in ("PROPN", "NOUN"):
        who += 1
    claim = _claim(sentence, number, 0, who, quotation)
    source = Span(start=tokens[1].start, end=tokens[who].end)
    return msgspec.structs.replace(claim, lemma=_TURNED[tokens[0].text], source=source)


def _named(sentence: Sentence, number: int, quotation: Quotation, lead: range, *, colon: bool) -> Claim | None:
    """No verb of saying: the subject before a colon speaks ("He went on:"), or of the verb by the comma."""
    tokens = sentence.tokens
    if colon and (who := introducer(sentence, lead)) is not None:
        claim = _claim(sentence, number, who, who, quotation)
        source = phrase(sentence, who, min(lead[-1] + 1, len(tokens) - 1))
        return msgspec.structs.replace(claim, lemma="say", source=source, cue=None, at=-1)
    for at in reversed(lead[-_FAR:] if colon else lead[-_NEAR:]):
        if tokens[at].tag not in ("VBD", "VBZ", "VBP"):
            continue
        who = subject(sentence, at)
        if who is not None and tokens[who].pos in (("PROPN", "PRON", "NOUN") if colon else ("PROPN", "PRON")):
            return _claim(sentence, number, at, who, quotation)
    names = [at for at in lead if tokens[at].pos == "PROPN"]
    if colon and names and len(lead) - len(names) <= 2 and len(names) <= 6:
        claim = _claim(sentence, number, names[-1], names[-1], quotation)
        source = Span(start=tokens[names[0]].start, end=tokens[names[-1]].end)
        return msgspec.structs.replace(claim, lemma="say", source=source, cue=None, at=-1)
    return None


def _followed(
    body: str, sentences: Sequence[Sentence], number: int, quotation: Quotation, after: int, cues: Cues
) -> Claim | None:
    """A cue after the quotation: ``"...," X said`` or ``"..." said X``."""
    sentence = sentences[number]
    if not body[quotation.end : sentence.end].strip():
        if number + 1 >= len(sentences):
            return None
        ended = quotation.inner.of(body).rstrip()[-1:] not in "?!,…—–-"
        if ended and not only_says(sentences[number + 1], cues):
            return None
        number += 1
        sentence = sentences[number]
        if sentence.paragraph != quotation.paragraph:
            return None
        low = sentence.start
        if body[low] in '"“‘':
            return None
    else:
        low = quotation.end
    high = after if after > low else sentence.end
    indices = sentence.indices_in(Span(start=low, end=min(high, sentence.end)))
    for at in indices[:_FAR]:
        token = sentence.tokens[at]
        if token.start < low or token.pos not in ("VERB", "AUX") or not _speaks(cues, token.lemma):
            continue
        if any(sentence.tokens[k].tag == "MD" for k in children(sentence, at, "aux")):
            continue  # "... that he could declare his candidacy, she said"
        who = subject(sentence, at)
        if who is None or not any(sentence.tokens[who].start >= edge for edge in (low,)):
            who = _near(sentence, at, low)
        if who is None:
            continue
        return with_partners(sentence, _claim(sentence, number, at, who, quotation), low)
    if body[quotation.inner.end - 1] in ",?!" or body[quotation.end] == ",":
        for at in indices[:_NEAR]:
            token = sentence.tokens[at]
            if token.start >= low and token.tag in ("VBD", "VBZ"):
                who = _near(sentence, at, low)
                return _claim(sentence, number, at, who, quotation) if who is not None else None
    return None


def _near(sentence: Sentence, at: int, low: int) -> int | None:
    """The speaker beside the cue where the parse has none: ``said X`` or ``X said``."""
    tokens = sentence.tokens
    for index in children(sentence, at, "dobj", "attr", "oprd", "nsubj", "npadvmod", "ccomp"):
        if tokens[index].start >= low and tokens[index].pos in ("PROPN", "NOUN", "PRON"):
            return index
    left = at - 1
    while left >= 0 and tokens[left].pos in ("AUX", "ADV"):
        left -= 1
    if left >= 0 and tokens[left].start >= low and tokens[left].pos in ("PROPN", "NOUN", "PRON"):
        return left
    for index in range(at + 1, min(at + 7, len(tokens))):
        if tokens[index].pos in ("PROPN", "PRON", "NOUN"):
            while index + 1 < len(tokens) and tokens[index + 1].pos in ("PROPN", "NOUN"):
                index += 1
            return index
        if tokens[index].pos not in ("DET", "ADJ", "PUNCT", "NUM"):
            break
    return None


def _speaks(cues: Cues, lemma: str) -> bool:
    return cues.kind(lemma, "verb") in ("say", "think", "ask", "show") or lemma in ("read", "go", "continue", "begin")


def _claim(sentence: Sentence, number: int, at: int, who: int, quotation: Quotation) -> Claim:
    token = sentence.tokens[at]
    passes: tuple[int, ...] = ()
    if token.lemma in ("quote", "cite"):
        quoted = children(sentence, at, "dobj", "nsubjpass")
        if quoted and quoted[0] != who:  # "NHK quoted Ishiba as saying", "was quoted by NHK"
            passes = (sentence.tokens[who].start,)
            who = quoted[0]
    return Claim(
        frame="quote",
        lemma=token.lemma,
        pos="verb",
        content=(_span(quotation),),
        sentence=number,
        at=at,
        cue=Span(start=token.start, end=token.end),
        source=phrase(sentence, who, at),
        head=sentence.tokens[who].start,
        passes=passes,
    )


def inside(body: str, span: Span, quotation: Quotation) -> Span | None:
    """The span without the marks, where it is nothing but one quotation."""
    if quotation.start <= span.start and span.end <= quotation.end:
        return trimmed(body, max(span.start, quotation.inner.start), min(span.end, quotation.inner.end))
    return span
