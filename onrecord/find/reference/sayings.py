"""Who says something, and of whom only others speak."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from onrecord.model.mention import ActorMention, Attribution
from onrecord.model.span import Span

_AROUND = 8
"""So many sayings that begin before a place are looked at."""


class Saying:
    """What is said by the source at some place."""

    def __init__(self, attribution: Attribution) -> None:
        self.attribution = attribution

    @property
    def goes_on(self) -> bool:
        """Whether somebody goes on with what they said: "he added"."""
        return self.attribution.cue_lemma in ("add", "continue", "conclude", "elaborate")

    def is_by(self, actor: Span) -> bool:
        """Whether a mention in the source is its head, and nobody named beside ("an envoy under President Bo")."""
        speaker = self.attribution.speaker
        return speaker is None or (speaker.start, speaker.end) == (actor.start, actor.end)

    def tells_of(self, actor: Span) -> bool:
        """Whether a mention lies in what is said."""
        return any(part.holds(actor) for part in self.attribution.content)


class Sayings:
    """The sayings of a page, by place."""

    def __init__(self, speech: Sequence[Attribution]) -> None:
        self._speech = speech
        self._contents = sorted(
            (part.start, part.end) for one in speech if one.rule.startswith("say/") for part in one.content
        )
        self._posts = sorted(
            (part.start, part.end)
            for one in speech
            if one.rule.endswith(("/embedded", "/block"))
            for part in one.content
        )
        self._sources = sorted(
            ((one.source[0].start, one.source[0].end, one) for one in speech if one.source), key=lambda one: one[:2]
        )

    def is_posted(self, position: int) -> bool:
        """Whether a place lies in a post or block that is shown as a whole."""
        at = bisect_right(self._posts, (position, position + 1)) - 1
        return at >= 0 and self._posts[at][0] <= position < self._posts[at][1]

    def of_source(self, position: int) -> Saying | None:
        """The saying whose source a place lies in."""
        at = bisect_right(self._sources, position, key=lambda one: one[0]) - 1
        for start, end, one in reversed(self._sources[max(0, at - 2) : at + 1]):
            if start <= position < end:
                return Saying(one)
        return None

    def speaks(self, actor: Span) -> bool:
        """Whether a mention is who says something, and not within what somebody else says."""
        saying = self.of_source(actor.start)
        return saying is not None and saying.is_by(actor) and not self.is_told(actor)

    def is_told(self, actor: Span) -> bool:
        """Whether a mention lies in what somebody says."""
        at = bisect_right(self._contents, actor.start, key=lambda one: one[0])
        return any(
            start <= actor.start and actor.end <= end for start, end in self._contents[max(0, at - _AROUND) : at]
        )

    def unlisted(self, actors: Sequence[ActorMention]) -> Iterator[ActorMention]:
        """The people whom only a verb of saying shows to be people."""
        known = {actor.start for actor in actors}
        for one in self._speech:
            if one.speaker is not None and one.speaker.kind == "person" and one.speaker.start not in known:
                known.add(one.speaker.start)
                yield one.speaker
