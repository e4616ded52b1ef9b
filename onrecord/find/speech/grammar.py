"""Places in the parse: the subject of a verb, the words of a noun phrase, the words of a clause."""

from collections.abc import Iterable

from onrecord.model.page import Sentence
from onrecord.model.span import Span

SUBJECTS = ("nsubj", "csubj", "expl")
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_EDGE = frozenset(",;:.—–-…")
_DEEPEST = 12


def children(sentence: Sentence, at: int, *deps: str) -> list[int]:
    """The words that hang on the one at ``at`` by one of ``deps``."""
    return [index for index in sentence.children[at] if sentence.tokens[index].dep in deps]


def subject(sentence: Sentence, at: int, depth: int = 0) -> int | None:
    """The word that names who does what the verb at ``at`` says, through conjunctions, participles and relatives."""
    tokens = sentence.tokens
    if depth > _DEEPEST:
        return None
    agents = [below for by in children(sentence, at, "agent") for below in children(sentence, by, "pobj")]
    if agents:
        return agents[0]
    if children(sentence, at, "nsubjpass", "auxpass"):
        return None
    own = children(sentence, at, "nsubj")
    if own:
        if tokens[own[0]].text.lower() in _RELATIVE and tokens[at].dep == "relcl":
            return tokens[at].head
        return own[0]
    if tokens[at].head == at:
        return None
    dep, head = tokens[at].dep, tokens[at].head
    if dep == "conj" and tokens[head].dep == "ccomp" and tokens[at].tag == "VBD" and _modal(sentence, head):
        return subject(sentence, tokens[head].head, depth + 1)  # "confirmed that it will ... and said"
    if dep in ("conj", "xcomp", "advcl", "dep") and tokens[head].pos in ("VERB", "AUX", "ADJ"):
        return subject(sentence, head, depth + 1)
    if dep == "acl":
        return head if tokens[head].pos in _NOMINAL else None
    if dep == "pcomp" and tokens[head].head != head:
        above = tokens[head].head
        if tokens[above].pos in ("VERB", "AUX", "ADJ"):
            return subject(sentence, above, depth + 1)
    return None


def _modal(sentence: Sentence, at: int) -> bool:
    return any(sentence.tokens[k].tag == "MD" for k in children(sentence, at, "aux"))


def passive(sentence: Sentence, at: int) -> bool:
    """Whether the verb at ``at`` is passive."""
    return bool(children(sentence, at, "nsubjpass", "auxpass"))


def phrase(sentence: Sentence, head: int, *, low: int = 0, high: int | None = None) -> Span:
    """The noun phrase of ``head`` between the word indices ``low`` and ``high``, without relative clauses."""
    return sentence.span_of(_phrase(sentence, head, low, len(sentence.tokens) if high is None else high))


def _phrase(sentence: Sentence, head: int, low: int, high: int) -> list[int]:
    tokens = sentence.tokens
    found, waiting = [], [head]
    while waiting:
        at = waiting.pop()
        found.append(at)
        waiting.extend(
            index
            for index in sentence.children[at]
            if low <= index < high and tokens[index].dep not in ("relcl", "advcl", "ccomp", "parataxis", "punct", "dep")
        )
    return connected(sorted(found), head, tokens[head].dep == "")


def connected(indices: list[int], head: int, _alone: bool = False) -> list[int]:
    """Those of ``indices`` that hang together with ``head``: gaps of up to two words (a comma, a mark) are bridged."""
    at = indices.index(head)
    first = last = at
    while first > 0 and indices[first] - indices[first - 1] <= 3:
        first -= 1
    while last + 1 < len(indices) and indices[last + 1] - indices[last] <= 3:
        last += 1
    return indices[first : last + 1]


def trimmed(body: str, start: int, end: int) -> Span | None:
    """The span without blanks, commas and full stops at its ends; ``None`` if nothing is left."""
    while start < end and (body[start].isspace() or body[start] in _EDGE):
        start += 1
    while start < end and (body[end - 1].isspace() or body[end - 1] in _EDGE):
        end -= 1
    return Span(start=start, end=end) if start < end else None


def finite(sentence: Sentence, indices: Iterable[int]) -> bool:
    """Whether one of the words is a verb with a tense."""
    return any(sentence.tokens[index].tag in ("VBD", "VBZ", "VBP", "MD") for index in indices)
