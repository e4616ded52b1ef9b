"""What is counted one by one: ``4,000 requests for exclusions``."""

import re
from collections.abc import Sequence

from onrecord.model.mention import AmountMention
from onrecord.read.figures.metrics import Named
from onrecord.read.figures.reading import Reading

_GRANTED = re.compile(r"\bexclusions$", re.I)
_ASKED = re.compile(
    r"\b(?:request\w*|ask\w*\sfor|sought|seek\w*|appl(?:y|ied|ying)\sfor|fil\w+\sfor)\s(?:about\s|some\s|over\s|more\sthan\s|nearly\s)*$",
    re.I,
)
"""``requested 300 exclusions``: what is only granted was not asked for so often."""


def applications(body: str, metrics: Sequence[Named], amounts: Sequence[AmountMention]) -> list[Reading]:
    """How many asked for something of trade: exclusions, licences, remedies."""
    found = []
    for amount in amounts:
        named = next((n for n in metrics if n.row.metric == "applications" and amount.shares(n)), None)
        if named is None or amount.high is not None or amount.value < 2 or amount.currency:
            continue
        if _GRANTED.search(body, named.start, named.end) and not _ASKED.search(body, 0, amount.start):
            continue
        end = max(amount.end, named.end)
        found.append(Reading(start=amount.start, end=end, metric=named, level=amount, anchor=end, at=amount.start))
    return found
