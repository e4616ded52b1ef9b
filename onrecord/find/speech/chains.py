"""Claims to attributions: who speaks, who passes it on, and what lies inside what somebody else says."""

from bisect import bisect_right
from collections.abc import Sequence

import msgspec

from onrecord.find.speech.claim import Claim
from onrecord.find.speech.cues import Cues, Pos
from onrecord.find.speech.grammar import children, phrase
from onrecord.find.speech.named import Named
from onrecord.find.speech.quotes.quotation import Quotation
from onrecord.find.speech.sources.channels import channels
from onrecord.knowledge.offices import heads
from onrecord.model.mention import ActorMention, Attribution
from onrecord.model.page import Sentence
from onrecord.model.span import Span


def attributions(
    body: str,
    sentences: Sequence[Sentence],
    claims: Sequence[Claim],
    quotations: Sequence[Quotation],
    named: Named,
    cues: Cues,
) -> tuple[Attribution, ...]:
    """One attribution for each claim, by place."""
    ordered = sorted(claims, key=lambda claim: (claim.start, -claim.end, claim.sentence, claim.at))
    parents = _parents(ordered)
    starts = [quotation.start for quotation in quotations]
    made = []
    for claim, parent in zip(ordered, parents, strict=True):
        passing = [who for place in claim.passes if (who := _actor(body, sentences, place, named)) is not None]
        told = channels(sentences[claim.sentence], claim, named) if claim.at >= 0 else []
        told = [who for who in told if who not in passing]
        speaker = claim.speaker or _speaker(body, sentences, claim, named)
        made.append(
            Attribution(
                start=claim.start,
                end=claim.end,
                content=claim.content,
                source=tuple(span for span in (claim.source, claim.pronoun) if span is not None),
                cue=(claim.cue,) if claim.cue is not None else (),
                cue_lemma=claim.lemma,
                speaker=speaker,
                via=(*passing, *told),
                steps=_steps(passing, told),
                direct=claim.frame in ("quote", "carried", "embedded")
                or any(_touches(quotations, starts, part) for part in claim.content),
                parent=ordered[parent].start if parent is not None else None,
                days=claim.days,
                rule=f"{_kind(cues, claim)}/{claim.frame}",
            )
        )
    return tuple(made)


def _speaker(body: str, sentences: Sequence[Sentence], claim: Claim, named: Named) -> ActorMention | None:
    """The actor that the source's head names; several joined by "and" are one group."""
    if claim.head is None:
        return None
    first = named.at(claim.head)
    if claim.source is None:
        return first
    sentence = sentences[bisect_right(sentences, claim.head, key=lambda one: one.start) - 1]
    index = sentence.index_at(claim.head)
    if first is None:
        return _unlisted(body, sentence, index, named) if index is not None else None
    if index is not None and (states := _of_states(body, sentence, index, first, named)) is not None:
        return states
    if index is not None and first.kind == "described":
        first = _with_modifiers(body, sentence, index, first)
    joined = [first]
    while index is not None:
        index = next(iter(children(sentence, index, "conj")), None)
        other = named.at(sentence.tokens[index].start) if index is not None else None
        if index is not None and (other is None or sentence.tokens[index].end > claim.source.end):
            return first
        if other is not None and other.name not in [actor.name for actor in joined]:
            joined.append(other)
    if len(joined) == 1:
        return first
    names = tuple(actor.name for actor in joined)
    return ActorMention(
        start=joined[0].start,
        end=max(actor.end for actor in joined),
        kind="group",
        name=f"{', '.join(names[:-1])} and {names[-1]}",
        states=tuple(dict.fromkeys(state for actor in joined for state in actor.states)),
        members=names,
    )


def _with_modifiers(body: str, sentence: Sentence, index: int, who: ActorMention) -> ActorMention:
    """A description with all nouns and adjectives that stand before it in its phrase: "port | sources"."""
    start = who.start
    for before in reversed(children(sentence, index, "compound", "amod")):
        token = sentence.tokens[before]
        if token.end < start <= token.end + 1 and token.lemma not in _OTHERS:
            start = token.start
    return msgspec.structs.replace(who, start=start, name=" ".join(body[start : who.end].split()))


_OTHERS = frozenset({"other", "same", "such", "more", "many", "most", "some", "several", "few", "all", "various"})


def _steps(*steps: Sequence[ActorMention]) -> tuple[int, ...]:
    """How many pass it on in each step, where not each of them is alone."""
    counts = tuple(len(step) for step in steps if step)
    return counts if any(count > 1 for count in counts) else ()


_GOVERNING = frozenset({"government", "administration", "side", "authority", "team", "delegation"})


