"""Settling a measure: what its own words leave out is taken from its sentence, then from what was named before."""

import msgspec

from onrecord.find.frames.grammar import subject_of
from onrecord.knowledge.instruments import Scope
from onrecord.model.assertion import Instrument
from onrecord.model.span import Span
from onrecord.read.measures.chain import Memory, Named
from onrecord.read.measures.goods import products_in, rates
from onrecord.read.measures.happening import Happening
from onrecord.read.measures.reach import Reach
from onrecord.read.measures.scene import Scene
from onrecord.read.measures.triggers import Trigger
from onrecord.read.measures.vocabulary import scopes, words
from onrecord.read.measures.who import Sides, states_of

_SECTORS = frozenset({"72", "73", "76", "87", "8703", "8704", "8708", "8541", "8542", "30", "74", "4407"})
"""Chapters and headings of the goods on which tariffs are laid sector by sector."""
_DEEPEST = 8
_LASTING = frozenset({"proposed", "threatened", "announced", "in-force"})
"""Actions that a measure named again, with nothing said of it, is still in."""


def settle(
    scene: Scene, trigger: Trigger, around: Reach, event: Happening, found: Sides, memory: Memory
) -> tuple[Named, bool]:
    """The measure with all its roles, and whether each side hits the other."""
    instrument = trigger.row.instrument
    found = _hit_before(found, memory, instrument)
    named = Named(
        instrument=instrument,
        sentence=scene.number,
        imposers=found.imposers,
        targets=found.targets,
        products=(goods := products_in(scene, around.indices))[0],
        hs=goods[1],
        rates=tuple(rate.value for rate in rates(scene, around)),
        scope=trigger.row.scope or _scope(scene, around, event),
        action=event.action,
    )
    definite = any(scene.tokens[index].text.lower() in words("definite") for index in around.left[:3])
    bare = not (found.targets or named.products or named.rates)
    before = _before(named, found, memory, definite=definite, bare=bare and not _just(memory, event, scene.number))
    if before is not None:
        named = _taken_over(named, before, bare=bare and (definite or not event.said), definite=definite)
        if before.sentence == scene.number and not found.targets:
            named = _shared(named, before, shared=scene.tokens[around.head].dep == "conj")
    if not named.imposers and not found.mutual and not found.unnamed:
        named = _with(named, imposers=_unsaid(scene, named, found, memory, around))
    if instrument == "tariff":
        named = _answered(named, memory, again=definite or not (found.targets or named.products))
    # What is named and left so is in force; a fund is not by being named.
    if not event.said and event.action is None and instrument != "investment-fund":
        same = bare and before is not None and before.imposers == named.imposers
        action = before.action if same and before is not None and before.action in _LASTING else "in-force"
        named = msgspec.structs.replace(named, action=action)
    return _with(named, targets=tuple(target for target in named.targets if target not in named.imposers)), found.mutual


def _hit_before(found: Sides, memory: Memory, instrument: Instrument) -> Sides:
    """An adjective read as who is hit, if that state was hit before and has imposed nothing: "the Chilean tariffs"."""
    if not found.adjective or found.targets or len(found.imposers) != 1:
        return found
    state = found.imposers[0]
    hit = memory.hitting(instrument, state)
    return msgspec.structs.replace(found, imposers=hit, targets=(state,)) if hit else found


def _unsaid(scene: Scene, named: Named, found: Sides, memory: Memory, around: Reach) -> tuple[str, ...]:
    """Who imposes where no word of the measure says so."""
    speaker = _speaks(scene, around)
    if speaker and not set(speaker) & set(named.targets):
        return speaker
    beside = memory.beside(scene.number)
    if beside and scene.tokens[around.head].dep == "conj" and not set(beside) & set(named.targets):
        return beside
    if named.instrument == "tariff" and named.scope == "retaliatory" and not named.targets:
        return memory.retaliator()
    at = scene.tokens[around.head].start
    objectors = found.objectors or (() if named.instrument == "tariff" else _complains(scene))
    return memory.imposer(named.instrument, named.targets, objectors, at)


def _complains(scene: Scene) -> tuple[str, ...]:
    """Who hands over, lists or complains of what others keep: "Oslo listed barriers, among them limits on imports"."""
    for index, token in enumerate(scene.tokens):
        if scene.is_verb(index) and token.lemma in words("complains"):
            states = states_of(scene, subject_of(scene.sentence, index))
            if len(states) == 1:
                return states
    return ()


