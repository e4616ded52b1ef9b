"""Measures that a state imposes: tariffs, quotas, restrictions, sanctions, subsidies, read around their nouns."""

from collections.abc import Iterator, Sequence

import msgspec

from onrecord.model.assertion import Measure
from onrecord.model.span import Span
from onrecord.read.measures.chain import Memory, Named
from onrecord.read.measures.goods import Rate, products_in, rates
from onrecord.read.measures.happening import Happening, happening
from onrecord.read.measures.reach import Reach, reach
from onrecord.read.measures.scene import Scene
from onrecord.read.measures.settle import settle
from onrecord.read.measures.told import told_rate
from onrecord.read.measures.triggers import Trigger
from onrecord.read.measures.vocabulary import mast_words, words
from onrecord.read.measures.who import sides
from onrecord.read.voice import voice

_FAR = 14
"""How many words from the noun the word that says what happens may stand to be part of the span."""


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """What one row of a measure has for itself: its words, its rate, and the targets and products of those words."""

    span: Span
    rate: Rate | None
    targets: tuple[str, ...]
    products: tuple[str, ...]
    hs: tuple[str, ...]


def imposed(scene: Scene, trigger: Trigger, others: Sequence[Trigger], memory: Memory) -> Iterator[Measure]:
    """The rows of the measure that ``trigger`` names: one for each imposer, target and rate."""
    if _only_qualifies(scene, trigger) or _explains(scene, trigger, others):
        return
    around = reach(scene, trigger, others)
    if any(scene.tokens[index].text.lower() == "no" for index in around.left):
        return
    event = happening(scene, around, trigger.row.instrument)
    found = sides(scene, around, event, trigger.row.instrument)
    named, mutual = settle(scene, trigger, around, event, found, memory)
    again = memory.last(named.instrument) is not None
    memory.add(named)
    said = event.said or found.imposers or found.targets
    if (again or _topic(scene, trigger)) and not said and _bare(scene, trigger, around, event):
        return  # "the tariffs", "talks on tariffs", with nothing said of them
    joint: tuple[str, ...] = ()
    if named.instrument == "investment-fund" and len(named.imposers) > 1:
        joint, named = tuple(sorted(named.imposers)), msgspec.structs.replace(named, imposers=())
    mast = _mast(scene, trigger, around)
    for line in _lines(scene, around, event, named):
        certainty, via, steps = voice(scene.page, line.span)
        for imposer, target in _pairs(named.imposers, line.targets, mutual=mutual):
            yield Measure(
                **scene.page.proof(line.span),
                certainty=certainty,
                via=via,
                steps=steps,
                rule=f"measures/{named.instrument}",
                instrument=named.instrument,
                scope=named.scope,
                imposer=imposer,
                target=target,
                parties=joint,
                products=line.products,
                hs=line.hs,
                rate=line.rate.value if line.rate is not None else None,
                rate_kind=line.rate.kind if line.rate is not None else None,
                action=named.action,
                when=event.when,
                until=event.until,
                mast=mast,
            )


def _topic(scene: Scene, trigger: Trigger) -> bool:
    """Whether the measure is only what talks or a dispute are about: "talks on tariffs"."""
    token = scene.tokens[trigger.head]
    above = scene.tokens[token.head]
    if token.dep != "pobj" or above.text.lower() not in ("on", "about", "over", "regarding"):
        return False
    return scene.tokens[above.head].text.lower() in words("qualified")


def _bare(scene: Scene, trigger: Trigger, around: Reach, event: Happening) -> bool:
    """Whether the words name neither goods nor a rate nor what kind of measure it is."""
    if trigger.row.scope is not None or products_in(scene, around.indices)[0] or rates(scene, around):
        return False
    return told_rate(scene, around, event.chain) is None


def _pairs(imposers: tuple[str, ...], targets: tuple[str, ...], *, mutual: bool) -> list[tuple[str | None, str | None]]:
    both = [*dict.fromkeys((*imposers, *targets))]
    if mutual and len(both) == 2:
        return [(both[0], both[1]), (both[1], both[0])]
    return [(imposer, target) for imposer in imposers or (None,) for target in targets or (None,)]


