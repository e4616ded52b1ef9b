"""The action of a trade agreement."""

from collections.abc import Sequence

from onrecord.model.assertion import Action
from onrecord.read.measures.layers import Layer
from onrecord.read.measures.moods import modal, negated, supposed
from onrecord.read.measures.realised import ACTIONS
from onrecord.read.measures.scene import Scene

_MEANS = frozenset(
    {"intend", "plan", "prepare", "pledge", "promise", "consider", "mull", "weigh", "threat", "vow", "intention"}
)
"""Verbs and nouns of who means to leave an agreement."""


def agreement(scene: Scene, chain: Sequence[Layer], hints: Sequence[str]) -> tuple[Action | None, bool]:
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
        if supposed(scene, layer):
            return ("proposed", True) if step in ("concluded", "signed") else (None, False)
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
            return ("proposed" if ahead else "announced" if layer.verb else None), True
        if step == "signed":
            hoped = any(other.step == "proposed" for other in outer) and not layer.verb
            return ("proposed" if coming or hoped else "signed"), True
        if step == "ratified":
            return "ratified", True
        if step == "withdrawn":
            if any(scene.tokens[other.index].lemma in ("threaten", "threat", "warn", "vow") for other in chain):
                return "threatened", True
            if negated(scene, layer):
                return None, True
            over = scene.tokens[scene.tokens[layer.index].head] if scene.tokens[layer.index].dep == "acl" else None
            meant = any(scene.tokens[other.index].lemma in _MEANS for other in chain[position + 1 :]) or (
                over is not None and over.lemma in _MEANS
            )
            return ("threatened" if meant else None if coming else "withdrawn"), True
        if step == "impose":
            return ("in-force" if not coming else None), True
        return ACTIONS.get(step), True
    return None, False


def _ahead(scene: Scene, layer: Layer) -> bool:
    """Whether a gerund speaks of what is still to come: "hopes of reaching a deal", not "after reaching a deal"."""
    token = scene.tokens[layer.index]
    if not layer.verb or token.tag != "VBG" or token.dep != "pcomp":
        return False
    return scene.tokens[token.head].text.lower() in ("about", "of", "to", "toward", "towards", "in", "at", "on", "as")


def _coming(scene: Scene, verb: int) -> bool:
    if modal(scene, verb):
        return True
    token = scene.tokens[verb]
    return token.tag == "VB" and any(scene.tokens[child].tag == "TO" for child in scene.sentence.children[verb])
