"""Moods of what happens to a measure: what may be, what is denied, what is only supposed or reported."""

from collections.abc import Sequence

from onrecord.find.frames.grammar import subject_of
from onrecord.read.measures.layers import Layer
from onrecord.read.measures.scene import Scene
from onrecord.read.measures.vocabulary import words


def modal(scene: Scene, verb: int) -> str:
    """The modal of a verb, or of the verb that it is conjoined with, or ""."""
    at = verb
    for _ in range(3):
        for child in scene.sentence.children[at]:
            if scene.tokens[child].tag == "MD":
                return scene.tokens[child].text.lower()
        token = scene.tokens[at]
        if token.dep != "conj" or token.head == at or token.tag != "VB":
            return ""
        at = token.head
    return ""


def negated(scene: Scene, layer: Layer) -> bool:
    """Whether the verb is denied."""
    return any(scene.tokens[child].dep == "neg" for child in scene.sentence.children[layer.index])


def supposed(scene: Scene, layer: Layer) -> bool:
    """Whether the layer is a condition: "if they impose"."""
    return layer.verb and any(
        scene.tokens[child].text.lower() in ("if", "unless", "whether") and scene.tokens[child].dep == "mark"
        for child in scene.sentence.children[layer.index]
    )


def conditional(scene: Scene) -> bool:
    """Whether the sentence has an "if"."""
    return any(token.text.lower() in ("if", "unless") for token in scene.tokens)


def on_condition(scene: Scene, chain: Sequence[Layer]) -> bool:
    """Whether it will only happen if something else does: "would raise duties if talks failed"."""
    return any(
        scene.tokens[child].dep == "advcl"
        and any(
            scene.tokens[mark].text.lower() in ("if", "unless") and scene.tokens[mark].dep == "mark"
            for mark in scene.sentence.children[child]
        )
        for layer in chain
        if layer.verb
        for child in scene.sentence.children[layer.index]
    )


def denied(scene: Scene, layer: Layer) -> bool:
    """Whether the noun is denied: "no plan to"."""
    return not layer.verb and any(scene.tokens[child].lemma == "no" for child in scene.sentence.children[layer.index])


def reported(scene: Scene, chain: Sequence[Layer]) -> bool:
    """Whether somebody says it, or a letter or statement does."""
    return any(layer.verb and scene.tokens[layer.index].lemma in words("says") for layer in chain)


def aims(scene: Scene, base: Layer, chain: Sequence[Layer]) -> bool:
    """Whether it is only what something is for: "the power to impose", "a bill to end"."""
    token = scene.tokens[base.index]
    aimed = token.dep in ("acl", "relcl") and any(
        scene.tokens[child].tag == "TO" for child in scene.sentence.children[base.index]
    )
    return aimed and not any(layer.step for layer in chain[chain.index(base) + 1 :])


def acts(scene: Scene, verb: int) -> bool:
    """Whether the verb's subject is somebody who can impose, not a thing that has an effect."""
    return any(index in scene.actors or scene.tokens[index].pos == "PRON" for index in subject_of(scene.sentence, verb))
