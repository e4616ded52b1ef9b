"""``X reported, citing Y, that ...``: a source that stands between a verb of saying and what is said."""

from collections.abc import Iterator, Sequence

from onrecord.find.speech.claim import Claim
from onrecord.find.speech.cues import Cues
from onrecord.find.speech.grammar import children, finite, phrase, subject, trimmed
from onrecord.model.page import Sentence
from onrecord.model.span import Span

CITING = frozenset({"cite", "quote"})
_FAR = 12
"""At most so many words stand between the verb of saying and ", citing"."""
_LONGEST = 40
"""At most so many words name who is cited."""


def aside(sentence: Sentence, at: int) -> range | None:
    """The words from the one at ``at`` ("citing") to the comma that ends who is cited, if a clause follows it."""
    tokens = sentence.tokens
    if tokens[at].tag != "VBG" or tokens[at].lemma not in CITING or not at or tokens[at - 1].text != ",":
        return None
    commas = [k for k in range(at + 2, min(at + _LONGEST, len(tokens) - 2)) if tokens[k].text == ","]
    that = next((k for k in commas if tokens[k + 1].text.lower() == "that"), None)
    if that is not None:
        return range(at, that)
    end = next((k for k in commas if _begins_clause(sentence, k + 1)), None)
    return range(at, end) if end is not None else None


def _begins_clause(sentence: Sentence, first: int) -> bool:
    """Whether a clause with a subject and a tense begins at a word, and no further words on who is cited."""
    tokens = sentence.tokens
    if tokens[first].text.lower() in ("who", "which", "whom", "whose", "and", "but", "as", "with"):
        return False
    for index in range(first, len(tokens)):
        if tokens[index].dep in ("nsubj", "nsubjpass", "expl"):
            return finite(sentence, range(index, len(tokens)))
        if tokens[index].text == "," or tokens[index].pos == "VERB":
            return False
    return False


def between(body: str, sentence: Sentence, number: int, cues: Cues) -> Iterator[Claim]:
    """The claim of each verb of saying, and of "according to", that ``, citing Y,`` parts from what is said."""
    tokens = sentence.tokens
    for at in range(1, len(tokens)):
        cited = aside(sentence, at)
        if cited is None:
            continue
        first = cited.stop + 2 if tokens[cited.stop + 1].text.lower() == "that" else cited.stop + 1
        content = trimmed(body, tokens[first].start, sentence.end)
        above = _above(sentence, at, cues)
        if above is None or content is None or not finite(sentence, range(first, len(tokens))):
            continue
        according = tokens[above].text.lower() == "according"
        heads = children(sentence, above + 1, "pobj") if according else [subject(sentence, above)]
        who = next((head for head in heads if head is not None), None)
        if who is None or who >= at:
            continue
        last = above + 1 if according else above
        yield Claim(
            frame="according" if according else "clause",
            lemma="according" if according else tokens[above].lemma,
            pos="" if according else "verb",
            content=(content,),
            sentence=number,
            at=above,
            cue=Span(start=tokens[above].start, end=tokens[last].end),
            source=phrase(sentence, who, low=last + 1) if according else phrase(sentence, who, above),
            head=tokens[who].start,
        )


def _above(sentence: Sentence, at: int, cues: Cues) -> int | None:
    """The verb of saying, or "according", that stands shortly before ", citing" with nothing said in between."""
    tokens = sentence.tokens
    for index in range(at - 2, max(-1, at - _FAR), -1):
        token = tokens[index]
        if token.text == ",":
            return None
        if token.text.lower() == "according" and tokens[index + 1].text.lower() == "to":
            return index if index <= 1 else None
        if token.tag in ("VBD", "VBZ", "VBP", "VBN") and cues.weight(token.lemma, "verb", "clause") >= cues.sure:
            return index
        if token.pos in ("VERB", "AUX"):
            return None
    return None


def without_asides(sentence: Sentence, claims: Sequence[Claim], said: Sequence[Claim]) -> list[Claim]:
    """The claims read otherwise, without those of a verb that ``said`` has read, and those that begin in the aside."""
    cues = {claim.cue for claim in said}
    asides = [
        Span(start=sentence.tokens[cited.start].start, end=sentence.tokens[cited.stop].end)
        for at in range(1, len(sentence.tokens))
        if (cited := aside(sentence, at)) is not None
    ]
    return [
        claim
        for claim in claims
        if claim.cue not in cues and not any(one.start <= claim.content[0].start < one.end for one in asides)
    ]
