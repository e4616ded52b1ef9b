"""Matches the frames of the tables on the parse of a sentence."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from types import MappingProxyType

from onrecord.find.frames.grammar import (
    brought,
    children,
    clauses_of,
    is_negated,
    is_verb,
    object_of,
    owners,
    predicate_subject,
    subject_of,
    trimmed,
)
from onrecord.find.frames.table import Pattern, Word, patterns
from onrecord.model.mention import FrameMention, Role, Token
from onrecord.model.page import Sentence

_PARTS = {"PROPN": "NOUN", "AUX": "VERB", "SCONJ": "ADP"}
_THROUGH = 4
_SHORT = {"’ll": "will", "'ll": "will", "n’t": "not", "n't": "not", "’d": "would", "'d": "would", "wo": "will"}
"""Shortened words, which the parser does not always know, and what they stand for."""
_DENIALS = frozenset({"not", "n't", "no", "never", "longer"})
"""Where a pattern itself has one of these, the frame is what is denied, and is not denied again."""
_SUPPORTED = ("dobj", "nsubj", "nsubjpass", "attr", "pobj", "conj", "oprd", "dative", "appos", "ccomp")


def frames_of(sentence: Sentence, number: int) -> Iterator[FrameMention]:
    """The frames that the words of a sentence evoke, ``number`` being its index in the page.

    Of the patterns of one kind (the part of the frame's name before the slash) the one with most words wins at a word.
    """
    by_lemma = _by_second()
    for index, token in enumerate(sentence.tokens):
        form = token.text.lower()
        heads = [head for head in dict.fromkeys((token.lemma, form)) if head in by_lemma]
        if not heads:
            continue
        taken: dict[str, int] = {}
        near = _reachable(sentence, index)
        for pattern in (one for head in heads for one in _candidates(by_lemma[head], near)):
            kind = pattern.row.frame.partition("/")[0]
            if taken.get(kind, len(pattern.rest)) > len(pattern.rest):
                continue
            mention = _match(sentence, number, index, pattern)
            if mention is not None:
                taken[kind] = len(pattern.rest)
                yield mention


@cache
def _by_second() -> Mapping[str, Mapping[str, tuple[tuple[int, Pattern], ...]]]:
    """The patterns by head word and the first word that must hang on it ("" for none), each with its place in order.

    A common verb has hundreds of patterns; only those whose second word is there are tried.
    """
    found: dict[str, dict[str, tuple[tuple[int, Pattern], ...]]] = {}
    for head, some in patterns().items():
        for place, pattern in enumerate(some):
            second = pattern.rest[0].lemma if pattern.rest else ""
            of_head = found.setdefault(head, {})
            of_head[second] = (*of_head.get(second, ()), (place, pattern))
    return found


def _candidates(by_second: Mapping[str, tuple[tuple[int, Pattern], ...]], near: frozenset[str]) -> list[Pattern]:
    """The patterns of a head word that may match, in the order of the table."""
    placed = [
        one
        for second in by_second.keys() & near
        for one in by_second[second]
        if all(word.lemma in near for word in one[1].rest)
    ]
    return [pattern for _, pattern in sorted(placed, key=lambda one: one[0])]


def _reachable(sentence: Sentence, index: int) -> frozenset[str]:
    """Every word that may hang on a pattern's head, and ""."""
    below = sentence.children[index]
    tokens = [sentence.tokens[at] for child in below for at in (child, *sentence.children[child])]
    found = {"", *(token.lemma for token in tokens)}
    for token in tokens:
        form = token.text.lower()
        found.add(form)
        if form in _SHORT:
            found.add(_SHORT[form])
    return frozenset(found)


def _fits(token: Token, word: Word) -> bool:
    form = token.text.lower()
    if word.lemma not in (token.lemma, form, _SHORT.get(form)):
        return False
    if not word.part or word.part == _PARTS.get(token.pos, token.pos):
        return True
    # The parser takes the plural after a name for a verb: "US objections over ...".
    return (
        word.part == "NOUN" and token.tag == "VBZ" and token.text.lower() == f"{word.lemma}s" and word not in _verbs()
    )


@cache
def _verbs() -> frozenset[Word]:
    return frozenset(
        Word(one.head.lemma, "NOUN") for some in patterns().values() for one in some if one.head.part == "VERB"
    )


def _match(sentence: Sentence, number: int, index: int, pattern: Pattern) -> FrameMention | None:
    if not _fits(sentence.tokens[index], pattern.head):
        return None
    matched = [index]
    for word in pattern.rest:
        at = _hanging(sentence, index, word)
        if at is None:
            return None
        matched.append(at)
    if any(_hanging(sentence, index, word) is not None for word in pattern.unless):
        return None
    support = _support(sentence, index, pattern.support) if pattern.support else []
    nouns = [at for at in matched[1:] if sentence.tokens[at].pos == "NOUN"]
    anchors = [index, *nouns, *support]
    roles = [_word_role(sentence, "support", at) for at in support]
    for name, places in pattern.row.roles.items():
        heads = {head: None for place in places for head in _fillers(sentence, anchors, place)}
        roles += [_role(sentence, name, head, index) for head in heads if head != index and head not in support]
    filled = {role.name for role in roles}
    if not all(filled.intersection(needed.split("|")) for needed in pattern.row.needs):
        return None
    span = sentence.span_of([*matched, *support])
    for role in roles:
        span = span.joined(role)
    return FrameMention(
        start=span.start,
        end=span.end,
        frame=pattern.row.frame,
        sentence=number,
        trigger=index,
        roles=tuple(roles),
        says=tuple(sorted(pattern.row.asserts.items())),
        negated=not _DENIALS.intersection(one.lemma for one in pattern.rest)
        and is_negated(sentence, *matched, *support),
    )


def _hanging(sentence: Sentence, index: int, word: Word) -> int | None:
    """The word of the pattern that hangs on its head, at most through one preposition or noun between."""
    below = sentence.children[index]
    for child in below:
        if _fits(sentence.tokens[child], word):
            return child
    for child in below:
        if sentence.tokens[child].dep in (
            "prep",
            "prt",
            "advmod",
            "dobj",
            "agent",
            "attr",
            "acomp",
            "nsubjpass",
            "xcomp",
            "ccomp",
            "advcl",
            "acl",
        ):
            for inner in sentence.children[child]:
                if _fits(sentence.tokens[inner], word):
                    return inner
        elif sentence.tokens[child].dep == "oprd":  # "called it the worst deal"
            for inner in sentence.children[child]:
                if sentence.tokens[inner].dep == "amod" and _fits(sentence.tokens[inner], word):
                    return inner
    return None


def _supports(token: Token, support: frozenset[Word]) -> bool:
    part = _PARTS.get(token.pos, token.pos)
    return Word(token.lemma, part) in support or Word(token.lemma) in support or Word("*", part) in support


def _support(sentence: Sentence, index: int, support: frozenset[Word]) -> list[int]:
    """The words that carry a noun as its verb or its measure: ``held a round of talks``, ``talks began``."""
    found: list[int] = []
    at = index
    for _ in range(_THROUGH):
        token = sentence.tokens[at]
        if token.head == at or token.dep not in (*_SUPPORTED, "prep", "compound", "agent"):
            break
        at = token.head
        if _supports(sentence.tokens[at], support):
            found.append(at)
            if is_verb(sentence, at):
                break
        elif sentence.tokens[at].pos not in ("ADP", "NOUN", "PROPN") or is_verb(sentence, at):
            break
    clauses = children(sentence, index, "acl", "relcl")
    for noun in found:
        if not is_verb(sentence, noun):
            clauses += children(sentence, noun, "acl", "relcl")
    found += [clause for clause in clauses if _supports(sentence.tokens[clause], support) and clause not in found]
    return found


def _subject(sentence: Sentence, at: int) -> list[int]:
    if is_verb(sentence, at):
        return subject_of(sentence, at)
    return predicate_subject(sentence, at)


def _verb(sentence: Sentence, at: int) -> list[int]:
    token = sentence.tokens[at]
    return [token.head] if token.dep == "aux" else []


def _acts(sentence: Sentence, at: int) -> bool:
    """Whether the word is a verb, and not a plural that the parser took for one."""
    return is_verb(sentence, at) and not (sentence.tokens[at].tag == "VBZ" and sentence.tokens[at].lemma in _nouns())


@cache
def _nouns() -> frozenset[str]:
    return frozenset(lemma for lemma, some in patterns().items() if all(one.head.part == "NOUN" for one in some))


def _noun(sentence: Sentence, at: int) -> list[int]:
    token = sentence.tokens[at]
    return [token.head] if token.dep in ("amod", "compound", "nmod", "acl", "relcl") else []


_PLACES: Mapping[str, Callable[[Sentence, int], list[int]]] = MappingProxyType(
    {
        "subject": _subject,
        "object": lambda sentence, at: object_of(sentence, at) if is_verb(sentence, at) else [],
        "indirect": lambda sentence, at: children(sentence, at, "dative"),
        "clause": clauses_of,
        "possessive": lambda sentence, at: children(sentence, at, "poss"),
        "owner": lambda sentence, at: [] if _acts(sentence, at) else owners(sentence, at),
        "compound": lambda sentence, at: children(sentence, at, "compound", "nmod"),
        "adjective": lambda sentence, at: children(sentence, at, "amod"),
        "apposition": lambda sentence, at: children(sentence, at, "appos"),
        "number": lambda sentence, at: children(sentence, at, "nummod"),
        "adverb": lambda sentence, at: children(sentence, at, "advmod", "npadvmod"),
        "noun": _noun,
        "verb": _verb,
        "complement": lambda sentence, at: children(sentence, at, "oprd", "attr", "acomp"),
    }
)


def _fillers(sentence: Sentence, anchors: list[int], place: str) -> list[int]:
    preposition = place.removeprefix("prep:")
    found: list[int] = []
    for at in anchors:
        heads = brought(sentence, at, preposition) if preposition != place else _PLACES[place](sentence, at)
        found += [head for head in heads if head not in found]
    return found


def _word_role(sentence: Sentence, name: str, at: int) -> Role:
    return Role(name=name, start=sentence.tokens[at].start, end=sentence.tokens[at].end, head=at)


def _role(sentence: Sentence, name: str, head: int, trigger: int) -> Role:
    """The filler with all that hangs on it, on its own side of the evoking word and without what hangs on that."""
    inside = set(sentence.subtree(head))
    if trigger in inside:
        inside -= set(sentence.subtree(trigger))
        inside = {at for at in inside if (at < trigger) == (head < trigger)}
    span = sentence.span_of(trimmed(sentence, sorted(inside)))
    return Role(name=name, start=span.start, end=span.end, head=head)
