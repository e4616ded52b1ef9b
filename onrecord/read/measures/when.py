"""When a measure's action happens, from when it holds and until when."""

import re
from collections.abc import Sequence
from datetime import timedelta

from onrecord.model.assertion import Action
from onrecord.model.days import Days
from onrecord.read.measures.layers import Layer
from onrecord.read.measures.reach import Reach
from onrecord.read.measures.scene import Scene, known

_UNTIL = frozenset({"until", "till", "to", "through", "by"})
_LENGTH = re.compile(r"P(\d{1,3})([DW])")
_DAYS_OF = {"D": 1, "W": 7}


def start(scene: Scene, verb: int) -> Days | None:
    """The day from which it holds, where the words name one."""
    for _first, time in scene.days_by_verb(verb):
        days = known(time)
        if days is not None and days.first == days.last:
            return days
    return None


def when(scene: Scene, chain: Sequence[Layer], action: Action | None, around: Reach | None = None) -> Days | None:
    """The days of the action: of the verb that says it, then of those outwards, then inside the noun's phrase."""
    if action == "threatened" or action is None:
        return None
    for covered, time in scene.times:
        if around is not None and covered.start in around.left and (days := known(time)) is not None:
            return days
    for layer in chain:
        if not layer.verb:
            for covered, time in scene.times:
                if scene.tokens[covered.start].head == layer.index and (days := known(time)) is not None:
                    return days
            continue
        for first, time in scene.days_by_verb(layer.index):
            before = scene.tokens[first - 1].text.lower() if first else ""
            days = known(time)
            ends = before in ("until", "till") or (before in _UNTIL and action in ("paused", "extended", "exempted"))
            if days is not None and not ends:
                return days
    return None


def until(scene: Scene, chain: Sequence[Layer], action: Action | None, begun: Days | None = None) -> Days | None:
    """The day to which it holds, by the words, or by the length of a pause that began on a known day."""
    if action not in ("paused", "extended", "exempted", "in-force"):
        return None
    for covered, time in scene.times:
        before = scene.tokens[covered.start - 1].text.lower() if covered.start else ""
        near = any(layer.index < covered.start for layer in chain)
        if action == "in-force":
            near = any(
                covered.start == first for layer in chain if layer.verb for first, _ in scene.days_by_verb(layer.index)
            )
        if near and before in _UNTIL and (days := known(time)) is not None and (before != "by"):
            if before in ("to", "through") and action == "in-force":
                continue
            return days
    return _lasting(scene, chain, begun) if action == "paused" else None


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
