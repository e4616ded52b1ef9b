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
    """Whether a mention lies in what is asked of somebody, or in what they are told before they answer."""
    at = sentence.index_at(actor.end - 1)
    if at is None:
        return False
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
    if asking.lemma in _ASKING:
        return token.lemma in _ABOUT if token.dep == "prep" else token.dep in _CLAUSE
    return asking.lemma in _TELLING and asking.tag == "VBN" and asking.dep == "advcl" and token.dep in _CLAUSE


def is_asked(token: Token, verb: Token) -> bool:
    """Whether a word is who is asked by the verb that it hangs on: "reporters asked Bo"."""
    return token.dep in ("dobj", "dative") and verb.lemma in _ASKING and verb.pos == "VERB"
