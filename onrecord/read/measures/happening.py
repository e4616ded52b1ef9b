"""What happens to a measure, from the layers above its noun and the clauses on it."""

from collections.abc import Sequence

import msgspec

from onrecord.find.frames.grammar import subject_of
from onrecord.model.assertion import Action, Instrument
from onrecord.model.days import Days
from onrecord.read.measures.agreed import agreement
from onrecord.read.measures.layers import Layer, inner, layers
from onrecord.read.measures.moods import denied, modal, negated, on_condition, supposed
from onrecord.read.measures.reach import Reach
from onrecord.read.measures.realised import ACTIONS, IFFY, realised
from onrecord.read.measures.scene import Scene
from onrecord.read.measures.until import until
from onrecord.read.measures.vocabulary import actions, words
from onrecord.read.measures.when import when

_NEWS = frozenset({"paused", "raised", "cut", "extended", "exempted", "expired", "withdrawn", "struck-down"})
_OVERRULES = frozenset({"paused", "extended", "open", "withdrawn"})
"""Steps that, above what is imposed, say what becomes of it: "held off from imposing"."""
_RELIEF = frozenset({"cut", "paused", "exempted", "withdrawn", "extended"})


class Happening(msgspec.Struct, frozen=True, kw_only=True):
    """An action with its days, and the layers that say it; ``known`` is whether any word said so."""

    action: Action | None = None
    said: bool = False
    when: Days | None = None
    until: Days | None = None
    chain: tuple[Layer, ...] = ()


def happening(scene: Scene, around: Reach, instrument: Instrument) -> Happening:
    """What the sentence says happens to the measure whose words are ``around``."""
    above = layers(scene, around.head, instrument)
    on_it = inner(scene, around.head, instrument) or _of_whole(scene, above, instrument)
    above = [layer for layer in above if not _only_warns(scene, layer, above)]
    hints = [
        step
        for index in around.left
        if (step := actions(instrument).adjectives.get(scene.tokens[index].text.lower())) is not None
    ] or _carried(scene, around.head, instrument)
    decide = agreement if instrument == "trade-agreement" else _measure
    first, second = (above, on_it) if instrument == "trade-agreement" or _above_says(scene, above) else (on_it, above)
    for chain in (first, second):
        action, said = decide(scene, chain, hints)
        if said and (action is not None or chain is second or chain is above):
            begun = when(scene, chain, action, around, second if chain is first else ())
            return Happening(
                action=action,
                said=True,
                when=begun,
                until=until(scene, chain, action, begun),
                chain=(*chain, *(layer for layer in above if layer not in chain)),
            )
    fallback = ACTIONS.get(hints[0]) if hints else None
    return Happening(action=fallback, said=bool(hints), when=when(scene, above, fallback, around), chain=tuple(above))


def _of_whole(scene: Scene, above: Sequence[Layer], instrument: Instrument) -> list[Layer]:
    """The clauses on what a measure is part of: "the duties, which start in May, include 9 percent on cheese"."""
    if not above or above[0].how != "dobj" or scene.tokens[above[0].index].lemma not in words("wholes"):
        return []
    return [layer for head in subject_of(scene.sentence, above[0].index) for layer in inner(scene, head, instrument)]


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
    return any(layer.step in _NEWS or (layer.verb and layer.step and negated(scene, layer)) for layer in above)


