"""Ways through a parse: the subject of a verb, the object, what a preposition brings. All answers are head indices.

The parser is a small one and errs, above all in where it hangs prepositions: these ways are tolerant of that.
"""

from collections.abc import Iterator

from onrecord.model.page import Sentence

_SUBJECTS = ("nsubj", "csubj", "expl")
_PASSIVE_SUBJECTS = ("nsubjpass", "csubjpass")
_RELATIVES = ("WDT", "WP")
_VERBS = ("VERB", "AUX")
_BRINGS = ("prep", "agent", "dative")
_NOMINAL_LINKS = frozenset({"prep", "agent", "pobj", "dobj", "attr", "dative", "appos", "nmod", "conj"})
_BESIDE = frozenset(
    {"after", "before", "since", "while", "by", "without", "despite", "upon", "amid", "until", "instead"}
)
"""Prepositions whose gerund is another thing done, and not what is said or wanted."""
DEEPEST = 6


def children(sentence: Sentence, index: int, *deps: str) -> list[int]:
    """What hangs on a word by one of these labels, left to right."""
    return [child for child in sentence.children[index] if sentence.tokens[child].dep in deps]


def is_verb(sentence: Sentence, index: int) -> bool:
    """Whether the word is a verb or an auxiliary that stands for one."""
    return sentence.tokens[index].pos in _VERBS


def has_to(sentence: Sentence, index: int) -> bool:
    """Whether the verb is an infinitive with ``to``."""
    return any(sentence.tokens[child].tag == "TO" for child in sentence.children[index])


def is_passive(sentence: Sentence, index: int) -> bool:
    """Whether the verb is in the passive (``was raised``, ``duties imposed by``)."""
    verb = sentence.tokens[index]
    if verb.tag not in ("VBN", "VBD"):
        return False
    has = any(sentence.tokens[child].text in ("'s", "’s") for child in children(sentence, index, "auxpass"))
    if has and children(sentence, index, "dobj"):  # "he's threatened duties" is no passive
        return False
    if children(sentence, index, "auxpass", "agent", *_PASSIVE_SUBJECTS):
        return True
    if verb.tag == "VBN" and verb.dep == "acl":
        return True
    if verb.dep == "conj" and verb.tag == "VBN" and not children(sentence, index, "aux", *_SUBJECTS):
        return verb.head != index and is_passive(sentence, verb.head)
    return False


def antecedent(sentence: Sentence, index: int) -> int:
    """The noun that a relative pronoun stands for; any other word stands for itself."""
    if sentence.tokens[index].tag not in _RELATIVES:
        return index
    at = index
    for _ in range(DEEPEST):
        token = sentence.tokens[at]
        if token.dep == "relcl":
            return token.head
        if token.head == at:
            break
        at = token.head
    return index


def owners(sentence: Sentence, noun: int) -> list[int]:
    """Whose a noun is: ``Norway's plan``, ``a plan by Norway``, ``the Norwegian plan``."""
    found = children(sentence, noun, "poss", "nsubj") if is_verb(sentence, noun) else children(sentence, noun, "poss")
    if not found:
        found = [child for child in brought(sentence, noun, "by", deep=False) if sentence.tokens[child].pos != "VERB"]
    if not found:
        found = [
            child
            for child in children(sentence, noun, "amod", "compound", "nmod")
            if sentence.tokens[child].pos == "PROPN" or sentence.tokens[child].entity in ("NORP", "GPE")
        ]
    return found


def governor(sentence: Sentence, noun: int) -> int | None:
    """The verb that a noun is object, subject or complement of, through ``of``, conjunctions and prepositions."""
    at = noun
    for _ in range(DEEPEST):
        token = sentence.tokens[at]
        if token.head == at:
            return None
        at = token.head
        if is_verb(sentence, at):
            return at
        if token.dep in ("relcl", "acl", "advcl"):
            return None
    return None


