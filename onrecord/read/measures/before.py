"""States named before a measure: who imposes ("US tariffs"), or who is hit ("China tariffs")."""

from onrecord.read.measures.reach import Reach
from onrecord.read.measures.scene import Scene

_WITHOUT_ADJECTIVE = frozenset({"US", "EU", "GB"})
"""States whose name is its own adjective: "US tariffs" are theirs, "China tariffs" are on China."""


def from_left(scene: Scene, around: Reach, *, wanted: bool) -> tuple[str, ...]:
    """States in the phrase before the noun: who imposes (``US tariffs``), or who is hit (``China tariffs``)."""
    found: list[str] = []
    for index in around.left:
        actor = scene.actors.get(index)
        if actor is None:
            continue
        for state in actor.states:
            named = scene.page.body[actor.start : actor.end].casefold() == actor.name.casefold()
            bare = actor.kind == "state" and named and state not in _WITHOUT_ADJECTIVE
            following = scene.tokens[index + 1] if index + 1 < len(scene.tokens) else None
            owned = following is not None and (following.tag == "POS" or following.text in ("'", "’"))
            imposing = (
                (not bare and not _owned(scene, around, index))
                or owned
                or scene.tokens[index].dep == "poss"
                or actor.how == "possessive"
            )
            if imposing == wanted and state not in found:
                found.append(state)
    return tuple(found)


def _owned(scene: Scene, around: Reach, index: int) -> bool:
    """Whether an adjective stands behind an owner: "his Chinese tariffs" are on China."""
    return any(scene.tokens[other].tag in ("PRP$", "POS") and other < index for other in around.left) and scene.tokens[
        index
    ].dep in ("amod", "compound")


def marked(scene: Scene, noun: int) -> tuple[str, ...]:
    """The owner right before a noun, where the parser missed the mark: "the United States’ plan"."""
    marked = noun > 1 and scene.tokens[noun - 1].text in ("’", "'", "'s", "’s")
    return scene.states([noun - 2]) if marked else ()
