"""Units said once for several numbers: "4 or 5 percent", "to 40 points from 38"."""

import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from onrecord.model.mention import AmountMention

_LIST = re.compile(r"(?:-?,?\s(?:and|or|to)|\s?[-–])\s?(?:about\s|just\s|even\s)?$")
_ITEM = re.compile(r",?\s(?:and\s)?")
_OR = re.compile(r",?\sor\s(?:about\s)?")
_SCORE = re.compile(r"[-–]\d")
_SAME_AGAIN = re.compile(
    r"(?:\b(?:from|to|compared with|compared to|versus|against|and|including|than|at|lowest is|highest is)|,)"
    r"\s(?:an?\s)?(?:(?:expected|budgeted|revised|estimated|forecast|earlier|previous|planned|projected|restated)\s)?"
    r"(?:about\s|just\s|only\s|around\s)?$"
)
_CARRIED = frozenset(
    (
        "point",
        "cent",
        "sen",
        "penny",
        "barrel",
        "bushel",
        "tonne",
        "ton",
        "degree",
        "mile per gallon",
        "cubic foot",
        "hectare",
        "acre",
    )
)
_NEAR = 60
_LEVEL = re.compile(r",?\s(?:up|down|off|a (?:rise|gain|fall|drop|loss) of)\s")
"""Between the level of an index and the points that it moved ("at 2,410.15, up 12 points")."""


def share(text: str, amounts: Sequence[AmountMention]) -> list[AmountMention]:
    """``amounts`` with bare numbers given the unit of the other end of a list, or of what they are set beside."""
    found = list(amounts)
    for at in range(len(found) - 2, -1, -1):
        one, following = found[at], found[at + 1]
        if _bare(one) and _LIST.match(text[one.end : following.start]) and (following.unit or following.currency):
            found[at] = replace(one, unit=following.unit, currency=following.currency, rule="shared")
    for at in range(1, len(found)):
        before, one = found[at - 1], found[at]
        if before.unit == "percent" and at > 1 and _OR.fullmatch(text, found[at - 2].end, before.start):
            before = replace(before, unit=found[at - 2].unit)  # "lost 12 points, or 2 percent, to end at 2,410"
        near = (
            one.start - before.end < _NEAR
            and not _SCORE.match(text, one.end)
            and _SAME_AGAIN.search(text[before.end : one.start])
        )
        if near and _bare(one) and _carries(before, one):
            found[at] = replace(one, unit=before.unit, currency=before.currency, rule="carried")
    for one, following in pairwise(found):
        level = _bare(one) and following.unit == "point" and _LEVEL.fullmatch(text[one.end : following.start])
        if level:
            found[found.index(one)] = replace(one, unit="point", rule="carried")
    for at in range(len(found) - 2, -1, -1):
        found[at] = _rated(text, found[at], found[at + 1])
    return found


def _rated(text: str, one: AmountMention, following: AmountMention) -> AmountMention:
    """A rate said at the end of a list holds for all of it: "5 points, 3 rebounds and 2 assists per game"."""
    _, per, rate = following.unit.partition(" per ")
    listed = per and one.unit and " per " not in one.unit and following.rule.startswith("counted")
    if listed and one.rule.startswith(("unit", "counted")) and _ITEM.fullmatch(text, one.end, following.start):
        return replace(one, unit=f"{one.unit} per {rate}")
    return one


def _bare(amount: AmountMention) -> bool:
    return not amount.unit and not amount.currency and amount.rule.startswith(("bare", "pending"))


def _carries(before: AmountMention, one: AmountMention) -> bool:
    if before.rule.startswith(("counted", "carried")) and before.value > 2:
        return 0.02 < one.value / before.value < 50
    if before.currency:
        return one.value >= 1e5 and 0.02 < one.value / max(before.value, 1e-9) < 50
    return before.unit in _CARRIED or before.unit.partition(" per ")[0] in _CARRIED
