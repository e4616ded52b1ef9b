"""People: who they are and for whom they act, from the text's own words first and then from the table."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import cache

import msgspec

from onrecord.find.actors.titled import Introduced
from onrecord.find.actors.words import Words
from onrecord.knowledge.offices import words_for
from onrecord.knowledge.people import Person, office_on, people
from onrecord.knowledge.tables import table
from onrecord.model.mention import ActorMention


class Who(msgspec.Struct, frozen=True, kw_only=True):
    """What an article has told of a person so far."""

    name: str
    role: str = ""
    affiliation: str = ""
    states: tuple[str, ...] = ()
    introduced: bool = False


_ACTING_BODIES = frozenset({"European Commission", "Ministry of Commerce", "Ministry of Foreign Affairs"})
_NOT_ACTING = frozenset({"U.S. Senate", "U.S. House of Representatives", "European Parliament", "Ontario"})


@cache
def _states_of_role() -> dict[frozenset[str], str]:
    """The state whose office it is, for words that only one state of the table uses ("Trade Representative")."""
    states: dict[frozenset[str], set[str]] = defaultdict(set)
    for row in table("people.csv", Person):
        if row.state and not row.body:
            states[_bag(row.role)].add(row.state)
    return {bag: next(iter(of)) for bag, of in states.items() if len(of) == 1 and len(bag) > 1}


def _bag(role: str) -> frozenset[str]:
    return frozenset(role.lower().replace("-", " ").split()) - {"of", "the", "for", "us", "u.s."}


def who(name: Introduced, words: Words, day: date | None, before: Who | None) -> Who:
    """What is known of a person at this mention: the text's own words, then what was said before, then the table."""
    row = office_on(name.name, day) if name.known else None
    held = _from_table(name.name, row) if row is not None else None
    office = name.office
    if office is not None:
        state = office.state or (held.states[0] if held is not None and held.states else "")
        if not state and not office.body and office.kind in ("state", "either"):
            state = _states_of_role().get(_bag(office.role) - {"acting"}, "")
        acting = office.kind in ("state", "either") and office.acts and not office.former and state != ""
        if office.body and not office.acts and state:
            acting = False
        if office.kind == "either" and not office.state and not office.body and held is None:
            acting = (acting and before is not None and bool(before.states)) or (state != "" and acting)
        affiliation = state if acting or (office.kind == "legislator" and state) else office.body
        if office.body and office.acts and acting:
            affiliation = office.body if state != "EU" and _is_separate(office.body) else state
        if not affiliation and not office.former and held is not None:
            affiliation = held.affiliation
        role = office.role
        if role.lower() in ("official", "leader", "source", "counterpart", "candidate") and held is not None:
            role = held.role
        states: tuple[str, ...] = (state,) if acting else ()
        if office.former and held is not None:  # "then-Foreign Minister", or a former office of one who now has another
            states = held.states
        return Who(name=name.name, role=role, affiliation=affiliation, states=states, introduced=True)
    if before is not None and (before.introduced or held is None):
        return before
    if held is not None and name.title in ("", held.role):
        return held
    in_congress = name.title in ("Senator", "Representative")
    return Who(name=name.name, role=name.title, affiliation="US" if in_congress else "")


def _is_separate(body: str) -> bool:
    return "Trade Representative" not in body


def _from_table(name: str, row: Person) -> Who:
    acts = bool(row.state) and row.body not in _NOT_ACTING
    affiliation = row.state if row.state and row.body in ("", *_ACTING_BODIES, *_NOT_ACTING) else row.body
    return Who(name=name, role=row.role, affiliation=affiliation, states=(row.state,) if acts else ())


def mention(words: Words, first: int, after: int, told: Who) -> ActorMention:
    """The mention of a person by the words from ``first`` up to ``after``."""
    span = words.span(first, after)
    return ActorMention(
        start=span.start,
        end=span.end,
        kind="person",
        name=told.name,
        states=told.states,
        role=told.role,
        affiliation=told.affiliation,
        how="possessive" if words.low(after) in ("'s", "’s") else "name",
    )


def keys(name: str) -> Iterable[str]:
    """The words by which a person is named again: the surname, which comes first in East Asia."""
    no_name = words_for("no-name")
    return (key for key in _keys(name) if key not in no_name)


def _keys(name: str) -> Iterable[str]:
    parts = name.split()
    if not parts:
        return
    known = people().get(name)
    if known:
        for row in known:
            yield from row.short
    eastern = parts[0] in words_for("family-name-first")
    if eastern and 2 <= len(parts) <= 3:
        yield parts[0]
        if "-" in parts[-1] or len(parts) == 3:
            return
    if len(parts) > 1 and len(parts[-1].rstrip(".")) > 1:
        last = parts[-1]
        if last.rstrip(".") in ("Jr", "Sr", "II", "III"):
            last = parts[-2]
        particles = [part for part in parts[1:-1] if part[0].islower()]
        if particles:
            yield " ".join([*particles, last])
        yield last
        if len(parts) >= 3 and not particles and len(parts[-2].rstrip(".")) > 1 and "." not in parts[-2]:
            yield f"{parts[-2]} {last}"
