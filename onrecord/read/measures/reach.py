"""Reach: the words around a measure's noun that belong to it, each with the place it stands in.

The parser hangs prepositions badly, so what follows the noun is read from left to right: a preposition opens a place
(``on``, ``by``, ``of``), and a verb that is not about the measure itself ends it.
"""

from collections.abc import Sequence

import msgspec

from onrecord.read.measures.layers import below, carriers, clauses
from onrecord.read.measures.scene import Scene
from onrecord.read.measures.triggers import Trigger
from onrecord.read.measures.vocabulary import Actions, actions, words

_PLACES = {
    **dict.fromkeys(("on", "upon", "against", "over", "across", "about", "regarding", "like", "including"), "on"),
    **dict.fromkeys(("targeting", "covering", "affecting", "hitting"), "on"),
    **dict.fromkeys(("of", "at"), "of"),
    **dict.fromkeys(("with", "between", "among", "involving"), "with"),
    **dict.fromkeys(("from", "around"), "from"),
    **{word: word for word in ("for", "by", "to", "as", "in", "than", "into")},
    "entering": "into",
}
"""The place that each word opens."""
_ENDS = frozenset({";", ":", "—", "–", "--", "(", "”", '"', "''", "..."})


class Reach(msgspec.Struct, frozen=True, kw_only=True):
    """The words before a measure's noun, in its phrase, and those after it by their place."""

    left: tuple[int, ...]
    head: int
    places: tuple[tuple[int, str], ...]

    @property
    def last(self) -> int:
        """The last word."""
        return self.places[-1][0] if self.places else self.head

    @property
    def first(self) -> int:
        """The first word."""
        return self.left[0] if self.left else self.head

    @property
    def indices(self) -> list[int]:
        """All words but the noun itself (the noun alone where there are no others)."""
        return [*self.left, *(index for index, _ in self.places)] or [self.head]

    def at(self, *places: str) -> list[int]:
        """The words after the noun that stand in these places."""
        return [index for index, place in self.places if place in places]


def reach(scene: Scene, trigger: Trigger, others: Sequence[Trigger] = ()) -> Reach:
    """The words around ``trigger``; the phrases of ``others`` do not belong to it."""
    left = _left(scene, trigger)
    before = max((other.head for other in others if other.head < trigger.first), default=-1)
    stops = frozenset((_left(scene, other) or (other.first,))[0] for other in others if other.first > trigger.head)
    own = tuple(index for index in left if index > before)
    return Reach(left=own, head=trigger.head, places=_right(scene, trigger, stops))


def _left(scene: Scene, trigger: Trigger) -> tuple[int, ...]:
    top = trigger.head
    while scene.tokens[top].dep in ("compound", "nmod") and scene.tokens[top].head > top:
        top = scene.tokens[top].head  # "an early Friday tariff rate increase"
    below = set(scene.sentence.subtree(top)) | set(scene.sentence.subtree(trigger.head))
    at = trigger.first
    while at > 0:
        token = scene.tokens[at - 1]
        inside = at - 1 in below or (token.pos in ("ADJ", "NUM", "PUNCT", "SYM") and at - 2 in below)
        if not inside or (scene.is_verb(at - 1) and token.tag not in ("VBN", "VBG", "VBD")):
            break
        hyphened = at > 1 and scene.tokens[at - 2].text == "-" and scene.tokens[at].text == "-"  # "tit-for-tat"
        if (token.dep == "prep" or token.pos == "ADP") and not hyphened:
            break
        if token.text in _ENDS - {"”", '"', "''"} or token.tag in ("MD", "PRP"):
            break
        at -= 1
    return tuple(range(at, trigger.head))


