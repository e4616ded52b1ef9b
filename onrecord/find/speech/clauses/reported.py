"""Reported speech: what hangs on a verb of saying, thinking or wanting, from the parse."""

from collections.abc import Iterator, Sequence

from onrecord.find.speech.claim import WHOLE, Claim, Frame
from onrecord.find.speech.clauses.around import around_of
from onrecord.find.speech.clauses.contents import after, clause, infinitive, object_of
from onrecord.find.speech.cues import Cues
from onrecord.find.speech.grammar import children, finite, passive, phrase, relative, subject
from onrecord.find.speech.quotes.quotation import Quotation
from onrecord.knowledge.speaking import lemmas
from onrecord.model.page import Sentence
from onrecord.model.span import Span

_CLOSES = {",": ",", ")": "(", "-RRB-": "-LRB-", "–": "–", "—": "—"}
_DEEPEST = 6


def reported(
    body: str, sentence: Sentence, number: int, cues: Cues, quotations: Sequence[Quotation]
) -> Iterator[Claim]:
    """What each verb of one sentence may say, in each construction. ``quotations`` are those that touch it."""
    for at, token in enumerate(sentence.tokens):
        if token.pos not in ("VERB", "AUX") or token.dep in ("aux", "auxpass"):
            continue
        word = _word(sentence, at, cues)
        if word is not None:
            yield from _of_verb(body, sentence, number, at, word, cues, quotations)


def _word(sentence: Sentence, at: int, cues: Cues) -> str | None:
    """The row of a verb: with its particle ("point out") if the table has that, else alone."""
    lemma = sentence.tokens[at].lemma
    for particle in children(sentence, at, "prt") if cues.has_phrases(lemma) else ():
        if cues.knows(f"{lemma} {sentence.tokens[particle].text.lower()}", "verb"):
            return f"{lemma} {sentence.tokens[particle].text.lower()}"
    return lemma if cues.knows(lemma, "verb") else None


def _of_verb(
    body: str, sentence: Sentence, number: int, at: int, word: str, cues: Cues, quotations: Sequence[Quotation]
) -> Iterator[Claim]:
    if at == 1 and word == "say" and sentence.tokens[0].text == "That":
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
    frames = cues.frames(word, "verb")
    source: Span | None = None

    def claims(frame: Frame, content: Sequence[Span | None], link: str = "") -> Iterator[Claim]:
        nonlocal source
        kept = tuple(span for span in content if span is not None)
        if kept and source is None and who is not None:
            source = phrase(sentence, who, at)
        if kept:
            yield Claim(
                frame=frame,
                lemma=word,
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

    parsed = any(k > at and finite(sentence, [k, *sentence.children[k]]) for k in children(sentence, at, "ccomp"))
    things = children(sentence, at, "dobj", "oprd")
    said: list[Claim] = []
    if "follows" in frames:
        said = list(claims("clause", around_of(body, sentence, at, who, cues) or ()))
    if not said and "clause" in frames:
        said = list(claims("clause", [clause(body, sentence, at, who, cues, quotations)]))
    yield from said
    if "infinitive" in frames:
        yield from claims("infinitive", [infinitive(body, sentence, at, quotations)])
    told = parsed and bool(things) and bool(said) and word in lemmas("clausal")  # "told growers the tea was dear"
    tells = cues.kind(word, "verb") == "say" and cues.states(word) != "always"
    if said and not parsed and tells and cues.weight(word, "verb", "clause") >= cues.plain:
        told = True  # "reported objections to tea could end talks": no object, a clause that the parser does not see
    if "object" in frames and not told:
        whole = WHOLE if parsed and said and not things else ""
        what = said[0].content if whole else [object_of(body, sentence, at, cues, quotations)]
        thing = list(claims("object", what, whole))
        yield from thing
        if thing and cues.states(word) == "always":
            return  # "blamed Norway for": not the reason alone
    if "preposition" not in frames:
        return
    if any(sentence.tokens[k].text.lower() == "what" for k in sentence.children[at] if k < at):
        return  # "what they say about tea"
    for by in children(sentence, at, "prep"):
        link = sentence.tokens[by].text.lower()
        if by > at and cues.may(word, "verb", "preposition", link):
            yield from claims("preposition", [after(body, sentence, by, quotations)], link)


def _beside(sentence: Sentence, at: int) -> int | None:
    """The name or noun right before the verb, or right after it where verb and speaker are turned round."""
    tokens = sentence.tokens
    if tokens[at].tag not in ("VBD", "VBZ", "VBP"):
        return None
    left = at - 1
    while left >= 0 and tokens[left].pos in ("AUX", "ADV"):
        left -= 1
    left = _past_aside(sentence, left)
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


def _past_aside(sentence: Sentence, at: int) -> int:
    """The noun before what stands between two commas or in brackets ("Bo, head of the union, said"), else ``at``."""
    tokens = sentence.tokens
    if at < 2 or tokens[at].text not in _CLOSES:
        return at
    opens = next((k for k in range(at - 1, 0, -1) if tokens[k].text == _CLOSES[tokens[at].text]), 0)
    noun = opens - 1
    if noun < 0 or tokens[noun].pos not in ("PROPN", "NOUN", "PRON"):
        return at
    for _ in range(_DEEPEST):
        above = tokens[noun].head
        if tokens[noun].dep not in ("pobj", "compound", "prep", "nmod") or above == noun:
            break
        noun = above
    return noun if noun < opens and tokens[noun].pos in ("PROPN", "NOUN", "PRON") else opens - 1


def _quoted(quotations: Sequence[Quotation], position: int) -> bool:
    return any(quotation.start <= position < quotation.end for quotation in quotations)
