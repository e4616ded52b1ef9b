"""The claim of a quotation by a verb of saying beside it."""

from onrecord.find.speech.claim import Claim
from onrecord.find.speech.cues import Cues
from onrecord.find.speech.grammar import children, phrase
from onrecord.find.speech.quotes.quotation import Quotation
from onrecord.knowledge.offices import words_for
from onrecord.model.page import Sentence
from onrecord.model.span import Span

_LINKS = frozenset({"of", "from", "with", "for", "at"})
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
        source=_of_name(sentence, who, phrase(sentence, who, at)) if who > at else phrase(sentence, who, at),
        head=sentence.tokens[who].start,
        passes=passes,
    )


def _of_name(sentence: Sentence, who: int, source: Span) -> Span:
    """The source behind its verb without what the verb tells ("said Bo of the levy", "said Bo in a letter to Li").

    A name keeps the body that it belongs to ("said Bo of the growers' union").
    """
    if sentence.tokens[who].pos != "PROPN":
        return source
    for by in children(sentence, who, "prep"):
        if by > who and not _belongs(sentence, by):
            return Span(start=source.start, end=min(source.end, sentence.tokens[by - 1].end))
    return source


def _belongs(sentence: Sentence, by: int) -> bool:
    below = [sentence.tokens[at] for at in children(sentence, by, "pobj")]
    linked = sentence.tokens[by].text.lower() in _LINKS
    return linked and any(token.pos == "PROPN" or token.lemma in words_for("body") for token in below)


def _quoting(sentence: Sentence, at: int) -> int | None:
    """The verb of quoting above one of saying ("NHK quoted Ishiba as saying, ...")."""
    tokens = sentence.tokens
    by = tokens[at].head
    if tokens[at].dep != "pcomp" or tokens[by].text.lower() != "as":
        return None
    return tokens[by].head if tokens[tokens[by].head].lemma in ("quote", "cite") else None
