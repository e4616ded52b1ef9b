"""What a colon opens without a verb of saying: "Seoul's answer was short: ...", "the envoy put it bluntly: ..."."""

from collections.abc import Sequence

from onrecord.find.speech.claim import Claim
from onrecord.find.speech.grammar import children, phrase, trimmed
from onrecord.find.speech.named import Named
from onrecord.knowledge.introductions import opening
from onrecord.model.page import Sentence
from onrecord.model.span import Span

_FAR = 30
_FROM = frozenset({"from", "by", "of", "out"})
_MEANT = frozenset({"it", "this", "that", "position", "point", "case"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SHORT = 6


def introducer(sentence: Sentence, lead: Sequence[int]) -> int | None:
    """The word that names whose words follow the colon after ``lead``: by an answer, a manner or "put it bluntly"."""
    lead = lead[-_FAR:]
    for at in lead:
        if sentence.tokens[at].tag not in _FINITE or sentence.tokens[at].lemma == "be":
            continue
        objects = [sentence.tokens[index] for index in children(sentence, at, "dobj", "nsubj") if index > at]
        told = any(token.lemma in _MEANT or token.lemma in opening("utterance") for token in objects)
        told = told or (at + 1 in lead and sentence.tokens[at + 1].text.lower() in _MEANT)
        to_say = any(sentence.tokens[index].lemma == "say" and index in lead for index in range(at, lead[-1] + 1))
        who = next(iter(children(sentence, at, "nsubj")), None)
        put = sentence.tokens[at].lemma in opening("puts") and (told or to_say)
        if who is not None and (put or (sentence.tokens[at].lemma in opening("ends") and _with_word(sentence, at))):
            return who
    for at in lead:
        if sentence.tokens[at].lemma in opening("utterance") and sentence.tokens[at].pos in ("NOUN", "PROPN"):
            verbs = [index for index in lead if sentence.tokens[index].tag in _FINITE]
            if all(sentence.tokens[index].lemma in opening("arrives") and index > at for index in verbs):
                return _owner(sentence, at, lead)
    return _mannered(sentence, lead)


def _with_word(sentence: Sentence, at: int) -> bool:
    """Whether somebody ends or begins with a word of theirs ("closed with a warning")."""
    for by in children(sentence, at, "prep"):
        for below in children(sentence, by, "pobj"):
            if sentence.tokens[by].text.lower() == "with" and sentence.tokens[below].lemma in opening("utterance"):
                return True
    return False


def _owner(sentence: Sentence, at: int, lead: Sequence[int]) -> int | None:
    """Whose word it is: "Seoul's answer", "the verdict from Tokyo"."""
    owners = children(sentence, at, "poss")
    for by in children(sentence, at, "prep"):
        if sentence.tokens[by].text.lower() in _FROM:
            owners.extend(children(sentence, by, "pobj"))
    return next((index for index in owners if index in lead), None)


def _mannered(sentence: Sentence, lead: Sequence[int]) -> int | None:
    """Who is blunt or clear: "Seoul was blunt: ..."."""
    for at in lead:
        if sentence.tokens[at].lemma == "be" and sentence.tokens[at].tag in _FINITE:
            what = children(sentence, at, "acomp", "attr")
            who = children(sentence, at, "nsubj")
            if who and what and what[-1] in lead and sentence.tokens[what[-1]].lemma in opening("manner"):
                return who[0]
    return None


def introduced(body: str, sentence: Sentence, number: int, claims: Sequence[Claim], named: Named) -> Claim | None:
    """What stands without marks behind a colon that somebody's answer opens; ``claims`` are those of the sentence."""
    colon = body.find(": ", sentence.start, sentence.end)
    if colon < 0 or not sentence.tokens:
        return None
    lead = sentence.indices_in(Span(start=sentence.start, end=colon))
    content = trimmed(body, colon + 1, sentence.end)
    if content is None or not lead or body[content.start] in "\"“‘'«„" or _taken(claims, colon):
        return None
    who = introducer(sentence, lead)
    rest = sentence.indices_in(content)
    verbal = any(sentence.tokens[index].tag in _FINITE for index in rest)
    short = len(rest) <= _SHORT and not any(sentence.tokens[index].tag in _FINITE for index in lead)
    if who is None or not (verbal or short) or not _speaks(sentence, who, named):
        return None
    return Claim(
        frame="block",
        lemma="say",
        content=(content,),
        sentence=number,
        source=phrase(sentence, who, min(lead[-1] + 1, len(sentence.tokens) - 1)),
        head=sentence.tokens[who].start,
    )


def _speaks(sentence: Sentence, who: int, named: Named) -> bool:
    token = sentence.tokens[who]
    return (
        named.at(token.start) is not None
        or token.entity in ("PERSON", "ORG")
        or token.text.lower() in ("he", "she", "his", "her", "their", "they")
    )


def _taken(claims: Sequence[Claim], colon: int) -> bool:
    return any(part.start <= colon + 4 and part.end > colon for claim in claims for part in claim.content)
