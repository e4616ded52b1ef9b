"""What stands beside a quotation: a sentence that only says who speaks, the person spoken of before, joined names."""

from collections.abc import Sequence

import msgspec

from onrecord.find.speech.claim import Claim
from onrecord.find.speech.cues import Cues
from onrecord.find.speech.grammar import children, phrase
from onrecord.find.speech.named import Named
from onrecord.knowledge.speaking import lemmas
from onrecord.model.page import Sentence
from onrecord.model.span import Span

_FAR = 40
"""How many words of a sentence are looked at."""


def only_says(sentence: Sentence, cues: Cues) -> bool:
    """Whether a sentence tells who speaks and nothing that is said ("Trump posted on Sunday.")."""
    for at, token in enumerate(sentence.tokens[:_FAR]):
        if token.dep == "ROOT":
            told = children(sentence, at, "ccomp", "dobj", "xcomp", "conj", "advcl")
            subjects = children(sentence, at, "nsubj")
            return cues.kind(token.lemma, "verb") == "say" and not told and bool(subjects) and subjects[0] < at
    return False


def of_person(sentences: Sequence[Sentence], number: int, claim: Claim, named: Named) -> Claim:
    """The claim, given to the one whom the sentence before is about ("Ann Bo agreed with them. "We hope so.").

    Across the end of a paragraph only a person goes on so, and no speaker of an office.
    """
    sentence = sentences[number - 1] if number else None
    if sentence is None or not sentence.tokens:
        return claim
    apart = sentences[number].paragraph - sentence.paragraph
    for at, token in enumerate(sentence.tokens[:_FAR]):
        if token.dep == "ROOT" and apart <= 1:
            subjects = [who for who in children(sentence, at, "nsubj") if who < at]
            if subjects and _may_speak(sentence, subjects[0], named, apart=apart > 0):
                source = phrase(sentence, subjects[0], at)
                return msgspec.structs.replace(claim, source=source, head=sentence.tokens[subjects[0]].start)
    return claim


def of_last(body: str, sentences: Sequence[Sentence], claim: Claim, last: Claim, named: Named) -> Claim:
    """The claim of "he added", given to the name that speaks right before where nothing else tells who "he" is."""
    if claim.source is None or claim.head is None or last.source is None or last.head is None:
        return claim
    alone = claim.source.of(body).lower() in ("he", "she") and named.at(claim.head) is None
    near = (
        claim.sentence - last.sentence <= 1
        and sentences[claim.sentence].paragraph == sentences[last.sentence].paragraph
    )
    named_so = last.source.of(body)[:1].isupper() and last.source.of(body).lower() not in ("he", "she", "they", "it")
    at = sentences[last.sentence].index_at(last.head)
    if not alone or not near or not named_so or at is None or sentences[last.sentence].tokens[at].pos != "PROPN":
        return claim
    return msgspec.structs.replace(claim, source=last.source, head=last.head)


def of_document(sentences: Sequence[Sentence], number: int, claim: Claim, cues: Cues) -> Claim:
    """The claim of "the statement said", given to the one who in the sentence before said something in a statement."""
    at = sentences[claim.sentence].index_at(claim.head) if claim.head is not None else None
    if at is None or not number or sentences[claim.sentence].tokens[at].lemma not in lemmas("document"):
        return claim
    paper, before = sentences[claim.sentence].tokens[at].lemma, sentences[number - 1]
    owned = children(sentences[claim.sentence], at, "poss", "compound", "prep", "acl")
    if owned or sentences[number].paragraph - before.paragraph > 1:
        return claim
    for verb, token in enumerate(before.tokens[:_FAR]):
        if token.dep != "ROOT" or cues.kind(token.lemma, "verb") != "say":
            continue
        papers = [k for by in children(before, verb, "prep") for k in children(before, by, "pobj")]
        subjects = [who for who in children(before, verb, "nsubj") if who < verb]
        if subjects and paper in [before.tokens[k].lemma for k in papers]:
            source = phrase(before, subjects[0], verb)
            return msgspec.structs.replace(claim, source=source, head=before.tokens[subjects[0]].start)
    return claim


def _may_speak(sentence: Sentence, who: int, named: Named, *, apart: bool) -> bool:
    token = sentence.tokens[who]
    if token.entity == "PERSON" or token.text in ("He", "She"):
        return True
    actor = named.at(token.start)
    return actor is not None and actor.kind in (("person",) if apart else ("person", "body"))


def with_partners(sentence: Sentence, claim: Claim, low: int) -> Claim:
    """With the names before its source that "and" joins to it, where the parse has torn them apart."""
    if claim.source is None or claim.source.start <= low:
        return claim
    between = sentence.indices_in(Span(start=low, end=claim.source.start))
    tokens = [sentence.tokens[index] for index in between if sentence.tokens[index].pos != "PUNCT"]
    names = [token for token in tokens if token.pos == "PROPN"]
    if not names or any(token.pos not in ("PROPN", "CCONJ", "DET", "ADJ", "NOUN") for token in tokens):
        return claim
    if "and" not in [token.text for token in tokens]:
        return claim
    return msgspec.structs.replace(claim, source=Span(start=tokens[0].start, end=claim.source.end))
