"""Chains: who said it first, then through whom it came, step by step; those side by side are one step."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from onrecord.model.mention import ActorMention, Attribution
from onrecord.model.page import Page
from onrecord.read.certainty import is_not_said

Step = tuple[str, ...]
_DOCUMENT = re.compile(r"the (?:\w+ )?(?:statement|release|letter|communiqu[eé])$", re.I)
_PRONOUN = frozenset(
    ["he", "she", "it", "they", "we", "i", "you", "who", "which", "that", "this", "these", "those", "what"]
)
_UNTOLD = frozenset({"one", "another", "other", "others", "the other", "the others"})
_HOLDING = ("/clause", "/quote", "/according", "/citing", "/block")
_DEEPEST = 5


class Chain(NamedTuple):
    """The names in order, nearest first; ``steps`` says how many of them each step takes, and is empty for ones."""

    via: tuple[str, ...] = ()
    steps: tuple[int, ...] = ()


def chain(page: Page, around: tuple[Attribution, ...]) -> Chain:
    """Those who say what lies in all of ``around``: the innermost speaker, channels, then those who report that."""
    passed_on = {saying.content for saying in around if saying.via}
    steps: list[Step] = []
    for saying in around:
        if saying.content in passed_on and not saying.via:
            continue  # "Y reported, citing X": Y stands among X's channels
        if is_not_said(page, saying):
            continue  # nobody passes on what was not said
        steps.extend((names_of(page, saying), *channels(saying)))
    return _told(steps)


def through(page: Page, saying: Attribution) -> Chain:
    """Who passes a saying on: its own channels, then those who report that it was said."""
    steps = [*channels(saying)]
    start = saying.parent
    for _ in range(_DEEPEST):
        outer = _holder(page, start, saying) if start is not None else None
        if outer is None:
            break
        if outer.rule.endswith(_HOLDING):
            steps.extend((names_of(page, outer), *channels(outer)))
        start = outer.parent
    return _told(steps, but=speaker_of(page, saying))


def channels(saying: Attribution) -> Iterable[Step]:
    """The channels of a saying itself, step by step."""
    at = 0
    for count in saying.steps or (1,) * len(saying.via):
        yield tuple(who.name for who in saying.via[at : at + count] if who.name.lower() not in _PRONOUN)
        at += count


def names_of(page: Page, saying: Attribution) -> Step:
    """Who says it, as a step of a chain: media that report together are several names."""
    speaker = saying.speaker
    if speaker is not None and speaker.kind == "group" and speaker.medium:
        return speaker.members
    name = speaker_of(page, saying)
    return (name,) if name else ()


def _told(steps: Iterable[Step], but: str | None = None) -> Chain:
    """The steps as one list, each name once."""
    names = dict.fromkeys([but])
    counts: list[int] = []
    for step in steps:
        new = [name for name in dict.fromkeys(step) if name and name not in names]
        names |= dict.fromkeys(new)
        counts.extend([len(new)] if new else [])
    told = tuple(name for name in names if name and name != but)
    return Chain(told, tuple(counts) if len(told) > len(counts) else ())


def _holder(page: Page, start: int, saying: Attribution) -> Attribution | None:
    """The saying that begins at ``start`` and holds this one in its content."""
    low = bisect_left(page.speech, start, key=lambda other: other.start)
    high = bisect_right(page.speech, start, key=lambda other: other.start)
    for other in page.speech[low:high]:
        if other is not saying and any(part.holds(saying.content[0]) for part in other.content):
            return other
    return None


def name_of(who: ActorMention | None) -> str:
    """The name or description of an actor; "" where it is open."""
    return who.name if who is not None else ""


def speaker_of(page: Page, saying: Attribution) -> str | None:
    """The name of who says it, or the words that describe them; ``None`` where that is open."""
    if saying.speaker is not None and saying.speaker.name and saying.speaker.name not in _UNTOLD:
        return saying.speaker.name
    if saying.speaker is not None and saying.speaker.candidates:
        return None
    if not saying.source:
        return None
    words = saying.source[0].of(page.body).strip(" ,").removesuffix("'s").removesuffix("’s")
    if words.lower() in _PRONOUN | _UNTOLD or words.lower().endswith(" of whom"):
        return None
    if _DOCUMENT.match(words):
        return _issuer(page, saying)
    first, _, rest = words.partition(" ")
    return (rest if first.lower() in ("the", "a", "an") and rest else words) or None


def _issuer(page: Page, saying: Attribution) -> str | None:
    """Whose "the statement" is: who was last said to say something before it."""
    at = bisect_left(page.speech, saying.start, key=lambda other: other.start)
    nearest = (page.speech[index].speaker for index in range(at - 1, -1, -1))
    return name_of(next((speaker for speaker in nearest if speaker is not None), None)) or None
