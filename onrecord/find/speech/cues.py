"""Cue words: which words introduce what somebody says, thinks or wants, and in which construction."""

from functools import cache
from typing import Annotated, Literal

import msgspec

from onrecord.find.speech.claim import Frame
from onrecord.knowledge.tables import table
from onrecord.model.assertion import Certainty

Kind = Literal["say", "think", "feel", "want", "plan", "know", "show", "ask", "act"]
Pos = Literal["verb", "noun", "adjective"]
States = Literal["always", "quoted", "as", "never"]


Share = Annotated[float, msgspec.Meta(ge=0, le=1)]
About = Annotated[str, msgspec.Meta(pattern=r"^[a-z]+=(?:0(?:\.\d+)?|1(?:\.0+)?)$")]
"""A preposition with its share: ``for=0.8``."""


class Cue(msgspec.Struct, frozen=True, kw_only=True, rename={"nots": "not"}):
    """A row of ``cues.csv``.

    The numbers say how often (0 to 1) the construction attributes something in the plain case (a person said it, at the
    main verb): a clause ("said that"), a cue after what is said (``follows``: "..., he said"), an infinitive
    ("vowed to"), an object ("touted progress"), or a preposition (``about`` holds ``for=0.8``). Blank means never.
    """

    lemma: str
    pos: Pos = "verb"
    kind: Kind = "say"
    certainty: Certainty = "stated"
    clause: Share = 0.0
    follows: Share = 0.0
    infinitive: Share = 0.0
    object: Share = 0.0
    about: tuple[About, ...] = ()
    states: States = "never"
    """Whether its object is a statement in itself ("accused"), only with marks around some of it ("touted"), or only
    where it says what the thing is ("denounced it as a farce")."""
    by: Literal["fit", "hand"] = "fit"
    """Who set its numbers: ``bench/cues.py`` keeps those set by hand. A row without any attributes nothing."""
    says: tuple[str, ...] = ()
    """Sentences with what the word attributes in brackets."""
    nots: tuple[str, ...] = ()
    """Sentences in which it attributes nothing."""


class Cues:
    """The table, by lemma.

    ``least`` is the chance that a claim needs; ``sure`` the number of a verb of saying, ``plain`` of one
    that needs no clause in the parse, ``often`` of an act that opens the gate; ``floor`` the number below
    which a construction is never looked at.
    """

    least = 0.37
    sure = 0.58
    plain = 0.7
    often = 0.72
    floor = 0.25

    def __init__(self, rows: tuple[Cue, ...]) -> None:
        rows = tuple(row for row in rows if row.clause or row.follows or row.infinitive or row.object or row.about)
        self._rows = {(row.lemma, row.pos): row for row in rows}
        self._phrases = frozenset(row.lemma.split()[0] for row in rows if row.pos == "verb" and " " in row.lemma)
        self._frames: dict[tuple[str, Pos], frozenset[str]] = {}
        self._about = {
            (row.lemma, row.pos, link): float(weight)
            for row in rows
            for link, _, weight in (about.partition("=") for about in row.about)
        }

    def words(self) -> tuple[tuple[str, Pos], ...]:
        """Every cue word with its part of speech, of a phrase the longest; mere acts only if they mostly attribute."""
        return tuple(
            (max(row.lemma.split(), key=len), row.pos)
            for row in self._rows.values()
            if row.kind != "act" or max(row.clause, row.infinitive, row.object) >= self.often
        )

    def knows(self, lemma: str, pos: Pos) -> bool:
        """Whether the table has the word."""
        return (lemma, pos) in self._rows

    def has_phrases(self, lemma: str) -> bool:
        """Whether the table has the verb with a particle ("point out")."""
        return lemma in self._phrases

    def kind(self, lemma: str, pos: Pos) -> Kind | None:
        """What sort of act the word names."""
        row = self._rows.get((lemma, pos))
        return row.kind if row else None

    def certainty(self, lemma: str, pos: Pos) -> Certainty:
        """How sure what is said by the word is."""
        row = self._rows.get((lemma, pos))
        return row.certainty if row else "stated"

    def states(self, lemma: str) -> States:
        """Whether the object of the verb is a statement: of itself, quoted, or telling what a thing is."""
        row = self._rows.get((lemma, "verb"))
        return row.states if row else "never"

    def weight(self, lemma: str, pos: Pos, frame: Frame | Literal["follows"], link: str = "") -> float:
        """How often the word attributes in this construction."""
        if frame == "preposition":
            return self._about.get((lemma, pos, link), 0.0)
        row = self._rows.get((lemma, pos))
        if row is None:
            return 0.0
        return {"clause": row.clause, "follows": row.follows, "infinitive": row.infinitive, "object": row.object}.get(
            frame, 0.0
        )

    def frames(self, lemma: str, pos: Pos) -> frozenset[str]:
        """The constructions of a word that are looked at; "preposition" if any is."""
        found = self._frames.get((lemma, pos))
        if found is None:
            row = self._rows.get((lemma, pos))
            links = [about.partition("=")[0] for about in row.about] if row else []
            names: tuple[Frame | Literal["follows"], ...] = ("follows", "clause", "infinitive", "object")
            found = frozenset(name for name in names if self.may(lemma, pos, name))
            if any(self.may(lemma, pos, "preposition", link) for link in links):
                found |= {"preposition"}
            self._frames[lemma, pos] = found
        return found

    def may(self, lemma: str, pos: Pos, frame: Frame | Literal["follows"], link: str = "") -> bool:
        """Whether the construction is looked at."""
        return self.weight(lemma, pos, frame, link) >= self.floor


@cache
def cues() -> Cues:
    """The table as it is shipped, with the user's rows."""
    return Cues(table("cues.csv", Cue))
