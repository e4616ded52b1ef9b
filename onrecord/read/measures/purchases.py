"""Purchase commitments: a state that will buy more."""

from collections.abc import Iterator

from onrecord.find.frames.grammar import object_of, phrase, subject_of
from onrecord.model.assertion import Action, Measure
from onrecord.read.measures.goods import products_in
from onrecord.read.measures.scene import Scene
from onrecord.read.measures.vocabulary import words
from onrecord.read.voice import voice


def purchases(scene: Scene) -> Iterator[Measure]:
    """Each promise of a state to buy."""
    for index, token in enumerate(scene.tokens):
        if scene.is_verb(index) and token.lemma in words("buys") | words("grows"):
            yield from _verb(scene, index)
        elif token.text.lower() in ("purchases", "purchase") and token.pos == "NOUN":
            yield from _noun(scene, index)


def _verb(scene: Scene, verb: int) -> Iterator[Measure]:
    lemma = scene.tokens[verb].lemma
    objects = object_of(scene.sentence, verb)
    if not objects or scene.tokens[objects[0]].pos == "PRON":
        return
    covered = phrase(scene.sentence, objects[0])
    texts = {scene.tokens[index].text.lower() for index in covered}
    if lemma in words("buys") and not texts & words("more"):
        return
    if lemma in words("grows") and not texts & words("bought"):
        return
    action = _promised(scene, verb)
    buyers = scene.states(subject_of(scene.sentence, verb)) or _giver(scene, verb)
    if action is None or not buyers:
        return
    yield from _rows(scene, [verb, *covered], [*subject_of(scene.sentence, verb), verb, *covered], buyers, action)


def _noun(scene: Scene, noun: int) -> Iterator[Measure]:
    """A noun under a promise: "agreed to large purchases of grain"."""
    at = noun
    for _ in range(4):
        head = scene.tokens[at].head
        if head == at:
            return
        at = head
        if scene.is_verb(at):
            break
    if scene.tokens[at].lemma not in words("promises") | {"make", "include"} or at > noun:
        return
    buyers = scene.states(subject_of(scene.sentence, at))
    if not buyers:
        return
    covered = phrase(scene.sentence, noun)
    yield from _rows(scene, covered, covered, buyers, "announced")


def _promised(scene: Scene, verb: int) -> Action | None:
    """Whether the buying is promised or planned; what was bought is no measure."""
    at = verb
    for _ in range(4):
        for child in scene.sentence.children[at]:
            if scene.tokens[child].tag == "MD" and scene.tokens[child].text.lower() in (
                "will",
                "would",
                "shall",
                "'ll",
                "’ll",
            ):
                return "announced"
            if scene.tokens[child].dep == "neg":
                return None
        token = scene.tokens[at]
        if at != verb and token.lemma in words("promises"):
            return "proposed" if token.lemma in ("plan", "intend", "offer") else "announced"
        if at != verb and token.pos == "NOUN":
            return "announced" if token.lemma in words("promised") else None
        seen = token.dep == "ccomp" and scene.tokens[token.head].lemma in words("makes-buy")
        if not seen and (token.dep not in ("xcomp", "pcomp", "prep", "conj", "acl") or token.head == at):
            return None
        at = token.head
    return None


def _giver(scene: Scene, verb: int) -> tuple[str, ...]:
    """Whose promise it is: "a pledge from Peru to buy"."""
    noun = scene.tokens[verb].head
    givers = [child for child in scene.sentence.children[noun] if scene.tokens[child].text.lower() in ("from", "by")]
    return scene.states(index for child in givers for index in scene.sentence.subtree(child) if index < verb)


def _rows(
    scene: Scene, named: list[int], covered: list[int], buyers: tuple[str, ...], action: Action
) -> Iterator[Measure]:
    goods, codes = products_in(scene, range(min(named), max(named) + 1))
    span = scene.sentence.span_of(covered)
    certainty, via, steps = voice(scene.page, span)
    for buyer in buyers:
        sellers = [state for state in scene.states(named) if state != buyer]
        yield Measure(
            **scene.page.proof(span),
            certainty=certainty,
            via=via,
            steps=steps,
            rule="measures/purchase-commitment",
            instrument="purchase-commitment",
            imposer=buyer,
            target=sellers[0] if len(sellers) == 1 else None,
            products=goods,
            hs=codes,
            action=action,
        )
