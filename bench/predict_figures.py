"""Reads sentences and gives their quantities under the unit names of the gold for figures."""

import re
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
    "generation of network": "generation wireless",
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
        whole = unit.removeprefix("share of ")
        return f"% {whole}s" if whole.istitle() and " " not in whole else f"% {whole}"
    if unit == "share":
        return "%"
    if amount.rule.startswith(("counted", "one of")):
        unit = " ".join(plain for word in unit.split() if (plain := _plain(word)))
        if amount.rule.startswith("counted") and unit.istitle() and " " not in unit:
            unit += "s"  # a people keeps its plural there
    base, per, rest = unit.partition(" per ")
    return NAMES.get(base, base) + per + rest or "-"


_DEGREES = {"best": "good", "worst": "bad", "most": "", "least": "", "better": "good", "worse": "bad"} | {
    f"{stem}er": word
    for stem, word in (
        *((word, word) for word in ("small", "new", "old", "high", "low", "long", "short", "cheap", "rich", "poor")),
        *((word, word) for word in ("young", "great", "strong", "weak", "fast", "slow")),
        ("larg", "large"), ("bigg", "big"), ("wid", "wide"), ("earli", "early"), ("lat", "late"), ("heavi", "heavy"),
    )
}  # fmt: skip


def _change(amount: AmountMention) -> str:
    """The change; that gold marks no direction that a noun or an adjective tells."""
    if amount.rule.endswith("/about/noun"):
        return "~"
    return "=" if amount.rule.endswith("/noun") else amount.change


def _plain(word: str) -> str:
    """A word as the gold has it: without its possessive, and a superlative as the plain adjective."""
    word = word.removesuffix("'s").removesuffix("’s")
    if match := re.fullmatch(r"(\w{3,}?)(i?)est", word):
        stem = match[1] + ("y" if match[2] else "")
        return (
            stem[:-1]
            if re.search(r"([bdgmnpt])\1$", stem)
            else stem + ("e" if stem.endswith(("rg", "at", "os", "af")) else "")
        )
    return _DEGREES.get(word, word)


def predict(rows: list[Row], corpus: dict[str, Row]) -> Iterator[Row]:
    """The quantities of each row's text."""
    for row in rows:
        quantities = [
            {
                "value": amount.value if amount.high is None else [amount.value, amount.high],
                "unit": unit_name(amount),
                "change": _change(amount),
            }
            for amount in amounts_of(row["text"])
        ]
        yield {"id": row["id"], "quantities": quantities}
