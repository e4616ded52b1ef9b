"""Predictions for the pairs gold: whether two articles of the corpus are versions of one report."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from onrecord.lineage.fingerprint import Fingerprint, fingerprint
from onrecord.lineage.likeness import likeness

Row = dict[str, Any]


def predict(rows: list[Row], corpus: dict[str, Row]) -> Iterator[Row]:
    for row in rows:
        result = likeness(_print(corpus[str(row["a"])]), _print(corpus[str(row["b"])]))
        yield {"a": row["a"], "b": row["b"], "label": "dup" if result.one else "different"}


def _print(row: Row) -> Fingerprint:
    when = datetime.fromisoformat(row["date"])
    hour = when.toordinal() * 24 + when.hour + when.minute / 60
    return fingerprint(id=str(row["id"]), text=row["body"], title=row["title"], day=when.date(), hour=hour)