def surface_subject(sentence: Sentence, verb: int, depth: int = 0) -> list[int]:
    """Who stands as subject of a verb, or would: through conjunction, control, participles and relative clauses."""
    if sentence.tokens[verb].dep in ("aux", "auxpass"):
        verb = sentence.tokens[verb].head
    own = children(sentence, verb, *_SUBJECTS, *_PASSIVE_SUBJECTS)
    if own:
        return [antecedent(sentence, child) for child in own]
    token = sentence.tokens[verb]
    parent = token.head
    if parent == verb or depth > DEEPEST:
        return []
    if token.dep == "acl":
        if not has_to(sentence, verb):
            return [parent]
        found = owners(sentence, parent)
        above = governor(sentence, parent)
        return found or (surface_subject(sentence, above, depth + 1) if above is not None else [])
    if token.dep == "relcl":
        return [parent]
    if token.dep == "xcomp" and is_verb(sentence, parent):
        objects = children(sentence, parent, "dobj")
        if objects and has_to(sentence, verb) and not is_passive(sentence, parent):
            return [antecedent(sentence, child) for child in objects]
        return surface_subject(sentence, parent, depth + 1)
    if token.dep in ("xcomp", "acomp"):  # "is eager to begin": the adjective's subject
        return predicate_subject(sentence, parent, depth + 1)
    if token.dep == "pcomp":
        above = sentence.tokens[parent].head
        if is_verb(sentence, above):
            return surface_subject(sentence, above, depth + 1)
        found = owners(sentence, above)
        ruler = governor(sentence, above)
        return found or (surface_subject(sentence, ruler, depth + 1) if ruler is not None else [])
    if token.dep in ("conj", "advcl", "ccomp", "prep", "parataxis", "dep"):
        if is_verb(sentence, parent):
            return surface_subject(sentence, parent, depth + 1)
        return predicate_subject(sentence, parent, depth + 1)
    return []


def predicate_subject(sentence: Sentence, word: int, depth: int = 0) -> list[int]:
    """The subject that a noun or adjective is said of: ``the deal was a disaster``, ``both are keen``."""
    at = word
    for _ in range(3):
        token = sentence.tokens[at]
        if token.dep in ("attr", "acomp", "oprd", "dobj") and is_verb(sentence, token.head):
            return surface_subject(sentence, token.head, depth + 1)
        if token.dep == "amod" and token.head < at and sentence.tokens[at - 1].dep == "punct":
            return [token.head]  # "the ministers, eager to sign,"
        if token.head == at or token.dep not in ("amod", "conj", "advmod"):
            break
        at = token.head
    return children(sentence, word, *_SUBJECTS, *_PASSIVE_SUBJECTS)


def subject_of(sentence: Sentence, verb: int) -> list[int]:
    """Who does it: the subject of an active verb, the ``by`` of a passive one."""
    if is_passive(sentence, verb):
        return brought(sentence, verb, "by", deep=False)
    return surface_subject(sentence, verb)


def object_of(sentence: Sentence, verb: int) -> list[int]:
    """What it is done to: the object, the subject of a passive, the noun that a clause without its own object is on."""
    own = children(sentence, verb, "dobj")
    if own:
        return [antecedent(sentence, child) for child in own]
    if is_passive(sentence, verb):
        passive = children(sentence, verb, *_PASSIVE_SUBJECTS, "nsubj")
        if passive:
            return [antecedent(sentence, child) for child in passive]
        token = sentence.tokens[verb]
        if token.dep in ("acl", "relcl"):
            return [token.head]
        return surface_subject(sentence, verb)
    for other in children(sentence, verb, "conj"):
        if is_verb(sentence, other) and sentence.tokens[other].tag == sentence.tokens[verb].tag:
            shared = children(sentence, other, "dobj")
            if shared and other == verb + 2:  # "threatened and imposed duties"
                return shared
    at = verb
    for _ in range(DEEPEST):  # "the duties that Norway is seeking to avoid"
        token = sentence.tokens[at]
        if token.dep == "relcl":
            subjects = children(sentence, at, *_SUBJECTS)
            gap = bool(subjects) and all(sentence.tokens[child].tag not in _RELATIVES for child in subjects)
            return [token.head] if gap else []
        if token.dep not in ("xcomp", "ccomp") or token.head == at:
            break
        at = token.head
    return []


