"""Layers: the verbs and nouns that a measure's noun hangs on, from the nearest outwards, each with its step.

"Trump announced he plans to institute tariffs": institute (impose), plans (proposed), announced (announce).
"""

import msgspec

from onrecord.model.assertion import Instrument
from onrecord.read.measures.scene import Scene
from onrecord.read.measures.vocabulary import Actions, actions, words

_DEEPEST = 10
_LEADS = 3
_BEHIND = 3
_DONE_TO = frozenset({"impose", "raised", "cut", "paused", "withdrawn", "struck-down", "threatened", "averted"})
"""Steps that are done to a measure: where it does them itself to something else, nothing happens to it."""
_FAR = 7
"""How many words after a verb the rest of its phrase may stand ("put the duties on hold")."""


class Layer(msgspec.Struct, frozen=True, kw_only=True):
    """A word above a measure. ``how`` is the label by which the chain came to it (``dobj``, ``prep:with``)."""

    index: int
    how: str
    step: str = ""
    verb: bool = True


def verb_step(scene: Scene, index: int, table: Actions) -> str:
    """The step that a verb stands for, with the rest of its phrase looked for in the words that follow."""
    token = scene.tokens[index]
    phrases = table.verbs.get(token.text.lower(), table.verbs.get(token.lemma, table.verbs.get(f"{token.lemma}e")))
    if phrases is None:
        return ""
    following = [other.text.lower() for other in scene.tokens[index + 1 : index + 1 + _FAR]]
    for rest, step in phrases:
        width = len(rest)
        if not width:
            return step
        if not step and tuple(following[:width]) != rest:
            continue  # phrases that say nothing stand together
        if width == 1 and rest[0] not in following[:4]:
            continue
        if any(tuple(following[at : at + width]) == rest for at in range(len(following) - width + 1)):
            return step
    return ""


def layers(scene: Scene, start: int, instrument: Instrument) -> list[Layer]:
    """The layers above the word ``start``, nearest first."""
    table = actions(instrument)
    found: list[Layer] = []
    at, preposition, struck = start, "", False
    for _ in range(_DEEPEST):
        token = scene.tokens[at]
        above = token.head
        if above == at:
            break
        parent = scene.tokens[above]
        if parent.pos == "ADJ" and above == at - 1 and _to(scene, above) and scene.is_verb(parent.head):
            # "subject goods to punitive duties", read as if "to" led to a verb
            found.append(Layer(index=parent.head, how="prep:to", step=verb_step(scene, parent.head, table)))
            at, preposition = parent.head, ""
            continue
        if token.dep == "poss":  # "the pact's progress"
            break
        if (token.dep == "relcl" and not (struck and not _has(scene, at)) and not _to(scene, at)) or (
            token.dep == "advcl" and not _goes_on(scene, at)
        ):
            break
        if token.dep in ("pobj", "pcomp"):
            preposition = parent.text.lower()
            struck = preposition == "by" and scene.tokens[parent.head].lemma in words("hits")
            governor = scene.tokens[parent.head]
            if preposition == "against" and governor.pos == "NOUN" and table.nouns.get(governor.lemma) != "object":
                break  # "steps against the duties"
            means = (
                preposition == "by" and token.dep == "pcomp" and token.tag == "VBG"
            )  # "plans to hit back by raising"
            if preposition in words("aside") and not means and not struck and not _about(scene, above, table):
                break
            at = above
            continue
        if token.dep == "prep" and parent.pos in ("ADP", "SCONJ"):  # "out of"
            at = above
            continue
        how = f"prep:{preposition}" if token.dep == "prep" and preposition else token.dep
        if scene.is_verb(above):
            if token.dep == "conj" and scene.is_verb(at):
                at, preposition = above, ""
                continue
            if token.dep in ("nsubj", "nsubjpass"):
                found += _due(scene, above, table)
            step = verb_step(scene, above, table)
            if step in _DONE_TO and _acts_on(scene, at, above):
                step = ""
            found.append(Layer(index=above, how=how, step=step))
            if not step and token.dep in ("nsubj", "nsubjpass"):
                found += _also(scene, above, how, table)
        elif parent.pos in ("NOUN", "PROPN", "ADJ", "NUM", "SYM") or parent.text.lower() in words("carrier"):
            step = table.nouns.get(parent.text.lower(), table.nouns.get(parent.lemma, ""))
            if step and token.dep != "conj":
                found.append(Layer(index=above, how=how, step=step, verb=False))
            elif (
                token.dep in ("acl", "relcl") and scene.tokens[start].dep == "nsubj" and not (found and found[-1].step)
            ):
                break  # "the view that tariffs hurt": what is said above is of the view
            elif (
                token.dep in ("acl", "relcl")
                or above in scene.actors
                or (token.dep == "conj" and not scene.is_verb(at))
            ):
                pass
            elif not {parent.lemma, parent.text.lower()} & words("carrier"):
                if token.dep in ("compound", "nmod", "poss"):
                    found.append(Layer(index=above, how=how, step="", verb=False))
                break
        elif not (parent.pos == "ADV" and preposition):  # "closer to imposing"
            break
        at, preposition = above, preposition if parent.pos == "ADV" else ""
    return found


