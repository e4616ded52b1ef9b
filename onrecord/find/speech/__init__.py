"""Speech: who says what, in quotation marks or reported."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

import msgspec

from onrecord.find.speech.according import according, cited, citing, saying, without_according, without_citing
from onrecord.find.speech.between import between, without_asides
from onrecord.find.speech.carried import carried
from onrecord.find.speech.chains import attributions
from onrecord.find.speech.claim import Claim
from onrecord.find.speech.cues import cues
from onrecord.find.speech.embedded import block, posts, transcript
from onrecord.find.speech.named import Named
from onrecord.find.speech.nouns import nouns
from onrecord.find.speech.quotation import Quotation, quotations
from onrecord.find.speech.quoted import inside, quoted
from onrecord.find.speech.reported import reported
from onrecord.find.speech.tails import without_tails
from onrecord.model.mention import ActorMention, Attribution
from onrecord.model.page import Sentence
from onrecord.model.span import Span

_NEARBY = 40
"""At most so many quotations are looked at for one sentence."""


def find_speech(body: str, sentences: Sequence[Sentence], actors: Sequence[ActorMention]) -> tuple[Attribution, ...]:
    """Every attribution of the body, by place."""
    paragraphs = _paragraphs(sentences)
    marks = quotations(body, list(paragraphs.values()))
    table = cues()
    claims: list[Claim] = list(quoted(body, sentences, marks, table))
    taken = {claim.cue for claim in claims if claim.cue is not None}
    by_sentence: dict[int, list[Claim]] = {}
    for claim in claims:
        by_sentence.setdefault(claim.sentence, []).append(claim)
    starts = [mark.start for mark in marks]
    for number, sentence in enumerate(sentences):
        if not sentence.tokens:
            continue
        near = marks[max(0, bisect_right(starts, sentence.start) - 1) : bisect_left(starts, sentence.end)][:_NEARBY]
        here = by_sentence.get(number, [])
        known = len(here)
        for claim in (*reported(body, sentence, number, table, near), *nouns(body, sentence, number, table, near)):
            if claim.cue not in taken:
                here.extend(saying(sentence, _bare(body, claim, near)))
        here = [*here[:known], *without_citing(body, sentence, without_tails(body, here[known:]))]
        here = [*here[:known], *without_according(body, sentence, here[known:])]
        if parted := list(between(body, sentence, number, table)):
            here = [*here[:known], *without_asides(sentence, here[known:], parted), *parted]
        if not known:
            here.extend(cited(body, sentence, number))
        if not parted:
            here.extend(according(body, sentence, number, here))
        here.extend(citing(sentence, number, here))
        passed_on = {claim.at for claim in here if _relays(claim)}
        claims.extend(
            claim for claim in here[known:] if claim.frame not in ("object", "preposition") or claim.at not in passed_on
        )
        if opened := block(body, sentences, number, here, near):
            claims.append(opened)
    first: dict[int, int] = {}
    for number, sentence in enumerate(sentences):
        first.setdefault(sentence.paragraph, number)
    for paragraph, span in paragraphs.items():
        claims.extend(posts(body, span, first[paragraph]))
    claims.extend(transcript(body, [(span, first[paragraph]) for paragraph, span in paragraphs.items()]))
    unique = carried(list(dict.fromkeys(claims)), [sentence.paragraph for sentence in sentences])
    return attributions(body, sentences, unique, marks, Named(actors), table)


def _paragraphs(sentences: Sequence[Sentence]) -> dict[int, Span]:
    """The paragraphs as far as sentences cover them, by number."""
    found: dict[int, Span] = {}
    for sentence in sentences:
        before = found.get(sentence.paragraph)
        found[sentence.paragraph] = Span(start=before.start if before else sentence.start, end=sentence.end)
    return found


def _relays(claim: Claim) -> bool:
    """Whether its verb only names whose words are passed on ("citing", "quoted as saying")."""
    return claim.frame == "citing" or (claim.lemma == "quote" and claim.frame != "object")


def _bare(body: str, claim: Claim, near: Sequence[Quotation]) -> Claim:
    """The claim with its content freed of marks that stand around all of it."""
    parts = []
    for part in claim.content:
        shrunk: Span | None = part
        for mark in near:
            shrunk = inside(body, part, mark) if mark.start <= part.start and part.end <= mark.end else shrunk
        parts.append(shrunk or part)
    return msgspec.structs.replace(claim, content=tuple(parts))