def _speaks(scene: Scene, around: Reach) -> tuple[str, ...]:
    """The state of who says "I" or "we" and does what the verbs above the measure say."""
    above: list[int] = []
    at = around.head
    while scene.tokens[at].head != at and len(above) < _DEEPEST:
        at = scene.tokens[at].head
        if scene.is_verb(at):
            above += [at, *(child for child in scene.sentence.children[at] if scene.tokens[child].dep == "csubj")]
    for index in range(around.head - 1, -1, -1):
        token = scene.tokens[index]
        if token.text in ("I", "we", "We") and token.dep == "nsubj" and token.head in above:
            return scene.states([index]) if scene.tokens[token.head].lemma not in words("bears") else ()
    return ()


def _with(named: Named, imposers: tuple[str, ...] | None = None, targets: tuple[str, ...] | None = None) -> Named:
    return msgspec.structs.replace(
        named,
        imposers=named.imposers if imposers is None else imposers,
        targets=named.targets if targets is None else targets,
    )


def _just(memory: Memory, event: Happening, sentence: int) -> bool:
    """Whether something happens to a tariff that was named in the sentence before: it is that one, an answer or not."""
    last = memory.last("tariff")
    return last is not None and event.action is not None and event.said and sentence - last.sentence == 1


def _before(named: Named, found: Sides, memory: Memory, *, definite: bool, bare: bool) -> Named | None:
    """The measure named before that this one may be: of the same imposer, or on the same products."""
    before = memory.last(named.instrument, found.imposers)
    if named.products and not found.imposers:
        before = memory.of_products(named.instrument, named.products) or before
    if before is not None and named.scope in ("reciprocal", "baseline") and before.scope != named.scope:
        before = memory.of_scope(named.instrument, named.scope)
    if before is not None and bare and not named.scope and not found.imposers and before.scope == "retaliatory":
        before = memory.main(named.instrument, named.sentence) or before
    if before is not None and named.scope == "retaliatory" and before.scope != "retaliatory" and not found.imposers:
        return None
    if before is not None and not definite and set(before.imposers) & set(found.objectors):
        return None
    return before


def _taken_over(named: Named, before: Named, *, bare: bool, definite: bool) -> Named:
    """What a measure named again keeps: "the duties" all, "the steel duties" whom they hit."""
    targets = before.targets if len(before.targets) == 1 and before.targets[0] not in named.imposers else ()
    if bare:
        return msgspec.structs.replace(
            named,
            imposers=named.imposers or before.imposers,
            targets=targets,
            products=before.products,
            hs=before.hs,
            scope=named.scope or before.scope,
        )
    if definite and not named.targets and set(named.products) <= set(before.products):
        return _with(named, imposers=named.imposers or before.imposers, targets=targets)
    return named


def _shared(named: Named, before: Named, *, shared: bool) -> Named:
    """What a measure shares with one named before it in the same sentence; all of it if they are conjoined."""
    targets = before.targets if shared else tuple(target for target in before.targets if target != "*")
    return _with(
        named,
        imposers=named.imposers or before.imposers,
        targets=named.targets or (targets if shared or len(targets) == 1 else ()),
    )


def _answered(named: Named, memory: Memory, *, again: bool) -> Named:
    """A tariff with its target and scope, where what others did before tells them."""
    if not named.targets and named.scope == "retaliatory" and len(named.imposers) == 1:
        named = _with(named, targets=memory.struck_first(named.imposers[0]))
    elif not named.targets and again:
        named = _with(named, targets=memory.only_target("tariff", named.imposers))
    if not named.targets and len(named.imposers) == 1:
        named = _with(named, targets=memory.struck_alone(named.imposers[0]))
    scope = named.scope
    if scope is None and "US" in named.targets and memory.struck_by(named.imposers, named.targets):
        scope = "retaliatory"
    if scope is None and _SECTORS & set(named.hs):
        scope = "sectoral"
    return msgspec.structs.replace(named, scope=scope)


def _scope(scene: Scene, around: Reach, event: Happening) -> Scope | None:
    own = scene.sentence.span_of([around.first, around.last])
    verbs = {layer.index for layer in event.chain if layer.verb}
    for start, end, scope in scopes().find(scene.sentence.of(scene.page.body), scene.sentence.start):
        if own.start <= start < own.end:
            return scope
        if scope != "retaliatory" or end <= own.start <= end + 1:  # "in response to the duties" is not theirs
            continue
        said = scene.sentence.indices_in(Span(start=start, end=end))
        if said and (said.start in verbs or scene.verb_above(said.start) in verbs):
            return scope
    return None
