"""Predictions for the stories gold: which articles are about the same running matter, or how alike two are."""

from collections.abc import Iterator
from typing import Any

from onrecord.lineage.stories import Telling, likenesses, stories

Row = dict[str, Any]


def predict(rows: list[Row], corpus: dict[str, Row]) -> Iterator[Row]:
    if rows and "text_a" in rows[0]:
        yield from _pairs(rows)
        return
    whole = [{**corpus.get(str(row["id"]), {}), **row} for row in rows]
    whole.sort(key=lambda row: (row.get("date", ""), str(row["id"])))
    tellings = [
        Telling(id=str(row["id"]), title=row.get("title", ""), text=row.get("text") or row.get("body") or "")
        for row in whole
    ]
    found = stories(tellings)
    for row in rows:
        yield {"id": row["id"], "cluster": found[str(row["id"])]}


def _pairs(rows: list[Row]) -> Iterator[Row]:
    """Rows of two texts: how alike they are."""
    tellings = [
        (Telling(id=row["a"], title="", text=row["text_a"]), Telling(id=row["b"], title="", text=row["text_b"]))
        for row in rows
    ]
    for row, score in zip(rows, likenesses(tellings), strict=True):
        yield {"a": row["a"], "b": row["b"], "score": round(score, 6)}
