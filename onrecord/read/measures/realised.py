"""The action of what nobody only proposes or threatens: by tense, modal and who says it."""

from collections.abc import Sequence
from typing import get_args

from onrecord.find.frames.grammar import subject_of
from onrecord.model.assertion import Action
from onrecord.read.measures.layers import Layer
from onrecord.read.measures.moods import acts, aims, conditional, modal, negated, reported
from onrecord.read.measures.scene import Scene
from onrecord.read.measures.vocabulary import words
from onrecord.read.measures.when import start

ACTIONS: dict[str, Action] = {action: action for action in get_args(Action)}
IFFY: dict[str, Action] = {"would": "proposed", "could": "threatened", "might": "threatened", "may": "threatened"}
"""What a rise or cut is that is not said to come for certain."""
_MUST = frozenset({"must", "should", "ought", "need"})


def realised(scene: Scene, base: Layer, chain: Sequence[Layer]) -> Action | None:
    """The action of a step that nobody only proposes or threatens."""
    may = modal(scene, base.index) if base.verb else ""
    above = {layer.step for layer in chain[chain.index(base) :]}
    wanted = may in _MUST or "want" in above or ("object" in above and base.step != "impose")
    if may == "should" and any(scene.tokens[child].lemma == "have" for child in scene.sentence.children[base.index]):
        return "in-force"  # "should not have imposed"
    if base.step in ("impose", "covers"):
        return "proposed" if wanted else _imposed(scene, base, chain)
    if base.step == "announce":
        return "announced"
    if base.step == "remain":
        return "in-force"
    if base.step in ("withdrawn", "struck-down", "paused") and base.verb and not wanted:
        promised = reported(scene, chain) and (acts(scene, base.index) or base.how == "nsubjpass")
        if (may in IFFY and not promised) or aims(scene, base, chain):
            return "in-force"
    agreed = base.verb and any(
        scene.tokens[head].lemma in words("agreed") for head in subject_of(scene.sentence, base.index)
    )
    promised = agreed or (may == "would" and base.verb and reported(scene, chain) and acts(scene, base.index))
    if base.step in ("raised", "cut") and base.verb and may in IFFY and not wanted and not promised:
        return IFFY[may] if base.step == "raised" or may == "would" else None
    if base.step == "exempted" and (wanted or not base.verb):
        return None
    if base.verb and negated(scene, base):
        return None
    if wanted:
        return "in-force"
    return ACTIONS.get(base.step)


def _imposed(scene: Scene, base: Layer, chain: Sequence[Layer]) -> Action | None:
    """Whether what is imposed is in force, announced or threatened: by tense and modal."""
    may = modal(scene, base.index)
    told = reported(scene, chain)
    announced = any(layer.step == "announce" for layer in chain)
    if negated(scene, base):
        if conditional(scene):
            return "threatened"
        return "withdrawn" if may in ("will", "would") and base.how == "nsubjpass" else None
    if not base.verb:
        return "announced" if announced else "in-force"
    if may in ("will", "shall", "'ll", "’ll"):
        return "in-force" if start(scene, base.index) is not None else "announced"
    if may == "would":
        if told and start(scene, base.index) is not None:
            return "in-force"
        return "announced" if announced or (told and acts(scene, base.index)) else "proposed"
    if may in ("could", "might", "may", "can"):
        return "threatened"
    if may:
        return "proposed"
    token = scene.tokens[base.index]
    if announced:
        return "announced"
    if any(scene.tokens[child].tag == "TO" for child in scene.sentence.children[base.index]):
        return "announced" if start(scene, base.index) is None and not aims(scene, base, chain) else "in-force"
    if token.tag == "VBG" and token.dep in ("csubj", "nsubj") and modal(scene, token.head) in IFFY:
        return "proposed"  # "imposing duties would hurt"
    if token.tag == "VBG" and any(
        scene.tokens[child].dep == "aux" and scene.tokens[child].tag in ("VBZ", "VBP")
        for child in scene.sentence.children[base.index]
    ):
        return "announced" if start(scene, base.index) is None and base.how != "relcl" else "in-force"
    return "in-force"
