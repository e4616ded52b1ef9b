"""``X quoted Y as saying ...``, read from the words themselves where the parse tears them apart."""

from collections.abc import Iterator, Sequence

from onrecord.find.speech.claim import Claim
from onrecord.find.speech.cues import Cues
from onrecord.find.speech.grammar import children, finite, phrase, trimmed
from onrecord.model.page import Sentence
from onrecord.model.span import Span

_PASSING = frozenset({"quote", "cite", "report"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_FAR = 14
"""At most so many words name who is quoted."""
_FEWEST = 3


def with_quoted(body: str, sentence: Sentence, number: int, claims: Sequence[Claim], cues: Cues) -> list[Claim]:
    """The claims of one sentence, with what somebody is quoted as saying, and without what the parse made of it."""
    found = list(claims)
    for verb, saying, claim in _quoted(body, sentence, number, cues):
        if any(other.at == saying and other.head is not None and other.frame == "clause" for other in found):
            continue
        found = [
            other
            for other in found
            if other.at != saying and not (other.at == verb and other.content[0].end >= sentence.tokens[saying].start)
        ]
        found.append(claim)
    return found


def _quoted(body: str, sentence: Sentence, number: int, cues: Cues) -> Iterator[tuple[int, int, Claim]]:
    tokens = sentence.tokens
    for saying in range(3, len(tokens) - _FEWEST):
        if tokens[saying].tag != "VBG" or tokens[saying - 1].text.lower() != "as":
            continue
        if cues.kind(tokens[saying].lemma, "verb") not in ("say", "think"):
            continue
        near = range(saying - 3, max(0, saying - _FAR), -1)
        verb = next((at for at in near if tokens[at].lemma in _PASSING and tokens[at].tag in _TENSES), None)
        if verb is None or not verb:
            continue
        who = _head(sentence, range(verb + 1, saying - 1))
        passing = _passing(sentence, verb)
        content = _told(body, sentence, saying)
        if who is None or passing is None or content is None:
            continue
        yield (
            verb,
            saying,
            Claim(
                frame="clause",
                lemma=tokens[saying].lemma,
                pos="verb",
                content=(content,),
                sentence=number,
                at=saying,
                cue=Span(start=tokens[saying].start, end=tokens[saying].end),
                source=Span(start=tokens[verb + 1].start, end=tokens[saying - 2].end),
                head=tokens[who].start,
                passes=(tokens[passing].start,),
            ),
        )


_TENSES = frozenset({"VBD", "VBZ", "VBP", "VBN"})


def _passing(sentence: Sentence, verb: int) -> int | None:
    """Who quotes: the subject of the verb, or the name right before it."""
    tokens = sentence.tokens
    own = children(sentence, verb, "nsubj")
    if children(sentence, verb, "nsubjpass", "auxpass"):
        return None
    before = verb - 1
    while before > 0 and tokens[before].pos in ("AUX", "ADV"):
        before -= 1
    return own[0] if own else before if tokens[before].pos in _NOMINAL else None


def _head(sentence: Sentence, words: range) -> int | None:
    """The word on which the others of a name or description hang."""
    tokens = sentence.tokens
    if not words or any(tokens[at].pos in ("VERB", "AUX") and tokens[at].tag in ("VBD", "VBZ", "VBP") for at in words):
        return None
    heads = [
        at for at in words if tokens[at].pos in _NOMINAL and (tokens[at].head == at or tokens[at].head not in words)
    ]
    return heads[0] if heads else None


def _told(body: str, sentence: Sentence, saying: int) -> Span | None:
    """What is said: behind "saying", who is told, and "that"."""
    tokens = sentence.tokens
    first = saying + 1
    heard = children(sentence, saying, "dobj", "dative") if tokens[saying].lemma == "tell" else []
    if heard:
        first = max(sentence.indices_in(phrase(sentence, heard[0], low=first))) + 1
    if first < len(tokens) and tokens[first].text.lower() == "that" and tokens[first].dep != "det":
        first += 1
    below = [at for clause in children(sentence, saying, "ccomp") for at in sentence.subtree(clause)]
    end = tokens[max(below)].end if below and max(below) >= first else sentence.end
    if first >= len(tokens) or not finite(sentence, range(first, len(tokens))) or tokens[first].pos == "PUNCT":
        return None
    return trimmed(body, tokens[first].start, end)
