"""By what an entry can be asked for: its parties, its issues and the days on which it holds."""

from datetime import date

import msgspec

from onrecord.find.issues import find_issues
from onrecord.model.assertion import AnyAssertion, Figure, Measure, Meeting, Position, Statement
from onrecord.model.days import Days
from onrecord.model.entry import Entry

LASTING = frozenset({"in-force", "raised", "cut", "extended", "signed", "ratified"})
"""Actions that leave a measure standing until something else is said."""


def parties(assertion: AnyAssertion) -> frozenset[str]:
    """The states, people and bodies of an assertion, in small letters."""
    names: tuple[str | None, ...]
    match assertion:
        case Meeting():
            names = (*assertion.parties, *assertion.participants)
        case Measure():
            names = (assertion.imposer, assertion.target, *assertion.parties)
        case Position():
            names = (*assertion.actor, *assertion.addressee)
        case Figure():
            names = (assertion.reporter, assertion.partner)
        case Statement():
            names = (assertion.speaker, assertion.affiliation)
    return frozenset(name.casefold() for name in names if name and name != "*")


def issues(assertion: AnyAssertion) -> frozenset[str]:
    """The issues of an assertion with those above them: of its slots, or else those that its words evoke."""
    named = assertion.issues if isinstance(assertion, Meeting | Position) else ()
    if not named:
        named = tuple(mention.issue for mention in find_issues(assertion.exact))
    return frozenset(
        "/".join(parts[:depth]) for parts in (n.split("/") for n in named) for depth in range(1, 1 + len(parts))
    )


def holds(entry: Entry) -> Days | None:
    """The days on which an entry holds: ``None`` if nobody says.

    A measure holds from its action until its end; one of which nobody says since when it stands, from when it was first
    said to stand. A position from when it was first said until its deadline or until
    it was last said; a statement on the days on which it was made.
    """
    best = entry.best
    match best:
        case Meeting():
            return best.when
        case Figure():
            return best.period
        case Statement():
            return best.said or entry.said
        case Position():
            return _through(entry.said, best.deadline)
        case Measure():
            last = best.until.last if best.until else None
            since = best.when if best.when and best.when.known else None
            if since is None and (best.until or best.action in LASTING):
                since = entry.said
            if since is not None and last is None and best.action in LASTING:
                return msgspec.structs.replace(since, last=None)
            return _through(since, best.until)


def _through(first: Days | None, last: Days | None) -> Days | None:
    """From the first day of one to the last of the other."""
    if first is None or last is None or last.last is None:
        return first
    if first.last is not None and last.last < first.last:
        return first
    return Days(first=first.first, last=last.last)


def _named(name: str, party: str) -> bool:
    """Whether a party is called so, or has this as its last name."""
    return name == party or name.endswith(f" {party}")


def matches(entry: Entry, *, kind: str = "", party: str = "", issue: str = "", on: date | None = None) -> bool:
    """Whether an entry is of this kind, party and issue and holds on this day; what is left out is not asked."""
    if kind and entry.kind != kind:
        return False
    if party and not any(_named(name, party.casefold()) for name in parties(entry.best)):
        return False
    if issue and issue not in issues(entry.best):
        return False
    if on is None:
        return True
    days = holds(entry)
    return days is not None and days.known and days.holds(on)
