"""What a figure counts: its metric, what was traded, its value and its unit."""

import re

from onrecord.model.span import Span
from onrecord.read.figures import marks
from onrecord.read.figures.reading import Reading

TO_COME = re.compile(
    r"\b(?:request|ask|demand|urg|propos|insist|suggest|recommend)\w*\s(?:that\s)?(?:the\s)?(?-i:(?:[A-Z][\w.]+\s){1,3})$"
    r"|\b(?:to|will|would|could|should|may|might|must|agree\w*|pledge\w*|promise\w*|commit\w*)\s(?:\w+\s){0,3}$",
    re.I,
)
"""Words before a verb of what is still to be done."""
_ALL_GOODS = re.compile(r"(?:\sworth)?\s(?:of|in)\s(?:goods|products|stuff|merchandise|things)\b(?!\sincluding)", re.I)


def metric_of(body: str, reading: Reading, reporter: str | None, partner: str | None) -> str:
    """The metric; goods at large bought or sold between states are imports and exports."""
    metric = reading.metric.row.metric
    if not (reading.metric.verb and reading.level is not None and reporter and partner):
        return metric
    ahead = TO_COME.search(body, max(0, reading.metric.start - 40), reading.metric.start) is not None
    if metric in ("purchase", "sales") and not ahead and _ALL_GOODS.match(body, reading.level.end):
        return "imports" if metric == "purchase" else "exports"
    return metric


def sector_of(body: str, zone: Span, reading: Reading) -> str | None:
    """What was traded: after the object of a verb, else around the words of the metric."""
    named = reading.metric
    amount = reading.level or reading.by
    if amount is not None and amount.start >= named.end and named.verb:
        after = body[amount.end : min(zone.end, amount.end + 60)]
        if (found := marks.sector(re.split(r"[;.]\s|\s(?:and|to|from|while|but)\s[^a-z]", after)[0])) is not None:
            return found
    low = max(zone.start, named.start - 50)
    return marks.sector(body[low : min(zone.end, named.end + 40)], named.start - low)


def value_of(reading: Reading) -> tuple[float | None, str | None]:
    """The level in full units (a deficit negative), and its unit; a change in money has a unit alone."""
    amount = reading.level or reading.by
    if amount is None:
        return None, None
    unit = amount.currency or amount.unit
    if reading.level is None:
        return None, unit
    value = reading.level.high if reading.level.high is not None else reading.level.value
    return (-abs(value) if reading.metric.row.sign < 0 else value), unit
