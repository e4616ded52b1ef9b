"""The change of one amount, of all that the words before, after and beside it say."""

import re

from msgspec.structs import replace

from onrecord.find.amounts import changes, multiples
from onrecord.find.amounts.measured import TIMES
from onrecord.model.mention import AmountMention, Change

_CUT_IN = re.compile(r"\b(?:cut|cuts|cutting|slash\w*)\s(?:[\w']+\s){0,4}in\s$")
"""Before a part: "cut its imports in half"."""
_SHARES = ("percent", "percentage point", "basis point", "point")


def changed(text: str, amount: AmountMention) -> AmountMention:
    """``amount`` with its change; ``/noun`` at the end of its rule where a noun or an adjective tells it."""
    if amount.unit == "percent" and (sign := _signed(text, amount)):
        return replace(amount, change=sign)
    before = changes.before(text, amount.start)
    if amount.rule.startswith("multiple"):
        return _multiplied(text, amount, before[1] if before else "=")
    named = _named(text, amount)
    if amount.rule.startswith("part") and _CUT_IN.search(text, max(0, amount.start - 40), amount.start):
        return replace(amount, change="down")
    if before is not None:
        return _before(text, amount, before[1], named)
    if (after := changes.after(text, amount.end)) is not None:
        return replace(amount, change=after[1], end=after[0])
    if named is not None:
        return replace(amount, change=named, rule=f"{amount.rule}/noun")
    inside = text[amount.start : amount.end]
    return replace(amount, change="~") if " or so " in inside or "-odd " in inside else amount


def _before(text: str, amount: AmountMention, change: Change, named: Change | None) -> AmountMention:
    if change == "~" and named is not None:
        return replace(amount, change=named, rule=f"{amount.rule}/about/noun")
    if change in ("up", "down"):
        by_agent = amount.rule.startswith("counted") and changes.by_agent(text, amount.start)
        if by_agent or (amount.unit in TIMES and not text[: amount.start].endswith("by ")):
            return amount  # "fell one day after", "the cuts by four banks"
        if named not in (None, change):  # "he added a 5 percent cut was possible"
            return replace(amount, change=named or change, rule=f"{amount.rule}/noun")
    return replace(amount, change=change)


def _multiplied(text: str, amount: AmountMention, before: Change) -> AmountMention:
    """The change of a multiple: "nearly doubled" went up, and "more than doubled" keeps the bound."""
    times = multiples.multiple_at(text, amount.start, amount.end)
    way = times[1] if times else "="
    return replace(amount, change=before if way == "=" or before in (">", "<") else way)


def _named(text: str, amount: AmountMention) -> Change | None:
    """What the noun beside an amount says; never of counted things and of time ("5 more ships")."""
    if amount.currency != "" or (amount.rule.startswith("unit") and amount.unit not in TIMES):
        return changes.noun(text, amount.start, amount.end, share=amount.unit in _SHARES)
    return None


def _signed(text: str, amount: AmountMention) -> Change | None:
    """The direction of a percentage written with its sign ("+0.2%")."""
    if amount.value < 0:
        return "down"
    return "up" if text[max(0, amount.start - 1) : amount.start] == "+" else None