def _measure(scene: Scene, chain: Sequence[Layer], hints: Sequence[str]) -> tuple[Action | None, bool]:
    """The action of anything that a state imposes, and whether any word said so."""
    chain = [layer for layer in chain if layer.step != "covers" or _covers(scene, layer)]
    chain = _without_false_mood(scene, chain)
    steps = [layer.step for layer in chain if layer.step]
    if not steps:
        return _to_be(scene, chain)
    base = next((layer for layer in chain if layer.step not in ("", "want", "object", "proposed", "threatened")), None)
    if base is not None and base.step in ("impose", "covers", "raised"):
        base = next((layer for layer in chain[chain.index(base) :] if layer.step in _OVERRULES), base)
    if base is not None and base.step == "paused":
        base = next((layer for layer in chain[chain.index(base) :] if layer.step == "extended" and layer.verb), base)
    if base is None and _sought(scene, chain):
        return "proposed", True
    # What is above a complaint is of the complaint: who plans to fight a duty plans no duty.
    own = steps[: steps.index("object")] if "object" in steps else steps
    raised = base is not None and base.verb and base.step in ("raised", "cut")
    mood = next((step for step in (*(() if raised else hints), *own) if step in ("proposed", "threatened")), None)
    if "open" in steps or "averted" in steps or any(denied(scene, layer) for layer in chain):
        return None, True
    if any(supposed(scene, layer) for layer in chain):
        return ("threatened" if base is not None and base.step in ("impose", "raised") else None), True
    if base is not None and base.step in ("paused", "withdrawn", "struck-down", "expired"):
        inside = {layer.step for layer in chain[: chain.index(base)]} | set(hints)
        outside = {layer.step for layer in chain[chain.index(base) :]}
        dropped = "proposed" in inside and not (base.verb and negated(scene, base)) and "want" not in outside
        if "threatened" in inside or dropped:
            return ACTIONS[base.step], True
    if (
        base is not None
        and base.step == "impose"
        and base.verb
        and modal(scene, base.index) in ("could", "might", "may")
    ):
        return "threatened", True
    if mood == "proposed" and steps[-1] == "announce" and scene.tokens[chain[-1].index].lemma in ("announce", "unveil"):
        return "announced", True
    if mood == "threatened" and base is not None and base.step in _RELIEF:
        mood = None  # a promise of relief is no threat
    if mood is not None:
        return ACTIONS[mood], True
    if base is None:
        return None, False
    action = realised(scene, base, chain)
    if base.step in ("withdrawn", "cut") and base.verb and modal(scene, base.index) and on_condition(scene, chain):
        return "in-force", True  # "will only come off if"
    if (
        action in ("announced", "proposed")
        and base.step in ("impose", "raised", "covers")
        and on_condition(scene, chain)
    ):
        return "threatened", True
    return action, True


def _sought(scene: Scene, chain: Sequence[Layer]) -> bool:
    """Whether somebody wants a measure that is not there yet: "sought a 9 percent duty"."""
    layer = chain[0]
    if not layer.verb or layer.how != "dobj" or scene.tokens[layer.index].lemma not in words("seeks"):
        return False
    objects = [child for child in scene.sentence.children[layer.index] if scene.tokens[child].dep == "dobj"]
    return any(
        scene.tokens[child].text.lower() in ("a", "an") for at in objects for child in scene.sentence.children[at]
    )


def _covers(scene: Scene, layer: Layer) -> bool:
    """Whether the measure will cover something, or be what something brings: not what it brings itself."""
    if not modal(scene, layer.index):
        return False
    return layer.how not in ("nsubj", "nsubjpass") or scene.tokens[layer.index].lemma not in words("brings")


def _without_false_mood(scene: Scene, chain: Sequence[Layer]) -> list[Layer]:
    """The chain to where a verb is read above what has happened already: nobody threatens what he has imposed."""
    for position, layer in enumerate(chain):
        lower = chain[position - 1] if position else None
        if lower is None or not lower.verb or layer.how != "ccomp" or layer.step not in ("threatened", "proposed"):
            continue
        auxiliaries = {scene.tokens[child].lemma for child in scene.sentence.children[lower.index]}
        if scene.tokens[lower.index].tag in ("VBD", "VBN") and "have" in auxiliaries and not modal(scene, lower.index):
            return list(chain[:position])
    return list(chain)


def _to_be(scene: Scene, chain: Sequence[Layer]) -> tuple[Action | None, bool]:
    """The action of a measure that only "is": "it will be a tariff on cars"."""
    if not chain or chain[0].how != "attr" or scene.tokens[chain[0].index].lemma != "be":
        return None, False
    may = modal(scene, chain[0].index)
    either = any(token.text.lower() in ("either", "or", "if", "unless") for token in scene.tokens)
    if may in ("will", "'ll", "’ll"):
        return ("threatened" if either else "announced"), True
    return IFFY.get(may), may in IFFY


def _only_warns(scene: Scene, layer: Layer, chain: Sequence[Layer]) -> bool:
    """Whether a warning is about what a measure does, not a threat to impose it."""
    warned = layer.verb and scene.tokens[layer.index].lemma == "warn"
    return warned and not any(
        other.step in ("impose", "raised", "threatened") and other is not layer for other in chain
    )
