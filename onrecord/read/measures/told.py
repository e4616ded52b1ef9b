"""Rates that a verb tells: "the tariff stays at 50 percent", "raised the duties to 25 percent"."""

from collections.abc import Sequence, Set

from onrecord.read.measures.goods import Rate, rate_at
from onrecord.read.measures.layers import Layer
from onrecord.read.measures.reach import Reach
from onrecord.read.measures.scene import Scene
from onrecord.read.measures.vocabulary import words

_LINKS = frozenset({"at", "to", "of", "between", "as"})
_CLIMB = 5


def told_rate(scene: Scene, around: Reach, chain: Sequence[Layer]) -> Rate | None:
    """The rate to which a verb brings the measure that is its subject or object, or at which it stands."""
    verbs = {layer.index for layer in chain if layer.verb and layer.how in ("nsubj", "nsubjpass", "dobj")}
    token = scene.tokens[around.head]
    if token.dep in ("nsubj", "nsubjpass", "dobj"):
        verbs.add(token.head)
    found = told_rates(scene, {verb for verb in verbs if _tells(scene, verb)}, around.last)
    return found[-1] if found else None


def told_rates(scene: Scene, verbs: Set[int], behind: int) -> list[Rate]:
    """The rates that these verbs tell, or verbs that go on with them, after the word ``behind``."""
    found: list[Rate] = []
    for first, amount in scene.percents.items():
        last = next((at for at in range(first, len(scene.tokens)) if scene.tokens[at].end >= amount.end), first)
        before = scene.tokens[first - 1].text.lower() if first else ""
        after = scene.tokens[last + 1].text.lower() if last + 1 < len(scene.tokens) else ""
        old = before == "from" and amount.high is None
        if first <= behind or old or before in ("by", "than") or after == "of":
            continue
        governor = _governor(scene, last)
        if governor is None or not any(governor == verb or _goes_on(scene, governor, verb) for verb in verbs):
            continue
        if not found or before == "to":
            found.append(rate_at(scene, first))
    return found


def _tells(scene: Scene, verb: int) -> bool:
    return scene.tokens[verb].lemma in words("told") | {"be"}


def _governor(scene: Scene, last: int) -> int | None:
    """The verb that brings a percentage as its complement or by ``at``, ``to`` or ``of``."""
    at = last
    for _ in range(_CLIMB):
        token = scene.tokens[at]
        if token.head == at or token.dep not in (
            "pobj",
            "prep",
            "attr",
            "dobj",
            "npadvmod",
            "nummod",
            "acomp",
            "conj",
            "advmod",
        ):
            return None
        if token.dep == "prep" and token.text.lower() not in _LINKS | {"from"}:
            return None
        at = token.head
        if scene.is_verb(at):
            return at
    return None


def _goes_on(scene: Scene, verb: int, first: int) -> bool:
    """Whether the verb goes on with the one before: "would rise, reaching 25 percent"."""
    token = scene.tokens[verb]
    return token.head == first and token.dep in ("advcl", "conj", "xcomp") and token.lemma in words("told")
