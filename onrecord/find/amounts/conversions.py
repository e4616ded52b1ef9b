"""Conversions: an amount in brackets beside another says the same in another unit."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from onrecord.find.amounts.units import rate_at
from onrecord.model.mention import AmountMention

_OPENS = re.compile(
    r"(?:\s(?:of\s)?[A-Za-z]{0,12})?\s?[(\[](?:or\s|about\s|around\s|roughly\s|approximately\s"
    r"|some\s|nearly\s|equivalent to\s|~|≈|=)?\s?$"
)


_AGAIN = re.compile(r",?\sor\s(?:about\s|around\s|nearly\s|roughly\s|some\s)?[$€£]?|\s\(")


def convert(text: str, amounts: Sequence[AmountMention]) -> list[AmountMention]:
    """``amounts`` with those that restate the one beside marked by where that one starts, and given its bound."""
    found: list[AmountMention] = []
    for amount in amounts:
        beside = found[-1] if found else None
        if beside is not None and _restates(text, beside, amount):
            change = beside.change if beside.change in (">", "<") and amount.change == "=" else amount.change
            origin = beside.converts if beside.converts is not None else beside.start
            amount = replace(amount, converts=origin, change=change)
            if text[amount.end : amount.end + 1] == ")" and (rate := rate_at(text, amount.end + 1)) and not beside.unit:
                found[-1] = replace(beside, unit=rate[1])  # "2,000 yen ($18) a barrel"
                amount = replace(amount, unit=amount.unit or rate[1])
        elif beside is not None and _says_again(text, beside, amount):
            amount = replace(amount, change=beside.change)
        found.append(amount)
    return found


def _restates(text: str, beside: AmountMention, amount: AmountMention) -> bool:
    between = text[beside.end : amount.start]
    if len(between) > 40:
        return False
    if beside.converts is not None and between.strip() in ("/", ",", ";", "or"):
        return _kind(beside) == _kind(amount) != ""
    return _OPENS.match(between) is not None and _kind(beside) == _kind(amount) != "" and _unlike(beside, amount)


def _says_again(text: str, beside: AmountMention, amount: AmountMention) -> bool:
    """Whether a change is said over as a percentage: "fell 12 points, or 0.6 percent"."""
    return (
        beside.change in ("up", "down")
        and amount.change == "="
        and "percent" in (beside.unit, amount.unit)
        and _AGAIN.fullmatch(text, beside.end, amount.start) is not None
    )


def _unlike(one: AmountMention, other: AmountMention) -> bool:
    return (one.currency, one.unit) != (other.currency, other.unit)


def _kind(amount: AmountMention) -> str:
    if amount.currency:
        return "money"
    return "measure" if amount.rule.startswith("unit") and amount.unit not in ("percent", "percentage point") else ""
