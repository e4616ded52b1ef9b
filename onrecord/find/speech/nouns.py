"""Nouns and adjectives that attribute: "the claim that", "a plan to", "confident that"."""

from collections.abc import Iterator, Sequence

from onrecord.find.speech.claim import Claim, Frame
from onrecord.find.speech.cues import Cues, Pos
from onrecord.find.speech.grammar import children, phrase, subject, trimmed
from onrecord.find.speech.quotation import Quotation
from onrecord.knowledge.speaking import lemmas
from onrecord.model.page import Sentence
from onrecord.model.span import Span


def nouns(body: str, sentence: Sentence, number: int, cues: Cues, quotations: Sequence[Quotation]) -> Iterator[Claim]:
    """The claims of the nouns and adjectives of one sentence."""
    for at, token in enumerate(sentence.tokens):
        pos: Pos = "noun" if token.pos == "NOUN" else "adjective"
        if (token.pos != "NOUN" and token.dep != "acomp") or not cues.knows(token.lemma, pos):
            continue
        content, frame, link = _content(body, sentence, at, pos, cues)
        if content is None:
            continue
        for quotation in quotations:
            if content.start <= quotation.start < content.end < quotation.end:
                content = Span(start=content.start, end=quotation.end)
        who = _holder(sentence, at) if pos == "noun" else subject(sentence, token.head)
        yield Claim(
            frame=frame,
            lemma=token.lemma,
            pos=pos,
            link=link,
            content=(content,),
            sentence=number,
            at=at,
            cue=Span(start=token.start, end=token.end),
            source=phrase(sentence, who, at) if who is not None else None,
            head=sentence.tokens[who].start if who is not None else None,
        )


def _content(body: str, sentence: Sentence, at: int, pos: Pos, cues: Cues) -> tuple[Span | None, Frame, str]:
    tokens = sentence.tokens
    lemma = tokens[at].lemma
    for below in children(sentence, at, "acl", "ccomp", "xcomp", "relcl"):
        if below < at:
            continue
        indices = [index for index in sentence.subtree(below) if index > at]
        first = tokens[indices[0]]
        if first.tag == "TO":
            if cues.weight(lemma, pos, "infinitive") >= cues.least:
                return trimmed(body, first.start, tokens[indices[-1]].end), "infinitive", ""
            continue
        that = first.text.lower() == "that" and first.dep == "mark" and len(indices) > 1
        if (that or tokens[below].dep == "ccomp") and cues.weight(lemma, pos, "clause") >= cues.least:
            start = tokens[indices[1]].start if that else first.start
            return trimmed(body, start, tokens[indices[-1]].end), "clause", ""
    for by in children(sentence, at, "prep"):
        link = tokens[by].text.lower()
        indices = [index for index in sentence.subtree(by) if index > by]
        if by > at and indices and cues.weight(lemma, pos, "preposition", link) >= cues.least:
            return trimmed(body, tokens[indices[0]].start, tokens[indices[-1]].end), "preposition", link
    return None, "clause", ""


def _holder(sentence: Sentence, at: int) -> int | None:
    """Whose claim it is: "China's claim", "a claim by China", "China made the claim"."""
    tokens = sentence.tokens
    owners = children(sentence, at, "poss")
    if owners:
        return owners[0]
    for by in children(sentence, at, "prep", "agent"):
        if tokens[by].text.lower() in ("by", "from"):
            below = children(sentence, by, "pobj")
            if below:
                return below[0]
    if tokens[at].dep in ("dobj", "pobj"):
        head = tokens[at].head
        if tokens[head].dep == "prep":
            head = tokens[head].head
        if tokens[head].pos == "VERB" and tokens[head].lemma in lemmas("lending"):
            return subject(sentence, head)
    return None
