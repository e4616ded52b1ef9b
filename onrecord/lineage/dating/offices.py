"""Offices: an article that gives somebody an office is from the days in which they held it."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache

from onrecord.knowledge.people import Person, people
from onrecord.lineage.dating.clue import STRONG, USUAL, Clue
from onrecord.lineage.dating.stretches import Stretches, joined, stretch
from onrecord.lineage.dating.told import Told

REACH = 70
"""Characters before and after a name in which its office is looked for."""
GRACE = 5
"""Days after the end of an office for which papers still name its holder so."""
NAMED_BEFORE = 45
"""Days before an office for which papers may name its holder so; for years after it they may, telling of the past."""
_GONE = re.compile(
    r"\b(?:former|then|ex|late|previous|predecessor|outgoing|old|past|would-be|nominee|candidate)\b", re.IGNORECASE
)
_APPOSED = re.compile(r",\s+(?:the|a|an|his|her|its|who is)?\s*([^,.;:!?”“\n]{3,60})")
_ELECT = re.compile(r"\belect\b|\bincoming\b|\bnominee\b|\bpick\b|\bcandidate\b", re.IGNORECASE)
_HEAD = re.compile(r"(?<!\w)[^\W\d_][\w’'-]*")
_WORD = re.compile(r"[A-Za-z]+")
_SMALL = frozenset(("of", "the", "for", "and", "us"))


def clues(told: Told) -> Iterator[Clue]:
    """The days of the offices that the text gives to people of the table: each one's first day, and their last.

    Who left an office before another whom the text names took theirs is told of as history, and says no more.
    """
    given: dict[str, list[Person]] = {}
    for start, end, names in _named(told.body):
        for name in names:
            rows = [row for row in people()[name] if _is_given(told.body, start, end, row)]
            known = given.setdefault(name, [])
            known.extend(row for row in rows if row not in known)
    held = {name: days for name, rows in sorted(given.items()) if (days := _held(rows))}
    latest = max((min(row.first for row in given[name] if row.first) for name in held), default=date.min)
    for name, days in held.items():
        if all(row.last is not None and row.last <= latest for row in given[name]):
            continue
        roles = " or ".join(dict.fromkeys(row.role for row in given[name]))
        yield Clue(reason=f"{name} is {roles} in it", days=days, weight=USUAL)
        yield Clue(reason=f"{name} became {roles} about {days[0][0]}", days=stretch(days[0][0]), weight=STRONG)


def _held(rows: Sequence[Person]) -> Stretches:
    """The days in which papers call somebody by these offices."""
    return joined(
        (row.first - timedelta(days=NAMED_BEFORE), date.max if row.last is None else row.last + timedelta(days=GRACE))
        for row in rows
        if row.first is not None
    )


@cache
def _forms() -> dict[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    """By the first word of a name: the forms of names that begin with it, longest first, and whom each may mean."""
    forms: dict[str, list[str]] = {}
    for name, rows in people().items():
        for form in sorted({name, *(form for row in rows for form in (*row.names, *row.short))}):
            forms.setdefault(form, []).append(name)
    by_word: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for form in sorted(forms, key=lambda form: (-len(form), form)):
        head = _HEAD.match(form)
        if head is not None:
            by_word.setdefault(head.group(), []).append((form, tuple(forms[form])))
    return {word: tuple(found) for word, found in by_word.items()}


def _named(body: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Where people of the table are named, and whom each name may mean."""
    forms, reach = _forms(), 0
    for match in _HEAD.finditer(body):
        if match.start() < reach:
            continue
        for form, names in forms.get(match.group(), ()):
            end = match.start() + len(form)
            if body.startswith(form, match.start()) and not body[end : end + 1].isalnum():
                yield match.start(), end, names
                reach = end
                break


def named(text: str) -> Iterator[list[Person]]:
    """For each name of the table in a text, left to right, all rows of those whom it may mean."""
    for _, _, names in _named(text):
        yield [row for name in names for row in people()[name]]


def _is_given(body: str, start: int, end: int, row: Person) -> bool:
    """Whether the office of a row stands right before or after a name, as one that is held."""
    before = re.split(r"[.;:!?”“\n]|, ", body[max(0, start - REACH) : start])[-1]
    role = [word for word in _words(row.role) if word not in _SMALL]
    if not role or _GONE.search(before):
        return False
    near = _words(before)[-len(role) - 2 :]
    if _follows(role, near) and not _ELECT.search(before):
        return True
    after = _APPOSED.match(body[end : end + REACH])
    if after is None or _GONE.search(after[1]) or _ELECT.search(after[1]):
        return False
    return _follows(role, _words(after[1])[: len(role) + 5])


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def _follows(role: list[str], near: list[str]) -> bool:
    """Whether all words of a role stand among the words near a name, and no deputy's does."""
    lesser = {"deputy", "vice", "assistant"}
    return all(word in near for word in role) and not (lesser & set(near)) - set(role)
