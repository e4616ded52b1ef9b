"""The sides of a meeting: who fills its roles, and who goes without saying."""

from collections import Counter
from collections.abc import Sequence
from functools import cache

from onrecord.find.frames.grammar import is_verb, surface_subject
from onrecord.knowledge.agreements import Agreement, agreements
from onrecord.knowledge.phrases import Phrases
from onrecord.model.assertion import Meeting
from onrecord.model.mention import ActorMention, FrameMention
from onrecord.model.page import Page
from onrecord.read.clauses import verb_of
from onrecord.read.parties import FIRST_PERSON, actors_at, speakers_at, states_of

_FEW = 3
"""A pact of more parties does not tell with whom one of them talks about it."""
VISIT = "meeting/visit"
_COUNTERPARTS = frozenset(
    {"counterpart", "official", "delegation", "negotiator", "team", "minister", "side", "partner", "nation", "country"}
    | {
        "ally",
        "leader",
        "president",
        "premier",
        "secretary",
        "chancellor",
        "envoy",
        "ambassador",
        "representative",
        "chief",
    }
    | {
        "diplomat",
        "government",
        "administration",
        "authority",
        "head",
        "bloc",
        "neighbor",
        "neighbour",
        "aide",
        "adviser",
    }
    | {"commissioner", "power", "capital", "state"}
)
"""Those who may stand for the other side although no state is named with them."""


def present(page: Page, frame: FrameMention, name: str) -> tuple[ActorMention, ...]:
    """Who fills the roles of that name; "we" is the speaker's side; a visit is also to the state it leads to."""
    sentence = page.sentences[frame.sentence]
    found: dict[ActorMention, None] = {}
    for role in frame.roles:
        visited = name == "party" and role.name == "place" and frame.frame == VISIT
        if role.name != name and not visited:
            continue
        actors = actors_at(page, sentence, role.head)
        if visited:
            actors = tuple(actor for actor in actors if actor.states)
        elif not actors and sentence.tokens[role.head].text.lower() in FIRST_PERSON:
            actors = speakers_at(page, role)
        found.update(dict.fromkeys(actors))
    return tuple(found)


def governing(page: Page, frame: FrameMention, partners: tuple[str, ...]) -> tuple[ActorMention, ...]:
    """Who stands above talks of which only the other side is named: the subject of their clause, or the speaker."""
    sentence = page.sentences[frame.sentence]
    verb = verb_of(sentence, frame.trigger)
    subjects = surface_subject(sentence, verb) if is_verb(sentence, verb) else []
    actors = tuple(actor for at in subjects for actor in actors_at(page, sentence, at))
    if not states_of(actors):
        actors = speakers_at(page, sentence.tokens[frame.trigger])
    return () if set(states_of(actors)) & set(partners) else actors


def is_many(page: Page, frame: FrameMention) -> bool:
    """Whether those at work are both sides: "negotiators"."""
    sentence = page.sentences[frame.sentence]
    return any(role.name == "party" and sentence.tokens[role.head].lemma in _COUNTERPARTS for role in frame.roles)


def meets_others(page: Page, frame: FrameMention) -> bool:
    """Whether those met stand for no state: "met with business leaders"."""
    sentence = page.sentences[frame.sentence]
    for role in frame.roles:
        if role.name == "partner" and sentence.tokens[role.head].lemma not in _COUNTERPARTS:
            met = actors_at(page, sentence, role.head)
            if sentence.tokens[role.head].pos == "NOUN" or (met and not states_of(met)):
                return True
    return False


@cache
def _agreements() -> Phrases[Agreement]:
    return Phrases((name, row) for row in agreements() for name in row.names)


def completed(
    page: Page, frame: FrameMention, parties: tuple[str, ...], before: Sequence[Meeting], at_least: int
) -> tuple[str, ...]:
    """The parties with those that go without saying: of the last talks named, or of the sentence, or of the article."""
    sentence = page.sentences[frame.sentence]
    for _, _, agreement in _agreements().find((frame if parties else sentence).of(page.body)):
        if not parties or (set(parties) <= set(agreement.parties) and len(agreement.parties) <= _FEW):
            return tuple(sorted(agreement.parties))
    last = before[-1].parties if before else ()
    if len(last) >= at_least and set(parties) <= set(last):
        return last
    beside = states_of(page.within(page.actors, sentence))
    if len(set(beside) | set(parties)) == at_least:
        return tuple(sorted({*beside, *parties}))
    counts = Counter(state for actor in page.actors for state in actor.states)
    for state, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        if len(parties) >= at_least:
            break
        if state not in parties:
            parties = tuple(sorted((*parties, state)))
    return parties


def definite(page: Page, frame: FrameMention) -> bool:
    """Whether the words speak of certain talks: "the meeting", "Monday's meeting", "they will meet"."""
    sentence = page.sentences[frame.sentence]
    if is_verb(sentence, frame.trigger):
        return True
    determiners = {sentence.tokens[child].lemma for child in sentence.children[frame.trigger]}
    around = sentence.span_of(sentence.subtree(frame.trigger))
    return bool(determiners & {"the", "those", "that", "this"}) or any(page.within(page.times, around))
