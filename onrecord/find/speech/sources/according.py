"""``According to X``, ``in X's words``, ``citing X``: sources that no verb of saying governs."""

from collections.abc import Iterator, Sequence

import msgspec

from onrecord.find.speech.claim import Claim
from onrecord.find.speech.grammar import children, finite, phrase, trimmed
from onrecord.find.speech.sources.opened import opens_clause, past_relative
from onrecord.model.mention import Token
from onrecord.model.page import Sentence
from onrecord.model.span import Span

_NEAR = 60
"""At most so many characters stand between "reported" and ", citing"."""
_PAPERS = frozenset({"report", "media", "medium", "newspaper", "paper", "agency", "press"})
_BREAKS = frozenset({",", ";", "—", "–", "--", "."})


def according(body: str, sentence: Sentence, number: int, claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims that ``according to`` makes in one sentence; ``claims`` are those of its verbs.

    Where somebody says the whole ("According to her diary it came in May, he writes"), only what they say is meant.
    """
    tokens = sentence.tokens
    for at, token in enumerate(tokens):
        if token.text.lower() != "according" or at + 2 > len(tokens) - 1 or tokens[at + 1].text.lower() != "to":
            continue
        below = children(sentence, at + 1, "pobj")
        head = below[0] if below else at + 2
        source = phrase(sentence, head, low=at + 2)
        end = max(sentence.indices_in(source))
        while end + 1 < len(tokens) and tokens[end + 1].text not in _BREAKS:
            end += 1
        if finite(sentence, range(at, end + 1)) and (at <= 1 or opens_clause(sentence, at)):
            end = max(sentence.indices_in(source))  # no comma after the source
        end = past_relative(sentence, end)
        content: list[Span | None] = []
        joined = at > 1 and tokens[at - 1].pos == "CCONJ"  # "..., but according to X, ...": only what follows
        joined = joined or opens_clause(sentence, at)
        if at > 1 and not joined:
            content.append(trimmed(body, sentence.start, tokens[at - 1].end))
        rest = range(end + (2 if end + 1 < len(tokens) and tokens[end + 1].text in _BREAKS else 1), len(tokens))
        if len(rest) > 2 and (at <= 1 or joined or not finite(sentence, range(at))):
            around = [part.end for claim in claims for part in claim.content if part.start <= token.start < part.end]
            stop = min([end for end in around if end > tokens[rest[0]].start], default=sentence.end)
            content.append(trimmed(body, tokens[rest[0]].start, stop))
        kept = tuple(span for span in content if span is not None)
        if kept:
            yield Claim(
                frame="according",
                lemma="according",
                content=kept,
                sentence=number,
                at=at,
                cue=Span(start=token.start, end=tokens[at + 1].end),
                source=source,
                head=tokens[head].start,
            )


def without_according(body: str, sentence: Sentence, claims: Sequence[Claim]) -> list[Claim]:
    """The claims of one sentence, with ``, according to Y`` cut off the end of what is said before it."""
    tokens = sentence.tokens
    found = list(claims)
    for at, token in enumerate(tokens[:-2]):
        if token.text.lower() != "according" or not at or not _is_after_comma(tokens, at):
            continue
        end = at
        while end + 1 < len(tokens) and tokens[end + 1].text not in _BREAKS:
            end += 1
        for number, claim in enumerate(found):
            parts = [
                (trimmed(body, part.start, token.start) or part)
                if claim.cue is not None and claim.cue.end <= part.start < token.start < part.end <= tokens[end].end
                else part
                for part in claim.content
            ]
            found[number] = msgspec.structs.replace(claim, content=tuple(parts))
    return found


def _is_after_comma(tokens: Sequence[Token], at: int) -> bool:
    """Whether a comma stands before a word, or before the mark that closes a quotation there."""
    closed = tokens[at - 1].text in ("”", '"', "''", "’’") and at > 1 and tokens[at - 2].text == ","
    return closed or tokens[at - 1].text == ","


def without_citing(body: str, sentence: Sentence, claims: Sequence[Claim]) -> list[Claim]:
    """The claims of one sentence, with ``, citing Y`` cut off the end of what is said."""
    tokens = sentence.tokens
    cuts = [
        (tokens[at - 1].start, tokens[sentence.subtree(at)[-1]].end)
        for at, token in enumerate(tokens)
        if at and token.tag == "VBG" and token.lemma in ("cite", "quote") and tokens[at - 1].text == ","
    ]
    found = list(claims)
    for start, end in cuts:
        for number, claim in enumerate(found):
            parts = [
                (trimmed(body, part.start, start) or part)
                if claim.cue is not None and claim.cue.end < start and part.start < start < part.end <= end + 2
                else part
                for part in claim.content
            ]
            found[number] = msgspec.structs.replace(claim, content=tuple(parts))
    return found


def citing(sentence: Sentence, number: int, claims: Sequence[Claim]) -> Iterator[Claim]:
    """``X reported, citing Y``: Y says what X passes on. ``claims`` are those of the sentence."""
    tokens = sentence.tokens
    for at, token in enumerate(tokens):
        if token.lemma not in ("cite", "quote") or token.tag not in ("VBG", "VBD", "VBZ"):
            continue
        heads = children(sentence, at, "dobj")
        if not heads and _follows(
            sentence, at
        ):  # "citing people close to the matter", of which the parse makes a clause
            heads = [who for clause in children(sentence, at, "ccomp") for who in children(sentence, clause, "nsubj")]
        if not heads or (children(sentence, at, "ccomp", "prep") and token.tag != "VBG"):
            continue
        governing = _governing(sentence, at, claims)
        if governing is None or governing.head is None:
            continue
        yield Claim(
            frame="citing",
            lemma=token.lemma,
            content=governing.content,
            sentence=number,
            at=at,
            cue=Span(start=token.start, end=token.end),
            source=phrase(sentence, heads[0], low=at),
            head=tokens[heads[0]].start,
            passes=_beside(sentence, governing.head),
        )


def _follows(sentence: Sentence, at: int) -> bool:
    """Whether a participle stands right behind a comma: ", citing"."""
    return sentence.tokens[at].tag == "VBG" and at > 0 and sentence.tokens[at - 1].text == ","


def _beside(sentence: Sentence, place: int) -> tuple[int, ...]:
    """The places of a name and of those joined with it ("YTN and Yonhap")."""
    index = sentence.index_at(place)
    if index is None:
        return (place,)
    places, waiting = [], [index]
    while waiting:
        at = waiting.pop(0)
        places.append(sentence.tokens[at].start)
        waiting.extend(children(sentence, at, "conj"))
    return tuple(places)


def _governing(sentence: Sentence, at: int, claims: Sequence[Claim]) -> Claim | None:
    """The claim whose speaker cites: that of the verb above, or of the noun that the relative clause is about."""
    above = sentence.tokens[at].head
    for claim in claims:
        if claim.frame in ("clause", "quote", "according") and claim.at == above and claim.at != at:
            return claim
    beside = _follows(sentence, at)
    for claim in claims:
        ended = claim.content[-1].end == sentence.tokens[at - 1].start if beside else False
        if claim.frame == "clause" and ended and claim.cue is not None and claim.cue.end < claim.content[0].start:
            return claim  # "the Herald reported that ..., citing Y"
    for claim in claims:
        if claim.frame in ("clause", "quote", "according") and claim.source is not None and claim.at != at:
            if claim.head is not None and claim.head == sentence.tokens[above].start:
                return claim
            place = sentence.tokens[above].start
            if sentence.tokens[at].dep == "relcl" and claim.source.start <= place < claim.source.end:
                return msgspec.structs.replace(claim, head=place)  # "a report in X, which cited Y"
            gap = sentence.tokens[at].start - claim.cue.end if claim.cue is not None else -1
            if beside and claim.source.end <= sentence.tokens[at].start and 0 <= gap < _NEAR:
                return claim
    return None


def saying(sentence: Sentence, claim: Claim) -> tuple[Claim, ...]:
    """``NHK quoted Ishiba as saying``: the one quoted speaks and the other passes it on. Other claims stay alone."""
    tokens = sentence.tokens
    if claim.at < 0 or tokens[claim.at].dep != "pcomp":
        return (claim,)
    prep = tokens[claim.at].head
    above = tokens[prep].head
    if tokens[above].lemma not in ("quote", "cite", "report") or tokens[prep].text.lower() != "as":
        return (claim,)
    quoted = children(sentence, above, "dobj", "nsubjpass")
    passing = children(sentence, above, "nsubj")
    for by in children(sentence, above, "agent", "prep"):
        below = children(sentence, by, "pobj")
        if tokens[by].text.lower() == "by" or (below and tokens[below[0]].lemma in _PAPERS):
            passing.extend(below)
    if not quoted:
        return (claim,)
    spoken = msgspec.structs.replace(
        claim,
        source=phrase(sentence, quoted[0], prep),
        head=tokens[quoted[0]].start,
        passes=_beside(sentence, tokens[passing[0]].start) if passing else (),
    )
    if not passing:
        return (spoken,)
    passed = msgspec.structs.replace(
        claim,
        lemma=tokens[above].lemma,
        at=above,
        cue=Span(start=tokens[above].start, end=tokens[above].end),
        source=phrase(sentence, passing[0]),
        head=tokens[passing[0]].start,
    )
    return passed, spoken


def cited(body: str, sentence: Sentence, number: int) -> Iterator[Claim]:
    """``..., Xinhua cited him as saying``: what stands before it is his, and Xinhua passes it on."""
    tokens = sentence.tokens
    for at, token in enumerate(tokens):
        if token.lemma not in ("cite", "quote") or token.pos != "VERB":
            continue
        spoken = children(sentence, at, "dobj", "nsubjpass")
        passing = children(sentence, at, "nsubj")
        saying = [
            below
            for by in children(sentence, at, "prep")
            if tokens[by].text.lower() == "as"
            for below in children(sentence, by, "pcomp")
        ]
        told = bool(saying) and tokens[saying[0]].lemma == "tell"  # "Xinhua quoted him as telling reporters"
        if not spoken or not saying or children(sentence, saying[0], "ccomp", *(() if told else ("dobj",))):
            continue
        for by in (*children(sentence, at, "agent"), *children(sentence, saying[0], "agent", "prep")):
            if tokens[by].text.lower() == "by":
                passing.extend(children(sentence, by, "pobj"))
        first = min([at, *passing, *spoken])
        before = phrase(sentence, first).start if first != at else token.start
        content = trimmed(body, sentence.start, min(before, token.start))
        if content is None or not finite(sentence, sentence.indices_in(content)):
            continue
        yield Claim(
            frame="clause",
            lemma="say",
            pos="verb",
            content=(content,),
            sentence=number,
            at=saying[0],
            cue=Span(start=tokens[saying[0]].start, end=tokens[saying[0]].end),
            source=phrase(sentence, spoken[0], at),
            head=tokens[spoken[0]].start,
            passes=_beside(sentence, tokens[passing[0]].start) if passing else (),
        )
