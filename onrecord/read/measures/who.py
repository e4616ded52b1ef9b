"""Who imposes a measure, and on whom."""

from collections.abc import Sequence

import msgspec

from onrecord.find.frames.grammar import antecedent, owners, subject_of
from onrecord.model.assertion import Instrument
from onrecord.read.measures.before import from_left, marked
from onrecord.read.measures.happening import Happening
from onrecord.read.measures.layers import Layer
from onrecord.read.measures.reach import Reach
from onrecord.read.measures.scene import Scene
from onrecord.read.measures.vocabulary import actions, words

_NOT_IMPOSING = frozenset({"remain", "covers", "want", "object", "", "averted"})
_EACH_OTHER = frozenset({"other", "others", "another", "mutual", "tit", "both"})


class Sides(msgspec.Struct, frozen=True, kw_only=True):
    """The states that impose and those that are hit; ``mutual`` where each hits the other.

    ``objectors`` want it changed or complain of it: it is not theirs. ``unnamed``: states impose it that no word names.
    ``adjective``: only an adjective says who imposes.
    """

    imposers: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    mutual: bool = False
    objectors: tuple[str, ...] = ()
    unnamed: bool = False
    adjective: bool = False


def sides(scene: Scene, around: Reach, event: Happening, instrument: Instrument) -> Sides:
    """Both sides, as far as the sentence names them."""
    imposers = from_left(scene, around, wanted=True)
    targets = list(from_left(scene, around, wanted=False))
    mutual = _mutual(scene, around)
    asked = _asked(scene, around, event)
    imposers = asked or imposers
    bringing = _importers(scene, around)
    targets += [state for state in _hit(scene, around) if state not in (*targets, *bringing)]
    imposers = imposers or bringing
    objectors: list[str] = []
    unnamed = False
    if not imposers and around.at("into"):  # "goods that come into Norway"
        imposers = scene.states(index for index in around.at("into") if _by_name(scene, index))
    if any(index in scene.everyone for index in _after(around)):
        targets.append("*")
    if not imposers:
        imposers = scene.states(index for index in around.at("by", "subject") if _acts(scene, index))
    for layer in sorted(event.chain, key=lambda layer: layer.verb):  # owners of plans and threats before subjects
        verb = scene.tokens[layer.index]
        if not layer.verb:
            if not imposers and layer.step not in _NOT_IMPOSING:
                imposers = states_of(scene, owners(scene.sentence, layer.index)) or marked(scene, layer.index)
            elif layer.step == "object":
                objectors += states_of(scene, owners(scene.sentence, layer.index))
            continue
        subject = _subject(scene, layer.index)
        if verb.lemma in words("bears") and _bears(scene, layer):
            borne = (
                scene.states(subject)  # "Oslo, which faces duties, and Riga"
                if verb.dep == "relcl"
                else scene.states(index for head in subject for index in scene.sentence.subtree(head))
            )
            targets += [state for state in borne if state not in targets and state not in imposers]
            continue
        if verb.lemma in words("hits") and layer.how != "dobj":
            below = [
                antecedent(scene.sentence, child)
                for child in scene.sentence.children[layer.index]
                if scene.tokens[child].dep in ("dobj", "nsubjpass")
            ]
            below += [index for head in below for index in _goods_of(scene, head)]
            extra = _along(scene, layer.index)
            targets += [state for state in (*states_of(scene, below), *states_of(scene, extra)) if state not in targets]
        if not imposers and _imposes(scene, layer) and around.head not in subject:
            unnamed = unnamed or any(scene.tokens[index].text.lower() in words("unnamed") for index in subject)
            doers = states_of(scene, subject)
            if not doers and verb.tag == "VBG" and scene.tokens[layer.index - 1].text == ",":
                doers = _root(scene)  # "..., threatening to impose"
            if len(doers) > 1:  # a deal of two on one's goods: the other's duties
                doers = tuple(state for state in doers if state not in targets) or doers
            if doers and set(doers) <= set(targets):  # a state does not hit itself: the verb hangs elsewhere
                doers = tuple(state for state in _root(scene) if state not in targets)
            imposers = (
                doers if len(doers) == 1 or layer.how != "ccomp" else ()
            )  # a joint announcement is not both's duty
        elif layer.step == "object":
            objectors += states_of(scene, subject)
    if not imposers:
        imposers = _given(scene, around)
    if not imposers:
        imposers = _where(scene, around)
    objectors += _objects(scene, around)
    if instrument == "subsidy" and not imposers:  # a state helps its own farmers
        imposers, targets = tuple(targets), []
    if mutual and len({*imposers, *targets}) < 2:
        both = scene.states(range(len(scene.tokens)))
        imposers, targets = (both[:1], list(both[1:])) if len(both) == 2 else (imposers, targets)
    targets = [state for state in targets if state not in imposers]
    return Sides(
        imposers=imposers,
        targets=tuple(targets),
        mutual=mutual,
        objectors=tuple(objectors),
        unnamed=unnamed and not imposers,
    )


