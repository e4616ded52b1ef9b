"""Days of sayings that the text gives beside them: with what the same speaker says right before, or says again."""

from collections.abc import Container, Iterable, Iterator, Sequence

import msgspec

from onrecord.model.assertion import Statement
from onrecord.model.days import Days
from onrecord.model.mention import Attribution
from onrecord.model.page import Page
from onrecord.read.said import said

_SOON = 120
"""So many characters at most lie between a dated saying and a quotation that goes on with it."""
_LATER = 900
"""The same where the words say that it goes on: "his statement continued"."""
_SAME = 40
"""Quotations that begin with so many letters alike are one."""
GOING_ON = frozenset({"continue", "add", "conclude"})
_QUOTING = ("/quote", "/carried", "/block", "/embedded")


def said_before(page: Page, saying: Attribution) -> Days | None:
    """The day of what the same speaker is told to have said in the sentence right before a quotation."""
    at = page.sentence_at(saying.content[0].start)
    if not saying.rule.endswith(_QUOTING) or saying.speaker is None or not at:
        return None
    for other in page.within(page.speech, page.sentences[at - 1]):
        if other.speaker is not None and other.speaker.name == saying.speaker.name:
            days = said(page, other, events=other.rule.startswith("say/"))
            if days is not None:
                return days
    return None


def carried_on(rows: Iterable[Statement], going_on: Container[int] = ()) -> Iterator[Statement]:
    """With the day carried to a quotation that follows at once what the same speaker is said to have said that day.

    ``going_on`` are the starts of rows that are said to go on with what was said before.
    """
    before: Statement | None = None
    last: dict[str, Statement] = {}
    for row in rows:
        if row.said is None and row.direct and row.speaker is not None:
            near = before is not None and row.speaker == before.speaker and row.start - before.end < _SOON
            source = before if near else last.get(row.speaker) if row.start in going_on else None
            if source is not None and row.start - source.end < _LATER:
                row = msgspec.structs.replace(row, said=source.said)
        before = row
        if row.speaker is not None and row.said is not None:
            last[row.speaker] = row
        yield row


def repeated(rows: Sequence[Statement]) -> Iterator[Statement]:
    """With the day of the same words of the same speaker elsewhere in the text: a post that is quoted and shown."""
    dated = {(row.speaker, _start_of(row)): row.said for row in rows if row.direct and row.said is not None}
    for row in rows:
        if row.direct and row.said is None and len(_start_of(row)) == _SAME:
            row = msgspec.structs.replace(row, said=dated.get((row.speaker, _start_of(row))))
        yield row


def _start_of(row: Statement) -> str:
    return "".join(letter for letter in row.exact.casefold() if letter.isalnum())[:_SAME]
