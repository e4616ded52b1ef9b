"""Single people and bodies: "he", "the minister", "the official", "the agency", "it", "they"."""

import re
from collections.abc import Callable
from datetime import date

import msgspec

from onrecord.find.reference.discourse import Discourse
from onrecord.find.reference.words import Reference
from onrecord.knowledge.offices import words_for
from onrecord.knowledge.people import people
from onrecord.model.mention import ActorMention

_SPEAKS_FOR = {"spokesman": "spokesperson", "spokeswoman": "spokesperson", "chairwoman": "chair", "chairman": "chair"}
_SMALL = frozenset({"of", "the", "for", "and", "us", "u.s.", "to", "at", "a"})
_LESSER = frozenset({"vice", "deputy", "assistant", "under", "former", "ex", "then"})
_LEADING = frozenset({"president", "prime", "premier", "chancellor"})
_NOT_ONE = frozenset({"delegation", "counterpart", "partner", "union", "group", "media"})
_SAME_PEOPLE = frozenset({"people", "sources", "officials", "insiders"})


def again(reference: Reference, actor: ActorMention, how: str = "pronoun") -> ActorMention:
    """The mention of ``actor`` by the words of a reference."""
    return msgspec.structs.replace(actor, start=reference.start, end=reference.end, how=how)


def he_or_she(discourse: Discourse, reference: Reference, not_this: str = "") -> ActorMention | None:
    """The person a pronoun means."""
    women = words_for("woman")
    if reference.head.endswith("self"):
        here = discourse.in_sentence(discourse.sentence_of(reference.start), reference.start)
        return next((seen.actor for seen in reversed(here) if seen.actor.kind == "person" and seen.actor.name), None)

    def fits(actor: ActorMention) -> bool:
        if not actor.name or actor.name == not_this:
            return False
        if actor.kind == "described":
            if _APPOSED.search(discourse.page.body, max(0, actor.start - 40), actor.start):
                return False  # "Ann Bo, a visiting scholar at the institute": she is Ann Bo
            return bool(actor.role) and _head(actor.role) not in _NOT_ONE
        if actor.kind != "person":
            return False
        woman, title = actor.name.split()[0] in women or "woman" in actor.role, discourse.titled(actor.name)
        if title:
            return title == reference.way
        if reference.way == "he":
            return not woman and "woman" not in actor.role
        man = actor.name.split()[0] in words_for("man") or "man" in actor.role.replace("woman", "")
        return woman or (actor.name not in people() and not man)

    return discourse.one(reference.start, fits)


_APPOSED = re.compile(r"[A-Z][\w’'-]+, (?:an?|the|its|their|[A-Z]\w+['’]s) (?:[\w-]+ ){0,2}$")


def latter(discourse: Discourse, reference: Reference) -> ActorMention | None:
    """The last of two who were named in the sentence before, or the first of them for "the former"."""
    for number in range(discourse.sentence_of(reference.start), -1, -1):
        seen = [one.actor for one in discourse.in_sentence(number, reference.start)]
        for kind in ("person", "body", "state"):
            named = {actor.name: actor for actor in seen if actor.kind == kind and actor.how in ("name", "possessive")}
            if len(named) > 1:
                return list(named.values())[0 if reference.head == "former" else -1] if len(named) == 2 else None
        if discourse.sentence_of(reference.start) - number > 1:
            return None
    return None


def they(discourse: Discourse, reference: Reference, not_these: tuple[str, ...] = ()) -> ActorMention | None:
    """Several people or states; in somebody's own words ``not_these`` are the speaker's."""

    def several(actor: ActorMention) -> bool:
        if actor.kind == "group":
            return not set(actor.states) & set(not_these)
        return actor.kind == "described" and not actor.role and not actor.medium

    def other_state(actor: ActorMention) -> bool:
        return actor.kind == "state" and actor.how != "adjective" and not set(actor.states) & set(not_these)

    if not_these:
        return discourse.best(reference.start, lambda actor: several(actor) or other_state(actor), 2)
    return discourse.best(reference.start, several, 1)


def it(discourse: Discourse, reference: Reference) -> ActorMention | None:
    """A state or body that was the subject just before; "it" that could be a thing is left alone."""
    page = discourse.page
    number = discourse.sentence_of(reference.start)
    saying = discourse.sayings.of_source(reference.start)
    here = [
        seen
        for seen in discourse.in_sentence(number, reference.start)
        if seen.actor.kind in ("state", "body") and not (saying is not None and saying.tells_of(seen.actor))
    ]
    subjects = [seen.actor for seen in here if seen.subject]
    if subjects:
        return subjects[-1]
    if reference.possessive and here:
        named = [seen.actor for seen in here if seen.actor.how != "adjective"]
        return named[-1] if named else None
    sentence = page.sentences[number]
    if reference.start != sentence.start or number == 0:
        return None
    if _expletive(page.body[reference.end : reference.end + 20]):
        return None
    before = [
        seen.actor
        for seen in discourse.in_sentence(number - 1, sentence.start)
        if seen.subject and seen.actor.kind in ("state", "body") and not (saying is not None and seen.told)
    ]
    return before[0] if before else None


