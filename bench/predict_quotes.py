"""Predicts attributions for the gold of quotes: source, cue and content spans."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from onrecord.find.parse import parsed, parser
from onrecord.find.speech import find_speech
from onrecord.model.page import Sentence
from onrecord.model.span import Span

Row = dict[str, Any]


def read(text: str) -> tuple[Sentence, ...]:
    """The parsed sentences of a plain text, line by line."""
    lines = [Span(start=line.start(), end=line.end()) for line in re.finditer(r"[^\n]+", text)]
    return parsed(text, lines, parser())


def attributions(text: str, sentences: Sequence[Sentence]) -> list[Row]:
    """The attributions of a text as rows of the gold."""
    found = find_speech(text, sentences, ())
    rows = []
    for index, one in enumerate(found):
        passes = next(
            (
                f"A{other}"
                for other, candidate in enumerate(found)
                if one.via
                and other != index
                and candidate.content == one.content
                and any(span.shares(one.via[0]) for span in candidate.source)
            ),
            None,
        )
        rows.append(
            {
                "id": f"A{index}",
                "source": [[span.start, span.end] for span in one.source],
                "cue": [[span.start, span.end] for span in one.cue],
                "content": [[span.start, span.end] for span in one.content],
                "via": passes,
                "rule": one.rule,
            }
        )
    return rows


def predict(rows: Sequence[Row], corpus: Mapping[str, Row]) -> Iterator[Row]:
    """The attributions of each row; ``corpus`` is not needed."""
    for row in rows:
        text = str(row["text"])
        yield {"id": row["id"], "attributions": attributions(text, read(text))}
