"""When a measure's action happens, and from when it holds.

A time goes with one verb or noun. It is the action's if that word says the action, or brings it about ("decided last
week to raise"), or is a saying that makes it ("said on Friday it would raise"): not if it only tells of it.
"""

from collections.abc import Iterator, Sequence

from onrecord.model.assertion import Action
from onrecord.model.days import Days
from onrecord.model.mention import TimeMention
from onrecord.read.clauses import joined
from onrecord.read.measures.layers import Layer
from onrecord.read.measures.moods import modal, negated
from onrecord.read.measures.reach import Reach
from onrecord.read.measures.scene import Scene, known
from onrecord.read.measures.until import ends
from onrecord.read.measures.vocabulary import words

_STEPS: dict[Action, frozenset[str]] = {
    "announced": frozenset({"announce", "impose", "covers", "concluded", "proposed", "raised", "cut"}),
    "threatened": frozenset({"threatened"}),
    "proposed": frozenset({"proposed", "impose", "raised", "cut", "concluded", "signed", "ratified", "announce"}),
    "in-force": frozenset({"impose", "covers", "raised", "announce"}),
    "raised": frozenset({"raised", "impose", "announce"}),
    "signed": frozenset({"signed", "concluded"}),
    "under-revision": frozenset({"under-revision", "proposed", "announce"}),
}
"""Steps whose verb's time is the action's, where these are not the one of its own name and what announces it."""
_FROM_OUTSIDE = frozenset({"announced", "threatened"})
"""Actions that are done by saying: the day of what is announced is not that of announcing it."""
_DONE_BY_SAYING = frozenset({"announced", "threatened", "raised", "cut", "paused", "extended", "exempted", "withdrawn"})
_VOWS = frozenset({"vow", "promise", "pledge", "warn", "swear", "threaten"})
_PAST = frozenset({"since", "before", "by", "than"})
"""A day after these is a bound, and no day on which something happened."""


def start(scene: Scene, verb: int) -> Days | None:
    """The day from which it holds, where the words name one."""
    for _first, time in scene.days_by_verb(verb):
        days = known(time)
        if days is not None and days.first == days.last:
            return days
    return None


def when(
    scene: Scene,
    chain: Sequence[Layer],
    action: Action | None,
    around: Reach | None = None,
    beside: Sequence[Layer] = (),
) -> Days | None:
    """The days of the action: of the words that say it, of what brings it about, or inside the noun's own phrase.

    ``beside`` are the layers of the other chain: of clauses on the noun where the action is said above it.
    """
    if action is None:
        return None
    verbs = [layer for layer in chain if layer.verb and layer.step]
    for covered, time in scene.times if around is not None and not verbs else ():
        if around is not None and _in_phrase(scene, covered, around) and (days := known(time)) is not None:
            return days
    telling = [*_telling(scene, chain, action)]
    if action in _FROM_OUTSIDE:
        told = [layer for layer in telling if layer.step in ("announce", "threatened") or not layer.step]
        telling = [*told, *(layer for layer in telling if layer not in told and action != "threatened")]
    if starts := [time for covered, time in scene.times if around is not None and _starting(scene, covered, around)]:
        return joined(scene.page, starts)
    if action == "in-force":
        telling += [layer for layer in beside if layer.step == "impose"]
    found = (days for layer in telling if (days := _of_layer(scene, layer, action)) is not None)
    return next(found, None)


def _telling(scene: Scene, chain: Sequence[Layer], action: Action) -> Iterator[Layer]:
    """The layers whose time is the action's, nearest first: up to one that is about something else."""
    steps = _STEPS.get(action, frozenset({action, "announce"}))
    for place, layer in enumerate(chain):
        lower = chain[place - 1] if place else None
        if not layer.verb:
            if not layer.step or layer.step in steps or action == "announced":
                yield layer
            continue
        following = chain[place + 1] if place + 1 < len(chain) else None
        if following and not layer.step and scene.tokens[following.index].head == layer.index:
            continue  # "will hit cheese and take effect"
        lemma = scene.tokens[layer.index].lemma
        lasts = (
            layer.step == "remain" and action == "in-force"
        )  # "has been in place since May", "will face duties on May 3"
        if layer.step in steps or lemma in words("leads") or layer.how == "prep:by" or lasts:
            yield layer
        elif action == "threatened" and (layer.step or lemma in _VOWS):
            if lemma in _VOWS:
                yield layer
        elif lower is not None and layer.how == "ccomp" and lemma in words("says"):
            if _makes(scene, lower, action) and not any(other.step == "announce" for other in chain[:place]):
                yield layer
            return
        elif layer.step not in ("proposed", "") or lemma not in words("due") or scene.tokens[layer.index].tag != "VBN":
            return


