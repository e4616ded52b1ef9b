"""Named events of known day: summits, elections, signings."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from typing import Literal

import msgspec

from onrecord.knowledge.agreements import agreements
from onrecord.knowledge.tables import table

Happening = Literal["", "signed", "in-force"]

_FORMS: dict[Happening, str] = {
    "signed": r"(?:(?:{names})(?:['’]s?)? signing|(?:{names}) was signed|signing of (?:the |a )?(?:{names}))",
    "in-force": (
        r"(?:(?:{names})(?:['’]s?)? entry into force|(?:{names}) (?:(?:took|takes) effect|(?:came|went) into (?:force"
        r"|effect)|entered into force)|entry into force of (?:the |a )?(?:{names}))"
    ),
}


class EventSeries(msgspec.Struct, frozen=True, kw_only=True):
    """A row of ``event_series.csv``: events that share their words; of ``states``, that need their state told."""

    name: str
    says: tuple[str, ...]
    states: bool = False


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """A row of ``events.csv``: its days in the local time of its place, and the words that name it.

    ``says`` name it alone, those of its ``series`` name others too; ``sided`` words mean it only behind "since",
    "before" and "after". An ``agreement`` and what happened to it make words of their own. ``known`` is how many days
    before it was known to come. ``needs`` are words of which one stands near, where others have days of that name.
    """

    name: str
    first: date
    last: date
    source: str
    series: str = ""
    places: tuple[str, ...] = ()
    state: str = ""
    says: tuple[str, ...] = ()
    sided: tuple[str, ...] = ()
    known: int = 1500
    needs: tuple[str, ...] = ()
    agreement: str = ""
    happening: Happening = ""


class Named(msgspec.Struct, frozen=True):
    """Words, as a pattern, with the events that they may name."""

    words: re.Pattern[str]
    events: tuple[Event, ...]
    sided: bool = False
    states: bool = False
    needs: re.Pattern[str] | None = None


@cache
def events() -> tuple[Event, ...]:
    """Every event of the table."""
    return table("events.csv", Event)


@cache
def names_of_events() -> Mapping[str, tuple[Named, ...]]:
    """What may be named by the words that start with a word (in small letters)."""
    series = {row.name: row for row in table("event_series.csv", EventSeries)}
    by_words: dict[tuple[str, bool, bool], list[Event]] = {}
    for event in events():
        shared = series.get(event.series)
        for words in shared.says if shared else ():
            by_words.setdefault((words, False, bool(shared and shared.states)), []).append(event)
        for words in event.says:
            by_words.setdefault((words, False, False), []).append(event)
        for words in event.sided:
            by_words.setdefault((words, True, False), []).append(event)
    found: dict[str, list[Named]] = {}
    for (words, sided, states), rows in sorted(by_words.items(), key=lambda item: (-len(item[0][0]), item[0])):
        needed = sorted({_loose(word) for row in rows for word in row.needs})
        needs = re.compile(rf"\b(?:{'|'.join(needed)})(?!\w)") if needed else None
        named = Named(re.compile(_written(words)), tuple(rows), sided, states, needs)
        found.setdefault(first_word(words), []).append(named)
    of_agreements: dict[tuple[str, Happening], list[Event]] = {}
    for event in events():
        if event.agreement:
            of_agreements.setdefault((event.agreement, event.happening), []).append(event)
    names = {row.name: row.names for row in agreements()}
    for (agreement, happening), rows in of_agreements.items():
        named = Named(re.compile(_form(happening, names[agreement])), tuple(rows))
        for start in sorted({first_word(name) for name in names[agreement]} | {"signing", "entry"}):
            found.setdefault(start, []).append(named)
    return {start: tuple(some) for start, some in found.items()}


STARTS = re.compile(r"\w[\w/-]*")
"""A word that may start a name: ``G-20``, ``9/11``."""


def first_word(words: str) -> str:
    """The first word in small letters: ``g20`` of "G20 summit"."""
    found = STARTS.search(words)
    return found.group().lower() if found else ""


_END = r"(?!\w|\s(?:Commission|Committee|Campaign|Board|Council)\b)"
"""Behind a name: no letter, and no word that makes it the name of a body."""


def _written(words: str) -> str:
    """A pattern of the words: blanks, hyphens and apostrophes of any kind; small letters match in any case."""
    pattern = _loose(words)
    return (rf"(?i:{pattern})" if words == words.lower() else pattern) + _END


def _loose(words: str) -> str:
    escaped = re.escape(words)
    return escaped.replace(r"\ ", r"\s+").replace("'", "['’]").replace(r"\-", "[-‐‑]")


def _form(happening: Happening, names: Iterable[str]) -> str:
    longest = sorted(names, key=len, reverse=True)
    return _FORMS[happening].format(names="|".join(_loose(name) for name in longest)).replace(" ", r"\s") + _END
