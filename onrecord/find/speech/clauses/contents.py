"""What is said by a verb: the words of its clause, infinitive, object or preposition, from the parse."""

from collections.abc import Sequence

from onrecord.find.speech.cues import Cues
from onrecord.find.speech.grammar import agent_of, children, finite, passive, phrase, trimmed
from onrecord.find.speech.quotes.quotation import Quotation
from onrecord.knowledge.speaking import lemmas
from onrecord.model.page import Sentence
from onrecord.model.span import Span

_GAP = 3
_BESIDE = 20
_FEWEST = 3
_BACKSHIFTED = frozenset({"would", "could", "might"})
_OPENS = frozenset({"'", "‘", "`", '"', "“", "``"})
_ENDS = frozenset({".", ";", "?", "!", "”", "''", '"'})


def clause(
    body: str, sentence: Sentence, at: int, who: int | None, cues: Cues, quotations: Sequence[Quotation]
) -> Span | None:
    """The clause that hangs on a verb, or the rest of its sentence where the parse shows none."""
    tokens = sentence.tokens
    if any(tokens[k].text.lower() == "what" and tokens[k].dep in ("dobj", "attr") for k in sentence.children[at]):
        return None  # "what she says there"
    after = [k for k in children(sentence, at, "ccomp") if k > at and not _is_infinitive(sentence, k)]
    after = [*after, *_would_too(sentence, at)] if after else after
    if not after:
        return _rest(body, sentence, at, who, quotations)
    first, last = len(tokens), 0
    for head in after:
        below = [index for index in sentence.subtree(head) if index > at and index != who]
        below = _before_next_cue(sentence, head, _and_that(sentence, below), cues)
        first, last = min(first, below[0]), max(last, below[-1])
    while (
        first < last
        and (tokens[first].text.lower() in ("that", "how") or tokens[first].pos == "PUNCT")
        and not (tokens[first].text in "“\"‘«''" or (tokens[first].dep in ("nsubj", "det") and first > at + 1))
    ):
        first += 1
    if first == at + 1 and tokens[first].text.lower() == "on" and tokens[first + 1].text.lower() in lemmas("when"):
        first += 2  # "said on Friday it was", the day taken for a part of it
    return _with_quotation(body, tokens[first].start, tokens[last].end, quotations)


def _would_too(sentence: Sentence, at: int) -> list[int]:
    """A second clause in the same tense of what was said ("said it had begun, but it could take months")."""
    tokens = sentence.tokens
    if tokens[at].tag != "VBD":
        return []
    return [
        k
        for k in children(sentence, at, "conj")
        if tokens[k].tag == "VB"
        and children(sentence, k, "nsubj", "nsubjpass")
        and any(tokens[aux].text.lower() in _BACKSHIFTED for aux in children(sentence, k, "aux"))
        and any(tokens[cc].text.lower() == "but" for cc in children(sentence, at, "cc"))
    ]


def _and_that(sentence: Sentence, below: list[int]) -> list[int]:
    """With the second clause where the parse hangs it elsewhere ("said that tea was dear, and that rice was")."""
    tokens = sentence.tokens
    last = below[-1]
    for at in range(last + 1, min(last + 4, len(tokens) - 2)):
        if tokens[at].pos == "CCONJ" and tokens[at + 1].text.lower() == "that":
            end = next((k for k in range(at + 2, len(tokens)) if tokens[k].text in _ENDS), len(tokens))
            return [*below, *range(last + 1, end)]
    return below


def _before_next_cue(sentence: Sentence, head: int, below: list[int], cues: Cues) -> list[int]:
    """Without what follows "and" where the parse hangs the next verb of saying on this clause."""
    tokens = sentence.tokens
    beside_thing = [k for k in below if tokens[k].dep == "acl" and children(sentence, k, "ccomp")]  # ", tweeting that"
    for index in [*children(sentence, head, "conj", "advcl"), *beside_thing]:
        if cues.kind(tokens[index].lemma, "verb") != "say" or index < head:
            continue
        joined = tokens[index].dep == "conj" and tokens[index].tag == "VBD"
        added = tokens[index].tag == "VBG" and tokens[index - 1].text == ","
        beside = tokens[index].dep == "advcl" and any(
            tokens[k].text.lower() in ("while", "whereas", "although") for k in children(sentence, index, "mark")
        )
        if not joined and not added and not beside:
            continue
        own = children(sentence, index, "nsubj", "nsubjpass")
        first = min([index, *(k for k in [*own, *children(sentence, index, "mark")] if k > head)])
        cut = [k for k in below if k < first and not (own and own[0] > head and k in sentence.subtree(own[0]))]
        while cut and tokens[cut[-1]].pos in ("CCONJ", "PUNCT", "ADV", "AUX"):
            cut.pop()
        return cut or below
    return below


