"""Trade agreements: which one, between whom, and what happens to it."""

from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from onrecord.find.frames.grammar import subject_of
from onrecord.knowledge.agreements import Agreement
from onrecord.knowledge.agreements import agreements as known_agreements
from onrecord.knowledge.instruments import InstrumentRow
from onrecord.knowledge.phrases import Phrases
from onrecord.model.assertion import Measure
from onrecord.model.span import Span
from onrecord.read.measures.chain import Memory, Named
from onrecord.read.measures.happening import Happening, happening
from onrecord.read.measures.reach import Reach, reach
from onrecord.read.measures.scene import Scene
from onrecord.read.measures.triggers import Trigger, triggers
from onrecord.read.measures.vocabulary import words
from onrecord.read.measures.who import states_of
from onrecord.read.voice import voice

_BARE = frozenset({"deal", "pact", "agreement", "accord", "treaty", "deals", "agreements"})
_DOES = frozenset({"signed", "ratified", "withdrawn", "amendment-requested", "threatened"})
"""Actions of one party, whose subject is the imposer."""
_FAR = 14


@cache
def _named() -> Phrases[Agreement]:
    return Phrases((name, row) for row in known_agreements() for name in row.names)


def agreements(scene: Scene, memory: Memory) -> Iterator[Measure]:
    """Each agreement that the sentence names, with what happens to it."""
    taken: set[int] = set()
    for trigger, parties in _mentions(scene, memory):
        if trigger.head in taken or {trigger.first - 1, trigger.first - 2} & taken or _of_same(scene, trigger, taken):
            continue
        if any(scene.tokens[child].lemma == "no" for child in scene.sentence.children[trigger.head]):
            continue
        if _restates(scene, trigger, taken) or _only_whose(scene, trigger):
            taken.update(range(trigger.first, trigger.head + 1))
            continue
        around = reach(scene, trigger)
        taken.update(range(trigger.first, trigger.head + 1))
        event = happening(scene, around, "trade-agreement")
        found = parties or _parties(scene, around, event, memory) or _known(scene, trigger, memory)
        new = bool(found) and not memory.knows(found)
        memory.add(Named(instrument="trade-agreement", sentence=scene.number, targets=found))
        if event.action is None and not event.said and _indefinite(scene, trigger) and not parties:
            event = msgspec.structs.replace(event, action="proposed")  # "a trade deal" that nobody has made yet
        made = event.said and any(layer.verb and layer.step == "concluded" for layer in event.chain[:2])
        if event.action is None and not made and (not new or scene.tokens[trigger.head].dep == "poss"):
            continue
        doers: tuple[str | None, ...] = _doers(scene, event, found) if event.action in _DOES else ()
        span = _span(scene, around, event)
        certainty, via, steps = voice(scene.page, span)
        for doer in doers or (None,):
            yield Measure(
                **scene.page.proof(span),
                certainty=certainty,
                via=via,
                steps=steps,
                rule="measures/trade-agreement",
                instrument="trade-agreement",
                imposer=doer,
                parties=found,
                action=event.action,
                when=event.when,
                until=event.until,
            )


def _indefinite(scene: Scene, trigger: Trigger) -> bool:
    """Whether it is any agreement, one that is not there yet: "a trade deal with Norway"."""
    if scene.tokens[trigger.head].dep in ("oprd", "attr", "appos"):  # "called it a full trade deal"
        return False
    children = {scene.tokens[child].text.lower() for child in scene.sentence.children[trigger.head]}
    return bool({"a", "an", "any"} & children)


def _restates(scene: Scene, trigger: Trigger, taken: set[int]) -> bool:
    """Whether the words only give an agreement's other name, in brackets or after it."""
    token = scene.tokens[trigger.head]
    if token.dep == "appos" and token.head in taken:
        return True
    return trigger.first > 0 and scene.tokens[trigger.first - 1].text in ("(", "[")


def _of_same(scene: Scene, trigger: Trigger, taken: set[int]) -> bool:
    """Whether the agreement's name was read already, in this very phrase: "the new TPP Pacific Rim trade deal"."""
    inside = any(
        child in taken and scene.tokens[child].dep in ("compound", "nmod", "amod")
        for child in scene.sentence.children[trigger.head]
    )
    told = scene.tokens[trigger.head].text.lower() in _BARE and trigger.first == trigger.head
    return inside or (told and any(index in taken for index in scene.sentence.subtree(trigger.head)))


def _only_whose(scene: Scene, trigger: Trigger) -> bool:
    """Whether the name only says which states or people are meant: "the TPP partners"."""
    token = scene.tokens[trigger.head]
    return token.dep in ("compound", "nmod", "poss") and scene.tokens[token.head].text.lower() in words(
        "agreement-members"
    )


