"""What is counted or paid for each: ``4,000 requests for exclusions``, ``rice at $400 a tonne``."""

import re
from collections.abc import Sequence

from onrecord.model.mention import AmountMention
from onrecord.model.span import Span
from onrecord.read.figures.metrics import Named
from onrecord.read.figures.reading import Reading

_EACH = re.compile(
    r"\s?(?:per|an?|/|each)\s?(?:metric\s|short\s|long\s)?(?:tonnes?|tons?|barrel|bushel|pound|kilogram|kilo|kg|gallon|litre"
    r"|liter|mmBtu|million British thermal units|ounce|hundredweight|head)\b",
    re.I,
)
_DUTY = re.compile(r"\b(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|tax(?:es)?|fees?|surcharges?|wages?)\b", re.I)

_MARKET = re.compile(r"\b(?:crude|Brent|gold|benchmark|futures|settled?|stocks|copper|bitcoin)\b", re.I)


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


def prices(body: str, sentence: Span, metrics: Sequence[Named], amounts: Sequence[AmountMention]) -> list[Reading]:
    """What a measure of goods costs."""
    found = []
    named = next((n for n in metrics if n.row.metric == "price"), None)
    if named is None or any(words.search(body, sentence.start, sentence.end) for words in (_DUTY, _MARKET)):
        return []
    for amount in amounts:
        if not amount.currency or amount.high is not None or amount.change in ("up", "down"):
            continue
        end = amount.end
        if not amount.unit.startswith("per ") or amount.unit in ("per year", "per month", "per day", "per hour"):
            each = _EACH.match(body, amount.end)
            if each is None:
                continue
            end = each.end()
        start = min(named.start, amount.start)
        if abs(amount.start - named.start) > 140:
            continue
        found.append(
            Reading(start=start, end=max(end, named.end), metric=named, level=amount, anchor=end, at=amount.start)
        )
    return found
