"""A measure that a pronoun means: "but later paused them to July"."""

from collections.abc import Iterator

from onrecord.model.assertion import Measure
from onrecord.read.measures.chain import Memory
from onrecord.read.measures.happening import happening
from onrecord.read.measures.reach import Reach
from onrecord.read.measures.scene import Scene
from onrecord.read.voice import voice

_PRONOUNS = frozenset({"them", "those", "it", "they"})
_STEPS = frozenset({"paused", "raised", "cut", "extended", "expired", "withdrawn", "struck-down"})


def again(scene: Scene, memory: Memory) -> Iterator[Measure]:
    """The rows of the tariff named last, with what a verb does to the pronoun that means it."""
    before = memory.last("tariff")
    if before is None or scene.number - before.sentence > 1 or not before.imposers:
        return
    for index, token in enumerate(scene.tokens):
        if token.text.lower() not in _PRONOUNS or token.dep not in ("dobj", "nsubjpass") or index in scene.actors:
            continue
        around = Reach(left=(), head=index, places=())
        event = happening(scene, around, "tariff")
        step = next((layer for layer in event.chain if layer.verb), None)
        if step is None or step.step not in _STEPS or event.action is None:
            continue
        last = max(
            [index, step.index, *(words[-1] for words, _ in scene.times if words.start in range(index, index + 4))]
        )
        span = scene.sentence.span_of([min(index, step.index), last])
        certainty, via = voice(scene.page, span)
        for imposer in before.imposers:
            for target in before.targets or (None,):
                yield Measure(
                    **scene.page.proof(span),
                    certainty=certainty,
                    via=via,
                    rule="measures/again",
                    instrument="tariff",
                    scope=before.scope,
                    imposer=imposer,
                    target=target,
                    products=before.products,
                    hs=before.hs,
                    rate=before.rates[0] if len(before.rates) == 1 else None,
                    action=event.action,
                    when=event.when,
                    until=event.until,
                )
