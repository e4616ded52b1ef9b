"""Whose paper it is: the body behind "the statement" and "the report", the medium behind "the newspaper"."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from onrecord.model.mention import ActorMention, Attribution

REPORT = re.compile(r"the (?:\w+ )?(?:report|study|survey|analysis|paper|review)", re.IGNORECASE)
_PUBLISHED = re.compile(
    r"\b(?:published|released|issued|unveiled)\b[^.\n]{0,40}\b(?:report|study|survey|analysis|review)\b"
)
_FAR = 500


def medium_named(actors: Sequence[ActorMention], one: Attribution) -> ActorMention | None:
    """The medium named last before "the newspaper"."""
    at = bisect_left(actors, one.source[0].start, key=lambda actor: actor.start)
    return next((actor for actor in reversed(actors[:at]) if actor.medium and actor.kind == "body"), None)


def last_body(actors: Sequence[ActorMention], one: Attribution) -> ActorMention | None:
    """The state or body named last before a statement that nobody yet was said to have made."""
    start = one.source[0].start
    at = bisect_left(actors, one.start, key=lambda actor: actor.start)
    for actor in reversed(actors[max(0, at - 12) : at]):
        if start - actor.start > _FAR:
            return None
        if actor.kind in ("state", "body") and not actor.medium and actor.how not in ("adjective", "possessive"):
            return actor
    return None


def publisher_of(body: str, actors: Sequence[ActorMention], one: Attribution) -> ActorMention | None:
    """The state or body that was said to have published the report."""
    start = one.source[0].start
    published = list(_PUBLISHED.finditer(body, max(0, start - 2 * _FAR), start))
    if not published:
        return None
    verb = published[-1].start()
    at = bisect_left(actors, verb, key=lambda actor: actor.start)
    near = [
        actor for actor in actors[max(0, at - 6) : at] if verb - actor.end < _NEAR and actor.kind in ("state", "body")
    ]
    near = [actor for actor in near if not actor.medium and actor.how not in ("adjective", "possessive")]
    return near[-1] if near else None


_NEAR = 40
