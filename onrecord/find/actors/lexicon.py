"""The names that the tables know, as they stand in a text."""

from collections.abc import Iterator
from functools import cache
from typing import Literal

import msgspec

from onrecord.knowledge.agreements import agreements
from onrecord.knowledge.bodies import ACT_FOR_STATE, bodies
from onrecord.knowledge.cities import cities
from onrecord.knowledge.outlets import Outlet
from onrecord.knowledge.people import people
from onrecord.knowledge.phrases import Phrases
from onrecord.knowledge.states import states
from onrecord.knowledge.tables import table
from onrecord.model.span import Span

What = Literal[
    "not", "person", "outlet", "body", "government", "capital", "state", "adjective", "people", "short", "city"
]
STATE_WORDS: frozenset[What] = frozenset({"government", "capital", "state", "adjective", "people"})
"""What may stand for a state."""


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """What a name of the tables is: its canonical ``name``, the code of its state, and whether it acts for it."""

    what: What
    name: str
    code: str = ""
    acts: bool = False


class Hit(Span, frozen=True, kw_only=True):
    """A name of the tables in the text."""

    known: Known


_HYPHENS = str.maketrans("-‐‑–", "    ")
"""Hyphens are blanks for the matcher, so that both states of ``US-Japan`` are found; lengths do not change."""


def _apostrophe_free(phrase: str) -> str:
    return phrase.translate(_HYPHENS).replace("’", "'")


def _rows() -> Iterator[tuple[str, Known]]:
    for state in states().values():
        for near_miss in state.nots:
            yield near_miss, Known(what="not", name=near_miss)
    for agreement in agreements():
        for name in (name for name in agreement.names if name.split()[-1][0].isupper()):
            yield name, Known(what="not", name=agreement.name)
    for name, rows in people().items():
        for spelling in {name, *(spelling for row in rows for spelling in row.names)}:
            yield spelling, Known(what="person", name=name)
    for outlet in table("outlets.csv", Outlet):
        for name in (outlet.name, *outlet.aliases):
            yield name, Known(what="outlet", name=outlet.name, code=outlet.country)
    for body in bodies():
        for name in (body.name, *body.names):
            yield name, Known(what="body", name=body.name, code=body.state, acts=body.kind in ACT_FOR_STATE)
    for state in states().values():
        for what, names in (
            ("government", state.governments),
            ("capital", state.capitals),
            ("state", state.names),
            ("adjective", state.adjectives),
            ("people", state.people),
        ):
            for name in names:
                yield name, Known(what=what, name=state.name, code=state.code, acts=True)  # type: ignore[arg-type]
    for name, rows in people().items():
        for short in {short for row in rows for short in row.short}:
            yield short, Known(what="short", name=name)
    for city in cities():
        for name in city.names:
            yield name, Known(what="city", name=city.city, code=city.state)


@cache
def _phrases() -> Phrases[Known]:
    return Phrases((_apostrophe_free(phrase), known) for phrase, known in _rows())


def hits(body: str) -> list[Hit]:
    """Every name of the tables in ``body``, the longest at each place, left to right."""
    return [Hit(start=start, end=end, known=known) for start, end, known in _phrases().find(_apostrophe_free(body))]
