"""Boilerplate by its wording: runs the rows of the table over each paragraph."""

import re
from collections.abc import Sequence

from onrecord.knowledge.boilerplate import rules
from onrecord.model.article import Aside
from onrecord.model.span import Span

_CREDIT_THEN_HEADLINE = re.compile(
    r"\s\|\s(?:[A-Z][\w.’'-]*[ /]){1,5}?(?:AP|AFP|Getty|Reuters|EPA|POLITICO|Pool|Bloomberg)"
    r"(?:/[A-Z]\w+)?(?:\s(?:Photo|Images|via [A-Z]\w+(?: Images)?))?(?:\s(?=[A-Z“‘\"'])|$)"
)
"""A caption's credit after a bar, with the page's own headline glued behind it."""


def wordings(text: str, paragraphs: Sequence[Span]) -> tuple[list[Aside], frozenset[int]]:
    """The asides that the table's rows find, and the indices of paragraphs that head a list of links."""
    found: list[Aside] = []
    heads: set[int] = set()
    known = rules()
    for index, paragraph in enumerate(paragraphs):
        words = paragraph.of(text)
        if _glued(words, paragraph, index, found):
            continue
        for rule in known.for_paragraph(words):
            at = rule.find(words)
            if at is None or at[0] == at[1]:
                continue
            begin = paragraph.start + at[0]
            found.append(Aside(start=begin, end=paragraph.start + at[1], why=rule.row.why, rule=rule.row.name))
            if rule.row.list:
                heads.add(index)
            if at == (0, len(words)):
                break
    return found, frozenset(heads)


def _glued(words: str, paragraph: Span, index: int, found: list[Aside]) -> bool:
    """A first paragraph that is caption, bar, credit and headline in one."""
    if index > 1 or len(words) > 900 or " | " not in words:
        return False
    credit = _CREDIT_THEN_HEADLINE.search(words)
    if credit is None:
        return False
    middle = paragraph.start + credit.end()
    found.append(
        Aside(
            start=paragraph.start,
            end=paragraph.start + len(words[: credit.end()].rstrip()),
            why="caption",
            rule="bar-credit",
        )
    )
    if middle < paragraph.end:
        found.append(Aside(start=middle, end=paragraph.end, why="headline", rule="bar-credit"))
    return True