def _rest(body: str, sentence: Sentence, at: int, who: int | None, quotations: Sequence[Quotation]) -> Span | None:
    """What follows a verb of saying to the end of its sentence, where the parse shows no clause."""
    tokens = sentence.tokens
    if tokens[at].tag == "VBN" and not children(sentence, at, "aux"):
        return None
    if tokens[at].dep == "relcl" and who is not None and tokens[who].head == at:
        return None  # "the levies that he announced a week ago"
    if any(k > at and _is_infinitive(sentence, k) for k in children(sentence, at, "xcomp", "ccomp")):
        return None  # "warned Chile not to raise it but Norway said"
    first = at + 1
    if who is not None and who > at:
        first = max(first, sentence.indices_in(phrase(sentence, who))[-1] + 1)
    while first < len(tokens) and tokens[first].text.lower() in lemmas("when"):
        first += 1
    if first < len(tokens) and tokens[first].tag == "TO":
        return None  # "agreed to study the rules that growers know"
    on = first + 1 < len(tokens) and tokens[first].text.lower() == "on"
    if on and tokens[first + 1].text.lower() in lemmas("when"):
        first += 2
    first = _past_hearer(sentence, at, first)
    that = next((k for k in range(first, min(first + 8, len(tokens))) if tokens[k].text.lower() == "that"), None)
    if that is not None and _of_thing(sentence, at, that):
        return None  # "announced an accord that would end the duty"
    if that is not None and tokens[that].dep in ("mark", "dobj", "nsubj", "det", "pobj"):
        first = that + 1
    elif first < len(tokens) and tokens[first].text == ":":
        first += 1
    elif first < len(tokens) and tokens[first].pos in ("PUNCT", "ADP", "CCONJ", "SCONJ"):
        return None
    elif tokens[at].lemma not in lemmas("clausal") and children(sentence, at, "dobj"):
        things = children(sentence, at, "dobj")
        verbs = [k for k in range(things[-1], len(tokens)) if tokens[k].tag in ("VBD", "VBZ", "VBP", "MD")]
        between = tokens[things[-1] : verbs[0]] if verbs else ()
        apart = not verbs or any(token.pos == "PUNCT" or token.dep == "mark" for token in between)
        if apart or _is_joined(sentence, at, verbs[0]) or not _begins_clause(sentence, verbs[0]):
            return None  # "which reports earnings on Friday, also fell", "outlined it days after Norway fell"
    rest = range(first, len(tokens))
    if len(rest) < _FEWEST or not finite(sentence, rest):
        return None
    found = _with_quotation(body, tokens[first].start, sentence.end, quotations)
    return found if found is not None and len(sentence.indices_in(found)) >= _FEWEST else None


def _past_hearer(sentence: Sentence, at: int, first: int) -> int:
    """Where what is said begins behind who is told, with what stands beside their name ("told Bo, an envoy, it")."""
    tokens = sentence.tokens
    for to in children(sentence, at, "prep", "dative"):
        after = sentence.subtree(to)[-1] + 1
        if to == at + 1 and tokens[to].text == "to" and after + 1 < len(tokens) and tokens[after].text == ",":
            return after + 2 if tokens[after + 1].text in _OPENS else first  # "said to me, 'We want your tea'"
    heard = children(sentence, at, "dobj", "dative") if tokens[at].lemma in lemmas("hearing") else []
    if not heard or heard[0] - at > _GAP:
        return first
    last = max(index for index in sentence.subtree(heard[0]) if index < at + _BESIDE)
    if finite(sentence, range(heard[0], last + 1)):
        return first  # who is told and what is said in one
    closed = last + 1 < len(tokens) and tokens[last + 1].text == "," and last > heard[0]
    return max(first, last + (2 if closed else 1))


def _of_thing(sentence: Sentence, at: int, that: int) -> bool:
    """Whether "that" tells more of the thing that the verb has."""
    tokens = sentence.tokens
    more = tokens[tokens[that].head].dep in ("relcl", "acl") and tokens[at].lemma not in lemmas("clausal")
    noun = tokens[tokens[that].head].head
    owned = children(sentence, noun, "poss") and tokens[noun].lemma not in lemmas("document")  # "to Chile's claim that"
    owned = owned or (
        tokens[tokens[that].head].dep == "relcl" and tokens[that].dep != "mark"
    )  # "agreed to a pact that"
    return more and at < noun < that and (bool(owned) or any(at < k < that for k in children(sentence, at, "dobj")))


def _is_joined(sentence: Sentence, at: int, verb: int) -> bool:
    """Whether a verb belongs to what is joined ("Norway has passed it but Chile must ratify it") or to a thing."""
    tokens = sentence.tokens
    main = tokens[verb].head if tokens[verb].dep in ("aux", "auxpass") else verb
    if tokens[main].dep == "relcl":
        return True
    joined = children(sentence, at, "conj") if children(sentence, at, "cc") else []
    return any(verb in sentence.subtree(k) for k in joined)


