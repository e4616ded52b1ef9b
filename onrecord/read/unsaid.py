"""What is reported with a verb of saying and yet was not said, not yet, or by another."""

import re

from onrecord.knowledge.speaking import lemmas
from onrecord.model.mention import Attribution
from onrecord.model.page import Page, Sentence
from onrecord.read.certainty import is_nobodys
from onrecord.read.governing import is_condition, is_negated, is_short_of

_WITHIN = re.compile(r"\b(?:of|from|by|in|for|to|on|over|behind|against|with|among)\b")
_ONLY_POSSIBLE = frozenset({"could", "can", "might", "may", "should", "must"})


def is_evidence(page: Page, saying: Attribution) -> bool:
    """Whether somebody who speaks for themselves cites it ("he said, citing low prices"), and no medium its source."""
    if not saying.rule.endswith("/citing") or not saying.via:
        return False
    via = saying.via[0]
    return not via.medium and is_beside(page, saying) and via.kind in ("person", "state", "group")


def is_anothers(page: Page, saying: Attribution) -> bool:
    """Whether its source only meets what others claim ("rejected claims that", "faces claims that")."""
    place = cue_of(page, saying) if saying.source and saying.rule in ("say/clause", "say/preposition") else None
    if place is None or place[0].tokens[place[1]].pos != "NOUN":
        return False
    sentence, at = place
    head = sentence.tokens[at].head
    if sentence.tokens[head].dep == "prep":
        head = sentence.tokens[head].head
    over = sentence.tokens[head]
    after = sentence.tokens[at].dep in ("dobj", "pobj") and saying.source[0].start < over.start < saying.cue[0].start
    return after and over.lemma not in lemmas("voicing")


def cue_of(page: Page, saying: Attribution) -> tuple[Sentence, int] | None:
    """The sentence of its cue, and which word it is."""
    at = page.sentence_at(saying.cue[0].start) if saying.cue else None
    word = page.sentences[at].index_at(saying.cue[0].start) if at is not None else None
    return (page.sentences[at], word) if at is not None and word is not None else None


def is_unsaid(page: Page, saying: Attribution) -> bool:
    """Whether it was not said, or not yet: "declined to say whether", "nobody said when", "plans to announce"."""
    if is_nobodys(page, saying):
        return True
    if not saying.cue or not saying.rule.endswith(("/clause", "/object", "/preposition")):
        return False
    place = cue_of(page, saying)
    if place is None:
        return False
    sentence, verb = place
    token = sentence.tokens[verb]
    if is_negated(sentence, verb) or (token.dep == "advcl" and is_condition(sentence, verb)):
        return True
    if token.dep == "pcomp":
        if sentence.tokens[token.head].text == "from":
            return True  # "did not stop it from calling"
        if is_short_of(sentence, verb):
            return True
    modal = any(sentence.tokens[k].text.lower() in _ONLY_POSSIBLE for k in sentence.children[verb])
    if modal and not saying.direct and token.tag == "VB":
        return True
    while token.dep == "conj" and token.tag == "VB" and sentence.tokens[token.head].tag == "VB":
        token = sentence.tokens[token.head]
    if token.tag != "VB" or not any(
        sentence.tokens[k].tag == "TO" for k in sentence.children[sentence.tokens.index(token)]
    ):
        return False
    return token.dep not in ("advcl", "xcomp") or sentence.tokens[token.head].lemma not in lemmas("coming")


def is_beside(page: Page, saying: Attribution) -> bool:
    """Whether what its source is about is no actor: "the decision of the bank", "support among growers"."""
    if saying.speaker is None or not saying.source:
        return saying.speaker is None
    return bool(_WITHIN.search(page.body, saying.source[0].start, saying.speaker.start))
