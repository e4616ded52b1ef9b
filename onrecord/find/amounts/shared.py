"""Units said once for several numbers: "4 or 5 percent", "84.75 cents, while the lowest is 74.07"."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from onrecord.model.mention import AmountMention

_LIST = re.compile(r"\s?(?:,|,?\s(?:and|or|to)|-|–)\s?(?:about\s|just\s)?$")


def share(text: str, amounts: Sequence[AmountMention]) -> list[AmountMention]:
    """``amounts`` with bare numbers of a list given the unit that the last of the list carries."""
    found = list(amounts)
    for at in range(len(found) - 2, -1, -1):
        one, following = found[at], found[at + 1]
        if one.unit or one.currency or not one.rule.startswith("bare"):
            continue
        if _LIST.match(text[one.end : following.start]) and (following.unit or following.currency):
            found[at] = replace(one, unit=following.unit, currency=following.currency, rule="pending")
    return found
