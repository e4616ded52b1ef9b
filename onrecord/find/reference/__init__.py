"""Reference: to whom "he", "the minister" and "the two countries" refer."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date

import msgspec

from onrecord.find.reference import parties, persons
from onrecord.find.reference.discourse import Discourse
from onrecord.find.reference.introductions import introduced
from onrecord.find.reference.ministries import of_states
from onrecord.find.reference.passing import passed_back
from onrecord.find.reference.speakers import Parts, filled
from onrecord.find.reference.words import Reference, references
from onrecord.model.mention import ActorMention, Attribution
from onrecord.model.page import Page
from onrecord.model.span import Span


def resolve(page: Page) -> Page:
    """The page with actor mentions added for what refers back, and speakers filled in.

    Outside quotations first, in the order of the text, so that what is resolved can be referred to again; then the
    speakers; then what stands in a speaker's own words ("we", "they").
    """
    if not page.sentences:
        return page
    discourse = Discourse(page)
    resolved: dict[tuple[int, int], ActorMention] = {}
    published = page.article.published.days.last if page.article.published else None
    quoted = _Quoted(page.speech)
    waiting: list[Reference] = []
    for item in _in_turn(page):
        if isinstance(item, ActorMention):
            answer = _office(discourse, item, published)
        else:
            if discourse.quoted(item.start) and quoted.at(item.start) is not None:
                waiting.append(item)
                continue
            answer = _outside(discourse, item)
        _keep(discourse, resolved, item, answer)
    everyone = _merged(page.actors, resolved)
    parts = Parts(page.body, everyone)
    speech = passed_back(
        page.body, [filled(page.body, one, everyone, resolved, parts) for one in page.speech], everyone
    )
    quoted = _Quoted(speech)
    for item in waiting:
        attribution = quoted.at(item.start)
        speaker = attribution.speaker if attribution is not None else None
        _keep(discourse, resolved, item, _inside(discourse, item, speaker))
    everyone = _merged(page.actors, resolved)
    speech = of_states(discourse, introduced(discourse, speech))
    return msgspec.structs.replace(page, actors=everyone, speech=speech)


class _Quoted:
    """Direct quotations by place."""

    def __init__(self, speech: Sequence[Attribution]) -> None:
        parts = [(part.start, part.end, attribution) for attribution in speech for part in attribution.content]
        self._parts = sorted(
            ((start, end, one) for start, end, one in parts if one.direct), key=lambda part: (part[0], -part[1])
        )
        self._starts = [part[0] for part in self._parts]

    def at(self, position: int) -> Attribution | None:
        """The innermost attribution in whose quoted content a position lies."""
        at = bisect_right(self._starts, position) - 1
        for index in range(at, max(-1, at - 6), -1):
            if position < self._parts[index][1]:
                return self._parts[index][2]
        return None


def _in_turn(page: Page) -> list[ActorMention | Reference]:
    """The descriptions among the mentions, and the words that refer back, in the order of the text."""
    offices: list[ActorMention | Reference] = [
        actor for actor in page.actors if actor.kind == "described" and not actor.medium
    ]
    named = sorted([actor for actor in page.actors if actor.kind in ("person", "body") or actor in offices])
    starts = [actor.start for actor in named]
    words = [word for word in references(page.body) if not _overlaps(word, named, starts)]
    return sorted([*offices, *words], key=lambda item: (item.start, -item.end))


def _overlaps(word: Reference, named: Sequence[ActorMention], starts: Sequence[int]) -> bool:
    """Whether a name or an office shares characters with a word: "Liu He" holds no pronoun."""
    at = bisect_left(starts, word.end)
    return any(actor.end > word.start for actor in named[max(0, at - 4) : at])


def _keep(
    discourse: Discourse,
    resolved: dict[tuple[int, int], ActorMention],
    item: Span,
    answer: ActorMention | None,
) -> None:
    if answer is not None:
        resolved[item.start, item.end] = answer
        discourse.add(answer)


def _office(discourse: Discourse, actor: ActorMention, day: date | None) -> ActorMention | None:
    if actor.how == "office":
        found = persons.by_office(discourse, actor, day)
    elif not actor.role and len(actor.name.split()) == 1:
        found = persons.officials_again(discourse, actor)
    else:
        return None
    if found is None:
        return None
    return msgspec.structs.replace(found, start=actor.start, end=actor.end, how="description")


def _outside(discourse: Discourse, reference: Reference) -> ActorMention | None:
    """What a reference in the article's own words means."""
    way = reference.way
    found: ActorMention | None
    if way in ("he", "she"):
        found = persons.he_or_she(discourse, reference)
    elif way == "they":
        found = persons.they(discourse, reference)
    elif way == "it":
        found = persons.it(discourse, reference)
    elif way == "own":
        return parties.of_person(discourse, reference, persons.he_or_she(discourse, _pronoun(reference)))
    else:
        return _description(discourse, reference)
    return persons.again(reference, found) if found is not None else None


def _description(discourse: Discourse, reference: Reference) -> ActorMention | None:
    way = reference.way
    if way in ("pair", "countries"):
        return parties.pair(discourse, reference)
    if way == "three":
        return parties.pair(discourse, reference, 3)
    if way == "leaders":
        return parties.leaders(discourse, reference)
    if way == "country":
        return parties.country(discourse, reference)
    if way == "administration":
        return parties.administration(discourse, reference)
    if way == "bloc":
        return parties.bloc(discourse, reference)
    if way == "latter":
        found = persons.latter(discourse, reference)
        return persons.again(reference, found, "description") if found is not None else None
    if way == "body":
        found = persons.body_again(discourse, reference)
        return persons.again(reference, found, "description") if found is not None else None
    return None


def _inside(discourse: Discourse, reference: Reference, speaker: ActorMention | None) -> ActorMention | None:
    """What a reference in somebody's own words means."""
    way = reference.way
    if way == "i":
        return persons.again(reference, speaker) if speaker is not None and speaker.kind == "person" else None
    if way == "we":
        if speaker is None:
            return None
        if len(speaker.states) == 1:
            return parties.of_person(discourse, reference, speaker)
        return persons.again(reference, speaker) if speaker.kind in ("group", "body", "person") else None
    if way == "they":
        found = persons.they(discourse, reference, speaker.states if speaker is not None else ())
        return persons.again(reference, found) if found is not None else None
    if way in ("he", "she"):
        found = persons.he_or_she(discourse, reference, speaker.name if speaker is not None else "")
        return persons.again(reference, found) if found is not None else None
    if way == "administration" and speaker is not None and len(speaker.states) == 1:
        return parties.of_person(discourse, reference, speaker)
    return _outside(discourse, reference)


def _pronoun(reference: Reference) -> Reference:
    """The pronoun of "his administration"."""
    return msgspec.structs.replace(reference, way="he", possessive=True)


def _merged(actors: Sequence[ActorMention], resolved: dict[tuple[int, int], ActorMention]) -> tuple[ActorMention, ...]:
    """The mentions with references added, those that a reference has answered replaced; outer before inner."""
    kept = [actor for actor in actors if (actor.start, actor.end) not in resolved]
    return tuple(sorted([*kept, *resolved.values()], key=lambda actor: (actor.start, -actor.end)))
