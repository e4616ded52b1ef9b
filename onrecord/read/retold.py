"""Talks told twice in one article: where one telling has the day and the other has not, or only counts back to it."""

import re
from collections.abc import Sequence

import msgspec

from onrecord.model.assertion import Meeting
from onrecord.model.page import Page

_COUNTED_BACK = re.compile(r"\b(?:past|last) (?:two|three|four|five|\d) days\b", re.IGNORECASE)
"""Words that count from whenever they were spoken, which may be before the article's day."""


def retold(page: Page, rows: Sequence[Meeting]) -> list[Meeting]:
    """The rows, with the day of the one row that tells the same talks."""
    if not page.sentences:
        return [*rows]
    lead = page.article.source(page.sentences[0].start, page.sentences[0].end)
    found: list[Meeting] = []
    for row in rows:
        twins: list[Meeting] = []
        if row.when is None and row.state == "held" and row.level is not None and row.start < lead.end:
            twins = [other for other in rows if other.start > lead.end and _is_same(row, other)]
            twins = twins[:1]
        elif row.when is not None and _COUNTED_BACK.search(row.when.words):
            twins = [other for other in rows if _is_run(row, other)]
        days = {(twin.when.first, twin.when.last): twin.when for twin in twins if twin.when is not None}
        found.append(msgspec.structs.replace(row, when=next(iter(days.values()))) if len(days) == 1 else row)
    return found


def _is_same(row: Meeting, other: Meeting) -> bool:
    """Whether the opening of an article may sum up these talks: same parties and level, held, nothing against it."""
    same = (row.parties, row.level, row.state) == (other.parties, other.level, other.state)
    return same and other.when is not None and row.place in (None, other.place or row.place)


def _is_run(row: Meeting, other: Meeting) -> bool:
    """Whether other talks of the same parties ran for as many days, most of them the same."""
    one, two = row.when, other.when
    if row is other or row.parties != other.parties or one is None or two is None or _COUNTED_BACK.search(two.words):
        return False
    if not (one.first and one.last and two.first and two.last):
        return False
    return one.last - one.first == two.last - two.first and one.overlaps(two)