def _expletive(following: str) -> bool:
    first = following.split()[:2]
    return bool(first) and first[0].lower() in (
        "is",
        "was",
        "'s",
        "’s",
        "would",
        "will",
        "remains",
        "seems",
        "means",
        "could",
        "may",
    )


def body_again(discourse: Discourse, reference: Reference) -> ActorMention | None:
    """A body whose name holds the head word ("the ministry"); for a company or agency the last one that can be."""
    head = reference.head

    def fits(actor: ActorMention) -> bool:
        return actor.kind == "body" and not actor.medium and head in actor.name.lower()

    found = discourse.best(reference.start, fits, 12)
    if found is None and head in (
        "company",
        "firm",
        "agency",
        "carmaker",
        "automaker",
        "association",
        "institute",
        "group",
    ):
        return _nearest(discourse, reference)
    return found


def _nearest(discourse: Discourse, reference: Reference) -> ActorMention | None:
    """The company of the nearest sentence that names one."""
    reaches = (
        discourse.best(reference.start, lambda one: one.kind == "body" and not one.medium and not one.states, reach)
        for reach in range(3)
    )
    return next((found for found in reaches if found is not None), None)


def by_office(discourse: Discourse, actor: ActorMention, day: date | None) -> ActorMention | None:
    """Who "the finance minister" is: somebody of the article in that office, or the one holder known for the day."""
    head = _head(actor.role)
    words = _bag(actor.role)

    def fits(other: ActorMention) -> bool:
        if other is actor or not other.name or not other.role or _head(other.role) != head:
            return False
        if other.kind not in ("person", "described") or (other.kind == "described" and other.how == "office"):
            return False
        if actor.states and other.states and actor.states != other.states:
            return False
        theirs = _bag(other.role)
        if (theirs ^ words) & _LESSER:
            return False  # a vice president is not "the president"
        return other.kind == "described" or words <= theirs or theirs <= words

    found = discourse.one(actor.start, fits, 40)
    if found is not None and day is not None and not _holds(found.name, head, day):
        found = discourse.one(actor.start, lambda other: fits(other) and _holds(other.name, head, day), 40) or found
    if found is None:
        found = _told_later(discourse, actor, fits)
    if found is not None:
        return found
    if head == "leader" and actor.states:
        return discourse.best(
            actor.start, lambda one: one.states == actor.states and bool(_bag(one.role) & _LEADING), 40
        )
    if "former" in actor.role.lower():
        return discourse.best(actor.start, lambda one: one.kind == "person" and "former" in one.role.lower(), 6)
    if actor.states and day is not None and len(words) > 0 and "spokes" not in actor.role.lower():
        holders = {
            row.name: row
            for rows in people().values()
            for row in rows
            if row.state in actor.states and _bag(row.role) == words and row.held(day)
        }
        if len(holders) == 1:
            name, row = next(iter(holders.items()))
            return msgspec.structs.replace(
                actor, kind="person", name=name, role=actor.role, affiliation=row.state, states=(row.state,)
            )
    return None


def _holds(name: str, head: str, day: date) -> bool:
    """Whether somebody is known to hold an office on a day: of two presidents "the president" is the present one."""
    return any(_head(row.role) == head and row.held(day) for row in people().get(name, ()))


def _told_later(discourse: Discourse, actor: ActorMention, fits: Callable[[ActorMention], bool]) -> ActorMention | None:
    """The one person whom the text names later in the office of the state that is told of first."""
    if not actor.states or "spokes" in actor.role.lower():
        return None
    later = {
        other.name: other
        for other in discourse.page.actors
        if other.start > actor.end
        and other.kind == "person"
        and other.states == actor.states
        and "former" not in other.role.lower()
        and fits(other)
    }
    return next(iter(later.values())) if len(later) == 1 else None


_SOME = re.compile(r"\b(?:some|many|most|other|several|few|more|two|three|four|five|\d+) $", re.IGNORECASE)
"""Others than those named before."""


def officials_again(discourse: Discourse, actor: ActorMention) -> ActorMention | None:
    """For "officials" or "the sources" after "administration officials" or "two people familiar with the talks"."""
    head = actor.name.lower().split()[-1]
    if _SOME.search(discourse.page.body, max(0, actor.start - 12), actor.start):
        return None
    others = [
        seen.actor
        for seen in discourse.before(actor.start, 40)
        if seen.actor.kind == "described" and not seen.actor.role and not seen.actor.medium
    ]
    others = [other for other in others if len(other.name.split()) > 1]
    unnamed = head in ("sources", "people", "insiders")
    for alike in ({head}, _SAME_PEOPLE - {"officials"}, _SAME_PEOPLE) if unnamed else ({head},):
        for other in others:  # "the people" are those "familiar with the matter" before they are "Chinese officials"
            if alike & set(other.name.lower().split()):
                return other
    return None


def _head(role: str) -> str:
    for stop in (" of ", " for ", " at ", " to "):
        role = role.split(stop)[0]
    last = role.lower().split()[-1] if role.split() else ""
    return _SPEAKS_FOR.get(last, last)


def _bag(role: str) -> frozenset[str]:
    words = role.lower().replace("-", " ").replace(",", " ").split()
    return frozenset(_SPEAKS_FOR.get(word, word) for word in words) - _SMALL
