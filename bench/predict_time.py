"""Time expressions for the ``time`` gold: each row's ``timex`` with span, type, value and mod."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from onrecord.find.sentences import sentences
from onrecord.find.times import find_times
from onrecord.model.days import Days
from onrecord.model.mention import TimeMention
from onrecord.model.page import Sentence
from onrecord.model.span import Span

Row = dict[str, Any]
_PARAGRAPH = re.compile(r"(?:(?!\n\s*\n).)+", re.DOTALL)


_ENDS = re.compile(r"(.*?\d|[^\W\d]+\.?)\s*(?:-|–|—|/|\bto\b|\bthrough\b|\band\b)\s*(.+)", re.DOTALL)


def marks(text: str, time: TimeMention) -> Iterator[Row]:
    """The TIMEX3 of a mention: one, or two where we read a run ("June 5-7") as one and TIMEX3 marks its ends apart."""
    row: Row = {"start": time.start, "end": time.end, "type": time.type, "value": time.value, "mod": time.mod}
    ends = _ENDS.fullmatch(text, time.start, time.end) if time.rule in ("days", "months", "two-years") else None
    if ends is None or time.days is None or time.days.first is None or time.days.last is None:
        yield row
        return
    size = {"days": 10, "months": 7, "two-years": 4}[time.rule]
    for group, day in ((1, time.days.first), (2, time.days.last)):
        yield {
            **row,
            "start": ends.start(group),
            "end": ends.end(group),
            "type": "DATE",
            "value": day.isoformat()[:size],
        }


def predict(rows: list[Row], corpus: dict[str, Row]) -> Iterator[Row]:
    """A row ``{id, timex}`` for each row of the gold; only its text and day are read."""
    for row in rows:
        text = row["text"]
        day = date.fromisoformat(row["dct"][:10]) if row.get("dct") else None
        found = tuple(
            Sentence(start=span.start, end=span.end, paragraph=number)
            for number, match in enumerate(_PARAGRAPH.finditer(text))
            for span in sentences(text, Span(start=match.start(), end=match.end()))
        )
        times = find_times(text, found, Days(first=day, last=day) if day else None)
        yield {
            "id": row["id"],
            "timex": [mark for time in times for mark in marks(text, time)],
        }