def _bears(scene: Scene, layer: Layer) -> bool:
    """Whether the verb's subject bears the measure: not "the view is that", nor "agreed on"."""
    lemma = scene.tokens[layer.index].lemma
    if lemma == "be":
        return layer.how == "acomp" or layer.how.startswith("prep:")
    return lemma != "agree" or layer.how == "prep:to"


def _by_name(scene: Scene, index: int) -> bool:
    actor = scene.actors.get(index)
    return actor is not None and actor.kind == "state" and actor.how == "name"


def _imposes(scene: Scene, layer: Layer) -> bool:
    """Whether the subject of a verb imposes: by its step, or as it keeps the measure or hits somebody with it."""
    lemma = scene.tokens[layer.index].lemma
    if layer.step == "remain":
        return lemma in words("keeps") and layer.how == "dobj"
    return layer.step not in _NOT_IMPOSING or (lemma in words("hits") and layer.how == "prep:with")


def _after(around: Reach) -> list[int]:
    return [index for index, _ in around.places]


def _hit(scene: Scene, around: Reach) -> list[str]:
    """States that stand where those who are hit do."""
    found: list[str] = []
    brought = _brings_goods(scene, around)
    for index in around.at("on", "from", "of", "in", "noun"):
        if not brought and dict(around.places)[index] == "from":
            continue
        actor = scene.actors.get(index)
        if actor is None or (actor.kind in ("body", "described") and not actor.states):
            continue
        if scene.tokens[index].tag == "PRP$" and dict(around.places)[index] == "in":
            continue  # "in its latest package"
        if actor.kind == "person" or scene.tokens[scene.tokens[index].head].lemma in words("no-state"):
            continue
        found += [state for state in actor.states if state not in found]
    return found


def _asked(scene: Scene, around: Reach, event: Happening) -> tuple[str, ...]:
    """Who is to lift "its" measure: "Chile asked Norway to drop its ban" is Norway's ban."""
    if not any(scene.tokens[index].tag == "PRP$" for index in around.left):
        return ()
    for layer in event.chain:
        if layer.verb and layer.how == "dobj" and scene.tokens[layer.index].dep == "xcomp":
            asked = [at for at in scene.sentence.children[scene.tokens[layer.index].head] if at < layer.index]
            return scene.states(at for at in asked if scene.tokens[at].dep == "dobj")
    return ()


def _importers(scene: Scene, around: Reach) -> tuple[str, ...]:
    """The state that brings the goods in: "Norwegian imports from Chile" are hit by Norway."""
    for index in around.at("on", "of"):
        after = scene.tokens[index + 1] if index + 1 < len(scene.tokens) else None
        actor = scene.actors.get(index)
        if actor is not None and len(actor.states) == 1 and after is not None and after.lemma == "import":
            whence = scene.states(around.at("from"))
            if whence and actor.states[0] not in whence:
                return actor.states
    return ()


def _brings_goods(scene: Scene, around: Reach) -> bool:
    """Whether goods are named after the noun, so that "from" says whence they come."""
    goods = {index for covered, _ in scene.products for index in covered}
    return any(
        index in goods or scene.tokens[index].lemma in words("goods") or scene.tokens[index].text in ("$", "€")
        for index, _ in around.places
    )


def _objects(scene: Scene, around: Reach) -> tuple[str, ...]:
    """Who objects, by the words right before: "Oslo's complaints about duties on fish"."""
    at = around.first - 2
    if at < 1 or scene.tokens[at + 1].text.lower() not in ("over", "about", "to", "against", "at", "of"):
        return ()
    if actions("tariff").nouns.get(scene.tokens[at].text.lower()) != "object":
        return ()
    return scene.states(range(max(0, at - 3), at))


