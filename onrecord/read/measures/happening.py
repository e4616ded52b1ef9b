"""What happens to a measure, from the layers above its noun and the clauses on it."""

from collections.abc import Sequence
from typing import get_args

import msgspec

from onrecord.find.frames.grammar import subject_of
from onrecord.model.assertion import Action, Instrument
from onrecord.model.days import Days
from onrecord.read.measures.layers import Layer, inner, layers
from onrecord.read.measures.reach import Reach
from onrecord.read.measures.scene import Scene
from onrecord.read.measures.vocabulary import actions, words
from onrecord.read.measures.when import start, until, when

_NEWS = frozenset({"paused", "raised", "cut", "extended", "exempted", "expired", "withdrawn", "struck-down"})
_OVERRULES = frozenset({"paused", "extended", "open", "withdrawn"})
"""Steps that, above what is imposed, say what becomes of it: "held off from imposing"."""
_RELIEF = frozenset({"cut", "paused", "exempted", "withdrawn", "extended"})
_MUST = frozenset({"must", "should", "ought", "need"})
_ACTIONS: dict[str, Action] = {action: action for action in get_args(Action)}
_IFFY: dict[str, Action] = {"would": "proposed", "could": "threatened", "might": "threatened", "may": "threatened"}
"""What a rise or cut is that is not said to come for certain."""


class Happening(msgspec.Struct, frozen=True, kw_only=True):
    """An action with its days, and the layers that say it; ``known`` is whether any word said so."""

    action: Action | None = None
    said: bool = False
    when: Days | None = None
    until: Days | None = None
    chain: tuple[Layer, ...] = ()


def happening(scene: Scene, around: Reach, instrument: Instrument) -> Happening:
    """What the sentence says happens to the measure whose words are ``around``."""
    on_it = inner(scene, around.head, instrument)
    above = layers(scene, around.head, instrument)
    above = [layer for layer in above if not _only_warns(scene, layer, above)]
    hints = [
        step
        for index in around.left
        if (step := actions(instrument).adjectives.get(scene.tokens[index].text.lower())) is not None
    ] or _carried(scene, around.head, instrument)
    decide = _agreement if instrument == "trade-agreement" else _measure
    first, second = (above, on_it) if instrument == "trade-agreement" or _above_says(scene, above) else (on_it, above)
    for chain in (first, second):
        action, said = decide(scene, chain, hints)
        if said and (action is not None or chain is second or chain is above):
            begun = when(scene, chain, action, around)
            return Happening(
                action=action,
                said=True,
                when=begun,
                until=until(scene, chain, action, begun),
                chain=(*chain, *(layer for layer in above if layer not in chain)),
            )
    fallback = _ACTIONS.get(hints[0]) if hints else None
    return Happening(action=fallback, said=bool(hints), when=when(scene, above, fallback, around), chain=tuple(above))


def _carried(scene: Scene, head: int, instrument: Instrument) -> list[str]:
    """What adjectives say of the noun that the measure stands behind: "a proposed round of duties"."""
    at = head
    for _ in range(4):
        token = scene.tokens[at]
        if token.head == at or token.dep not in ("pobj", "prep", "nmod", "compound"):
            break
        at = token.head
        if scene.tokens[at].pos == "ADP":
            continue
        if scene.tokens[at].text.lower() not in words("carrier"):
            break
        for child in scene.sentence.children[at]:
            step = actions(instrument).adjectives.get(scene.tokens[child].text.lower())
            if step is not None and child < at:
                return [step]
    return []


def done(scene: Scene, chain: Sequence[Layer]) -> Action | None:
    """The action of a measure that a verb names itself; ``chain`` begins with that verb."""
    return _measure(scene, chain, ())[0]


def _above_says(scene: Scene, above: Sequence[Layer]) -> bool:
    """Whether the layers above are news of the measure, so that a clause on its noun only says which one is meant."""
    if any(layer.step in ("want", "object", "open", "averted") for layer in above):
        return False
    return any(layer.step in _NEWS or (layer.verb and layer.step and _negated(scene, layer)) for layer in above)


