"""Measures that a state imposes: tariffs, quotas, restrictions, sanctions, subsidies, read around their nouns."""

from collections.abc import Iterator, Sequence

import msgspec

from onrecord.model.assertion import Action, Measure
from onrecord.model.days import Days
from onrecord.model.span import Span
from onrecord.read.measures.chain import Memory, Named
from onrecord.read.measures.goods import Rate, products_in, rates
from onrecord.read.measures.happening import Happening, happening
from onrecord.read.measures.reach import Reach, reach
from onrecord.read.measures.scene import Scene
from onrecord.read.measures.triggers import Trigger
from onrecord.read.measures.vocabulary import Scope, mast_words, scopes, words
from onrecord.read.measures.who import Sides, sides
from onrecord.read.voice import voice

_SECTORS = frozenset(["72", "73", "76", "87", "8703", "8704", "8708", "8541", "8542", "30", "74", "4407"])
_LASTING = frozenset({"proposed", "threatened", "announced", "in-force"})
"""Actions that a measure named again, with nothing said of it, is still in."""
_TARIFFS = ("tariff",)
_FAR = 14


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """What all rows of one mention share."""

    action: Action | None
    when: Days | None
    until: Days | None
    scope: Scope | None


def imposed(scene: Scene, trigger: Trigger, others: Sequence[Trigger], memory: Memory) -> Iterator[Measure]:
    """The rows of the measure that ``trigger`` names."""
    if _only_qualifies(scene, trigger):
        return
    around = reach(scene, trigger, others)
    if any(scene.tokens[index].text.lower() == "no" for index in around.left):
        return
    event = happening(scene, around, trigger.row.instrument)
    found = sides(scene, around, event)
    charged = rates(scene, around)
    phrase = [*around.left, *(index for index, _ in around.places)]
    goods, codes = products_in(scene, phrase)
    scope = trigger.row.scope or _scope(scene, around)
    instrument = trigger.row.instrument
    definite = any(scene.tokens[index].text.lower() in words("definite") for index in around.left[:3])
    before = memory.last(instrument, found.imposers)
    if goods and not found.imposers:
        before = memory.of_products(instrument, goods) or before
    if found.objectors and before is not None and set(before.imposers) & set(found.objectors):
        before = None
    bare = not (found.targets or goods or charged)
    imposers, targets, action = found.imposers, found.targets, event.action
    if before is not None and bare and (definite or not event.said):
        imposers = imposers or before.imposers
        targets = before.targets if len(before.targets) == 1 and before.targets[0] not in imposers else ()
        goods, codes = before.products, before.hs
        scope = scope or before.scope
    elif before is not None and definite and not found.targets and set(goods) <= set(before.products):
        targets = before.targets if len(before.targets) == 1 and before.targets[0] not in imposers else ()
    if before is not None and before.sentence == scene.number and not found.targets:
        shared = scene.tokens[around.head].dep == "conj"
        imposers = imposers or before.imposers
        named = before.targets if shared else tuple(target for target in before.targets if target != "*")
        targets = targets or (named if shared or len(named) == 1 else ())
    if not imposers and not found.mutual:
        imposers = memory.imposer(instrument, targets, found.objectors)
    if instrument in _TARIFFS and not targets:
        if scope == "retaliatory" and len(imposers) == 1:
            targets = memory.struck_first(imposers[0])
        elif definite or bare:
            targets = memory.only_target(instrument, imposers)
    if instrument in _TARIFFS and scope is None and memory.struck_by(imposers, targets):
        scope = "retaliatory" if "US" in targets else None
    if not event.said and action is None:
        same = bare and before is not None and before.imposers == imposers
        action = before.action if same and before is not None and before.action in _LASTING else "in-force"
    if scope is None and instrument in _TARIFFS and goods and _SECTORS & set(codes):
        scope = "sectoral"
    targets = tuple(target for target in targets if target not in imposers)
    row = Row(action=action, when=event.when, until=event.until, scope=scope)
    memory.add(
        Named(
            instrument=instrument,
            sentence=scene.number,
            imposers=imposers,
            targets=targets,
            products=goods,
            hs=codes,
            rates=tuple(rate.value for rate in charged),
            scope=scope,
            action=action,
        )
    )
    settled = Sides(imposers=imposers, targets=targets, mutual=found.mutual)
    for rate, span, covered in _spans(scene, around, event, charged, phrase):
        own, own_codes = products_in(scene, covered) if len(charged) > 1 else (goods, codes)
        for imposer, target in _pairs(settled, memory):
            certainty, via = voice(scene.page, span)
            yield Measure(
                **scene.page.proof(span),
                certainty=certainty,
                via=via,
                rule=f"measures/{instrument}",
                instrument=instrument,
                scope=row.scope,
                imposer=imposer,
                target=target,
                products=own,
                hs=own_codes,
                rate=rate.value if rate is not None else None,
                rate_kind=rate.kind if rate is not None else None,
                action=row.action,
                when=row.when,
                until=row.until,
                mast=_mast(scene, trigger, phrase),
            )


def _pairs(found: Sides, memory: Memory) -> list[tuple[str | None, str | None]]:
    if found.mutual:
        both = [*dict.fromkeys((*found.imposers, *found.targets))]
        if len(both) == 2:
            return [(both[0], both[1]), (both[1], both[0])]
    imposers: tuple[str | None, ...] = found.imposers or (None,)
    targets: tuple[str | None, ...] = found.targets or (None,)
    return [(imposer, target) for imposer in imposers for target in targets]


def _spans(
    scene: Scene, around: Reach, event: Happening, charged: tuple[Rate, ...], phrase: list[int]
) -> Iterator[tuple[Rate | None, Span, list[int]]]:
    """For each rate (or for none) its span and its words."""
    if len(charged) > 1:
        edges = [rate.first for rate in charged]
        for place, rate in enumerate(charged):
            low = around.first if place == 0 else rate.first
            high = edges[place + 1] - 1 if place + 1 < len(charged) else around.last
            while (
                high > low
                and scene.tokens[high].pos in ("CCONJ", "PUNCT", "DET", "ADP")
                and scene.tokens[high].text != "%"
            ):
                high -= 1
            yield rate, scene.sentence.span_of([low, high]), list(range(low, high + 1))
        return
    indices = [around.first, around.last]
    for layer in event.chain:
        if layer.step and abs(layer.index - around.head) <= _FAR:
            indices.append(layer.index)
            break
    yield (charged[0] if charged else None), scene.sentence.span_of(indices), phrase


def _only_qualifies(scene: Scene, trigger: Trigger) -> bool:
    at = trigger.head
    for _ in range(3):
        token = scene.tokens[at]
        if token.dep not in ("compound", "nmod", "amod", "npadvmod") or token.head <= at:
            return False
        at = token.head
        if scene.tokens[at].text.lower() in words("qualified"):
            return True
    return False


def _scope(scene: Scene, around: Reach) -> Scope | None:
    own = scene.sentence.span_of([around.first, around.last])
    for start, end, scope in scopes().find(scene.sentence.of(scene.page.body), scene.sentence.start):
        if own.start <= start < own.end:
            return scope
        if scope == "retaliatory" and not end <= own.start <= end + 1:  # "in response to the duties" is not theirs
            return scope
    return None


def _mast(scene: Scene, trigger: Trigger, phrase: list[int]) -> str | None:
    if trigger.row.mast is None:
        return None
    if trigger.row.instrument == "import-restriction" and phrase:
        return next((chapter for _, _, chapter in mast_words().find(scene.text(phrase))), trigger.row.mast)
    return trigger.row.mast
