"""Measures that a verb names: "the goods will be taxed at 25 percent", "Oslo banned imports of herring"."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from onrecord.find.frames.grammar import phrase, subject_of
from onrecord.knowledge.instruments import VerbRow
from onrecord.knowledge.tables import table
from onrecord.model.assertion import Measure
from onrecord.read.measures.chain import Memory, Named
from onrecord.read.measures.goods import products_in, rate_at
from onrecord.read.measures.happening import done
from onrecord.read.measures.layers import Layer, layers
from onrecord.read.measures.scene import Scene
from onrecord.read.measures.triggers import Trigger
from onrecord.read.measures.until import until
from onrecord.read.measures.vocabulary import words
from onrecord.read.measures.when import when
from onrecord.read.measures.who import states_of
from onrecord.read.voice import voice


@cache
def _rows() -> dict[str, tuple[VerbRow, ...]]:
    found: dict[str, tuple[VerbRow, ...]] = {}
    for row in table("measure_verbs.toml", VerbRow):
        for verb in row.verbs:
            found[verb] = (*found.get(verb, ()), row)
    return found


def verbs(scene: Scene, others: Sequence[Trigger], memory: Memory) -> Iterator[Measure]:
    """The measures that the verbs of a sentence name; what has a noun of its own (``others``) is left to that."""
    for index, token in enumerate(scene.tokens):
        rows = _rows().get(token.lemma, ()) if scene.is_verb(index) else ()
        if not rows:
            continue
        thing = _thing(scene, index)
        if not thing or any(other.head in thing for other in others):
            continue
        row = next((row for row in rows if _fits(scene, row, thing)), None)
        if row is not None:
            yield from _measure(scene, index, row, thing, memory)


def _thing(scene: Scene, verb: int) -> list[int]:
    """The words of what the verb is done to: its object or passive subject; else what a participle is of."""
    children = scene.sentence.children[verb]
    heads = [child for child in children if scene.tokens[child].dep in ("dobj", "nsubjpass")]
    if not heads and scene.tokens[verb].dep == "acl" and scene.tokens[verb].tag == "VBN":
        heads = [scene.tokens[verb].head]
    if not heads:
        return []
    covered = phrase(scene.sentence, heads[0])
    return [index for index in covered if index != verb and (index < verb) == (heads[0] < verb)]


def _fits(scene: Scene, row: VerbRow, thing: Sequence[int]) -> bool:
    text = re.sub(r"[^\w-]+", " ", scene.text(thing).lower())
    joined = f" {text} "
    for word in row.objects:
        if word == "*goods":
            named, _ = products_in(scene, thing)
            if named or any(scene.tokens[index].lemma in words("goods") for index in thing):
                return True
        elif word == "*state":
            if scene.states(thing):
                return True
        elif f" {word} " in joined:
            return True
    return False


def _measure(scene: Scene, verb: int, row: VerbRow, thing: list[int], memory: Memory) -> Iterator[Measure]:
    chain = [Layer(index=verb, how="dobj", step="impose"), *layers(scene, verb, row.instrument)]
    action = done(scene, chain)
    if action is None or any(scene.tokens[child].dep == "neg" for child in scene.sentence.children[verb]):
        return
    passive = any(scene.tokens[child].dep in ("nsubjpass", "auxpass") for child in scene.sentence.children[verb])
    doers = _agent(scene, verb) if passive or scene.tokens[verb].dep == "acl" else subject_of(scene.sentence, verb)
    imposers = states_of(scene, doers)
    targets = tuple(state for state in scene.states(thing) if state not in imposers)
    if row.instrument == "tariff" and not targets and memory.last("tariff") is None:
        return  # a tax at home
    if row.instrument in ("subsidy", "export-restriction", "data-restriction"):
        imposers, targets = (imposers or targets), ()
    elif not imposers:
        imposers = memory.imposer(row.instrument, targets)
    if row.instrument == "tariff" and not targets:
        targets = memory.only_target("tariff", imposers)
    percents = [first for first in scene.percents if verb < first <= verb + 8 or first in thing]
    at = next((first for first in percents if scene.tokens[first - 1].text.lower() in ("at", "by", "of", "to")), None)
    rate = rate_at(scene, at) if at is not None and row.instrument == "tariff" else None
    goods, codes = products_in(scene, thing)
    memory.add(
        Named(
            instrument=row.instrument,
            sentence=scene.number,
            imposers=imposers,
            targets=targets,
            products=goods,
            hs=codes,
            rates=(rate.value,) if rate else (),
            action=action,
        )
    )
    span = scene.sentence.span_of(
        [verb, *thing, *(scene.sentence.indices_in(scene.percents[at]) if rate and at else ())]
    )
    certainty, via, steps = voice(scene.page, span)
    begun = when(scene, chain, action)
    for imposer in imposers or (None,):
        for target in targets or (None,):
            yield Measure(
                **scene.page.proof(span),
                certainty=certainty,
                via=via,
                steps=steps,
                rule="measures/verb",
                instrument=row.instrument,
                imposer=imposer,
                target=target,
                products=goods,
                hs=codes,
                rate=rate.value if rate else None,
                action=action,
                when=begun,
                until=until(scene, chain, action, begun),
            )


def _agent(scene: Scene, verb: int) -> list[int]:
    """Who does what is told in the passive: "banned by Oslo"."""
    return [
        below
        for child in scene.sentence.children[verb]
        if scene.tokens[child].dep == "agent" or scene.tokens[child].text.lower() == "by"
        for below in scene.sentence.children[child]
        if scene.tokens[below].dep == "pobj"
    ]
