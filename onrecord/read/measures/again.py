"""A measure that a pronoun means: "but later paused them to July"."""

from collections.abc import Iterator

from onrecord.find.frames.grammar import subject_of
from onrecord.model.assertion import Instrument, Measure
from onrecord.read.measures.chain import Memory, Named
from onrecord.read.measures.happening import Happening, happening
from onrecord.read.measures.layers import Layer
from onrecord.read.measures.reach import Reach
from onrecord.read.measures.scene import Scene
from onrecord.read.measures.who import states_of
from onrecord.read.voice import voice

_PRONOUNS = frozenset({"them", "those", "it", "they"})
_AGREEMENT_STEPS = frozenset({"signed", "ratified", "under-revision", "withdrawn"})
_STEPS = frozenset({"paused", "raised", "cut", "extended", "expired", "withdrawn", "struck-down"})

_MEANT: tuple[tuple[Instrument, frozenset[str]], ...] = (("tariff", _STEPS), ("trade-agreement", _AGREEMENT_STEPS))


def again(scene: Scene, memory: Memory) -> Iterator[Measure]:
    """The measures named last, with what a verb does to the pronouns that mean them."""
    for index, token in enumerate(scene.tokens):
        if token.text.lower() not in _PRONOUNS or token.dep not in ("dobj", "nsubjpass"):
            continue
        for instrument, steps in _MEANT:
            before = memory.last(instrument)
            if instrument == "tariff" and token.text.lower() == "it":
                continue
            if before is None or scene.number - before.sentence > 1:
                continue
            event = happening(scene, Reach(left=(), head=index, places=()), instrument)
            layer = next((layer for layer in event.chain if layer.verb), None)
            if layer is None or layer.step not in steps or event.action is None:
                continue
            yield from _rows(scene, index, layer, event, before)
            break


def _rows(scene: Scene, pronoun: int, layer: Layer, event: Happening, before: Named) -> Iterator[Measure]:
    following = [words[-1] for words, _ in scene.times if words.start in range(pronoun, pronoun + 4)]
    span = scene.sentence.span_of([pronoun, layer.index, *following])
    certainty, via = voice(scene.page, span)
    agreed = before.instrument == "trade-agreement"
    doers: tuple[str | None, ...] = before.imposers
    if agreed:
        doers = (
            states_of(scene, subject_of(scene.sentence, layer.index)) if layer.step in ("ratified", "withdrawn") else ()
        )
    for imposer in doers or (None,):
        for target in (None,) if agreed else before.targets or (None,):
            yield Measure(
                **scene.page.proof(span),
                certainty=certainty,
                via=via,
                rule="measures/again",
                instrument=before.instrument,
                scope=before.scope,
                imposer=imposer,
                target=target,
                parties=before.targets if agreed else (),
                products=before.products,
                hs=before.hs,
                rate=before.rates[0] if len(before.rates) == 1 else None,
                action=event.action,
                when=event.when,
                until=event.until,
            )
