"""Places in the parse: the subject of a verb, the words of a noun phrase, the words of a clause."""

from collections.abc import Iterable

from onrecord.find.actors.lexicon import hits
from onrecord.knowledge.speaking import lemmas
from onrecord.model.page import Sentence
from onrecord.model.span import Span

_RELATIVE = frozenset({"who", "which", "that", "whom"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_EDGE = frozenset(",;:.—–-…")
_NOT_NAMING = frozenset({"relcl", "advcl", "ccomp", "parataxis", "punct", "dep"})
_NO_MAKERS = frozenset({"DATE", "TIME", "GPE", "NORP", "LOC", "CARDINAL", "ORDINAL"})
_DEEPEST = 12


def children(sentence: Sentence, at: int, *deps: str) -> list[int]:
    """The words that hang on the one at ``at`` by one of ``deps``."""
    below = sentence.children[at]
    if not below:
        return []
    tokens = sentence.tokens
    return [index for index in below if tokens[index].dep in deps]


def subject(sentence: Sentence, at: int) -> int | None:
    """The word that names who does what the verb at ``at`` says.

    It is looked for through conjunctions, participles, infinitives and relative clauses. A passive has only its agent.
    """
    by = agent_of(sentence, at)
    agent = children(sentence, by, "pobj") if by is not None else []
    if agent:
        return agent[0]
    if passive(sentence, at):
        return None
    return _doer(sentence, at)


def agent_of(sentence: Sentence, at: int) -> int | None:
    """The "by" of a passive; the parse may hang it on what the thing is said to be ("dismissed as a stunt by Bo")."""
    own = children(sentence, at, "agent")
    if own or not passive(sentence, at):
        return own[0] if own else None
    for link in children(sentence, at, "prep"):
        for thing in children(sentence, link, "pobj") if sentence.tokens[link].text.lower() == "as" else ():
            nested = [k for k in children(sentence, thing, "prep") if sentence.tokens[k].text.lower() == "by"]
            if nested:
                return nested[0]
    return None


def _doer(sentence: Sentence, at: int) -> int | None:
    tokens = sentence.tokens
    if tokens[at].tag == "VBN" and tokens[at].dep in ("acl", "advcl") and not children(sentence, at, "aux", "nsubj"):
        return None  # "talks said to begin soon", "Asked whether it was dead, she said"
    if (beside := _beside_and(sentence, at)) is not None:
        return beside
    plural = tokens[at].tag == "VBP"
    verb = at
    if tokens[at].tag == "VBG" and at and tokens[at - 1].text == "," and tokens[at].dep in ("advcl", "acl", "conj"):
        at = _outermost(sentence, at)
    for step in range(_DEEPEST):
        own = children(sentence, at, "nsubj", "nsubjpass")
        if own and step and plural and tokens[own[0]].tag in ("NN", "NNP") and not children(sentence, own[0], "conj"):
            own = []  # "Critics argue that Bo will write ... and say"
        if own and step and tokens[own[0]].text in ("I", "we", "We") and _closed(sentence, own[0], verb):
            own = []  # "She said, “I am glad,” and referred"
        if own:
            named = [index for index in own if tokens[index].text.lower() not in _RELATIVE]
            if len(own) > 1 and len(named) == 1:
                return named[0]  # "Chile, which Peru has said will join"
            if tokens[own[0]].text.lower() in _RELATIVE and tokens[at].dep == "relcl":
                return _author(sentence, _antecedent(sentence, own[0], tokens[at].head))
            before = [index for index in own if index < at and tokens[index].pos in _NOMINAL]
            if not any(tokens[index].pos == "PUNCT" for index in range(own[0], own[-1])):
                before = []
            return _author_of(sentence, before[-1] if len(before) > 1 else own[0], verb)
        dep, head = tokens[at].dep, tokens[at].head
        if head == at:
            return None
        told = tokens[tokens[head].head]
        if dep == "acl" and tokens[at].tag == "VBG" and told.text == "to" and tokens[told.head].pos == "VERB":
            head = told.head  # "Bo wrote to Li warning that"
        elif dep in ("acl", "relcl"):
            if tokens[at].tag not in ("VB", "VBN"):
                return _author(sentence, head) if tokens[head].pos in _NOMINAL else None
            owners = children(sentence, head, "poss")
            if owners:
                return owners[0]
        elif dep == "conj" and tokens[head].dep == "ccomp" and _takes_up(sentence, at, head):
            head = tokens[head].head  # "confirmed that it will ... and said"
        elif dep == "pcomp":
            owners = children(sentence, tokens[head].head, "poss")
            owners = owners or [
                index for index in children(sentence, head, "pobj") if index < at
            ]  # "despite Bo saying"
            if owners:
                return owners[0]
        at = head
    return None


def _beside_and(sentence: Sentence, at: int) -> int | None:
    """The name right before a participle that the parse joins to another ("with Bo accusing Li and Li insisting")."""
    tokens = sentence.tokens
    if tokens[at].tag != "VBG" or at < 2 or tokens[at - 1].dep != "conj" or tokens[at - 1].pos not in _NOMINAL:
        return None
    first = min(index for index in sentence.subtree(at - 1))
    return at - 1 if first and tokens[first - 1].text == "and" and tokens[first - 1].dep == "cc" else None


def _closed(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a quotation ends between two words."""
    return any(sentence.tokens[index].text in ("”", '"', "''") for index in range(start, end))


def _author(sentence: Sentence, head: int) -> int:
    """Whose document it is ("the ministry released a statement saying"); what is no document speaks for itself."""
    tokens = sentence.tokens
    if tokens[head].lemma not in lemmas("document"):
        return head
    owners = children(sentence, head, "poss")
    for by in children(sentence, head, "prep"):
        if tokens[by].text.lower() in ("by", "from"):
            owners.extend(children(sentence, by, "pobj"))
    if not owners and tokens[head].dep == "dobj" and tokens[tokens[head].head].lemma in lemmas("issuing"):
        owners = children(sentence, tokens[head].head, "nsubj")
    above = tokens[head].head
    if not owners and tokens[head].dep == "pobj" and tokens[above].text.lower() in ("with", "in", "through", "via"):
        owners = children(sentence, tokens[above].head, "nsubj")  # "hit back with a tweet saying"
    return owners[0] if owners else head


def _antecedent(sentence: Sentence, pronoun: int, head: int) -> int:
    """Whom "who" or "which" takes up: of several names the one right before it ("A, B and C, which")."""
    tokens = sentence.tokens
    if tokens[head].dep == "appos" and tokens[tokens[head].head].pos == "PROPN" and tokens[pronoun].text == "who":
        return tokens[head].head  # "Ann Bo, an ally of the envoy, who"
    before = pronoun - 2 if pronoun > 1 and tokens[pronoun - 1].text == "," else pronoun - 1
    at = before
    while at > head and tokens[at].dep == "conj" and tokens[at].pos in _NOMINAL:
        at = tokens[at].head
    return before if at == head and before > head and tokens[pronoun].text.lower() == "which" else head


def _author_of(sentence: Sentence, own: int, at: int) -> int:
    """The subject of a verb, or whose post it is ("Bo hit back with a tweet saying", "a letter by Bo said")."""
    tokens = sentence.tokens
    if tokens[own].lemma in lemmas("survey"):
        return _maker(sentence, own)
    if tokens[own].lemma not in lemmas("document"):
        return own
    author = _author(sentence, own)
    above = tokens[at].head
    for index in range(own, at) if author == own else ():
        if tokens[index].text.lower() == "who" and tokens[tokens[index].head].dep == "relcl":
            return _antecedent(
                sentence, index, tokens[tokens[index].head].head
            )  # "a post against Bo, who called ... and said"
    if author != own or tokens[at].dep != "pcomp" or tokens[above].head == above:
        return author
    subjects = children(sentence, tokens[above].head, "nsubj")
    return subjects[0] if subjects else own


def _maker(sentence: Sentence, own: int) -> int:
    """Who made a survey: "a report by the bank found", "the ministry's data show", "figures released by customs"."""
    tokens = sentence.tokens
    made = children(sentence, own, "poss", "compound")
    for by in children(sentence, own, "prep"):
        made.extend(children(sentence, by, "pobj") if tokens[by].text.lower() in ("by", "from") else [])
    for done in children(sentence, own, "acl"):
        made.extend(k for by in children(sentence, done, "agent") for k in children(sentence, by, "pobj"))
    named = [k for k in made if tokens[k].pos in ("PROPN", "NOUN") and tokens[k].entity not in _NO_MAKERS]
    named = [
        k
        for k in named
        if tokens[k].dep != "compound"
        or tokens[k].entity == "ORG"
        or tokens[k].lemma in lemmas("counting")
        or _is_body(sentence, k)
    ]  # "a Herald poll", "customs data"
    return named[0] if named else own


def _is_body(sentence: Sentence, at: int) -> bool:
    """Whether the tables know the name that ends here as a body's or an outlet's."""
    first = min([at, *children(sentence, at, "compound", "nmod", "amod")])
    name = " ".join(token.text for token in sentence.tokens[first : at + 1])
    return any(hit.end == len(name) and hit.known.what in ("body", "outlet") for hit in hits(name))


def _outermost(sentence: Sentence, at: int) -> int:
    """Where a participle after a comma ("..., saying that") hangs: on the main verb, if its subject comes before."""
    tokens = sentence.tokens
    root = at
    for _ in range(_DEEPEST):
        own = children(sentence, root, "nsubj") if tokens[root].dep == "conj" and root < at else []
        if tokens[root].head == root or (own and own[0] < at):
            break  # the last of several main clauses
        root = tokens[root].head
    subjects = children(sentence, root, "nsubj", "nsubjpass")
    return root if subjects and subjects[0] < at and root < at else at


def relative(sentence: Sentence, at: int) -> Span | None:
    """The relative pronoun that is the subject of the verb at ``at`` ("who", "which"), if one is."""
    tokens = sentence.tokens
    for _ in range(_DEEPEST):
        own = children(sentence, at, "nsubj", "nsubjpass")
        if own:
            token = tokens[own[0]]
            if token.text.lower() in _RELATIVE and tokens[at].dep == "relcl":
                return Span(start=token.start, end=token.end)
            return None
        if tokens[at].dep not in ("conj", "xcomp") or tokens[at].head == at:
            return None
        at = tokens[at].head  # "who wanted to say", "who came and asked"
    return None


def _takes_up(sentence: Sentence, at: int, head: int) -> bool:
    """Whether a verb of saying goes on with the main verb, though the parse joins it to the clause before."""
    tokens = sentence.tokens
    joined, inner, outer = tokens[at].tag, tokens[head].tag, tokens[tokens[head].head].tag
    if joined in ("VB", "VBP", "VBZ") and inner in ("VBG", "VBN") and outer in ("VBP", "VBZ"):
        return True  # "growers say Bo is late and warn that"
    if joined != "VBD":
        return False
    if inner == "VBN" and outer == "VBD":
        return True  # "said the ship had left and admitted that"
    if tokens[at].lemma in ("add", "say") or tokens[at - 1].text == ",":
        return True
    before = [k for k in children(sentence, head, "cc", "punct") if head < k < at]
    if any(tokens[k].text == "," for k in before) and not children(sentence, at, "nsubj"):
        return True  # "said it was no crisis, and urged"
    return any(sentence.tokens[k].tag == "MD" for k in children(sentence, head, "aux"))


def passive(sentence: Sentence, at: int) -> bool:
    """Whether the verb at ``at`` is passive."""
    return bool(children(sentence, at, "nsubjpass", "auxpass"))


def phrase(sentence: Sentence, head: int, cue: int | None = None, *, low: int = 0) -> Span:
    """The noun phrase of ``head`` from the word ``low`` on, without relative clauses and without what holds the cue."""
    tokens = sentence.tokens
    high = cue if cue is not None and head < cue else len(tokens)
    above = set()
    at = cue
    while at is not None and at not in above:
        above.add(at)
        at = tokens[at].head
    found, waiting = [], [head]
    while waiting:
        at = waiting.pop()
        found.append(at)
        waiting.extend(
            index
            for index in sentence.children[at]
            if low <= index < high and tokens[index].dep not in _NOT_NAMING and index not in above
        )
    while tokens[max(found)].dep == "cc":
        found.remove(max(found))
    return sentence.span_of(connected(sorted(found), head))


def connected(indices: list[int], head: int) -> list[int]:
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
