"""What is counted one by one: ``4,000 requests for exclusions``."""

from collections.abc import Sequence

from onrecord.model.mention import AmountMention
from onrecord.read.figures.metrics import Named
from onrecord.read.figures.reading import Reading


def applications(metrics: Sequence[Named], amounts: Sequence[AmountMention]) -> list[Reading]:
    """How many asked for something of trade: exclusions, licences, remedies."""
    found = []
    for amount in amounts:
        named = next((n for n in metrics if n.row.metric == "applications" and amount.shares(n)), None)
        if named is None or amount.high is not None or amount.value < 2 or amount.currency:
            continue
        end = max(amount.end, named.end)
        found.append(Reading(start=amount.start, end=end, metric=named, level=amount, anchor=end, at=amount.start))
    return found
