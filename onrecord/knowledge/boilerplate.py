"""Boilerplate: the wordings by which stretches that are not an article's own prose give themselves away."""

import re
from functools import cache
from typing import Literal

import msgspec

from onrecord.knowledge.tables import BadTable, table
from onrecord.model.article import Why


class Boilerplate(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A row of ``boilerplate.toml``; the table's head says what each field means."""

    name: str
    why: Why
    at: Literal["whole", "start", "end", "any"]
    takes: Literal["match", "paragraph"]
    pattern: str
    case: bool = False
    list: bool = False
    longest: int = 420
    back: int = 160
    hints: tuple[str, ...] = ()
    says: tuple[str, ...] = ()
    near: tuple[str, ...] = msgspec.field(default=(), name="not")


class Rule:
    """A row made ready to search with."""

    def __init__(self, row: Boilerplate) -> None:
        self.row = row
        ends = r"\s*\Z" if row.at in ("end", "whole") else ""
        self.source = f"(?:{row.pattern}){ends}" if row.case else f"(?i:{row.pattern}){ends}"
        try:
            self.pattern = re.compile(self.source)
        except re.error as error:
            raise BadTable(f"boilerplate.toml, {row.name}: {error}") from error

    def find(self, paragraph: str) -> tuple[int, int] | None:
        """What of a paragraph the row sets aside."""
        row = self.row
        if row.takes == "paragraph" and len(paragraph) > row.longest:
            return None
        if row.at in ("whole", "start"):
            match = self.pattern.match(paragraph)
        else:
            low = max(0, len(paragraph) - row.back) if row.at == "end" else 0
            if row.hints and not any(paragraph.find(hint, low) >= 0 for hint in row.hints):
                return None
            match = self.pattern.search(paragraph, low)
        if match is None:
            return None
        return (0, len(paragraph)) if row.takes == "paragraph" else match.span()


class Rules:
    """All rows, with a quick way past paragraphs that none of them opens."""

    def __init__(self, rows: tuple[Rule, ...]) -> None:
        self.all = rows
        self._opening = tuple(rule for rule in rows if rule.row.at in ("whole", "start"))
        self._elsewhere = tuple(rule for rule in rows if rule.row.at in ("end", "any"))
        self._longest = max((rule.row.longest for rule in self._opening if rule.row.takes == "paragraph"), default=0)
        self._opens = re.compile("|".join(rule.source for rule in self._opening) or r"(?!)")

    def for_paragraph(self, paragraph: str) -> tuple[Rule, ...]:
        """The rules that may find something in a paragraph, those that open it first."""
        return self.all if self._opens.match(paragraph, 0, self._longest) else self._elsewhere


@cache
def rules() -> Rules:
    """The rows, ready to search with, in the order of the table."""
    return Rules(tuple(Rule(row) for row in table("boilerplate.toml", Boilerplate)))