def _measure(scene: Scene, chain: Sequence[Layer], hints: Sequence[str]) -> tuple[Action | None, bool]:
    """The action of anything that a state imposes, and whether any word said so."""
    chain = [layer for layer in chain if layer.step != "covers" or _modal(scene, layer.index)]
    steps = [layer.step for layer in chain if layer.step]
    if not steps:
        return None, False
    base = next((layer for layer in chain if layer.step not in ("", "want", "object", "proposed", "threatened")), None)
    if base is not None and base.step in ("impose", "covers", "raised"):
        base = next((layer for layer in chain[chain.index(base) :] if layer.step in _OVERRULES), base)
    mood = next((step for step in (*hints, *steps) if step in ("proposed", "threatened")), None)
    if "open" in steps or "averted" in steps or any(_denied(scene, layer) for layer in chain):
        return None, True
    if any(_if(scene, layer) for layer in chain):
        return ("threatened" if base is not None and base.step in ("impose", "raised") else None), True
    if base is not None and base.step in ("paused", "withdrawn", "struck-down", "expired"):
        inside = {layer.step for layer in chain[: chain.index(base)]} | set(hints)
        outside = {layer.step for layer in chain[chain.index(base) :]}
        dropped = "proposed" in inside and not (base.verb and _negated(scene, base)) and "want" not in outside
        if "threatened" in inside or dropped:
            return _ACTIONS[base.step], True
    if (
        base is not None
        and base.step == "impose"
        and base.verb
        and _modal(scene, base.index) in ("could", "might", "may")
    ):
        return "threatened", True
    if mood == "proposed" and steps[-1] == "announce" and scene.tokens[chain[-1].index].lemma in ("announce", "unveil"):
        return "announced", True
    if mood == "threatened" and base is not None and base.step in _RELIEF:
        mood = None  # a promise of relief is no threat
    if mood is not None:
        return _ACTIONS[mood], True
    if base is None:
        return None, False
    action = _realised(scene, base, chain)
    if (
        action in ("announced", "proposed")
        and base.step in ("impose", "raised", "covers")
        and _on_condition(scene, chain)
    ):
        return "threatened", True
    return action, True


def _only_warns(scene: Scene, layer: Layer, chain: Sequence[Layer]) -> bool:
    """Whether a warning is about what a measure does, not a threat to impose it."""
    warned = layer.verb and scene.tokens[layer.index].lemma == "warn"
    return warned and not any(
        other.step in ("impose", "raised", "threatened") and other is not layer for other in chain
    )


def _realised(scene: Scene, base: Layer, chain: Sequence[Layer]) -> Action | None:
    """The action of a step that nobody only proposes or threatens."""
    modal = _modal(scene, base.index) if base.verb else ""
    above = {layer.step for layer in chain[chain.index(base) :]}
    wanted = modal in _MUST or "want" in above or ("object" in above and base.step != "impose")
    if base.step in ("impose", "covers"):
        return "proposed" if wanted else _imposed(scene, base, chain)
    if base.step == "announce":
        return "announced"
    if base.step == "remain":
        return "in-force"
    if base.step in ("withdrawn", "struck-down", "paused") and base.verb and not wanted:
        promised = _reported(scene, chain) and _acts(scene, base.index)
        if (modal in _IFFY and not promised) or _aim(scene, base, chain):
            return "in-force"
    promised = modal == "would" and base.verb and _reported(scene, chain) and _acts(scene, base.index)
    if base.step in ("raised", "cut") and base.verb and modal in _IFFY and not wanted and not promised:
        return _IFFY[modal] if base.step == "raised" or modal == "would" else None
    if base.step == "exempted" and (wanted or not base.verb):
        return None
    if base.verb and _negated(scene, base):
        return None
    if wanted:
        return "in-force"
    return _ACTIONS.get(base.step)


def _imposed(scene: Scene, base: Layer, chain: Sequence[Layer]) -> Action | None:
    """Whether what is imposed is in force, announced or threatened: by tense and modal."""
    modal = _modal(scene, base.index)
    reported = _reported(scene, chain)
    announced = any(layer.step == "announce" for layer in chain)
    if _negated(scene, base):
        if _conditional(scene):
            return "threatened"
        return "withdrawn" if modal in ("will", "would") and base.how == "nsubjpass" else None
    if not base.verb:
        return "announced" if announced else "in-force"
    if modal in ("will", "shall", "'ll", "’ll"):
        return "in-force" if start(scene, base.index) is not None else "announced"
    if modal == "would":
        if reported and start(scene, base.index) is not None:
            return "in-force"
        return "announced" if announced or (reported and _acts(scene, base.index)) else "proposed"
    if modal in ("could", "might", "may", "can"):
        return "threatened"
    if modal:
        return "proposed"
    token = scene.tokens[base.index]
    if announced:
        return "announced"
    if any(scene.tokens[child].tag == "TO" for child in scene.sentence.children[base.index]):
        return "announced" if start(scene, base.index) is None and not _aim(scene, base, chain) else "in-force"
    if token.tag == "VBG" and any(
        scene.tokens[child].dep == "aux" and scene.tokens[child].tag in ("VBZ", "VBP")
        for child in scene.sentence.children[base.index]
    ):
        return "announced" if start(scene, base.index) is None and base.how != "relcl" else "in-force"
    return "in-force"


def _aim(scene: Scene, base: Layer, chain: Sequence[Layer]) -> bool:
    """Whether it is only what something is for: "the power to impose", "a bill to end"."""
    token = scene.tokens[base.index]
    aimed = token.dep in ("acl", "relcl") and any(
        scene.tokens[child].tag == "TO" for child in scene.sentence.children[base.index]
    )
    return aimed and not any(layer.step for layer in chain[chain.index(base) + 1 :])