def brought(sentence: Sentence, index: int, preposition: str, *, deep: bool = True) -> list[int]:
    """What a preposition brings to a word; ``deep`` looks on through the nouns below it, nearest first."""
    level = [index]
    for _ in range(DEEPEST if deep else 1):
        found: list[int] = []
        for at in level:
            for child in children(sentence, at, *_BRINGS, "prt", "advmod"):
                token = sentence.tokens[child]
                if token.text.lower() == preposition:
                    found += children(sentence, child, "pobj", "pcomp")
                elif not deep or token.dep == "prep":  # "up to", "out of", "because of": a preposition on another
                    found += [
                        below
                        for inner in children(sentence, child, "prep")
                        if sentence.tokens[inner].text.lower() == preposition
                        for below in children(sentence, inner, "pobj", "pcomp")
                    ]
        if found:
            return sorted(set(found))
        level = [
            child
            for at in level
            for child in sentence.children[at]
            if sentence.tokens[child].dep in _NOMINAL_LINKS and not is_verb(sentence, child)
        ]
    return []


def clauses_of(sentence: Sentence, index: int) -> list[int]:
    """The clauses that say what is said, wanted or planned: ``that``, ``to``, and gerunds after a preposition."""
    found = children(sentence, index, "ccomp", "xcomp")
    if not is_verb(sentence, index):
        found += [child for child in children(sentence, index, "acl") if has_to(sentence, child)]
        found += [child for child in children(sentence, index, "relcl") if _that(sentence, child)]
    elif not found:
        found += [
            child
            for child in children(sentence, index, "advcl")
            if has_to(sentence, child) and not children(sentence, index, "dobj")
        ]
    for preposition in children(sentence, index, "prep"):
        if sentence.tokens[preposition].text.lower() not in _BESIDE:
            found += children(sentence, preposition, "pcomp")
    return sorted(set(found))


def _that(sentence: Sentence, verb: int) -> bool:
    return any(sentence.tokens[child].dep == "mark" for child in sentence.children[verb])


def phrase(sentence: Sentence, head: int) -> list[int]:
    """A noun phrase with its conjuncts and appositions, but without the clauses that hang on it."""
    found: list[int] = []
    waiting = [head]
    while waiting:
        at = waiting.pop()
        found.append(at)
        waiting += [
            child for child in sentence.children[at] if sentence.tokens[child].dep not in ("relcl", "acl", "advcl")
        ]
    return trimmed(sentence, sorted(found))


def trimmed(sentence: Sentence, indices: list[int]) -> list[int]:
    """The indices without punctuation and conjunctions at their ends."""
    low, high = 0, len(indices)
    while low < high and sentence.tokens[indices[low]].dep in ("punct", "cc"):
        low += 1
    while high > low and sentence.tokens[indices[high - 1]].dep in ("punct", "cc"):
        high -= 1
    return indices[low:high] or indices[:1]


def is_negated(sentence: Sentence, *indices: int) -> bool:
    """Whether one of the words, or a verb that it is a ``to`` clause of, is denied."""
    return any(_denied(sentence, at) for index in indices for at in _with_governing(sentence, index))


def _with_governing(sentence: Sentence, index: int) -> Iterator[int]:
    for _ in range(DEEPEST):
        yield index
        token = sentence.tokens[index]
        if token.dep not in ("xcomp", "pcomp", "acomp", "attr") or token.head == index:
            return
        index = token.head


def _denied(sentence: Sentence, index: int) -> bool:
    for child in sentence.children[index]:
        token = sentence.tokens[child]
        if token.dep == "neg" or (token.dep == "det" and token.lemma == "no"):
            return True
        if token.dep == "advmod" and token.lemma in ("never", "hardly", "neither"):
            return True
    return False
