"""The claim of a quotation by a verb of saying beside it."""

from onrecord.find.speech.claim import Claim
from onrecord.find.speech.cues import Cues
from onrecord.find.speech.grammar import children, phrase
from onrecord.find.speech.quotes.quotation import Quotation
from onrecord.model.page import Sentence
from onrecord.model.span import Span

FAR = 40
"""How many words a cue may stand from its quotation."""


def speaks(cues: Cues, lemma: str) -> bool:
    """Whether the verb may introduce a quotation."""
    return cues.kind(lemma, "verb") in ("say", "think", "ask", "show") or lemma in ("read", "go", "continue", "begin")


def cued(sentence: Sentence, number: int, at: int, who: int, quotation: Quotation) -> Claim:
    """The claim that the verb at ``at`` makes, said by ``who``."""
    token = sentence.tokens[at]
    above = _quoting(sentence, at)
    passes: tuple[int, ...] = ()
    if token.lemma in ("quote", "cite") or above is not None:
        quoted = children(sentence, at if above is None else above, "dobj", "nsubjpass")
        if quoted and quoted[0] != who:  # "NHK quoted Ishiba as saying", "was quoted by NHK"
            passes = (sentence.tokens[who].start,)
            who = quoted[0]
    return Claim(
        frame="quote",
        lemma=token.lemma,
        pos="verb",
        content=(Span(start=quotation.start, end=quotation.end),),
        sentence=number,
        at=at,
        cue=Span(start=token.start, end=token.end),
        source=phrase(sentence, who, at),
        head=sentence.tokens[who].start,
        passes=passes,
    )


def _quoting(sentence: Sentence, at: int) -> int | None:
    """The verb of quoting above one of saying ("NHK quoted Ishiba as saying, ...")."""
    tokens = sentence.tokens
    by = tokens[at].head
    if tokens[at].dep != "pcomp" or tokens[by].text.lower() != "as":
        return None
    return tokens[by].head if tokens[tokens[by].head].lemma in ("quote", "cite") else None