def _makes(scene: Scene, lower: Layer, action: Action) -> bool:
    """Whether saying so does it: "said it would raise", "said they had agreed"."""
    if not lower.verb or action not in _DONE_BY_SAYING:
        return False
    if action == "announced" and lower.step == "concluded":
        return True
    may = modal(scene, lower.index) or scene.tokens[lower.index].lemma in ("agree", "decide")
    return bool(may) or scene.tokens[lower.index].tag in ("VBG", "VBZ", "VBP")


def _of_layer(scene: Scene, layer: Layer, action: Action) -> Days | None:
    """The days of the times that go with a layer's word, or that it shares with the verb it is conjoined to."""
    if not layer.verb:
        on_it = [
            time for covered, time in scene.times if _on(scene, covered, layer.index) or _done(scene, covered, layer)
        ]
        return next((days for time in on_it if (days := known(time))), None)
    if negated(scene, layer):
        return None
    times = scene.days_by_verb(layer.index) or _before(scene, layer.index) or scene.days_shared(layer.index)
    begins = {"since", "as"} if layer.step == "remain" else set()
    coming = modal(scene, layer.index) in ("will", "'ll", "’ll") and scene.tokens[layer.index].lemma != "be"
    fit = [
        time
        for first, time in times
        if known(time) is not None
        and not ends(scene, first, action)
        and (before := scene.tokens[first - 1].text.lower() if first else "") not in _PAST - begins
        and (layer.step != "remain" or coming or before in begins)
    ]
    return joined(scene.page, fit) if fit else None


def _starting(scene: Scene, covered: range, around: Reach) -> bool:
    """Whether a day is named as the measure's first right behind its phrase: "a 5 percent duty starting May 3"."""
    at = covered.start - 1
    while at > around.head and scene.tokens[at].pos == "ADP":
        at -= 1
    behind = around.head < at <= around.last + 3
    return behind and scene.tokens[at].text.lower() in ("starting", "beginning", "effective", "commencing")


def _on(scene: Scene, covered: range, noun: int) -> bool:
    """Whether a time hangs on a noun or stands right behind it: "Friday's increase", "the decision last week to"."""
    return covered.start == noun + 1 or noun in {scene.tokens[index].head for index in covered}


def _done(scene: Scene, covered: range, noun: Layer) -> bool:
    """Whether a time is of what was done with what a noun says: "the increase announced on Friday"."""
    verbs = [child for child in scene.sentence.children[noun.index] if scene.tokens[child].dep == "acl"]
    return any(
        scene.tokens[verb].tag in ("VBN", "VBD") and covered.start == first
        for verb in verbs
        for first, _ in scene.days_by_verb(verb)
    )


def _before(scene: Scene, verb: int) -> list[tuple[int, TimeMention]]:
    """Times between a noun and the clause that it brings: "the decision last week to raise", "word Friday that"."""
    token = scene.tokens[verb]
    noun = token.head if token.dep == "acl" and scene.tokens[token.head].lemma in words("decisions") else None
    opening = [child for child in scene.sentence.children[verb] if scene.tokens[child].text.lower() in ("to", "that")]
    return [
        (covered.start, time)
        for covered, time in scene.times
        if (covered.stop in opening and covered.start and scene.tokens[covered.start - 1].lemma in words("decisions"))
        or scene.tokens[covered.stop - 1].head == noun
    ]


def _in_phrase(scene: Scene, covered: range, around: Reach) -> bool:
    """Whether a time stands in the phrase before a measure's noun: "last year's duties"."""
    return covered.start in around.left and bool(
        {scene.tokens[index].head for index in covered} & {around.head, *around.left}
    )