def _begins_clause(sentence: Sentence, verb: int) -> bool:
    """Whether a noun stands right before a verb, so that it has a subject of its own there."""
    at = verb - 1
    while at > 0 and sentence.tokens[at].pos in ("AUX", "ADV"):
        at -= 1
    return sentence.tokens[at].pos not in ("PUNCT", "CCONJ", "SCONJ", "PRON") and sentence.tokens[at].tag != "WDT"


def _is_infinitive(sentence: Sentence, at: int) -> bool:
    tokens = sentence.tokens
    return tokens[at].tag == "VB" and any(tokens[k].tag == "TO" for k in children(sentence, at, "aux"))


def infinitive(body: str, sentence: Sentence, at: int, quotations: Sequence[Quotation]) -> Span | None:
    """What somebody wants, promises or plans to do, with whom they want to do it."""
    tokens = sentence.tokens
    below = [k for k in children(sentence, at, "xcomp", "ccomp", "advcl") if k > at and _is_infinitive(sentence, k)]
    if not below:
        return None
    indices = [index for index in sentence.subtree(below[0]) if index > at]
    for k in children(sentence, at, "dobj", "dative", "nsubj"):
        if at < k < below[0]:
            indices = [index for index in sentence.subtree(k) if index > at] + indices
    return _with_quotation(body, tokens[min(indices)].start, tokens[max(indices)].end, quotations)


def object_of(body: str, sentence: Sentence, at: int, cues: Cues, quotations: Sequence[Quotation]) -> Span | None:
    """An object with what is said of it ("called the move excessive", "accused China of cheating")."""
    tokens = sentence.tokens
    heads = [
        k for k in children(sentence, at, "dobj", "oprd", "ccomp", "attr") if k > at and not _is_infinitive(sentence, k)
    ]
    links = [
        k
        for k in children(sentence, at, "prep")
        if k > at
        and tokens[k].text.lower() in ("of", "as", "for", "with", "to", "against", "over", "from", "into", "about")
    ]
    if any(tokens[k].text.lower() == "what" for k in sentence.children[at] if k < at):
        heads = [k for k in heads if tokens[k].dep != "dobj" and tokens[at].lemma in lemmas("naming")]
        links = []  # "what he called a farce"
    if not heads:
        return None
    if tokens[at].lemma in lemmas("naming"):
        heads += [k for k in children(sentence, at, "npadvmod") if k == sentence.subtree(heads[0])[-1] + 2]
    named = [k for k in sentence.children[at] if k > at and tokens[k].dep in ("oprd", "ccomp", "xcomp", "attr")]
    alone = len(heads) == 1 and not named and not links and not passive(sentence, at)
    if tokens[at].lemma in lemmas("naming") and alone:
        below = sentence.span_of(sentence.subtree(heads[0]))
        if not any(
            quotation.start <= below.end + _BESIDE and quotation.end > below.start for quotation in quotations
        ) and not children(sentence, heads[0], "acl"):
            return None  # "called his brother"
    indices = sorted(index for k in [*heads, *links] for index in sentence.subtree(k) if index > at)
    if len(indices) > 1 and tokens[indices[0]].text.lower() == "that" and tokens[indices[0]].dep == "mark":
        indices.pop(0)
    found = _with_quotation(body, tokens[min(indices)].start, tokens[max(indices)].end, quotations)
    if found is None or cues.states(tokens[at].lemma) != "always":
        return found
    for quotation in quotations:
        gap = body[found.end : quotation.start] if found.end < quotation.start else ""
        if gap.strip() and len(gap.split()) <= _GAP and "," not in gap:
            return Span(start=found.start, end=quotation.end)  # "called the launches “regrettable”", "launches" a verb
    return found


def after(body: str, sentence: Sentence, by: int, quotations: Sequence[Quotation]) -> Span | None:
    """What follows a preposition, with the infinitive or clause that goes with it."""
    tokens = sentence.tokens
    indices = [index for index in sentence.subtree(by) if index > by]
    above = tokens[by].head
    for other in children(sentence, above, "prep"):
        if other > by and tokens[other].text.lower() == "as":
            indices.extend(sentence.subtree(other))
    for k in children(sentence, above, "xcomp", "advcl"):
        if k > by and _is_infinitive(sentence, k):
            indices.extend(sentence.subtree(k))
    agent = agent_of(sentence, above)
    indices = [index for index in indices if index > by and (agent is None or index < agent or by > agent)]
    if not indices:
        return None
    return _with_quotation(body, tokens[min(indices)].start, tokens[max(indices)].end, quotations)


def _with_quotation(body: str, start: int, end: int, quotations: Sequence[Quotation]) -> Span | None:
    """The span trimmed, and grown to the end of a quotation that begins inside it."""
    for quotation in quotations:
        if start <= quotation.start < end < quotation.end:
            end = quotation.end
        if quotation.start < start <= quotation.inner.start:
            start = quotation.start
        elif quotation.inner.start < start < quotation.end < end:
            end = quotation.inner.end
    return trimmed(body, start, end)
