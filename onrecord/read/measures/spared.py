"""Exemptions told without the measure beside them: "Peru and Chile would be spared"."""

from collections.abc import Iterator, Sequence

from onrecord.model.assertion import Action, Measure
from onrecord.read.measures.chain import Memory
from onrecord.read.measures.layers import Layer
from onrecord.read.measures.moods import modal, negated, on_condition
from onrecord.read.measures.scene import Scene
from onrecord.read.measures.triggers import Trigger
from onrecord.read.measures.vocabulary import words
from onrecord.read.measures.who import states_of
from onrecord.read.voice import voice

_RECENT = 2
"""How many sentences back the measure may stand."""


def spared(scene: Scene, others: Sequence[Trigger], memory: Memory) -> Iterator[Measure]:
    """The states that are exempted from the tariff named last, where the sentence names none."""
    before = memory.last("tariff")
    if before is None or others or scene.number - before.sentence > _RECENT:
        return
    for index, token in enumerate(scene.tokens):
        if token.lemma not in words("spares"):
            continue
        verb = index if scene.is_verb(index) else token.head
        children = scene.sentence.children[verb]
        passive = any(scene.tokens[child].dep == "auxpass" for child in children)
        if not (passive and verb == index) and not (token.pos == "ADJ" and scene.tokens[verb].lemma == "be"):
            continue
        layer = Layer(index=verb, how="nsubjpass")
        if negated(scene, layer) or modal(scene, verb) in ("could", "might", "may", "should", "must"):
            continue
        states = states_of(scene, [child for child in children if scene.tokens[child].dep in ("nsubj", "nsubjpass")])
        span = scene.sentence.span_of([*(at for at in scene.sentence.subtree(verb) if at <= index), index])
        certainty, via, steps = voice(scene.page, span)
        action: Action | None = None if on_condition(scene, [layer]) else "exempted"
        for imposer in before.imposers or (None,):
            for state in states:
                if state == imposer:
                    continue
                yield Measure(
                    **scene.page.proof(span),
                    certainty=certainty,
                    via=via,
                    steps=steps,
                    rule="measures/spared",
                    instrument="tariff",
                    scope=before.scope,
                    imposer=imposer,
                    target=state,
                    products=before.products,
                    hs=before.hs,
                    action=action,
                )