def inner(scene: Scene, start: int, instrument: Instrument) -> list[Layer]:
    """The verbs of the clauses that hang on the word ``start``: "the duties that Norway imposed"."""
    table = actions(instrument)
    found: list[Layer] = []
    for child in clauses(scene, start):
        token = scene.tokens[child]
        if token.dep == "relcl" and _another(scene, start, child):
            continue
        for index in reversed(below(scene, child)):
            step = verb_step(scene, index, table)
            if step:
                found.append(Layer(index=index, how=token.dep, step=step))
    return found


def carriers(scene: Scene, noun: int) -> list[int]:
    """The nouns that a measure stands behind, nearest first: "the kinds of duties", "a round of duties"."""
    found: list[int] = []
    at = noun
    for _ in range(_LEADS):
        token = scene.tokens[at]
        above = token.head
        if token.dep != "pobj" or scene.tokens[above].text.lower() != "of":
            break
        at = scene.tokens[above].head
        if at == above or scene.tokens[at].text.lower() not in words("carrier"):
            break
        found.append(at)
    return found


def clauses(scene: Scene, noun: int) -> list[int]:
    """The verbs of the clauses on a noun, or on one that it stands behind ("the kinds of duties that he proposed").

    What takes effect is the measure, though the clause hangs on its goods: "duties on tea, which took effect Friday".
    """
    own = [
        child
        for head in (noun, *carriers(scene, noun))
        for child in scene.sentence.children[head]
        if child > noun and scene.tokens[child].dep in ("relcl", "acl") and scene.is_verb(child)
    ]
    inside = [
        child
        for preposition in scene.sentence.children[noun]
        if preposition > noun and scene.tokens[preposition].dep == "prep"
        for goods in scene.sentence.children[preposition]
        for child in scene.sentence.children[goods]
        if scene.tokens[child].dep == "relcl" and scene.is_verb(child) and _takes_effect(scene, child)
    ]
    return own + inside


def _takes_effect(scene: Scene, verb: int) -> bool:
    """Whether a verb says that something takes effect, goes into force, comes into effect."""
    below = scene.sentence.children[verb]
    nouns = [
        *below,
        *(child for at in below if scene.tokens[at].dep == "prep" for child in scene.sentence.children[at]),
    ]
    return any(scene.tokens[at].lemma in ("effect", "force") and at > verb for at in nouns)


def below(scene: Scene, verb: int) -> list[int]:
    """A verb with those that it leads to: "seems poised to impose"."""
    chain = [verb]
    for _ in range(_LEADS):
        following = [
            child
            for child in scene.sentence.children[chain[-1]]
            if scene.tokens[child].dep in ("xcomp", "oprd", "acomp") and child > chain[-1]
        ]
        if not following:
            break
        chain.append(following[0])
    return chain


