"""Cue words: which words introduce what somebody says, thinks or wants, and in which construction."""

from functools import cache
from typing import Literal

import msgspec

from onrecord.find.speech.claim import Frame
from onrecord.knowledge.tables import table
from onrecord.model.assertion import Certainty

Kind = Literal["say", "think", "feel", "want", "plan", "know", "show", "ask", "act"]
Pos = Literal["verb", "noun", "adjective"]


class Cue(msgspec.Struct, frozen=True, kw_only=True, rename={"nots": "not"}):
    """A row of ``cues.csv``.

    The numbers say how often (0 to 1) the construction attributes something: a clause ("said that"), an infinitive
    ("vowed to"), an object ("touted progress"), or a preposition (``about`` holds ``for=0.8``). Blank means never.
    """

    lemma: str
    pos: Pos = "verb"
    kind: Kind = "say"
    certainty: Certainty = "stated"
    clause: float = 0.0
    infinitive: float = 0.0
    object: float = 0.0
    about: tuple[str, ...] = ()
    states: Literal["always", "quoted", "never"] = "never"
    """Whether its object is a statement in itself ("accused"), or only with marks around some of it ("touted")."""
    says: tuple[str, ...] = ()
    """Sentences with what the word attributes in brackets."""
    nots: tuple[str, ...] = ()
    """Sentences in which it attributes nothing."""


class Cues:
    """The table, by lemma.

    ``least`` is the weight that a construction needs; ``sure`` the one that needs no clause in the parse,
    ``follows`` the one for a cue that stands after what is said.
    """

    least = 0.35
    sure = 0.7
    follows = 0.58

    def __init__(self, rows: tuple[Cue, ...]) -> None:
        self._rows = {(row.lemma, row.pos): row for row in rows}
        self._about = {
            (row.lemma, row.pos, link): float(weight)
            for row in rows
            for link, _, weight in (about.partition("=") for about in row.about)
        }

    def words(self) -> tuple[tuple[str, Pos], ...]:
        """Every cue word with its part of speech."""
        return tuple(self._rows)

    def knows(self, lemma: str, pos: Pos) -> bool:
        """Whether the table has the word."""
        return (lemma, pos) in self._rows

    def kind(self, lemma: str, pos: Pos) -> Kind | None:
        """What sort of act the word names."""
        row = self._rows.get((lemma, pos))
        return row.kind if row else None

    def certainty(self, lemma: str, pos: Pos) -> Certainty:
        """How sure what is said by the word is."""
        row = self._rows.get((lemma, pos))
        return row.certainty if row else "stated"

    def states(self, lemma: str) -> Literal["always", "quoted", "never"]:
        """Whether the object of the verb is a statement, of itself or where it is quoted."""
        row = self._rows.get((lemma, "verb"))
        return row.states if row else "never"

    def weight(self, lemma: str, pos: Pos, frame: Frame, link: str = "") -> float:
        """How often the word attributes in this construction."""
        if frame == "preposition":
            return self._about.get((lemma, pos, link), 0.0)
        row = self._rows.get((lemma, pos))
        if row is None:
            return 0.0
        return {"clause": row.clause, "infinitive": row.infinitive, "object": row.object}.get(frame, 0.0)


@cache
def cues() -> Cues:
    """The table as it is shipped, with the user's rows."""
    return Cues(table("cues.csv", Cue))
