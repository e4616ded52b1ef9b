"""Those whom only their place in a sentence shows to be somebody: "Bo rejected the letter", of whom nothing is told."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from onrecord.knowledge.offices import heads, words_for
from onrecord.model.mention import ActorMention, Token
from onrecord.model.page import Page, Sentence

_PERSONAL = re.compile(
    r"accept|accuse|admit|agree|announce|answer|argue|arrive|ask|call|claim|comment|complain|condemn"
    r"|confirm|criticise|criticize|declare|decline|defend|demand|deny|describe|disagree|dismiss|emphasise"
    r"|emphasize|explain|express|greet|insist|invite|laugh|meet|nod|oppose|pledge|praise|promise|receive"
    r"|refuse|reject|reply|resign|respond|return|say|shrug|smile|speak|stress|suggest|talk|tell|thank"
    r"|travel|visit|vow|warn|welcome|write"
)
"""What people do, and also houses, but seldom things."""
_OTHERS = frozenset({"ORG", "GPE", "NORP", "LOC", "FAC", "PRODUCT", "EVENT", "DATE", "LAW", "WORK_OF_ART"})


def strangers(page: Page) -> Iterator[ActorMention]:
    """The names that are the subject of a personal verb and no actor that is known."""
    starts = [actor.start for actor in page.actors]
    parts = {part for actor in page.actors if actor.kind == "person" for part in actor.name.split()}
    for sentence in page.sentences:
        for at, token in enumerate(sentence.tokens):
            if token.dep == "nsubj" and token.tag == "NN" and _is_kind_of_person(token.text):
                name = sentence.tokens[_phrase(sentence, at) : at + 1]
                if not _is_known(page.actors, starts, name[-1:]) and not _is_named(sentence, at):
                    yield ActorMention(
                        start=name[0].start,
                        end=name[-1].end,
                        kind="described",
                        name=" ".join(page.body[name[0].start : name[-1].end].split()),
                        role=token.text,
                        how="office",
                    )
                continue
            if token.dep != "nsubj" or token.tag != "NNP" or not _PERSONAL.fullmatch(sentence.tokens[token.head].lemma):
                continue
            first = at
            while first > 0 and sentence.tokens[first - 1].tag == "NNP" and sentence.tokens[first - 1].head == at:
                first -= 1
            name = sentence.tokens[first : at + 1]
            if _is_known(page.actors, starts, name) or not parts.isdisjoint(word.text for word in name):
                continue
            if _may_be_person(sentence, at, name):
                yield ActorMention(
                    start=name[0].start,
                    end=name[-1].end,
                    kind="person",
                    name=" ".join(page.body[name[0].start : name[-1].end].split()),
                )


_KIN = frozenset(
    {"wife", "husband", "son", "daughter", "brother", "sister", "mother", "father", "friend", "ally", "deputy", "rival"}
)


def _is_kind_of_person(word: str) -> bool:
    """Whether a noun says what somebody is."""
    entry = heads().get(word) or heads().get(word.lower())
    if entry is not None:
        return entry.kind in ("state", "either", "legislator", "private") and not entry.plural
    return word in _KIN


def _is_named(sentence: Sentence, at: int) -> bool:
    """Whether a name stands in apposition to a noun, and is who is meant."""
    return any(sentence.tokens[below].dep == "appos" for below in sentence.subtree(at))


def _phrase(sentence: Sentence, at: int) -> int:
    """The first word of what a noun stands with, without the article."""
    first = min([at, *sentence.subtree(at)])
    return first + (sentence.tokens[first].dep == "det" and first < at)


def _may_be_person(sentence: Sentence, at: int, name: Sequence[Token]) -> bool:
    if any(token.entity in _OTHERS or not token.text[0].isupper() or token.text.isupper() for token in name):
        return False
    if any(token.text in words_for("no-name") or token.text.lower() in words_for("body") for token in name):
        return False
    return not any(sentence.tokens[child].dep == "det" for child in sentence.children[at])


def _is_known(actors: Sequence[ActorMention], starts: Sequence[int], name: Sequence[Token]) -> bool:
    last = bisect_right(starts, name[-1].start)
    return any(actor.end > name[0].start for actor in actors[max(0, last - 4) : last])
