"""Time expressions for the ``time`` gold: each row's ``timex`` with span, type, value and mod."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from onrecord.find.sentences import sentences
from onrecord.find.times import find_times
from onrecord.model.days import Days
from onrecord.model.page import Sentence
from onrecord.model.span import Span

Row = dict[str, Any]
_PARAGRAPH = re.compile(r"(?:(?!\n\s*\n).)+", re.DOTALL)


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
            "timex": [
                {"start": time.start, "end": time.end, "type": time.type, "value": time.value, "mod": time.mod}
                for time in times
            ],
        }