def _reported(scene: Scene, chain: Sequence[Layer]) -> bool:
    """Whether somebody says it, or a letter or statement does."""
    return any(layer.verb and scene.tokens[layer.index].lemma in words("says") for layer in chain)


def _acts(scene: Scene, verb: int) -> bool:
    """Whether the verb's subject is somebody who can impose, not a thing that has an effect."""
    return any(index in scene.actors or scene.tokens[index].pos == "PRON" for index in subject_of(scene.sentence, verb))


def _denied(scene: Scene, layer: Layer) -> bool:
    """Whether the noun is denied: "no plan to"."""
    return not layer.verb and any(scene.tokens[child].lemma == "no" for child in scene.sentence.children[layer.index])


def _if(scene: Scene, layer: Layer) -> bool:
    """Whether the layer is a condition: "if they impose"."""
    return layer.verb and any(
        scene.tokens[child].text.lower() in ("if", "unless", "whether") and scene.tokens[child].dep == "mark"
        for child in scene.sentence.children[layer.index]
    )


def _on_condition(scene: Scene, chain: Sequence[Layer]) -> bool:
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


def _conditional(scene: Scene) -> bool:
    return any(token.text.lower() in ("if", "unless") for token in scene.tokens)


def _agreement(scene: Scene, chain: Sequence[Layer], hints: Sequence[str]) -> tuple[Action | None, bool]:
    """The action of an agreement, and whether any word said so."""
    if (
        chain
        and chain[0].step == "ratified"
        and scene.tokens[chain[0].index].tag in ("VBG", "VB")
        and "proposed" in hints
    ):
        return "proposed", True
    if "proposed" in hints and not any(layer.step in ("signed", "ratified", "withdrawn") for layer in chain[:2]):
        return "proposed", True
    for position, layer in enumerate(chain):
        step = layer.step
        if layer.verb and not step and position == 0 and layer.how.startswith("prep:"):
            return None, False  # "met him on the deal"
        if step == "withdrawn" and layer.how != "dobj" and scene.tokens[layer.index].lemma in ("leave", "end", "drop"):
            continue
        if _if(scene, layer):
            return None, True
        if not step or (layer.how == "ccomp" and position > 0):
            continue
        outer = [other for other in chain[position + 1 :] if other.step]
        coming = layer.verb and _coming(scene, layer.index)
        if step in ("announce", "remain", "open", "want", "object", "paused", "cut", "raised"):
            continue
        if step == "concluded":
            ahead = (
                coming
                or _ahead(scene, layer)
                or any(other.step == "proposed" for other in outer)
                or "proposed" in hints
            )
            return ("proposed" if ahead else None), True
        if step == "signed":
            hoped = any(other.step == "proposed" for other in outer) and not layer.verb
            return ("proposed" if coming or hoped else "signed"), True
        if step == "ratified":
            return "ratified", True
        if step == "withdrawn":
            if any(scene.tokens[other.index].lemma in ("threaten", "threat", "warn", "vow") for other in chain):
                return "threatened", True
            return (None if coming or _negated(scene, layer) else "withdrawn"), True
        if step == "impose":
            return ("in-force" if not coming else None), True
        return _ACTIONS.get(step), True
    return None, False


def _under_way(scene: Scene, layer: Layer) -> bool:
    """Whether it is being done: "a deal is being hammered out"."""
    auxiliaries = {
        scene.tokens[child].text.lower()
        for child in scene.sentence.children[layer.index]
        if scene.tokens[child].dep in ("aux", "auxpass")
    }
    going_on = scene.tokens[layer.index].tag == "VBG" and auxiliaries & {"is", "are", "was", "were"}
    return layer.verb and ("being" in auxiliaries or bool(going_on))


def _ahead(scene: Scene, layer: Layer) -> bool:
    """Whether a gerund speaks of what is still to come: "hopes of reaching a deal", not "after reaching a deal"."""
    token = scene.tokens[layer.index]
    if not layer.verb or token.tag != "VBG" or token.dep != "pcomp":
        return False
    return scene.tokens[token.head].text.lower() in ("about", "of", "to", "toward", "towards", "in", "at", "on")


def _coming(scene: Scene, verb: int) -> bool:
    if _modal(scene, verb):
        return True
    token = scene.tokens[verb]
    return token.tag == "VB" and any(scene.tokens[child].tag == "TO" for child in scene.sentence.children[verb])


def _modal(scene: Scene, verb: int) -> str:
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


def _negated(scene: Scene, layer: Layer) -> bool:
    return any(scene.tokens[child].dep == "neg" for child in scene.sentence.children[layer.index])
