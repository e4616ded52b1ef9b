"""Issues: words that evoke a node of the issue tree."""

from functools import cache

import msgspec

from onrecord.knowledge.phrases import Phrases
from onrecord.knowledge.tables import table
from onrecord.model.mention import IssueMention


class IssueRow(msgspec.Struct, frozen=True, kw_only=True, rename={"nots": "not"}):
    """A row of ``issues.toml``: a path of the issue tree and the words that evoke it.

    ``weak`` words need support; ``nots`` are near misses, phrases that hold a word of the row but mean other things.
    """

    issue: str
    strong: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    says: tuple[str, ...] = ()
    nots: tuple[str, ...] = ()


@cache
def _phrases() -> Phrases[tuple[str, bool]]:
    rows = table("issues.toml", IssueRow)
    strong = [(phrase, (row.issue, False)) for row in rows for phrase in row.strong]
    near_misses = [(phrase, ("", False)) for row in rows for phrase in row.nots]
    weak = [(phrase, (row.issue, True)) for row in rows for phrase in row.weak]
    return Phrases([*strong, *near_misses, *weak])


def find_issues(body: str) -> tuple[IssueMention, ...]:
    """Every issue named in the body, by its longest phrase at each place; weak words are marked.

    A near miss of one row ("heavy duty") hides its words from all rows; a phrase that another row takes as its own
    ("anti-dumping duties") is found for that row.
    """
    return tuple(
        IssueMention(start=start, end=end, issue=issue, weak=weak)
        for start, end, (issue, weak) in _phrases().find(body)
        if issue
    )
