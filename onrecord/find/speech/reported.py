"""Reported speech: what hangs on a verb of saying, thinking or wanting, from the parse."""

from collections.abc import Iterator, Sequence

from onrecord.find.speech.around import around_of
from onrecord.find.speech.claim import Claim, Frame
from onrecord.find.speech.cues import Cues
from onrecord.find.speech.grammar import children, finite, passive, phrase, relative, subject, trimmed
from onrecord.find.speech.quotation import Quotation
from onrecord.knowledge.speaking import lemmas
from onrecord.model.page import Sentence
from onrecord.model.span import Span

_GAP = 3
_BESIDE = 20


def reported(
    body: str, sentence: Sentence, number: int, cues: Cues, quotations: Sequence[Quotation]
) -> Iterator[Claim]:
    """The claims of the verbs of one sentence. ``quotations`` are those that touch it."""
    for at, token in enumerate(sentence.tokens):
        if token.pos not in ("VERB", "AUX") or token.dep in ("aux", "auxpass") or not cues.knows(token.lemma, "verb"):
            continue
        yield from _of_verb(body, sentence, number, at, cues, quotations)


def _of_verb(
    body: str, sentence: Sentence, number: int, at: int, cues: Cues, quotations: Sequence[Quotation]
) -> Iterator[Claim]:
    lemma = sentence.tokens[at].lemma
    if at == 1 and lemma == "say" and sentence.tokens[0].text == "That":
        return  # "That said, ..."
    who = subject(sentence, at)
    if who is None and not passive(sentence, at):
        who = _beside(sentence, at)
    if (
        who is not None
        and sentence.tokens[who].text in ("I", "We", "we")
        and not _quoted(quotations, sentence.tokens[at].start)
    ):
        return

    def claim(frame: Frame, content: Sequence[Span | None], link: str = "") -> Claim | None:
        kept = tuple(span for span in content if span is not None)
        if not kept:
            return None
        source = phrase(sentence, who, at) if who is not None else None
        return Claim(
            frame=frame,
            lemma=lemma,
            pos="verb",
            link=link,
            content=kept,
            sentence=number,
            at=at,
            cue=Span(start=sentence.tokens[at].start, end=sentence.tokens[at].end),
            source=source,
            pronoun=relative(sentence, at),
            head=sentence.tokens[who].start if who is not None else None,
        )

    found: list[Claim | None] = []
    if cues.weight(lemma, "verb", "clause") >= cues.least:
        around = None
        if cues.weight(lemma, "verb", "clause") >= cues.follows:
            around = around_of(body, sentence, at, who, cues)
        found.append(claim("clause", around or [_clause(body, sentence, at, who, cues, quotations)]))
    if cues.weight(lemma, "verb", "infinitive") >= cues.least and not any(found):
        found.append(claim("infinitive", [_infinitive(body, sentence, at, quotations)]))
    if cues.weight(lemma, "verb", "object") >= cues.least and not any(found):
        found.append(claim("object", [_object(body, sentence, at, cues, quotations)]))
    if not any(found):
        for by in children(sentence, at, "prep"):
            link = sentence.tokens[by].text.lower()
            if by > at and cues.weight(lemma, "verb", "preposition", link) >= cues.least:
                found.append(claim("preposition", [_after(body, sentence, by, quotations)], link))
                if any(found):
                    break
    yield from (one for one in found if one is not None)


def _beside(sentence: Sentence, at: int) -> int | None:
    """The name or noun right before the verb, or right after it where verb and speaker are turned round."""
    tokens = sentence.tokens
    if tokens[at].tag not in ("VBD", "VBZ", "VBP"):
        return None
    left = at - 1
    while left >= 0 and tokens[left].pos in ("AUX", "ADV"):
        left -= 1
    if left >= 0 and tokens[left].pos in ("PROPN", "NOUN", "PRON"):
        return left
    if tokens[at].lemma not in lemmas("turned"):
        return None  # "..., threatened a further round": what follows is its object
    turned = [index for index in children(sentence, at, "dobj", "attr", "oprd", "npadvmod") if index > at]
    if turned and turned[0] - at <= 6 and tokens[turned[0]].pos in ("PROPN", "NOUN", "PRON"):
        before = tokens[at - 1].text if at else ""
        if before in ("”", '"', "’", "''", ",", "'"):
            return turned[0]
    return None


def _clause(
    body: str, sentence: Sentence, at: int, who: int | None, cues: Cues, quotations: Sequence[Quotation]
) -> Span | None:
    tokens = sentence.tokens
    if any(tokens[k].text.lower() == "what" and tokens[k].dep in ("dobj", "attr") for k in sentence.children[at]):
        return None  # "what she says there"
    after = [k for k in children(sentence, at, "ccomp") if k > at and not _is_infinitive(sentence, k)]
    if not after and cues.weight(tokens[at].lemma, "verb", "clause") >= cues.sure:
        return _rest(body, sentence, at, who, quotations)
    if not after:
        return None
    first, last = len(tokens), 0
    for head in after:
        below = [index for index in sentence.subtree(head) if index > at and index != who]
        below = _before_next_cue(sentence, head, below, cues)
        first, last = min(first, below[0]), max(last, below[-1])
    while (
        first < last
        and (tokens[first].text.lower() in ("that", "how") or tokens[first].pos == "PUNCT")
        and not (tokens[first].text in "“\"‘«''" or tokens[first].dep in ("nsubj", "det"))
    ):
        first += 1
    return _with_quotation(body, tokens[first].start, tokens[last].end, quotations)