def _mentions(scene: Scene, memory: Memory) -> Iterator[tuple[Trigger, tuple[str, ...]]]:
    """Agreements by their names, by words that are enough alone, and by "the deal" once one was named."""
    row = InstrumentRow(instrument="trade-agreement", words=())
    text = scene.sentence.of(scene.page.body)
    for start, end, agreement in _named().find(text, scene.sentence.start):
        indices = scene.sentence.indices_in(Span(start=start, end=end))
        if indices:
            yield Trigger(row=row, first=indices.start, head=indices[-1]), agreement.parties
    for trigger in triggers(scene):
        if trigger.row.instrument == "trade-agreement":
            yield trigger, ()
    before = memory.last("trade-agreement")
    for index, token in enumerate(scene.tokens):
        if token.text.lower() not in _BARE or token.pos != "NOUN":
            continue
        children = [scene.tokens[child].text.lower() for child in scene.sentence.children[index] if child < index]
        if before is None or scene.number - before.sentence > 4:
            if memory.of_trade and {"a", "an"} & set(children) and _of_states(scene, index):
                yield Trigger(row=row, first=index, head=index), ()
            continue
        if len({"the", "that", "this", "a", "an"} & set(children)) == 1 and not {"better", "good", "great"} & set(
            children
        ):
            another = {"separate", "another", "new", "own"} & set(children)
            yield Trigger(row=row, first=index, head=index), () if another else before.targets


def _of_states(scene: Scene, noun: int) -> bool:
    """Whether an agreement is with a state or between states: "a deal with Peru"."""
    for child in scene.sentence.children[noun]:
        if scene.tokens[child].text.lower() in ("with", "between"):
            return bool(scene.states(scene.sentence.subtree(child)))
    return False


def _parties(scene: Scene, around: Reach, event: Happening, memory: Memory) -> tuple[str, ...]:
    """The parties that the words name: in the phrase, else those who act and the one it is with."""
    near = [*around.left, *(index for index, _ in around.places)]
    found = set(scene.states(near))
    partner = bool(scene.states(around.at("with")))
    if len(found) < 2:
        for layer in event.chain:
            if layer.verb and scene.tokens[layer.index].lemma not in ("say", "tell"):
                found |= set(states_of(scene, subject_of(scene.sentence, layer.index)))
            if len(found) > 1:
                break
    if len(found) == 1:
        root = next((index for index, token in enumerate(scene.tokens) if token.head == index), None)
        found |= set(scene.states(subject_of(scene.sentence, root))) if root is not None else set()
    if len(found) == 1 and partner and "US" not in found and memory.most_named() == "US":
        found.add("US")
    return tuple(sorted(found)) if len(found) > 1 else ()


def _known(scene: Scene, trigger: Trigger, memory: Memory) -> tuple[str, ...]:
    """The parties of the agreement named just before, if "the" or "this" says that it is meant."""
    before = memory.last("trade-agreement")
    children = {scene.tokens[child].text.lower() for child in scene.sentence.children[trigger.head]}
    plural = scene.tokens[trigger.head].tag in ("NNS", "NNPS")
    if before is None or plural or scene.number - before.sentence > 3 or not {"the", "this", "that"} & children:
        return ()
    return before.targets


def _doers(scene: Scene, event: Happening, parties: Sequence[str]) -> tuple[str, ...]:
    for layer in event.chain:
        if layer.verb and layer.step:
            states = states_of(scene, subject_of(scene.sentence, layer.index))
            if not states and event.action in ("withdrawn", "threatened"):
                states = scene.states(child for child in scene.sentence.children[layer.index] if child > layer.index)
            if not states and event.action == "ratified":
                states = _parliament(scene, subject_of(scene.sentence, layer.index))
            if states:
                return states if event.action != "signed" else ()
    return ()


def _parliament(scene: Scene, heads: Sequence[int]) -> tuple[str, ...]:
    """Whose parliament votes: "the Norwegian parliament", "the U.S. Senate"."""
    for head in heads:
        if scene.tokens[head].text.lower() in words("parliament"):
            phrase = scene.sentence.span_of([index for index in scene.sentence.subtree(head) if index <= head])
            named = [actor.states for actor in scene.page.within(scene.page.actors, phrase) if actor.states]
            if named:
                return named[0]
            return ("US",) if scene.tokens[head].text.lower() in ("congress", "senate", "house") else ()
    return ()


def _span(scene: Scene, around: Reach, event: Happening) -> Span:
    indices = [around.first, around.last]
    for layer in event.chain:
        if layer.step and abs(layer.index - around.head) <= _FAR:
            indices.append(layer.index)
            break
    for child in scene.sentence.children[around.head]:
        if scene.tokens[child].dep in ("acl", "relcl") and child > around.head:
            indices += scene.sentence.subtree(child)
    return scene.sentence.span_of(indices)
