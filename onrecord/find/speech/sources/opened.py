"""What stands between "that" and its clause, and what is told of a source: "that, according to Bo, who came, ..."."""

from collections.abc import Sequence

import msgspec

from onrecord.find.speech.claim import Claim
from onrecord.find.speech.grammar import children, finite
from onrecord.find.speech.named import Named
from onrecord.knowledge.speaking import lemmas
from onrecord.model.page import Sentence

_RELATIVE = frozenset({"who", "which", "whose", "whom", "where"})
_SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")


def opens_clause(sentence: Sentence, at: int) -> bool:
    """Whether the word at ``at`` begins a turn right behind "that", before the clause: only what follows is its."""
    before = at - 2 if at > 1 and sentence.tokens[at - 1].text == "," else at - 1
    return (
        before > 0 and sentence.tokens[before].text.lower() == "that" and sentence.tokens[before].tag in ("IN", "WDT")
    )


def past_relative(sentence: Sentence, end: int) -> int:
    """The last word of what is told of a source that ends at ``end``: ``According to Bo, who was there, ...``.

    It goes on to the comma behind which a clause with a subject of its own begins.
    """
    tokens = sentence.tokens
    told = end + 2
    if told >= len(tokens) or tokens[end + 1].text != ",":
        return end
    if tokens[told].text.lower() not in _RELATIVE and tokens[told].tag not in ("VBG", "VBN"):
        return end
    commas = [at for at in range(told + 1, len(tokens) - 2) if tokens[at].text == ","]
    return next((at - 1 for at in commas if _begins_clause(sentence, at + 1)), end)


def _begins_clause(sentence: Sentence, first: int) -> bool:
    tokens = sentence.tokens
    if tokens[first].text.lower() in _RELATIVE or tokens[first].pos in ("CCONJ", "VERB"):
        return False
    for at in range(first, len(tokens)):
        if tokens[at].dep in _SUBJECTS:
            return finite(sentence, range(at, len(tokens)))
        if tokens[at].text == "," or tokens[at].pos in ("VERB", "AUX"):
            return False
    return False


def passed_on(sentence: Sentence, claims: Sequence[Claim], named: Named) -> list[Claim]:
    """The claims, with what a turn behind "that" gives its source passed on by the one who reports it.

    ``The Herald reported that, according to Bo, tea was late``: Bo says it, and the Herald passes it on.
    """
    found = list(claims)
    own: list[Claim] = []
    for order, claim in enumerate(claims):
        if claim.frame != "according" or claim.cue is None or not opens_clause(sentence, claim.at):
            continue
        for number, outer in enumerate(found):
            held = [part for part in outer.content if part.start <= claim.cue.start < part.end]
            if not held or outer.frame != "clause" or outer.head is None or claim.cue.start - held[0].start > 2:
                continue
            parts = tuple(claim.content[0] if part == held[0] else part for part in outer.content)
            found[number] = msgspec.structs.replace(outer, content=parts)
            media = [sentence.tokens[at].start for at in children(sentence, outer.at, "dobj", "dative")]
            heard = [place for place in media if (who := named.at(place)) is not None and who.medium]
            if _is_own(sentence, claim):
                own.append(claim)
            else:
                found[order] = msgspec.structs.replace(claim, passes=(outer.head, *heard))
    return [claim for claim in found if claim not in own]


def _is_own(sentence: Sentence, claim: Claim) -> bool:
    """Whether the source is what the one who speaks has made ("The bank said that, according to its own data, ...")."""
    at = sentence.index_at(claim.head) if claim.head is not None else None
    if at is None:
        return False
    made = sentence.tokens[at].lemma in lemmas("survey") | lemmas("document")
    return made and any(sentence.tokens[by].tag == "PRP$" for by in children(sentence, at, "poss"))
