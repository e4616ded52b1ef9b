"""Claims of one sentence that stand in each other's way: the likelier stays, the other is cut short or dropped."""

from collections.abc import Sequence

import msgspec

from onrecord.find.speech.claim import Claim
from onrecord.model.page import Sentence
from onrecord.model.span import Span

_FEWEST = 3
"""What is left of a content that is cut short has so many words."""
_SURE = 0.5
_TRAILING = frozenset({"CCONJ", "SCONJ", "PUNCT", "ADV", "AUX", "PART"})


def agreeing(sentence: Sentence, weighed: Sequence[tuple[float, Claim]]) -> list[Claim]:
    """The likeliest claims; words that two of them share are left to the one whose cue stands right before them."""
    kept: list[Claim] = []
    for chance, claim in sorted(weighed, key=lambda one: -one[0]):
        if any(claim.at == other.at for other in kept):
            continue
        now: Claim | None = claim
        for number, other in enumerate(kept):
            if now is None or not _crosses(now, other):
                continue
            shorter = _before(sentence, other, now) if chance >= _SURE and _goes_on(sentence, now) else None
            if shorter is not None:
                kept[number] = shorter
            else:
                now = _before(sentence, now, other) if _goes_on(sentence, other) else None
        if now is not None:
            kept.append(now)
    return kept


def _crosses(one: Claim, other: Claim) -> bool:
    """Whether two claims share words of their contents and neither lies inside what the other says."""
    if not any(mine.shares(its) for mine in one.content for its in other.content):
        return False
    return not _inside(one, other) and not _inside(other, one)


def _inside(one: Claim, other: Claim) -> bool:
    """Whether all of one claim lies in the words that the other says."""
    return any(part.start <= one.start and one.end <= part.end for part in other.content)


def _goes_on(sentence: Sentence, claim: Claim) -> bool:
    """Whether its cue is joined to what stands before it ("and warned", ", adding")."""
    return sentence.tokens[claim.at].dep in ("conj", "advcl", "ROOT", "ccomp", "parataxis", "dep")


def _before(sentence: Sentence, one: Claim, other: Claim) -> Claim | None:
    """One claim without what follows from the other's cue on, where that stands inside its content."""
    if other.cue is None or len(one.content) != 1:
        return None
    content = one.content[0]
    if not content.start < other.cue.start < content.end:
        return None
    start = other.cue.start
    if other.source is not None and content.start < other.source.start < start:
        start = other.source.start
    indices = [index for index in sentence.indices_in(content) if sentence.tokens[index].start < start]
    while indices and sentence.tokens[indices[-1]].pos in _TRAILING:
        indices.pop()
    if len(indices) < _FEWEST:
        return None
    return msgspec.structs.replace(one, content=(Span(start=content.start, end=sentence.tokens[indices[-1]].end),))
