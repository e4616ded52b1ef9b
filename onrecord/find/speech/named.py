"""Actor mentions by place, for speech."""

from bisect import bisect_right
from collections.abc import Sequence

from onrecord.model.mention import ActorMention


class Named:
    """Actor mentions by place."""

    def __init__(self, actors: Sequence[ActorMention]) -> None:
        self._actors = sorted(actors)
        self._starts = [actor.start for actor in self._actors]
        self._media = [actor for actor in self._actors if actor.medium]
        self._media_starts = [actor.start for actor in self._media]
        self._reach = max((actor.end - actor.start for actor in self._actors), default=0)

    def at(self, position: int) -> ActorMention | None:
        """The mention that covers a place of the body: a person before a body before a state, the longest first."""
        low = bisect_right(self._starts, position - self._reach - 1)
        high = bisect_right(self._starts, position)
        over = [actor for actor in self._actors[low:high] if actor.start <= position < actor.end]
        over = [actor for actor in over if actor.how != "adjective"]  # "French" in a surname is no France
        order = {"person": 0, "group": 1, "body": 2, "described": 3, "state": 4}
        found = min(over, key=lambda actor: (order[actor.kind], actor.start - actor.end), default=None)
        if found is not None and found.kind == "described" and found.medium:
            return self._called(found) or found
        return found

    def _called(self, described: ActorMention) -> ActorMention | None:
        """The medium whose name stands right behind its description: "the state broadcaster Channel One"."""
        at = bisect_right(self._media_starts, described.end)
        behind = self._media[at] if at < len(self._media) else None
        return behind if behind is not None and behind.start - described.end <= 2 else None

    def adjective(self, position: int) -> ActorMention | None:
        """The state whose adjective stands at a place of the body."""
        low = bisect_right(self._starts, position - self._reach - 1)
        high = bisect_right(self._starts, position)
        over = [actor for actor in self._actors[low:high] if actor.start <= position < actor.end]
        return next((actor for actor in over if actor.kind == "state"), None)

    def medium_before(self, position: int) -> ActorMention | None:
        """The medium that was named last before a place of the body."""
        at = bisect_right(self._media_starts, position) - 1
        return self._media[at] if at >= 0 else None
