"""The day to which a measure's action holds."""

import re
from collections.abc import Sequence
from datetime import timedelta

from onrecord.model.assertion import Action
from onrecord.model.days import Days
from onrecord.read.dated import is_when
from onrecord.read.measures.layers import Layer
from onrecord.read.measures.scene import Scene, known

_UNTIL = frozenset({"until", "till", "to", "through"})
_ENDED = frozenset({"paused", "extended", "exempted"})
_LENGTH = re.compile(r"P(\d{1,3})([DW])")
_DAYS_OF = {"D": 1, "W": 7}


def ends(scene: Scene, first: int, action: Action | None) -> bool:
    """Whether the time that begins with the word ``first`` is where something ends, not when it happens."""
    before = scene.tokens[first - 1].text.lower() if first else ""
    return before in ("until", "till") or (before in _UNTIL | {"by"} and action in _ENDED)


def until(scene: Scene, chain: Sequence[Layer], action: Action | None, begun: Days | None = None) -> Days | None:
    """The day to which it holds, by the words, or by the length of a pause that began on a known day."""
    if action not in _ENDED and action != "in-force":
        return None
    for covered, time in scene.times:
        before = scene.tokens[covered.start - 1].text.lower() if covered.start else ""
        near = any(layer.index < covered.start for layer in chain)
        if action == "in-force":
            near = before not in ("to", "through") and any(
                covered.start == first for layer in chain if layer.verb for first, _ in scene.days_by_verb(layer.index)
            )
        if near and before in _UNTIL and (days := known(time)) is not None:
            return days
    return _expiring(scene, chain) or _lasting(scene, chain, begun) if action == "paused" else None


def _expiring(scene: Scene, chain: Sequence[Layer]) -> Days | None:
    """The day on which a pause is said to end: "June 3, the day that the pause is set to expire"."""
    pausing = [layer for layer in chain if layer.step == "paused" and not layer.verb]
    for layer in chain if pausing else ():
        if layer.verb and any(other.step == "expired" for other in chain):
            for covered, time in scene.times:
                own = any(first == covered.start for first, _ in scene.days_by_verb(layer.index))
                if (own or is_when(scene.sentence, layer.index, covered)) and (days := known(time)) is not None:
                    return days
    return None


def _lasting(scene: Scene, chain: Sequence[Layer], begun: Days | None) -> Days | None:
    """The last day of a pause that is named by its length: "paused them for 90 days", "a 90-day pause"."""
    if begun is None or begun.first is None or begun.first != begun.last:
        return None
    pausing = {layer.index for layer in chain if layer.step == "paused"}
    for covered, time in scene.times:
        length = _LENGTH.fullmatch(time.value) if time.type == "DURATION" else None
        if length is None or not len(covered):
            continue
        before = scene.tokens[covered.start - 1].text.lower() if covered.start else ""
        if before == "for" or {scene.tokens[index].head for index in covered} & pausing:
            end = begun.first + timedelta(days=int(length[1]) * _DAYS_OF[length[2]])
            return Days(first=end, last=end, words=time.of(scene.page.body))
    return None
