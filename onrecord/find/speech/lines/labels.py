"""Labels of speakers: whom "BESSENT", "MR. GREER" or "THE PRESIDENT" before a colon names."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from onrecord.knowledge.introductions import opening
from onrecord.knowledge.offices import heads, words_for
from onrecord.knowledge.people import Person, office_on, people
from onrecord.model.mention import ActorMention
from onrecord.model.span import Span

_HOUSE = {"the president": "President", "the vice president": "Vice President", "the first lady": ""}
"""How transcripts of the White House call those who speak most."""

_MOST = 60
"""No more labels than this are looked up."""
_TOP = 20_000
"""Characters of a text in which a speaker whom no table knows is introduced."""


class Labels:
    """The people whom a body's labels may name: those of the text first, then those of the table."""

    def __init__(self, body: str, actors: Sequence[ActorMention], day: date | None) -> None:
        self._body = body
        self._day = day
        named = [actor for actor in actors if actor.kind == "person" and not actor.name.isupper() and actor.name]
        self._named = named
        self._people: dict[str, ActorMention] = {}
        for actor in named:
            self._people.setdefault(actor.name, actor)
        self._known: dict[str, ActorMention | None] = {}

    def named(self, label: str) -> ActorMention | None:
        """The one person whom a label names, if it is one; the mention stands nowhere yet."""
        key = " ".join(label.lower().replace(".", "").split())
        if key not in self._known and len(self._known) < _MOST:
            self._known[key] = self._find(key)
        return self._known.get(key)

    def at(self, label: Span) -> ActorMention | None:
        """The person whom the label at a place of the body names, as a mention there."""
        who = self.named(label.of(self._body))
        return msgspec.structs.replace(who, start=label.start, end=label.end, how="name") if who is not None else None

    def guest(self, end: int) -> ActorMention | None:
        """Who answers where an interview begins at ``end``: the one person of the paragraph or text before."""
        stop = len(self._body[:end].rstrip())
        start = self._body.rfind("\n", 0, stop) + 1
        near = {who.name: self._people[who.name] for who in self._named if start <= who.start < stop}
        before = {who.name: who for who in self._people.values() if who.start < end and (who.role or who.states)}
        return next((next(iter(of.values())) for of in (near, before) if len(of) == 1), None)

    def _find(self, key: str) -> ActorMention | None:
        if key in _HOUSE:
            return self._of_house(_HOUSE[key])
        titles, words = _split(key)
        if not words:
            return None
        told = [who for who in self._people.values() if _names(who.name, words)]
        if len(told) == 1:
            return told[0]
        if told:
            return None
        rows = [row for name in people() if (row := office_on(name, self._day)) is not None and _names(name, words)]
        if not titles and len(words) == 1:
            rows = [row for row in rows if words[0] in (short.lower() for short in row.short)]
        fitting = [row for row in rows if _fits(row.role, titles)]
        if len(fitting) == 1 or len(rows) == 1:
            return _mention((fitting or rows)[0])
        return self._unlisted(words) if not rows else None

    def _of_house(self, role: str) -> ActorMention | None:
        told = [who for who in self._people.values() if who.role == role and who.states == ("US",)]
        if len(told) == 1:
            return told[0]
        held = [row for name in people() if (row := office_on(name, self._day)) and row.state == "US"]
        holding = [row for row in held if row.role == role and not row.body]
        return _mention(holding[0]) if len(holding) == 1 and self._day is not None else None

    def _unlisted(self, words: Sequence[str]) -> ActorMention | None:
        """Somebody whom only the text introduces: a surname with first names before it, or all of it in capitals."""
        surname = re.escape(words[-1])
        name = re.search(rf"(?<![\w.])(?:[A-Z][\w’'-]*\.? ){{1,3}}(?i:{surname})(?=[\s,.’';)])", self._body[:_TOP])
        if name is None or any(word in heads() for word in name.group().lower().split()):
            return None
        found = " ".join(name.group().split())
        found = found.title() if found.isupper() else found
        if not _names(found, words):
            return None
        return ActorMention(start=name.start(), end=name.end(), kind="person", name=found)


def _split(key: str) -> tuple[list[str], list[str]]:
    """The words of a label that are titles, and those that name."""
    words = key.split()
    at = 0
    while at < len(words) and (words[at] in opening("address") or words[at] in heads() or words[at] == "the"):
        at += 1
    return words[:at], words[at:]


def _names(name: str, words: Sequence[str]) -> bool:
    """Whether words in small letters are a name or its surname, which stands first in East Asia."""
    parts = name.lower().replace(".", "").split()
    if list(words) == parts or (len(words) > 1 and words[0] == parts[0] and words[-1] == parts[-1]):
        return True
    eastern = name.split()[0] in words_for("family-name-first") and 2 <= len(parts) <= 3
    return len(words) == 1 and words[0] == (parts[0] if eastern else parts[-1])


def _fits(role: str, titles: Iterable[str]) -> bool:
    """Whether one in an office may be addressed so ("PRESIDENT LEE"); every minister is "MINISTER"."""
    meant = [title for title in titles if title in heads()]
    return not meant or any(title in role.lower() for title in meant)


def _mention(row: Person) -> ActorMention:
    return ActorMention(
        start=0,
        end=1,
        kind="person",
        name=row.name,
        states=(row.state,) if row.state else (),
        role=row.role,
        affiliation=row.state if row.state and (not row.body or row.state == "EU") else row.body,
    )
