"""Ministries that are named with no state, and those who speak for them: whose they are."""

import re
from collections.abc import Sequence

import msgspec

from onrecord.find.reference.discourse import Discourse
from onrecord.find.reference.home import home
from onrecord.model.mention import ActorMention, Attribution

MINISTRY = re.compile(r"(?:the )?(?:\w+ )?(?:ministry|government|cabinet)|ministry (?:of|for) [\w, &]+", re.I)
_NO_MINISTRIES = "US"
"""It has departments: a text from Washington tells of somebody else's ministry."""


def of_states(discourse: Discourse, speech: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The sayings, with the state of each ministry that speaks; one that was told once holds for the whole text."""
    known: dict[str, str] = {}
    out = []
    for one in speech:
        speaker = one.speaker
        if speaker is not None and speaker.kind in ("body", "described") and not speaker.states and _is_of(speaker):
            state = known.get(speaker.name) or _of_whom(discourse, speaker)
            if state:
                known[speaker.name] = state
                speaker = msgspec.structs.replace(speaker, affiliation=state, states=(state,))
                one = msgspec.structs.replace(one, speaker=speaker)
        out.append(one)
    return tuple(out)


def _is_of(speaker: ActorMention) -> bool:
    """Whether it is a ministry, or somebody of one."""
    house = speaker.name if speaker.kind == "body" else speaker.affiliation
    return not speaker.medium and MINISTRY.fullmatch(house) is not None


def _of_whom(discourse: Discourse, speaker: ActorMention) -> str:
    """The state where the text was written, or the one that it tells of."""
    place = home(discourse.page)
    if place and place != _NO_MINISTRIES:
        return place
    state = discourse.best(
        speaker.start, lambda one: one.kind == "state" and len(one.states) == 1 and one.states != (_NO_MINISTRIES,), 1
    )
    return state.states[0] if state is not None else ""
