"""Boilerplate: the wordings by which stretches that are not an article's own prose give themselves away."""

import re
from functools import cache
from typing import Literal

import msgspec

from onrecord.knowledge.tables import BadTable, table
from onrecord.model.article import Why

LOOK_BACK = 700
"""Patterns that must reach the end of a paragraph are looked for in its last characters only, and so many of them."""


class Boilerplate(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A row of ``boilerplate.toml``; the table's head says what each field means.

    ``hint`` (or one of ``hint_any``) is a word without which the pattern cannot match: it saves looking.
    """

    name: str
    why: Why
    at: Literal["whole", "start", "end", "any"]
    takes: Literal["match", "paragraph"]
    pattern: str
    case: bool = False
    list: bool = False
    longest: int = 420
    hint: str = ""
    hint_any: tuple[str, ...] = ()
    says: tuple[str, ...] = ()
    near: tuple[str, ...] = msgspec.field(default=(), name="not")


class Rule:
    """A row made ready to search with."""

    def __init__(self, row: Boilerplate) -> None:
        self.row = row
        ends = r"\s*$" if row.at == "end" else ""
        try:
            self.pattern = re.compile(f"(?:{row.pattern}){ends}", 0 if row.case else re.IGNORECASE)
        except re.error as error:
            raise BadTable(f"boilerplate.toml, {row.name}: {error}") from error
        self.hints = row.hint_any or ((row.hint,) if row.hint else ())

    def find(self, paragraph: str) -> tuple[int, int] | None:
        """What of a paragraph the row sets aside."""
        row = self.row
        if row.takes == "paragraph" and len(paragraph) > row.longest:
            return None
        if self.hints and not any(hint in paragraph for hint in self.hints):
            return None
        if row.at == "whole":
            match = self.pattern.fullmatch(paragraph) if len(paragraph) <= row.longest else None
        elif row.at == "start":
            match = self.pattern.match(paragraph)
        else:
            match = self.pattern.search(paragraph, max(0, len(paragraph) - LOOK_BACK) if row.at == "end" else 0)
        if match is None:
            return None
        return (0, len(paragraph)) if row.takes == "paragraph" else match.span()


@cache
def rules() -> tuple[Rule, ...]:
    """All rows, ready to search with, in the order of the table."""
    return tuple(Rule(row) for row in table("boilerplate.toml", Boilerplate))
