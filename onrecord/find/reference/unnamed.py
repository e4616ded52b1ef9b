"""Those who speak by their office alone, and are named right after it."""

from collections.abc import Sequence, Set

import msgspec

from onrecord.model.mention import ActorMention, Attribution

_SOON = 600
"""Characters within which the name follows."""


class Introduction(msgspec.Struct, frozen=True, kw_only=True):
    """A role and an affiliation, either of them empty where the words do not tell it."""

    role: str = ""
    affiliation: str = ""


def named_after(speech: Sequence[Attribution], lacking: Set[str]) -> dict[str, Introduction]:
    """Those who are named right after the one who spoke by their office ("according to the bank's chief")."""
    found: dict[str, Introduction] = {}
    met: set[str] = set()
    office: ActorMention | None = None
    for one in speech:
        speaker = one.speaker
        if speaker is None or not one.rule.startswith("say/"):
            continue
        if speaker.kind == "described":
            told = speaker.how == "office" and speaker.role and speaker.affiliation
            office = speaker if told and "spokes" not in speaker.role else None
        elif speaker.kind == "person":
            new = office is not None and speaker.name not in met and one.start - office.end < _SOON
            if office is not None and new and speaker.name in lacking and not speaker.role and not speaker.affiliation:
                found[speaker.name] = Introduction(role=office.role, affiliation=office.affiliation)
            met.add(speaker.name)
            office = None
        else:
            office = None
    return found
