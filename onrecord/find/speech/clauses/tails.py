"""``..., the agency reported`` at the end of a sentence: it frames the whole and belongs to no content inside."""

from collections.abc import Sequence

import msgspec

from onrecord.find.speech.claim import Claim
from onrecord.find.speech.grammar import trimmed
from onrecord.model.span import Span


def without_tails(body: str, claims: Sequence[Claim]) -> list[Claim]:
    """The claims of one sentence, with the cues that follow all of it cut off the contents of the others."""
    tails = [start for claim in claims if (start := _tail(claim)) is not None]
    if not tails:
        return list(claims)
    return [_cut(body, claim, tails) for claim in claims]


def _tail(claim: Claim) -> int | None:
    """Where a cue that follows its content begins, with its source."""
    if claim.frame != "clause" or claim.cue is None or claim.source is None or claim.pos != "verb":
        return None
    start = min(claim.cue.start, claim.source.start)
    return start if len(claim.content) == 1 and claim.content[0].end <= start else None


def _cut(body: str, claim: Claim, tails: Sequence[int]) -> Claim:
    if claim.cue is None:
        return claim
    parts: list[Span] = []
    for part in claim.content:
        ends = [tail for tail in tails if claim.cue.end < tail and part.start < tail < part.end]
        kept = trimmed(body, part.start, min(ends)) if ends else part
        if kept is not None:
            parts.append(kept)
    return msgspec.structs.replace(claim, content=tuple(parts)) if parts else claim