def _lines(scene: Scene, around: Reach, event: Happening, named: Named) -> Iterator[Line]:
    """One line for each rate, or for each group of goods with their own origin, or one for all."""
    charged = rates(scene, around)
    indices = [around.first, around.last]
    if not charged and named.instrument in ("tariff", "quota"):
        told = told_rate(scene, around, event.chain)
        if told is not None:
            charged = (told,)
            indices += scene.sentence.indices_in(scene.percents[told.first])
    if len(charged) > 1:
        for rate, covered in zip(charged, _stretches(scene, around, [rate.first for rate in charged]), strict=True):
            goods, codes = products_in(scene, covered)
            span = scene.sentence.span_of(covered)
            yield Line(span=span, rate=rate, targets=named.targets, products=goods, hs=codes)
        return
    first = next((layer.index for layer in event.chain if layer.step), around.head)
    if abs(first - around.head) <= _FAR:
        indices.append(first)
    only = charged[0] if charged else None
    groups = _by_origin(scene, around)
    for covered in groups:
        goods, codes = products_in(scene, covered)
        states = tuple(state for state in scene.states(covered) if state in named.targets)
        span = scene.sentence.span_of([*indices[2:], around.first, covered[-1]])
        yield Line(span=span, rate=only, targets=states, products=goods, hs=codes)
    if not groups:
        span = scene.sentence.span_of(indices)
        yield Line(span=span, rate=only, targets=named.targets, products=named.products, hs=named.hs)


def _stretches(scene: Scene, around: Reach, edges: Sequence[int]) -> Iterator[list[int]]:
    """The words from each edge to the next, the first from the beginning, without what only joins them."""
    for place, edge in enumerate(edges):
        low = around.first if place == 0 else edge
        high = edges[place + 1] - 1 if place + 1 < len(edges) else around.last
        while (
            high > low and scene.tokens[high].pos in ("CCONJ", "PUNCT", "DET", "ADP") and scene.tokens[high].text != "%"
        ):
            high -= 1
        yield list(range(low, high + 1))


def _by_origin(scene: Scene, around: Reach) -> list[list[int]]:
    """Goods grouped by the state that they come from, where there are two such: "pipes from Chad and tin from Peru"."""
    marks = sorted(
        [(covered[0], "goods") for covered, _ in scene.products if covered and covered[0] in around.indices]
        + [(index, "state") for index, _ in around.places if index in scene.actors and scene.actors[index].states]
    )
    kinds = [kind for place, (_, kind) in enumerate(marks) if place == 0 or marks[place - 1][1] != kind]
    if kinds != ["goods", "state", "goods", "state"]:
        return []
    edge = next(
        index
        for place, (index, kind) in enumerate(marks)
        if kind == "goods" and place and marks[place - 1][1] == "state"
    )
    return list(_stretches(scene, around, [around.first, edge]))


def _only_qualifies(scene: Scene, trigger: Trigger) -> bool:
    """Whether the words only say of what kind something else is: "tariff talks"."""
    at = trigger.head
    for _ in range(3):
        token = scene.tokens[at]
        if token.dep not in ("compound", "nmod", "amod", "npadvmod") or token.head <= at:
            return False
        at = token.head
        if scene.tokens[at].text.lower() in words("qualified"):
            return True
    return False


def _explains(scene: Scene, trigger: Trigger, others: Sequence[Trigger]) -> bool:
    """Whether the words only say again what stands before them: "tariffs - taxes on imports"."""
    token = scene.tokens[trigger.head]
    named = {other.head for other in others if other.row.instrument == trigger.row.instrument}
    return token.dep == "appos" and token.head in named


def _mast(scene: Scene, trigger: Trigger, around: Reach) -> str | None:
    """The chapter of MAST: for a restriction of imports by the words of its phrase, else that of the instrument."""
    if trigger.row.instrument == "import-restriction":
        phrase = scene.text(around.indices)
        return next((chapter for _, _, chapter in mast_words().find(phrase)), trigger.row.mast)
    return trigger.row.mast
