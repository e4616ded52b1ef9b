"""The sides of a meeting: who fills its roles, and who goes without saying."""

import re
from collections.abc import Sequence
from functools import cache

import msgspec

from onrecord.find.frames.grammar import children, is_verb, phrase, surface_subject
from onrecord.knowledge.agreements import Agreement, agreements
from onrecord.knowledge.cities import city_names
from onrecord.knowledge.groupings import members_of
from onrecord.knowledge.holders import acts_for, private
from onrecord.knowledge.phrases import Phrases
from onrecord.model.assertion import Meeting
from onrecord.model.mention import ActorMention, FrameMention, Role
from onrecord.model.page import Page, Sentence
from onrecord.read.clauses import verb_of
from onrecord.read.parties import FIRST_PERSON, actors_at, joined_to, speakers_at, states_of

_FEW = 3
"""A pact of more parties does not tell with whom one of them talks about it."""
VISIT = "meeting/visit"
_STRIFE = frozenset(
    {
        "tension",
        "relation",
        "dispute",
        "war",
        "conflict",
        "trade",
        "difference",
        "gap",
        "rift",
        "row",
        "tie",
        "hostility",
    }
)
_PLACED = re.compile(r"(?<!counterpart)(?<!counterparts)(?<!officials)(?<!leaders) (?:in|at|near|outside) (?:\w+ )?$")
"""Before a state's name: it is where something happens."""


def present(page: Page, frame: FrameMention, name: str) -> tuple[ActorMention, ...]:
    """Who fills the roles of that name; "we" is the speaker's side; a visit is also to the state it leads to."""
    sentence = page.sentences[frame.sentence]
    found: dict[ActorMention, None] = {}
    for role in frame.roles:
        visited = name == "party" and role.name == "place" and frame.frame == VISIT
        if (role.name != name and not visited) or _is_of_another_noun(sentence, frame, role):
            continue
        actors = actors_at(page, sentence, role.head)
        if visited:
            head = sentence.tokens[role.head]
            actors = tuple(actor for actor in actors if actor.kind in ("state", "group") and actor.end >= head.end)
            actors = actors or _of_cities(page, role)
        elif not actors and sentence.tokens[role.head].text.lower() in FIRST_PERSON:
            actors = speakers_at(page, role)
        if not states_of(actors):
            actors = (*actors, *_grouped(page, role))
        found.update(dict.fromkeys(joined_to(page, role, actors)))
        found.update(dict.fromkeys(actors))
    return tuple(found)


def _is_of_another_noun(sentence: Sentence, frame: FrameMention, role: Role) -> bool:
    """Whether "between" brings the sides of something else: "a meeting amid tensions between Norway and Sweden"."""
    preposition = sentence.tokens[role.head].head
    if sentence.tokens[preposition].text.lower() not in ("between", "among"):
        return False
    noun = sentence.tokens[preposition].head
    own = {frame.trigger, *(one.head for one in frame.roles if one.name == "support")}
    return sentence.tokens[noun].pos == "NOUN" and noun not in own and sentence.tokens[noun].lemma in _STRIFE


def _of_cities(page: Page, role: Role) -> tuple[ActorMention, ...]:
    """The states of the cities in a phrase: a visit to Osaka is one to Japan."""
    return tuple(
        ActorMention(start=start, end=end, kind="state", name=city.state, states=(city.state,))
        for start, end, city in city_names().find(role.of(page.body), role.start)
        if city.state
    )[:1]


def _grouped(page: Page, role: Role) -> tuple[ActorMention, ...]:
    """The groups of states in a phrase, as their members: "finance ministers of the Group of Seven"."""
    return tuple(
        msgspec.structs.replace(actor, states=members_of()[actor.name])
        for actor in page.within(page.actors, role)
        if actor.name in members_of()
    )


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
    return any(role.name == "party" and sentence.tokens[role.head].lemma in acts_for() for role in frame.roles)