def _before_next_cue(sentence: Sentence, head: int, below: list[int], cues: Cues) -> list[int]:
    """Without what follows "and" where the parse hangs the next verb of saying on this clause."""
    tokens = sentence.tokens
    for index in children(sentence, head, "conj", "advcl"):
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
    first = at + 1
    if who is not None and who > at:
        first = max(first, sentence.indices_in(phrase(sentence, who))[-1] + 1)
    while first < len(tokens) and tokens[first].text.lower() in lemmas("when"):
        first += 1
    on = first + 1 < len(tokens) and tokens[first].text.lower() == "on"
    if on and tokens[first + 1].text.lower() in lemmas("when"):
        first += 2
    that = next((k for k in range(first, min(first + 8, len(tokens))) if tokens[k].text.lower() == "that"), None)
    if that is not None and tokens[that].dep in ("mark", "dobj", "nsubj", "det", "pobj"):
        first = that + 1
    elif first < len(tokens) and tokens[first].text == ":":
        first += 1
    elif first < len(tokens) and tokens[first].pos in ("PUNCT", "ADP", "CCONJ", "SCONJ"):
        return None
    elif tokens[at].lemma not in lemmas("clausal") and children(sentence, at, "dobj"):
        things = children(sentence, at, "dobj")
        verbs = [k for k in range(things[-1], len(tokens)) if tokens[k].tag in ("VBD", "VBZ", "VBP", "MD")]
        apart = any(token.pos == "PUNCT" for token in tokens[things[-1] : verbs[0]]) if verbs else True
        if apart or not _begins_clause(sentence, verbs[0]):
            return None  # "which reports earnings on Friday, also fell"
    rest = range(first, len(tokens))
    if len(rest) < 3 or not finite(sentence, rest):
        return None
    return _with_quotation(body, tokens[first].start, sentence.end, quotations)


def _begins_clause(sentence: Sentence, verb: int) -> bool:
    """Whether a noun stands right before a verb, so that it has a subject of its own there."""
    at = verb - 1
    while at > 0 and sentence.tokens[at].pos in ("AUX", "ADV"):
        at -= 1
    return sentence.tokens[at].pos not in ("PUNCT", "CCONJ", "SCONJ", "PRON") and sentence.tokens[at].tag != "WDT"


def _is_infinitive(sentence: Sentence, at: int) -> bool:
    tokens = sentence.tokens
    return tokens[at].tag == "VB" and any(tokens[k].tag == "TO" for k in children(sentence, at, "aux"))


def _infinitive(body: str, sentence: Sentence, at: int, quotations: Sequence[Quotation]) -> Span | None:
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


def _object(body: str, sentence: Sentence, at: int, cues: Cues, quotations: Sequence[Quotation]) -> Span | None:
    """An object with what is said of it ("called the move excessive", "accused China of cheating")."""
    tokens = sentence.tokens
    heads = [
        k for k in children(sentence, at, "dobj", "oprd", "ccomp", "attr") if k > at and not _is_infinitive(sentence, k)
    ]
    links = [
        k
        for k in children(sentence, at, "prep")
        if k > at and tokens[k].text.lower() in ("of", "as", "for", "with", "to")
    ]
    if not heads or any(tokens[k].text.lower() == "what" for k in sentence.children[at] if k < at):
        return None
    named = [k for k in sentence.children[at] if k > at and tokens[k].dep in ("oprd", "ccomp", "xcomp", "attr")]
    if tokens[at].lemma in lemmas("naming") and not named and not links and len(heads) == 1:
        below = sentence.span_of(sentence.subtree(heads[0]))
        if not any(
            quotation.start <= below.end + _BESIDE and quotation.end > below.start for quotation in quotations
        ) and not children(sentence, heads[0], "acl"):
            return None  # "called his brother"
    indices = [index for k in [*heads, *links] for index in sentence.subtree(k) if index > at]
    found = _with_quotation(body, tokens[min(indices)].start, tokens[max(indices)].end, quotations)
    if found is None or cues.states(tokens[at].lemma) != "always":
        return found
    for quotation in quotations:
        gap = body[found.end : quotation.start] if found.end < quotation.start else ""
        if gap.strip() and len(gap.split()) <= _GAP and "," not in gap:
            return Span(start=found.start, end=quotation.end)  # "called the launches “regrettable”", "launches" a verb
    return found


def _after(body: str, sentence: Sentence, by: int, quotations: Sequence[Quotation]) -> Span | None:
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
    indices = [index for index in indices if index > by]
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


def _quoted(quotations: Sequence[Quotation], position: int) -> bool:
    return any(quotation.start <= position < quotation.end for quotation in quotations)
