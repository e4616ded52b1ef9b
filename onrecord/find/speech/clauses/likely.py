"""How likely a claim is to attribute something: the share of its word, moved by what stands around it."""

import math
from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from onrecord.find.speech.claim import WHOLE, Claim
from onrecord.find.speech.clauses.agreeing import agreeing
from onrecord.find.speech.clauses.tails import without_tails
from onrecord.find.speech.cues import Cues, Pos
from onrecord.find.speech.grammar import children, passive
from onrecord.find.speech.quotes.quotation import Quotation
from onrecord.knowledge.speaking import lemmas
from onrecord.knowledge.tables import table
from onrecord.model.page import Sentence

_PERSONAL = {
    "he": "he", "she": "he", "they": "they", "i": "you", "we": "you", "you": "you",
    "it": "it", "that": "this", "this": "this", "these": "this", "which": "this", "who": "who",
}  # fmt: skip
_BODIES = frozenset({"ORG", "NORP", "GPE"})
_POSSIBLE = frozenset({"could", "can", "might", "may", "should", "must", "would", "will", "shall"})
_SHORT = 5
_LONG = 12


class Condition(msgspec.Struct, frozen=True, kw_only=True):
    """A row of ``cue_conditions.csv``: how a condition moves the log-odds of each construction."""

    condition: str
    clause: float = 0.0
    follows: float = 0.0
    infinitive: float = 0.0
    object: float = 0.0
    preposition: float = 0.0
    noun: float = 0.0


@cache
def _shifts() -> dict[str, dict[str, float]]:
    rows = table("cue_conditions.csv", Condition)
    groups = ("clause", "follows", "infinitive", "object", "preposition", "noun")
    return {group: {row.condition: getattr(row, group) for row in rows} for group in groups}


def chosen(
    body: str, sentence: Sentence, claims: Sequence[Claim], cues: Cues, quotations: Sequence[Quotation]
) -> list[Claim]:
    """The claims that are likely enough, and of those that cannot both be meant the likelier."""
    weighed = [(likely(sentence, claim, cues, quotations), claim) for claim in claims]
    weighed = [(chance, claim) for chance, claim in weighed if chance >= cues.least]
    whole = without_tails(body, [claim for _, claim in weighed])
    kept = agreeing(sentence, [(chance, claim) for (chance, _), claim in zip(weighed, whole, strict=True)])
    kept = [msgspec.structs.replace(one, frame="clause", link="") if one.link == WHOLE else one for one in kept]
    return sorted(kept, key=lambda claim: (claim.at, claim.pos == "noun"))


def likely(sentence: Sentence, claim: Claim, cues: Cues, quotations: Sequence[Quotation]) -> float:
    """The chance (0 to 1) that somebody says, thinks or wants what the claim holds."""
    pos: Pos = "noun" if claim.pos == "noun" else "adjective" if claim.pos == "adjective" else "verb"
    share = min(0.99, max(0.01, cues.weight(claim.lemma, pos, "follows" if claim.follows else claim.frame, claim.link)))
    odds = math.log(share / (1 - share))
    shifts = _shifts()[group_of(claim)]
    for name in conditions(sentence, claim, quotations):
        odds += shifts.get(name, 0.0)
    return 1 / (1 + math.exp(-odds))


def group_of(claim: Claim) -> str:
    """The column of the conditions that a claim is moved by."""
    if claim.pos != "verb":
        return "noun"
    return "follows" if claim.follows else claim.frame


def conditions(sentence: Sentence, claim: Claim, quotations: Sequence[Quotation]) -> Iterator[str]:
    """What stands around a claim, one name each; the plain case (a person said, at the main verb) has none."""
    tokens = sentence.tokens
    verb = tokens[claim.at]
    head = sentence.index_at(claim.head) if claim.head is not None else None
    yield from _source(sentence, claim, head)
    if claim.pos == "verb":
        if verb.tag != "VBD" and not _by(sentence, head, claim.at):
            yield f"form {verb.tag}"
        before = [k for k in sentence.children[claim.at] if k < claim.at]
        if any(tokens[k].dep == "neg" for k in before):
            yield "negated"
        if any(tokens[k].text.lower() in _POSSIBLE for k in before):
            yield "possible"
    else:
        if claim.pos == "adjective":
            yield "adjective"
        yield f"noun {claim.frame}"
    if verb.dep != "ROOT":
        yield f"hangs {verb.dep}"
    length = sum(len(sentence.indices_in(part)) for part in claim.content)
    if length < _SHORT:
        yield f"words {length}"
    elif length > _LONG:
        yield "long"
    if any(mark.start < claim.content[-1].end and claim.content[0].start < mark.end for mark in quotations):
        yield "quoted"
    hangs = any(k > claim.at for k in children(sentence, claim.at, "ccomp"))
    if claim.pos == "verb" and claim.frame == "clause" and not claim.follows and not hangs:
        yield "unparsed"
    first = sentence.indices_in(claim.content[0])[0]
    if tokens[first - 1].text.lower() in ("that", "how", "why", "whether", "what"):
        yield "with that"
    if claim.frame in ("object", "preposition"):
        yield from _thing(sentence, claim)
    if claim.frame == "object" and any(k > claim.at for k in children(sentence, claim.at, "xcomp", "ccomp")):
        yield "beside clause"


def _thing(sentence: Sentence, claim: Claim) -> Iterator[str]:
    """What sort of word the thing is that is said, meant or done."""
    tokens = sentence.tokens
    within = sentence.indices_in(claim.content[0])
    head = next((k for k in within if tokens[k].head not in within), within[0])
    token = tokens[head]
    if token.pos == "PRON":
        yield "thing pronoun"
    elif token.entity == "PERSON":
        yield "thing person"
    elif token.entity in ("DATE", "TIME"):
        yield "thing time"
    elif token.entity:
        yield "thing name"
    elif token.tag == "VBG":
        yield "thing doing"
    elif token.tag == "NNS":
        yield "thing plural"
    elif token.pos in ("VERB", "AUX"):
        yield "thing verb"


def _by(sentence: Sentence, head: int | None, at: int) -> bool:
    """Whether a passive names who says it ("was denounced by Norway")."""
    if head is None:
        return False
    by = sentence.tokens[sentence.tokens[head].head]
    return by.dep == "agent" or (by.text == "by" and passive(sentence, at))


def _source(sentence: Sentence, claim: Claim, head: int | None) -> Iterator[str]:
    """What sort of word names who speaks, and how far from the cue it stands."""
    if head is None:
        yield "nobody"
        return
    token = sentence.tokens[head]
    if claim.pronoun is not None:
        yield "who"
    elif token.pos == "PRON" or token.tag == "DT":
        name = _PERSONAL.get(token.text.lower(), "some")
        speaks = claim.follows or (token.head != claim.at and sentence.tokens[token.head].lemma in lemmas("telling"))
        if name != "it" or not speaks:  # "..., it added", "it said, adding": a body
            yield name
    elif token.entity in _BODIES:
        yield "body"
    elif token.entity != "PERSON":
        yield "people" if token.tag == "NNS" else "name" if token.tag in ("NNP", "NNPS") else "noun"
    distance = claim.at - head
    if distance < 0 and not _by(sentence, head, claim.at):
        yield "turned"
    elif distance > 9:
        yield "very far"
    elif distance > 3:
        yield "far"
