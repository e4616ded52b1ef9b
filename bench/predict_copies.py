"""Predictions for the copies gold: which articles go back to one text."""

from collections.abc import Iterator
from typing import Any

from onrecord.lineage.copies import families, pairs
from onrecord.lineage.fingerprint import fingerprint

Row = dict[str, Any]


def predict(rows: list[Row], corpus: dict[str, Row]) -> Iterator[Row]:
    prints = [fingerprint(id=str(row["id"]), text=row["body"], title=row.get("title", "")) for row in rows]
    ids = {str(row["id"]): row["id"] for row in rows}
    for number, family in enumerate(families(ids, pairs(prints))):
        for name in family:
            yield {"id": ids[name], "cluster": number}
