"""Of whom somebody is asked, who then is not the one who answers: "asked whether Bo had agreed, he said"."""

from onrecord.model.mention import Token
from onrecord.model.page import Sentence
from onrecord.model.span import Span

_ASKING = frozenset({"ask", "press", "question", "quiz", "grill", "query", "challenge", "prod", "probe"})
_TELLING = frozenset({"tell", "remind", "inform"})
_ABOUT = frozenset({"about", "on", "over", "regarding", "concerning", "for", "to", "of", "as"})
_CLAUSE = frozenset({"ccomp", "advcl", "xcomp", "acl", "pcomp"})
_DEEPEST = 12


def is_asked_about(sentence: Sentence, actor: Span) -> bool:
    """Whether a mention lies in what is asked of somebody, or in what they are told before they answer, or asks it."""
    at = sentence.index_at(actor.end - 1)
    if at is None:
        return False
    if _asks(sentence, at):
        return True
    for _ in range(_DEEPEST):
        token = sentence.tokens[at]
        if token.head == at:
            return False
        if token.head < at and _is_question(sentence, at):
            return True
        at = token.head
    return False


def _is_question(sentence: Sentence, at: int) -> bool:
    """Whether a word heads what the word that it hangs on asks."""
    token = sentence.tokens[at]
    asking = sentence.tokens[token.head]
    if token.dep in ("ccomp", "pcomp") and _is_open(sentence, at):
        return True
    if asking.lemma in _ASKING:
        return token.lemma in _ABOUT if token.dep == "prep" else token.dep in _CLAUSE
    told = asking.lemma in _TELLING and asking.dep == "advcl" and token.dep in _CLAUSE
    return told and not any(sentence.tokens[child].dep == "nsubj" for child in sentence.children[token.head])


def _is_open(sentence: Sentence, at: int) -> bool:
    """Whether a clause tells no more than a question: "Bo was unsure whether Li would come"."""
    below = (sentence.tokens[child] for child in sentence.children[at])
    return any(token.dep == "mark" and token.lemma in ("if", "whether") for token in below)


def _asks(sentence: Sentence, at: int) -> bool:
    """Whether a word is who asks somebody: "a reporter asked him"."""
    token = sentence.tokens[at]
    asked = any(
        is_asked(sentence.tokens[child], sentence.tokens[token.head]) for child in sentence.children[token.head]
    )
    return token.dep == "nsubj" and asked


def is_asked(token: Token, verb: Token) -> bool:
    """Whether a word is who is asked by the verb that it hangs on: "reporters asked Bo"."""
    return token.dep in ("dobj", "dative") and verb.lemma in _ASKING and verb.pos == "VERB"
