"""Who acts in a sentence: subjects, those who stand beside one, and whose a subject is."""

from onrecord.find.reference.asked import is_asked
from onrecord.model.mention import ActorMention, Token
from onrecord.model.page import Sentence
from onrecord.model.span import Span

SUBJECT = frozenset({"nsubj", "nsubjpass", "agent"})
_BESIDE_ONE = (frozenset({"conj", "appos"}), frozenset({"conj", "appos", "compound"}))
"""Links from a word to one that stands for it; the parser hangs the names of people on their titles."""


def is_subject(sentence: Sentence, actor: Span) -> bool:
    """Whether the mention is the subject of a clause, or stands beside one in "A and B"."""
    if not sentence.tokens:
        return False
    indices = sentence.indices_in(actor)
    beside = _BESIDE_ONE[isinstance(actor, ActorMention) and actor.kind == "person"]
    inside = set(indices)
    for index in reversed(indices):
        token = sentence.tokens[index]
        if token.head in inside and token.head != index:
            continue
        hops = 0
        while token.dep in beside and hops < 4:
            token = sentence.tokens[token.head]
            hops += 1
        if isinstance(actor, ActorMention) and token.dep == "pobj" and actor.role:
            token = _office(sentence, token, actor.role)
        return token.dep in SUBJECT or is_asked(token, sentence.tokens[token.head])
    return False


def _office(sentence: Sentence, token: Token, role: str) -> Token:
    """The office whose house a name was hung on: "the head of the Bank of Oslo, Ann Bo, said"."""
    words, above = role.lower().split(), token
    while above.dep in ("pobj", "prep", "compound"):
        above = sentence.tokens[above.head]
        if above.text.lower() in words and above.dep in SUBJECT:
            return above
    return token


def is_owner(sentence: Sentence, actor: Span) -> bool:
    """Whether the mention is whose the subject is ("Bo's trouble, as he sees it, is ...")."""
    last = sentence.index_at(actor.end - 1)
    if last is None or not sentence.tokens:
        return False
    token = sentence.tokens[last]
    return token.dep == "poss" and sentence.tokens[token.head].dep in SUBJECT
