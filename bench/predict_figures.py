"""Reads sentences and gives their quantities under the unit names of the gold for figures."""

from collections.abc import Iterator
from typing import Any

from onrecord.find.amounts import amounts_of
from onrecord.find.amounts.money import currency_names
from onrecord.model.mention import AmountMention

Row = dict[str, Any]
NAMES = {
    "percent": "percentage",
    "tonne": "metric ton",
    "times": "count",
    "kilotonne": "kiloton",
    "gigatonne": "gigaton",
    "metre": "metre",
}
"""Where the gold calls a unit otherwise than the table does."""


def unit_name(amount: AmountMention) -> str:
    unit = amount.unit
    if amount.currency:
        return f"{currency_names()[amount.currency]} {unit}".strip()
    if unit.startswith("share of "):
        return f"% {unit.removeprefix('share of ')}"
    if unit == "share":
        return "%"
    base, per, rest = unit.partition(" per ")
    return NAMES.get(base, base) + per + rest or "-"


def predict(rows: list[Row], corpus: dict[str, Row]) -> Iterator[Row]:
    """The quantities of each row's text."""
    for row in rows:
        quantities = [
            {
                "value": amount.value if amount.high is None else [amount.value, amount.high],
                "unit": unit_name(amount),
                "change": amount.change,
            }
            for amount in amounts_of(row["text"])
        ]
        yield {"id": row["id"], "quantities": quantities}
