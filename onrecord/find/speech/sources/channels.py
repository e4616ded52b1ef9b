"""Channels: the medium to which, on which or by which it was said, beside those that a claim itself names."""

from collections.abc import Iterator

from onrecord.find.speech.claim import Claim
from onrecord.find.speech.grammar import children
from onrecord.find.speech.named import Named
from onrecord.knowledge.speaking import lemmas
from onrecord.model.mention import ActorMention
from onrecord.model.page import Sentence

_THROUGH = frozenset({"to", "in", "with", "on", "during"})
_CARRIED = frozenset({"by", "on", "in", "through", "via", "to"})
_CONTRARY = frozenset({"report", "reports", "reporting", "coverage", "question", "questions", "story"})
"""What a medium published is no channel: "said in reaction to the Herald's report"."""


def channels(sentence: Sentence, claim: Claim, named: Named) -> list[ActorMention]:
    """The media through which somebody says it: ``told Xinhua``, ``in a statement carried by Xinhua``."""
    found = [who for head in _messengers(sentence, claim) if (who := named.at(sentence.tokens[head].start)) is not None]
    heads = [*_carriers(sentence, claim), *(_hearers(sentence, claim.at) if claim.lemma in lemmas("telling") else ())]
    if (told := _added_to(sentence, claim)) is not None:
        heads.extend(_hearers(sentence, told))
    heads.extend(_reporters(sentence, claim))
    for head in heads:
        heads.extend(children(sentence, head, "conj"))
        who = _medium(sentence, head, named)
        social = who is not None and who.name.lower().endswith("social media")
        if who is not None and who.medium and not social and who.name not in [other.name for other in found]:
            found.append(who)
    return found


def _messengers(sentence: Sentence, claim: Claim) -> Iterator[int]:
    """The words for somebody who brings what is said: "in a message conveyed by Bo", "said through Bo"."""
    yield from _below(sentence, claim.at, frozenset({"through"}))
    for paper in _below(sentence, claim.at, _THROUGH):
        for verb in children(sentence, paper, "acl"):
            if sentence.tokens[verb].lemma in lemmas("conveying"):
                yield from _below(sentence, verb, frozenset({"by"}))


def _medium(sentence: Sentence, head: int, named: Named) -> ActorMention | None:
    token = sentence.tokens[head]
    who = named.at(token.start)
    if (who is None or not who.medium) and token.lemma in lemmas("outlet"):
        called = _called(sentence, head)
        who = named.at(called) if called is not None else named.medium_before(token.start)
    elif who is None and token.pos == "PROPN":
        known = named.medium_before(token.start)  # "the Journal" of whom the whole name stands before
        who = known if known is not None and token.text in known.name.split()[1:] else None
    if (who is None or not who.medium) and token.lemma not in _CONTRARY:
        who = _whose(sentence, head, named)
    return who


def _called(sentence: Sentence, head: int) -> int | None:
    """Where the name stands that follows the word for an outlet, after which none before it is meant."""
    tokens = sentence.tokens
    behind = [at for at in range(head + 1, min(head + 3, len(tokens))) if tokens[at].pos == "PROPN"]
    return tokens[behind[0]].start if behind and (behind[0] == head + 1 or tokens[head + 1].text == ",") else None


def _reporters(sentence: Sentence, claim: Claim) -> Iterator[int]:
    """The word for who reports all of it at the end: ``"It is late," Bo said, NHK reported``."""
    tokens = sentence.tokens
    last = sentence.index_at(claim.source.end - 1) if claim.source is not None else None
    comma = max(claim.at, last if last is not None else -1) + 1
    if comma >= len(tokens) or tokens[comma].text != ",":
        return
    for verb in range(comma + 2, min(len(tokens), comma + _SHORT)):
        if tokens[verb].lemma == "report" and tokens[verb].pos == "VERB":
            yield verb - 1
            return
        if tokens[verb - 1].pos not in ("PROPN", "DET", "NOUN"):
            return


_SHORT = 8


def _added_to(sentence: Sentence, claim: Claim) -> int | None:
    """The verb of telling that the claim goes on from: "told NHK that it was late, adding that"."""
    token = sentence.tokens[claim.at]
    if token.tag != "VBG" or token.dep != "advcl" or claim.lemma not in _ADDING:
        return None
    return token.head if sentence.tokens[token.head].lemma in lemmas("telling") else None


_ADDING = frozenset({"add", "say", "note", "warn", "explain", "insist", "stress"})


def _hearers(sentence: Sentence, at: int) -> Iterator[int]:
    """The words for whom it is told, and in what ("in an interview with NHK")."""
    yield from children(sentence, at, "dobj", "dative", "dep")
    for head in _below(sentence, at, _THROUGH):
        yield head
        yield from _below(sentence, head)


def _carriers(sentence: Sentence, claim: Claim) -> Iterator[int]:
    """The words for who carries, publishes or quotes it: beside the speaker, beside a paper, beside the verb."""
    tokens = sentence.tokens
    source = sentence.index_at(claim.head) if claim.head is not None else None
    papers = [head for head in _below(sentence, claim.at, _THROUGH) if head != source]
    for noun in ([source] if source is not None else []) + papers:
        for verb in children(sentence, noun, "acl"):
            speaking = noun == source and tokens[verb].lemma in lemmas("appearing")  # "an envoy speaking to the Herald"
            if speaking or _is_carrying(sentence, verb):
                yield from _below(sentence, verb, _CARRIED)
    above = tokens[claim.at].head
    if tokens[claim.at].dep == "xcomp" and _is_carrying(sentence, above):
        yield from _below(sentence, above, _CARRIED)  # "was reported by the Herald to have said"
    for verb in children(sentence, claim.at, "advcl"):
        speaking = tokens[verb].tag in ("VBN", "VBG") and tokens[verb].lemma in lemmas("appearing")
        if speaking or (_is_carrying(sentence, verb) and children(sentence, verb, "mark")):
            yield from _below(sentence, verb, _CARRIED)


def _is_carrying(sentence: Sentence, verb: int) -> bool:
    """Whether a participle tells who passes something on ("carried by", "as quoted by")."""
    return sentence.tokens[verb].tag == "VBN" and sentence.tokens[verb].lemma in lemmas("carrying")


def _below(sentence: Sentence, at: int, links: frozenset[str] = frozenset()) -> Iterator[int]:
    """What hangs on a word by a preposition, of ``links`` where they are given."""
    for by in children(sentence, at, "prep", "dative", "agent"):
        if not links or sentence.tokens[by].text.lower() in links:
            yield from children(sentence, by, "pobj")


def _whose(sentence: Sentence, head: int, named: Named) -> ActorMention | None:
    """The medium whose host or programme it is ("Channel One's morning show", "the Herald columnist")."""
    beside = children(sentence, head, "poss", "compound", "nmod")
    for index in [*beside, *(below for at in beside for below in children(sentence, at, "compound", "nmod"))]:
        who = named.at(sentence.tokens[index].start)
        if who is not None and who.medium:
            return who
    return None