def _right(scene: Scene, trigger: Trigger, stops: frozenset[int]) -> tuple[tuple[int, str], ...]:
    steps = actions(trigger.row.instrument)
    found: list[tuple[int, str]] = []
    place = "noun"
    led = _led_to(scene, trigger.head, steps)
    for index in range(trigger.head + 1, len(scene.tokens)):
        token = scene.tokens[index]
        word = token.text.lower()
        if word == "as" and not _compares(scene, index):
            break
        if index in stops or word in _ENDS or word in words("ending"):
            if token.text in ("”", '"', "''") and index == trigger.head + 1:
                continue
            break
        if token.dep == "mark" and word == "that":
            break
        if word == "along" and not any(at in scene.actors for at in (index + 2, index + 3)):
            break
        if token.tag == "MD" or (token.tag in ("VBD", "VBZ", "VBP", "VB", "VBN", "VBG") and token.pos != "ADJ"):
            verb = token.lemma
            participle = token.tag in ("VBN", "VBG", "VBD") and (
                token.dep in ("acl", "amod", "relcl", "prep") or (token.dep == "conj" and token.head > trigger.head)
            )
            if token.dep == "amod" and token.head > index:
                pass
            elif index in led:
                place = "noun"
            elif word in _PLACES or (participle and verb in words("reached")):
                place = "on" if token.tag == "VBG" or verb in ("aim", "level", "direct", "focus") else "noun"
            elif (token.dep in ("relcl", "acl") and token.head == trigger.head and verb in steps.verbs) or _told(
                scene, trigger, index
            ) is not None:
                place = "noun"
            elif token.dep in ("aux", "auxpass"):
                if scene.tokens[token.head].dep not in ("relcl", "acl"):
                    break
            else:
                break
        elif token.tag in ("WDT", "WP"):
            place = "relative"
        elif word == "than" and scene.tokens[index - 1].text.lower() in ("more", "less", "fewer"):
            pass  # "on more than 90 kinds of goods"
        elif token.pos == "ADP" or word in _PLACES:
            place = _PLACES.get(word, "other")
        elif token.tag == "TO":
            follows = scene.tokens[index + 1] if index + 1 < len(scene.tokens) else token
            if follows.tag == "VB":
                if index + 1 in led:
                    continue
                break
            place = "to"
        elif word == "," and (_clause_follows(scene, index) or _joins_before(scene, trigger, index)):
            break
        elif token.dep in ("nsubj", "nsubjpass") and place == "noun" and token.tag != "WDT":
            place = "subject"
        elif token.dep in ("nsubj", "nsubjpass") and token.tag not in ("WDT", "WP"):
            head = scene.tokens[token.head]
            if head.dep != "relcl":
                break
            place = "subject" if head.head in (trigger.head, *carriers(scene, trigger.head)) else place
        found.append((index, place))
    while found and scene.tokens[found[-1][0]].pos in ("PUNCT", "CCONJ", "ADP", "PRON", "DET", "ADV", "PART", "AUX"):
        if scene.tokens[found[-1][0]].text == "%":
            break
        found.pop()
    return tuple(found)


def _led_to(scene: Scene, head: int, steps: Actions) -> frozenset[int]:
    """The verbs of a clause on the noun that leads to what happens to it: "that he seems poised to impose"."""
    for child in clauses(scene, head):
        if scene.tokens[child].dep == "relcl":
            chain = below(scene, child)
            if any(scene.tokens[at].lemma in steps.verbs for at in chain):
                return frozenset(chain)
    return frozenset()


def _joins_before(scene: Scene, trigger: Trigger, comma: int) -> bool:
    """Whether what ", and" joins goes with a name before the measure: "Oslo, which faces duties, and Riga"."""
    if comma + 1 >= len(scene.tokens) or scene.tokens[comma + 1].text.lower() not in ("and", "but", "or"):
        return False
    joined = [scene.tokens[at] for at in range(comma + 2, min(len(scene.tokens), comma + 6))]
    first = next((token for token in joined if token.dep == "conj"), None)
    return first is not None and first.head < trigger.first - 1 and scene.tokens[first.head].pos == "PROPN"


def _compares(scene: Scene, index: int) -> bool:
    """Whether "as" goes on with the phrase: "such as", "as high as"."""
    near = [scene.tokens[at].text.lower() for at in range(max(0, index - 2), min(len(scene.tokens), index + 3))]
    return bool({"such", "high", "much", "low"} & set(near))


def _told(scene: Scene, trigger: Trigger, index: int) -> int | None:
    """The verb of which the noun is the subject, if the word belongs to it and it says what the measure is on."""
    token = scene.tokens[index]
    verb = token.head if token.dep in ("aux", "auxpass") else index
    noun = scene.tokens[trigger.head]
    if noun.head == verb and noun.dep in ("nsubj", "nsubjpass") and scene.tokens[verb].lemma in words("reached"):
        return verb
    return None


def _clause_follows(scene: Scene, comma: int) -> bool:
    """Whether a new clause starts after a comma: a verb before any noun, or a subject of another verb."""
    for index in range(comma + 1, min(len(scene.tokens), comma + 8)):
        token = scene.tokens[index]
        if token.dep in ("nsubj", "nsubjpass", "mark", "advcl") or (token.tag == "VBG" and token.dep != "amod"):
            return token.text.lower() not in ("including", "targeting", "covering", "which", "that")
        if token.tag in ("WDT", "WP"):
            return False
        if index == comma + 1 and token.pos == "ADP":
            return token.text.lower() not in ("on", "from", "including", "such", "for", "against", "of", "with", "to")
        if token.pos in ("NOUN", "PROPN") and token.dep not in ("compound", "poss"):
            return token.dep == "appos" and scene.tokens[index].text.lower() == "move"
    return False
