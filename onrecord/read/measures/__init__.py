"""Measures: what the page says of them."""

from collections.abc import Iterator

from onrecord.model.assertion import Measure
from onrecord.model.page import Page
from onrecord.read.measures.again import again
from onrecord.read.measures.agreements import agreements
from onrecord.read.measures.chain import Memory
from onrecord.read.measures.imposed import imposed
from onrecord.read.measures.purchases import purchases
from onrecord.read.measures.scene import Scene
from onrecord.read.measures.spared import spared
from onrecord.read.measures.triggers import triggers
from onrecord.read.measures.verbs import verbs


def read(page: Page) -> tuple[Measure, ...]:
    """Every measure that the page asserts, in the order of the text."""
    memory = Memory(page)
    found = [measure for number in range(len(page.sentences)) for measure in _sentence(page, number, memory)]
    return tuple(sorted(dict.fromkeys(found), key=lambda measure: (measure.start, measure.end)))


def _sentence(page: Page, number: int, memory: Memory) -> Iterator[Measure]:
    if not page.sentences[number].tokens:
        return
    scene = Scene(page, number)
    known = memory.last("tariff") is not None
    evoked = [trigger for trigger in triggers(scene, named=known) if trigger.row.instrument != "trade-agreement"]
    for trigger in evoked:
        yield from imposed(scene, trigger, [other for other in evoked if other is not trigger], memory)
    yield from verbs(scene, evoked, memory)
    yield from spared(scene, evoked, memory)
    yield from again(scene, memory)
    yield from agreements(scene, memory)
    yield from purchases(scene)