def travelling(page: Page, frame: FrameMention) -> tuple[ActorMention, ...]:
    """Who makes a journey."""
    sentence = page.sentences[frame.sentence]
    return tuple(
        actor for role in frame.roles if role.name == "party" for actor in actors_at(page, sentence, role.head)
    )


def is_of_state(page: Page, frame: FrameMention) -> bool:
    """Whether somebody who acts for a state makes the journey; goods travel too."""
    sentence = page.sentences[frame.sentence]
    heads = [role.head for role in frame.roles if role.name == "party"]
    return bool(states_of(travelling(page, frame))) or any(sentence.tokens[at].lemma in acts_for() for at in heads)


def meets_others(page: Page, frame: FrameMention) -> bool:
    """Whether some of those who meet stand for no state: "met with business leaders", "lawmakers will meet"."""
    sentence = page.sentences[frame.sentence]
    for role in frame.roles:
        if role.name != "partner" and not (role.name == "party" and frame.frame == "meeting/meet"):
            continue
        if _is_private(sentence, role.head):
            return True
        met = actors_at(page, sentence, role.head)
        named = tuple(page.within(page.actors, role))
        bodies = [actor for actor in named if actor.kind == "body" and actor.name not in members_of()]
        if bodies and not states_of(named):
            return True
        if states_of(met) or sentence.tokens[role.head].pos not in ("NOUN", "PROPN"):
            continue
        of_state = any(sentence.tokens[at].lemma in acts_for() for at in phrase(sentence, role.head))
        if not of_state and not (sentence.tokens[role.head].pos == "PROPN" and not met):
            return True
    return False


def _is_private(sentence: Sentence, head: int) -> bool:
    """Whether what modifies the noun makes its bearers private people: "business leaders"."""
    return any(
        sentence.tokens[child].lemma.lower() in private()
        for child in children(sentence, head, "compound", "amod", "nmod")
    )


@cache
def _agreements() -> Phrases[Agreement]:
    return Phrases((name, row) for row in agreements() for name in row.names)


def completed(
    page: Page, frame: FrameMention, parties: tuple[str, ...], before: Sequence[Meeting], at_least: int
) -> tuple[str, ...]:
    """The parties with those that go without saying: of a pact named, or the last talks, or the sentence."""
    sentence = page.sentences[frame.sentence]
    for _, _, agreement in _agreements().find((frame if parties else sentence).of(page.body)):
        if not parties or (set(parties) <= set(agreement.parties) and len(agreement.parties) <= _FEW):
            return tuple(sorted(agreement.parties))
    if frame.frame == VISIT and not _same_journey(sentence, frame):
        return parties
    last = before[-1].parties if before else ()
    if len(last) >= at_least and set(parties) <= set(last):
        return last
    if frame.frame == VISIT:
        return parties
    named = page.within(page.actors, sentence)
    beside = states_of(actor for actor in named if not _PLACED.search(page.body, max(0, actor.start - 30), actor.start))
    if len(set(beside) | set(parties)) == at_least:
        return tuple(sorted({*beside, *parties}))
    return parties


def _same_journey(sentence: Sentence, frame: FrameMention) -> bool:
    """Whether a journey with no goal named may be to the other side of the last talks: "is due to return"."""
    if is_verb(sentence, frame.trigger):
        return not any(sentence.tokens[at].dep == "prep" for at in sentence.children[frame.trigger])
    return not children(sentence, frame.trigger, "compound", "amod", "nmod")


def definite(page: Page, frame: FrameMention) -> bool:
    """Whether the words speak of certain talks: "the meeting", "Monday's meeting", "they will meet"."""
    sentence = page.sentences[frame.sentence]
    if is_verb(sentence, frame.trigger):
        return True
    if children(sentence, frame.trigger, "poss"):
        return True
    determiners = {sentence.tokens[child].lemma for child in sentence.children[frame.trigger]}
    around = sentence.span_of(sentence.subtree(frame.trigger))
    return bool(determiners & {"the", "those", "that", "this"}) or any(page.within(page.times, around))
