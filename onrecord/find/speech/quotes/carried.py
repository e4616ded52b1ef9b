"""Quotations without a cue: whose they are, by who spoke last."""

from bisect import bisect_left
from collections.abc import Sequence

import msgspec

from onrecord.find.speech.claim import Claim
from onrecord.model.page import Sentence

_STILL = 8
"""A quotation more sentences after the cue than this is a saying of its own."""
_BETWEEN = 1
"""After more sentences of the text itself than this, in one paragraph, somebody else may be speaking."""


def carried(claims: Sequence[Claim], sentences: Sequence[Sentence]) -> list[Claim]:
    """The claims, with quotations that have no cue given to who spoke last.

    In the same paragraph it is a further part of what was said, in the next one (or the one after it, if nobody speaks
    between) a saying of its own by the same speaker; further on, its speaker is open.
    """
    paragraph_of = [sentence.paragraph for sentence in sentences]
    starts = [sentence.start for sentence in sentences]
    found: list[Claim] = []
    spoken: dict[int, int] = {}
    general: dict[int, Claim] = {}
    last: int | None = None
    for claim in sorted(claims, key=lambda claim: (claim.sentence, claim.start)):
        paragraph = paragraph_of[claim.sentence]
        if claim.frame != "carried":
            spoken_here = claim.frame in ("quote", "clause", "according") and claim.source is not None
            general[paragraph] = claim
            if spoken_here and (
                claim.frame == "quote" or last is None or found[last].end <= claim.start or _holds(claim, found[last])
            ):
                last = len(found)
                spoken[paragraph] = last
            found.append(claim)
            continue
        before = spoken.get(paragraph)
        if claim.source is not None and (before is None or found[before].sentence < claim.sentence - 1):
            spoken[paragraph] = len(found)
            found.append(claim)
            continue
        if before is not None and found[before].end <= claim.start:
            whole = found[before]
            if bisect_left(starts, claim.start) - bisect_left(starts, whole.end) > _BETWEEN:
                found.append(claim)
                continue
            if claim.sentence - whole.sentence <= _STILL and whole.content[-1].start <= claim.start:
                found[before] = msgspec.structs.replace(whole, content=(*whole.content, *claim.content))
                continue
        if before is None:
            before = spoken.get(paragraph - 1)
        if before is None and paragraph - 1 not in general:
            before = spoken.get(paragraph - 2)
        if before is not None:
            whole = found[before]
            claim = msgspec.structs.replace(claim, source=whole.source, head=whole.head)
            spoken.setdefault(paragraph, before)
        elif (other := general.get(paragraph - 1)) is not None and other.head is not None:
            claim = msgspec.structs.replace(claim, source=other.source, head=other.head)
        found.append(claim)
    return found


def _holds(claim: Claim, last: Claim) -> bool:
    """Whether the one that spoke last does so within what this one says."""
    return any(part.start <= last.start and last.end <= part.end for part in claim.content)