def _where(scene: Scene, around: Reach) -> tuple[str, ...]:
    """Who imposes by "where": "Japan, where the average tariff is low"."""
    at = around.head
    for _ in range(4):
        token = scene.tokens[at]
        if token.dep == "relcl":
            brought = {scene.tokens[child].text.lower() for child in scene.sentence.children[at]}
            return scene.states([token.head]) if "where" in brought else ()
        at = token.head
    return ()


def _given(scene: Scene, around: Reach) -> tuple[str, ...]:
    """Who imposes by "from", where no goods come thence: "relief from the US"."""
    return () if _brings_goods(scene, around) else scene.states(around.at("from"))


def _acts(scene: Scene, index: int) -> bool:
    actor = scene.actors.get(index)
    return actor is not None and bool(actor.states)


def _mutual(scene: Scene, around: Reach) -> bool:
    words = [scene.tokens[index].text.lower() for index in _after(around)]
    return ("each" in words or "one" in words) and any(word in _EACH_OTHER for word in words)


def _subject(scene: Scene, verb: int) -> list[int]:
    """The head words of the verb's subject; "it" and "they" in reported speech are who speaks, if that fits."""
    found = subject_of(scene.sentence, verb)
    if not found or any(scene.tokens[index].pos != "PRON" for index in found):
        return found
    known = any(index in scene.actors for index in found)
    at = verb
    for _ in range(6):
        above = scene.verb_above(at)
        if above is None:
            break
        subjects = [index for index in subject_of(scene.sentence, above) if scene.tokens[index].pos != "PRON"]
        if subjects and (not known or _fits(scene, found[0], subjects[0])):
            return subjects
        if known:
            break
        at = above
    return found


def _fits(scene: Scene, pronoun: int, noun: int) -> bool:
    """Whether "it" or "they" may mean this subject: a state or body, or several of them."""
    actor = scene.actors.get(noun)
    several = any(scene.tokens[child].dep == "conj" for child in scene.sentence.children[noun])
    word = scene.tokens[pronoun].text.lower()
    if word == "they":
        return several or scene.tokens[noun].tag in ("NNS", "NNPS")
    return word == "it" and not several and actor is not None and actor.kind in ("state", "body")


def states_of(scene: Scene, heads: Sequence[int]) -> tuple[str, ...]:
    """The states of these words' phrases: the word itself, its modifiers and conjuncts; else the owner of the thing."""
    indices: list[int] = []
    for head in heads:
        indices.append(head)
        indices += [
            child
            for child in scene.sentence.subtree(head)
            if scene.tokens[child].dep in ("compound", "conj", "poss", "amod", "nmod")
            and not scene.is_verb(child)
            and _near(scene, child, head)
        ]
    return scene.states(sorted(indices))


def _near(scene: Scene, child: int, head: int) -> bool:
    """Whether a word hangs on ``head`` without a clause or a preposition between."""
    at = child
    for _ in range(8):
        if at == head:
            return True
        if scene.tokens[at].dep in ("relcl", "acl", "advcl", "prep", "appos"):
            return False
        at = scene.tokens[at].head
    return False


def _goods_of(scene: Scene, head: int) -> list[int]:
    """The goods that a sum is of: "$9 billion in Chilean goods"."""
    inside = scene.sentence.subtree(head)
    return [index for index in inside if scene.tokens[index].lemma in words("goods") and index != head]


def _root(scene: Scene) -> tuple[str, ...]:
    """The states that are subject of the sentence."""
    root = next((index for index, token in enumerate(scene.tokens) if token.head == index), None)
    return states_of(scene, subject_of(scene.sentence, root)) if root is not None else ()


def _along(scene: Scene, verb: int) -> list[int]:
    """Others hit with the object: "hit Mexico, along with Canada and the EU, with duties"."""
    found: list[int] = []
    for child in scene.sentence.children[verb]:
        if scene.tokens[child].text.lower() == "along":
            found += [index for index in scene.sentence.subtree(child) if scene.tokens[index].pos == "PROPN"]
    return found
