"""Speech: who says what, in quotation marks or reported."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from datetime import date

import msgspec

from onrecord.find.speech.chains import attributions
from onrecord.find.speech.claim import Claim
from onrecord.find.speech.clauses.between import between, without_asides
from onrecord.find.speech.clauses.likely import chosen
from onrecord.find.speech.clauses.nouns import nouns
from onrecord.find.speech.clauses.reported import reported
from onrecord.find.speech.cues import Cues, cues
from onrecord.find.speech.lines.embedded import block, posts
from onrecord.find.speech.lines.headlines import headline
from onrecord.find.speech.lines.introduced import introduced
from onrecord.find.speech.lines.labels import Labels
from onrecord.find.speech.lines.letters import letters
from onrecord.find.speech.lines.posted import posted
from onrecord.find.speech.lines.ticker import ticker
from onrecord.find.speech.lines.transcript import transcript
from onrecord.find.speech.named import Named
from onrecord.find.speech.quotes.carried import carried
from onrecord.find.speech.quotes.quotation import Quotation, quotations
from onrecord.find.speech.quotes.quoted import inside, quoted
from onrecord.find.speech.sources.according import according, cited, citing, saying, without_according, without_citing
from onrecord.find.speech.sources.opened import passed_on
from onrecord.find.speech.sources.quoting import with_quoted
from onrecord.find.speech.sources.worded import worded
from onrecord.model.mention import ActorMention, Attribution
from onrecord.model.page import Sentence
from onrecord.model.span import Span

_NEARBY = 40
"""At most so many quotations are looked at for one sentence."""


def find_speech(
    body: str, sentences: Sequence[Sentence], actors: Sequence[ActorMention], day: date | None = None
) -> tuple[Attribution, ...]:
    """Every attribution of the body, by place; ``day`` decides who held an office that a label names."""
    paragraphs = paragraphs_of(sentences)
    marks = quotations(body, list(paragraphs.values()))
    table = cues()
    named = Named(actors)
    first: dict[int, int] = {}
    for number, sentence in enumerate(sentences):
        first.setdefault(sentence.paragraph, number)
    lines = [(span, first[paragraph]) for paragraph, span in paragraphs.items()]
    labels = Labels(body, actors, day)
    spoken = list(transcript(body, lines, labels))
    labelled = {claim.sentence for claim in spoken}
    names = {claim.source.start for claim in spoken if claim.source is not None}
    claims: list[Claim] = [
        claim for claim in quoted(body, sentences, marks, table, named) if not _is_label(claim, names)
    ]
    taken = {claim.cue for claim in claims if claim.cue is not None}
    by_sentence: dict[int, list[Claim]] = {}
    for claim in claims:
        by_sentence.setdefault(claim.sentence, []).append(claim)
    starts = [mark.start for mark in marks]
    for number, sentence in enumerate(sentences):
        if not sentence.tokens:
            continue
        opens = number not in labelled and first[sentence.paragraph] == number
        if opens and (called := ticker(body, paragraphs[sentence.paragraph], number, labels, named)):
            claims.append(called)
            continue
        near = marks[max(0, bisect_right(starts, sentence.start) - 1) : bisect_left(starts, sentence.end)][:_NEARBY]
        here = by_sentence.get(number, [])
        known = len(here)
        for claim in chosen(body, sentence, possible(body, sentence, number, table, near), table, near):
            if claim.cue not in taken and not _leaves(claim, near) and not _hands_on(claim, here[:known]):
                here.extend(saying(sentence, claim))
        here = [*here[:known], *without_citing(body, sentence, here[known:])]
        here = [*here[:known], *without_according(body, sentence, here[known:])]
        if parted := list(between(body, sentence, number, table)):
            here = [*here[:known], *without_asides(sentence, here[known:], parted), *parted]
        if not known:
            quoted_as = list(cited(body, sentence, number))
            hearers = {claim.content for claim in here if claim.cue in {one.cue for one in quoted_as}}
            here = [*(claim for claim in here if claim.content not in hearers), *quoted_as]
        if not parted:
            here.extend(according(body, sentence, number, here))
        here.extend(citing(sentence, number, here))
        here.extend(worded(body, sentence, number, named))
        here = passed_on(sentence, here, named)
        here = [*here[:known], *with_quoted(body, sentence, number, here[known:], table)]
        relayed = {claim.at for claim in here if _relays(claim)}
        claims.extend(
            claim for claim in here[known:] if claim.frame not in ("object", "preposition") or claim.at not in relayed
        )
        claims.extend(block(body, sentences, number, here, near, table))
        if told := introduced(body, sentence, number, here, named):
            claims.append(told)
        elif opens:
            line = headline(body, sentence, number, paragraphs[sentence.paragraph], named)
            claims.extend([line] if line is not None and not _is_told(line, here) else [])
    for place, (span, number) in enumerate(lines):
        claims.extend(posts(body, span, number, lines[place - 1][0] if place else None))
    claims.extend(posted(body, lines))
    claims.extend(letters(body, lines))
    claims.extend(spoken)
    unique = carried(list(dict.fromkeys(claims)), sentences)
    return attributions(body, sentences, unique, marks, named, table)


def possible(body: str, sentence: Sentence, number: int, table: Cues, near: Sequence[Quotation]) -> list[Claim]:
    """All that the verbs, nouns and adjectives of one sentence may say; ``near`` are the quotations that touch it."""
    found = (*reported(body, sentence, number, table, near), *nouns(body, sentence, number, table, near))
    return [_bare(body, claim, near) for claim in found]


def paragraphs_of(sentences: Sequence[Sentence]) -> dict[int, Span]:
    """The paragraphs as far as sentences cover them, by number."""
    found: dict[int, Span] = {}
    for sentence in sentences:
        before = found.get(sentence.paragraph)
        found[sentence.paragraph] = Span(start=before.start if before else sentence.start, end=sentence.end)
    return found


def _relays(claim: Claim) -> bool:
    """Whether its verb only names whose words are passed on ("citing", "quoted as saying")."""
    return claim.frame == "citing" or (claim.lemma == "quote" and claim.frame != "object")


def _is_label(claim: Claim, names: AbstractSet[int]) -> bool:
    """Whether a quotation is a turn of a transcript: the label before it is its source, or begins it."""
    start = claim.content[0].start
    return (claim.source is not None and claim.source.start in names and claim.cue is None) or start + 1 in names


def _is_told(line: Claim, here: Sequence[Claim]) -> bool:
    """Whether a verb of saying tells what stands behind the colon of a line."""
    return any(part.shares(line.content[0]) and claim.frame == "quote" for claim in here for part in claim.content)


def _leaves(claim: Claim, near: Sequence[Quotation]) -> bool:
    """Whether somebody's quoted words would say what stands outside of their marks (“I said fine,” Bo said)."""
    return claim.cue is not None and any(
        mark.start < claim.cue.start and claim.cue.end < mark.end <= part.start
        for mark in near
        for part in claim.content
    )


def _hands_on(claim: Claim, spoken: Sequence[Claim]) -> bool:
    """Whether it only tells that quoted words were told to the one who passes them on ("Bo said Li told him")."""
    return any(
        claim.head in one.passes
        and one.head is not None
        and any(part.start <= one.head < part.end for part in claim.content)
        for one in spoken
    )


def _bare(body: str, claim: Claim, near: Sequence[Quotation]) -> Claim:
    """The claim with its content freed of marks that stand around all of it."""
    parts = []
    for part in claim.content:
        shrunk: Span | None = part
        for mark in near:
            shrunk = inside(body, part, mark) if mark.start <= part.start and part.end <= mark.end else shrunk
        parts.append(shrunk or part)
    return msgspec.structs.replace(claim, content=tuple(parts))
