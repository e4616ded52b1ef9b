"""A measure that a pronoun means: "but later paused them to July"."""

from collections.abc import Iterator, Sequence
from itertools import product

from onrecord.find.frames.grammar import subject_of
from onrecord.model.assertion import Instrument, Measure
from onrecord.read.measures.chain import Memory, Named
from onrecord.read.measures.goods import Rate
from onrecord.read.measures.happening import Happening, happening
from onrecord.read.measures.layers import Layer
from onrecord.read.measures.reach import Reach
from onrecord.read.measures.scene import Scene
from onrecord.read.measures.told import told_rates
from onrecord.read.measures.vocabulary import words
from onrecord.read.measures.who import states_of
from onrecord.read.voice import voice

_PRONOUNS = frozenset({"them", "those", "it", "they"})
_AGREEMENT_STEPS = frozenset({"signed", "ratified", "under-revision", "withdrawn"})
_STEPS = frozenset({"paused", "raised", "cut", "extended", "expired", "withdrawn", "struck-down"})

_MEANT: tuple[tuple[Instrument, frozenset[str]], ...] = (("tariff", _STEPS), ("trade-agreement", _AGREEMENT_STEPS))


def again(scene: Scene, memory: Memory) -> Iterator[Measure]:
    """The measures named last, with what a verb does to the pronouns that mean them."""
    for index, token in enumerate(scene.tokens):
        if token.text.lower() not in _PRONOUNS or token.dep not in ("dobj", "nsubjpass", "nsubj"):
            continue
        moved = scene.tokens[token.head].lemma in words("told")
        charged = told_rates(scene, {token.head}, index) if moved else []
        if token.dep == "nsubj" and (not charged or token.text.lower() == "those"):
            continue
        for instrument, steps in _MEANT:
            before = memory.last(instrument)
            if instrument == "tariff" and token.text.lower() == "it" and not charged:
                continue
            if before is None or scene.number - before.sentence > 1:
                continue
            event = happening(scene, Reach(left=(), head=index, places=()), instrument)
            layer = next((layer for layer in event.chain if layer.verb), None)
            if layer is None or not (layer.step in steps or (charged and instrument == "tariff")):
                continue
            if event.action is None and not charged:
                continue
            yield from _rows(scene, index, layer, event, before, charged)
            break


def _rows(
    scene: Scene, pronoun: int, layer: Layer, event: Happening, before: Named, charged: Sequence[Rate]
) -> Iterator[Measure]:
    following = [covered[-1] for covered, _ in scene.times if covered.start in range(pronoun, pronoun + 4)]
    rated = [index for told in charged for index in scene.sentence.indices_in(scene.percents[told.first])]
    span = scene.sentence.span_of([pronoun, layer.index, *following, *rated])
    old = before.rates[0] if len(before.rates) == 1 else None
    certainty, via, steps = voice(scene.page, span)
    agreed = before.instrument == "trade-agreement"
    doers: tuple[str | None, ...] = before.imposers
    if agreed:
        doers = (
            states_of(scene, subject_of(scene.sentence, layer.index)) if layer.step in ("ratified", "withdrawn") else ()
        )
    hit: tuple[str | None, ...] = () if agreed else before.targets
    rates: list[float | None] = [told.value for told in charged] or [old]
    for imposer, target, rate in product(doers or (None,), hit or (None,), rates):
        yield Measure(
            **scene.page.proof(span),
            certainty=certainty,
            via=via,
            steps=steps,
            rule="measures/again",
            instrument=before.instrument,
            scope=before.scope,
            imposer=imposer,
            target=target,
            parties=before.targets if agreed else (),
            products=before.products,
            hs=before.hs,
            rate=rate,
            action=event.action or "in-force",
            when=event.when,
            until=event.until,
        )
