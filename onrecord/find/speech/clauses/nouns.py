"""Nouns and adjectives that attribute: "the claim that", "a plan to", "confident that", "take issue with"."""

from collections.abc import Iterator, Sequence

from onrecord.find.speech.claim import Claim, Frame
from onrecord.find.speech.cues import Cues, Pos
from onrecord.find.speech.grammar import children, passive, phrase, relative, subject, trimmed
from onrecord.find.speech.quotes.quotation import Quotation
from onrecord.model.page import Sentence
from onrecord.model.span import Span

_OURS = frozenset({"i", "we", "my", "our"})
_CLAUSES = ("acl", "ccomp", "xcomp", "relcl", "advcl", "csubj")
_HEADS = frozenset({"dobj", "attr", "acomp", "oprd", "nsubj", "nsubjpass", "ccomp"})


def nouns(body: str, sentence: Sentence, number: int, cues: Cues, quotations: Sequence[Quotation]) -> Iterator[Claim]:
    """What each noun and adjective of one sentence may say, in each construction."""
    for at, token in enumerate(sentence.tokens):
        made = token.tag == "VBN" and token.dep == "ccomp"  # "made it known that"
        if token.pos not in ("NOUN", "ADJ") and token.dep not in ("acomp", "oprd") and not made:
            continue
        pos: Pos = "noun" if token.pos == "NOUN" else "adjective"
        word = _word(sentence, at, pos, cues)
        if word is None or _is_lacking(sentence, at):
            continue
        contents = list(_contents(body, sentence, at, word, pos, cues))
        if not contents:
            continue
        who, pronoun = _holder(sentence, at) if pos == "noun" else _feels(sentence, at)
        if who is not None and sentence.tokens[who].text.lower() in _OURS and not _quoted(quotations, token.start):
            continue  # "My view is that"
        source = phrase(sentence, who, at) if who is not None else None
        for content, frame, link in contents:
            kept = content
            for quotation in quotations:
                if kept.start <= quotation.start < kept.end < quotation.end:
                    kept = Span(start=kept.start, end=quotation.end)
            yield Claim(
                frame=frame,
                lemma=word,
                pos=pos,
                link=link,
                content=(kept,),
                sentence=number,
                at=at,
                cue=Span(start=token.start, end=token.end),
                source=source,
                pronoun=pronoun,
                head=sentence.tokens[who].start if who is not None else None,
            )


def _word(sentence: Sentence, at: int, pos: Pos, cues: Cues) -> str | None:
    """The row of a noun: with the verb or preposition it hangs on ("take issue", "in favor"), else alone."""
    tokens = sentence.tokens
    token = tokens[at]
    above = tokens[token.head]
    beside = token.dep in _HEADS and (token.dep != "nsubj" or above.lemma == "be")
    beside = beside or (token.dep == "pobj" and at - token.head in (1, 2))
    if beside and cues.knows(f"{above.lemma} {token.lemma}", pos):
        return f"{above.lemma} {token.lemma}"
    return token.lemma if cues.knows(token.lemma, pos) else None


def _contents(
    body: str, sentence: Sentence, at: int, word: str, pos: Pos, cues: Cues
) -> Iterator[tuple[Span, Frame, str]]:
    tokens = sentence.tokens
    hanging = [at]
    if tokens[at].dep in _HEADS and " " in word:
        hanging.append(tokens[at].head)  # "make it clear that", "take issue with"
    for below in (k for on in hanging for k in children(sentence, on, *_CLAUSES)):
        if below <= at:
            continue
        indices = [index for index in sentence.subtree(below) if index > at]
        first = tokens[indices[0]]
        if first.tag == "TO":
            if cues.may(word, pos, "infinitive") and (span := trimmed(body, first.start, tokens[indices[-1]].end)):
                yield span, "infinitive", ""
            continue
        that = first.text.lower() == "that" and first.dep == "mark" and len(indices) > 1
        if (that or tokens[below].dep == "ccomp") and cues.may(word, pos, "clause"):
            start = tokens[indices[1]].start if that else first.start
            if span := trimmed(body, start, tokens[indices[-1]].end):
                yield span, "clause", ""
    for by in (k for on in hanging for k in children(sentence, on, "prep")):
        link = tokens[by].text.lower()
        if by < at or not cues.may(word, pos, "preposition", link):
            continue
        indices = [index for index in sentence.subtree(by) if index > by]
        if indices and (span := trimmed(body, tokens[indices[0]].start, tokens[indices[-1]].end)):
            yield span, "preposition", link


def _quoted(quotations: Sequence[Quotation], position: int) -> bool:
    return any(quotation.start <= position < quotation.end for quotation in quotations)


def _is_lacking(sentence: Sentence, at: int) -> bool:
    """Whether there is none of it ("claimed without giving evidence that", "without proof that")."""
    tokens = sentence.tokens
    above = tokens[at].head
    above = tokens[above].head if tokens[above].dep == "pcomp" else above
    return tokens[above].text.lower() == "without" and tokens[at].dep in ("dobj", "pobj")


def _feels(sentence: Sentence, at: int) -> tuple[int | None, Span | None]:
    """Who is, or makes something, what the adjective says ("Norway is wary of", "Norway made it clear")."""
    head = sentence.tokens[at].head
    if sentence.tokens[head].dep in ("ccomp", "xcomp") and sentence.tokens[head].pos in ("ADJ", "PRON", "NOUN"):
        head = sentence.tokens[head].head
    if sentence.tokens[at].dep == "amod" or head == at:
        return None, None
    return subject(sentence, head), relative(sentence, head)


def _holder(sentence: Sentence, at: int) -> tuple[int | None, Span | None]:
    """Whose claim it is: "China's claim", "a claim by China", "China made the claim", "who made the claim"."""
    tokens = sentence.tokens
    owners = children(sentence, at, "poss")
    if owners:
        return owners[0], None
    for by in children(sentence, at, "prep", "agent"):
        if tokens[by].text.lower() in ("by", "from"):
            below = children(sentence, by, "pobj")
            if below:
                return below[0], None
    if tokens[at].dep in ("dobj", "pobj", "attr"):
        head = tokens[at].head
        if tokens[head].dep == "prep":
            head = tokens[head].head
        if tokens[head].pos in ("VERB", "AUX") and not passive(sentence, head):
            who = subject(sentence, head)
            if who is not None and tokens[who].text.lower() not in ("it", "there", "this", "that"):
                return who, relative(sentence, head)
    return None, None
