"""The tables of frames: what a row says, and the rows sorted by the word that evokes them."""

import re
from functools import cache
from itertools import product

import msgspec

from onrecord.knowledge.tables import BadTable, table
from onrecord.model.span import Span

FILES = ("frames_meetings.toml", "frames_measures.toml", "frames_positions.toml")
"""The tables; all are matched together, in this order."""

PLACES = frozenset(
    [
        "subject",
        "object",
        "indirect",
        "clause",
        "possessive",
        "compound",
        "adjective",
        "apposition",
        "number",
        "noun",
        "owner",
        "adverb",
        "verb",
        "complement",
    ]
)
"""The grammatical places that may fill a role; ``prep:WORD`` is one more for each preposition."""
_PARTS = frozenset({"VERB", "NOUN", "ADJ", "ADV", "ADP"})
_MARK = re.compile(r"\[([a-z]+) ([^\[\]]*)\]")


class Word(msgspec.Struct, frozen=True):
    """A word that a pattern wants: its lemma, and its part of speech or "" for any."""

    lemma: str
    part: str = ""


class Frame(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A frame: words that evoke it, who fills its roles, what it asserts. ``docs/frames.md`` says how to write one."""

    frame: str
    words: tuple[str, ...]
    roles: dict[str, tuple[str, ...]]
    support: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    asserts: dict[str, str] = {}
    says: tuple[str, ...] = ()
    not_: tuple[str, ...] = msgspec.field(default=(), name="not")

    def __post_init__(self) -> None:
        for role, places in self.roles.items():
            for place in places:
                if place not in PLACES and not re.fullmatch(r"prep:[a-z]+", place):
                    raise ValueError(f"the role {role!r} of the frame {self.frame!r} has an unknown place {place!r}")
        for role in self.needs:
            if not all(one in self.roles for one in role.split("|")):
                raise ValueError(f"the frame {self.frame!r} needs a role {role!r} that it does not declare")
        for pattern in (*self.words, *self.support, *self.unless):
            for word in pattern.split():
                if "/" in word and word.rpartition("/")[2] not in _PARTS:
                    raise ValueError(f"the frame {self.frame!r} has an unknown part of speech in {word!r}")


class Pattern(msgspec.Struct, frozen=True):
    """One phrase of a frame: its head word and the words that must hang on it."""

    row: Frame
    head: Word
    rest: tuple[Word, ...]
    support: frozenset[Word]
    unless: tuple[Word, ...] = ()


def choices(text: str) -> list[Word]:
    """The words that a word of a pattern stands for (``talk/NOUN``; ``on``; ``levy|impose/VERB`` is two)."""
    lemmas, slash, part = text.rpartition("/")
    return [Word(lemma.lower(), part if slash else "") for lemma in (lemmas if slash else text).split("|")]


@cache
def rows() -> tuple[Frame, ...]:
    """The frames of all tables."""
    return tuple(row for name in FILES for row in table(name, Frame))


@cache
def patterns() -> dict[str, tuple[Pattern, ...]]:
    """The patterns by the lemma of their head word, those with more words first."""
    found: dict[str, list[Pattern]] = {}
    for row in rows():
        support = frozenset(word for text in row.support for word in choices(text))
        unless = tuple(word for text in row.unless for word in choices(text))
        for phrase in row.words:
            for head, *rest in product(*(choices(text) for text in phrase.split())):
                if not head.part:
                    raise BadTable(f"the frame {row.frame!r}: the first word of {phrase!r} has no part of speech")
                found.setdefault(head.lemma, []).append(Pattern(row, head, tuple(rest), support, unless))
    return {lemma: tuple(sorted(some, key=lambda one: -len(one.rest))) for lemma, some in found.items()}


def marked(example: str) -> tuple[str, tuple[tuple[str, Span], ...]]:
    """An example without its marks, and the marks: ``[actor Norway] asked for talks`` marks the role ``actor``."""
    text, marks, at = "", [], 0
    for match in _MARK.finditer(example):
        text += example[at : match.start()]
        marks.append((match[1], Span(start=len(text), end=len(text) + len(match[2]))))
        text += match[2]
        at = match.end()
    return text + example[at:], tuple(marks)