def _another(scene: Scene, noun: int, verb: int) -> bool:
    """Whether "that" or "which" is the subject and means a nearer noun: "a tax on goods that remain free"."""
    subject = next((child for child in scene.sentence.children[verb] if scene.tokens[child].dep == "nsubj"), None)
    if (
        subject is None
        or scene.tokens[subject].text.lower() not in ("that", "which")
        or scene.tokens[verb].tag not in ("VBZ", "VBP")
    ):
        return False
    nearer = [scene.tokens[at].tag for at in range(noun + 1, subject) if scene.tokens[at].tag in ("NN", "NNS")]
    plural = scene.tokens[verb].tag == "VBP"
    agrees = (scene.tokens[noun].tag in ("NNS", "NNPS")) == plural
    return not agrees and bool(nearer) and (nearer[-1] == "NNS") == plural


def _acts_on(scene: Scene, noun: int, verb: int) -> bool:
    """Whether the noun itself does something to something else: "the tariff would cut profits"."""
    if scene.tokens[noun].dep != "nsubj":
        return False
    objects = [child for child in scene.sentence.children[verb] if scene.tokens[child].dep == "dobj" and child > verb]
    return bool(objects) and scene.tokens[objects[0]].lemma not in ("effect", "force", "hold", "place")


def _due(scene: Scene, verb: int, table: Actions) -> list[Layer]:
    """What the subject is due, set or expected to do: "the duties are due to expire"."""
    if scene.tokens[verb].lemma not in words("due"):
        return []
    below = [child for child in scene.sentence.children[verb] if scene.tokens[child].dep in ("xcomp", "acomp", "ccomp")]
    below += [child for at in below for child in scene.sentence.children[at] if scene.tokens[child].dep == "xcomp"]
    verbs = [at for at in below if scene.is_verb(at) and _to(scene, at)]
    return [Layer(index=at, how="nsubj", step=step) for at in verbs if (step := verb_step(scene, at, table))]


def _also(scene: Scene, verb: int, how: str, table: Actions) -> list[Layer]:
    """What the subject of a verb that says nothing does besides: "duties will hit cheese and take effect in May"."""
    found: list[Layer] = []
    for child in scene.sentence.children[verb]:
        below = [scene.tokens[other].dep for other in scene.sentence.children[child]]
        if scene.tokens[child].dep == "conj" and scene.is_verb(child) and not {"nsubj", "nsubjpass"} & set(below):
            step = verb_step(scene, child, table)
            if step and (step not in _DONE_TO or scene.tokens[child].lemma in ("take", "go", "come", "kick")):
                found.append(Layer(index=child, how=how, step=step))
    return found


def _to(scene: Scene, index: int) -> bool:
    """Whether the verb is an infinitive with "to" ("a path to cut duties")."""
    return any(scene.tokens[child].tag == "TO" for child in scene.sentence.children[index])


def _has(scene: Scene, index: int) -> bool:
    """Whether the verb is in the perfect, so that the clause is no news: "the makers that have been hit by duties"."""
    return any(scene.tokens[child].lemma == "have" for child in scene.sentence.children[index])


def _about(scene: Scene, preposition: int, table: Actions) -> bool:
    """Whether a preposition says what a complaint, a plan or a threat is about."""
    noun = scene.tokens[scene.tokens[preposition].head]
    return noun.pos == "NOUN" and (noun.text.lower() in table.nouns or noun.lemma in table.nouns)


def _goes_on(scene: Scene, index: int) -> bool:
    """Whether an adverbial clause is one in name only: ``to`` behind an intransitive verb ("met to cut duties")."""
    token = scene.tokens[index]
    if token.tag != "VB" or scene.tokens[index - 1].tag != "TO":
        return False
    dates = {at for covered, _ in scene.times for at in range(covered.start - 1, covered.stop)}
    between = [at for at in range(token.head + 1, index) if at not in dates]  # "threatened on Monday to impose"
    if not 0 < len(between) < _BEHIND:
        return False
    return not any(scene.tokens[child].dep == "dobj" for child in scene.sentence.children[token.head])