def _of_states(body: str, sentence: Sentence, index: int, first: ActorMention, named: Named) -> ActorMention | None:
    """Those of several states in one phrase ("the Chilean and Peruvian governments")."""
    tokens = sentence.tokens
    if tokens[index].tag not in ("NNS", "NNPS") or first.kind not in ("described", "body", "state"):
        return None
    places = children(sentence, index, "amod", "compound", "nmod")
    for at in list(places):
        places.extend(children(sentence, at, "conj"))
    adjectives = [who for at in sorted(set(places)) if (who := named.adjective(tokens[at].start)) is not None]
    names = tuple(dict.fromkeys(who.name for who in adjectives))
    if len(names) < 2:
        return None
    start, end = min(adjectives[0].start, first.start), max(tokens[index].end, first.end)
    states = tuple(dict.fromkeys(state for who in adjectives for state in who.states))
    if tokens[index].lemma in _GOVERNING:
        name = f"{', '.join(names[:-1])} and {names[-1]}"
        return ActorMention(start=start, end=end, kind="group", name=name, states=states, members=names)
    words = " ".join(body[start:end].split())
    return ActorMention(start=start, end=end, kind="described", name=words, states=states, how="description")


def _unlisted(body: str, sentence: Sentence, index: int, named: Named) -> ActorMention | None:
    """A person whom no table and no office names: two or more names in a row that the parser takes for a person."""
    tokens = sentence.tokens
    first = last = index
    while first > 0 and tokens[first - 1].entity == "PERSON" and tokens[first - 1].pos == "PROPN":
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1].entity == "PERSON" and tokens[last + 1].pos == "PROPN":
        last += 1
    if first == last and index and tokens[index].pos == tokens[index - 1].pos == "PROPN":
        linked = index + 1 < len(tokens) and tokens[index + 1].text in ("at", "with")  # "Ann Bo at Harbour Bank"
        linked = linked or any(tokens[k].lemma in heads() for k in children(sentence, index, "appos"))  # "Bo, a lawyer"
        first = index - 1 if linked and tokens[index - 1].head == index else first
    elif tokens[index].entity != "PERSON":
        return None
    if first == last:
        return None
    start, end = tokens[first].start, tokens[last].end
    houses = [
        who
        for by in children(sentence, index, "prep")
        for below in children(sentence, by, "pobj")
        if tokens[by].text in ("at", "of", "with") and (who := named.at(tokens[below].start)) is not None
    ]
    house = next((who.name for who in houses if who.kind == "body"), "")
    return ActorMention(start=start, end=end, kind="person", name=" ".join(body[start:end].split()), affiliation=house)


def _kind(cues: Cues, claim: Claim) -> str:
    """What sort of act it is; a quotation is said, whatever its verb."""
    pos: Pos = "noun" if claim.pos == "noun" else "adjective" if claim.pos == "adjective" else "verb"
    return "say" if claim.frame == "quote" or not claim.pos else cues.kind(claim.lemma, pos) or "say"


def _touches(quotations: Sequence[Quotation], starts: Sequence[int], part: Span) -> bool:
    at = bisect_right(starts, part.end - 1) - 1
    return at >= 0 and quotations[at].end > part.start


def _actor(body: str, sentences: Sequence[Sentence], place: int, named: Named) -> ActorMention | None:
    found = named.at(place)
    if found is not None:
        return found
    at = bisect_right(sentences, place, key=lambda one: one.start) - 1
    sentence = sentences[at]
    index = sentence.index_at(place)
    if index is None:
        return None
    for below in children(sentence, index, "compound", "nmod", "poss"):
        owner = named.at(sentence.tokens[below].start)
        if owner is not None and owner.medium:
            return owner  # "a Herald report citing three sources"
    span = phrase(sentence, index)
    return ActorMention(start=span.start, end=span.end, kind="described", name=_bare(span.of(body)), how="description")


def _bare(words: str) -> str:
    first, _, rest = words.partition(" ")
    return rest if first.lower() in ("the", "a", "an") and rest else words


def _parents(ordered: Sequence[Claim]) -> list[int | None]:
    """For each claim the innermost other one in whose content all of it lies."""
    found: list[int | None] = []
    waiting: list[int] = []
    for index, claim in enumerate(ordered):
        waiting = [other for other in waiting if ordered[other].end > claim.start]
        around = [
            other
            for other in waiting
            if claim.cue != ordered[other].cue
            and any(part.start <= claim.start and claim.end <= part.end for part in ordered[other].content)
        ]
        found.append(min(around, key=lambda other: ordered[other].end - ordered[other].start, default=None))
        waiting.append(index)
    return found
