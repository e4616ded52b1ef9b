"""A quotation with its cue before it: ``X said: "..."``, ``Said X: "..."``, ``X had one word for it: "..."``."""

from collections.abc import Sequence

import msgspec

from onrecord.find.speech.claim import Claim
from onrecord.find.speech.cues import Cues
from onrecord.find.speech.grammar import children, phrase, subject
from onrecord.find.speech.lines.introduced import introducer
from onrecord.find.speech.named import Named
from onrecord.find.speech.quotes.cued import FAR, cued, speaks
from onrecord.find.speech.quotes.quotation import Quotation
from onrecord.model.page import Sentence
from onrecord.model.span import Span

_TURNED = {"Said": "say", "Says": "say", "Added": "add", "Wrote": "write", "Tweeted": "tweet", "Asked": "ask"}
_NEAR = 6
_FEW = 3
_LONG_TITLE = 10


def led(
    body: str,
    sentences: Sequence[Sentence],
    number: int,
    quotation: Quotation,
    before: int,
    cues: Cues,
    named: Named,
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
    elif lead[-1] not in ",:—–":
        return None
    if lead[-1] in "—–":  # "Seoul's view — “...” — has few friends"
        before_dash = sentence.indices_in(Span(start=sentence.start, end=quotation.start))
        who = introducer(sentence, before_dash) if before_dash else None
        return _introduced(sentence, number, who, before_dash, quotation) if who is not None else None
    colon = lead[-1] == ":"
    if (claim := _turned(sentence, number, quotation, cues)) is not None:
        return claim
    low = sentence.start if colon else max(sentence.start, before)
    indices = sentence.indices_in(Span(start=low, end=max(low, min(quotation.start, sentence.end))))
    for at in reversed(indices[-FAR:]):
        token = sentence.tokens[at]
        if token.pos not in ("VERB", "AUX") or not speaks(cues, token.lemma):
            continue
        who = subject(sentence, at)
        if who is None and token.lemma in ("quote", "cite"):
            who = next(iter(children(sentence, at, "nsubjpass")), None)
        if who is None:
            continue
        return cued(sentence, number, at, who, quotation)
    return _without_verb(sentence, number, quotation, indices, named, colon=colon)


def is_title(body: str, sentence: Sentence, quotation: Quotation) -> bool:
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
    claim = cued(sentence, number, 0, who, quotation)
    source = Span(start=tokens[1].start, end=tokens[who].end)
    return msgspec.structs.replace(claim, lemma=_TURNED[tokens[0].text], source=source)


def _without_verb(
    sentence: Sentence, number: int, quotation: Quotation, lead: range, named: Named, *, colon: bool
) -> Claim | None:
    """No verb of saying: the subject before a colon speaks ("He went on:"), or of the verb by the comma."""
    tokens = sentence.tokens
    if colon and (who := introducer(sentence, lead)) is not None:
        return _introduced(sentence, number, who, lead, quotation)
    for at in reversed(lead[-FAR:] if colon else lead[-_NEAR:]):
        if tokens[at].tag not in ("VBD", "VBZ", "VBP"):
            continue
        who = subject(sentence, at)
        fits = ("PROPN", "PRON", "NOUN") if colon else ("PROPN", "PRON")
        if who is not None and (tokens[who].pos in fits or (colon and named.at(tokens[who].start) is not None)):
            return cued(sentence, number, at, who, quotation)
    names = [at for at in lead if tokens[at].pos == "PROPN" or (colon and named.at(tokens[at].start) is not None)]
    if colon and names and len(lead) - len(names) <= 2 and len(names) <= 6:
        claim = cued(sentence, number, names[-1], names[-1], quotation)
        source = Span(start=tokens[names[0]].start, end=tokens[names[-1]].end)
        return msgspec.structs.replace(claim, lemma="say", source=source, cue=None, at=-1)
    return None


def _introduced(sentence: Sentence, number: int, who: int, lead: range, quotation: Quotation) -> Claim:
    claim = cued(sentence, number, who, who, quotation)
    source = phrase(sentence, who, min(lead[-1] + 1, len(sentence.tokens) - 1))
    return msgspec.structs.replace(claim, lemma="say", source=source, cue=None, at=-1)
