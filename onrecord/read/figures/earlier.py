"""What a figure is set against: ``up from 28 billion in July``, ``compared with a surplus of 3 billion``."""

import re
from collections.abc import Sequence

from onrecord.model.mention import AmountMention
from onrecord.model.span import Span
from onrecord.read.figures import wording
from onrecord.read.figures.metrics import Named
from onrecord.read.figures.reading import Reading

_AGAINST = re.compile(
    r"\b(?:from|compare[sd]?\s(?:with|to)|against|versus|vs\.?|after|(?:up|down)\son|(?:higher|lower|more|less|bigger|smaller"
    r"|larger|wider|narrower)\sthan|above|below)\s(?:an?\s|the\s|its\s|about\s|just\s|only\s|around\s|record\s|revised\s"
    r"|provisional\s|estimated\s|previous\s|adjusted\s|unadjusted\s|smaller\s|larger\s|bigger\s|wider\s|US\s"
    r"|some\s|nearly\s|year[- ](?:earlier|ago)\s|(?:\w+\s)?\w+['’]s\s"
    r"|almost\s|more\sthan\s|less\sthan\s|over\s|\d{4}\s)*$",
    re.I,
)
"""What leads to a balance or a trade that another of the same kind is set against."""


_MOVE_OF = re.compile(rf"\b(?:({wording.UP})|({wording.DOWN}))\sof\s(?:about\s|some\s|just\s|nearly\s)*$", re.I)


def compared(body: str, sentence: Span, reading: Reading, found: Sequence[Reading]) -> bool:
    """Whether ``reading``, with a metric of its own, is only what the one before it is set against."""
    if reading.earlier or reading.level is None or reading.metric.verb:
        return False
    if found and found[-1].metric.row.metric != reading.metric.row.metric:
        return False
    start = found[-1].end if found else sentence.start
    lead = min(reading.at, reading.metric.start)
    return lead >= start and _AGAINST.search(body, start, lead) is not None


_OF_OTHER_SALES = re.compile(
    r"\s(?:\w+\s){0,2}?(?:in|of)\s(?:\w[\w.]*\s){0,2}(?:sales|imports|exports|output|production|demand|shipments)\b",
    re.I,
)
"""A percentage of another thing: ``compared to a drop of 7 percent in Norlandic sales``."""
_MONTHS_OWN = re.compile(r"\b[A-Z][a-z]+['’]s\s(?:\w+\sof\s)?$")


def above(body: str, amount: AmountMention) -> bool:
    """Whether a percentage says how far the figure stands above or below ``amount``."""
    head = body[max(0, amount.start - 44) : amount.start]
    return wording.ABOVE.search(head) is not None and re.search(r"(?:%|\bpercent|\bper cent|\bpct)\s", head) is not None


def earlier(body: str, owner: Named, amount: AmountMention, mine: Reading) -> Reading | None:
    """The reading of ``amount`` as what ``mine`` is set against."""
    if amount.unit == "percent":
        if mine.change is None or _OF_OTHER_SALES.match(body, amount.end):
            return None
        noun = wording.NOUN_AFTER.match(body, amount.end)
        noun = noun or _MOVE_OF.search(body, max(0, amount.start - 30), amount.start)
        sign = (1.0 if noun[1] else -1.0) if noun else (-1.0 if mine.change < 0 else 1.0)
        return Reading(
            start=amount.start,
            end=amount.end,
            metric=owner,
            change=sign * abs(amount.value),
            earlier=True,
            anchor=amount.end,
            at=amount.start,
        )
    if mine.level is None and not (mine.change is not None and amount.currency and above(body, amount)):
        return None
    if mine.level is not None and amount.currency and amount.currency != mine.level.currency:
        return None
    whose = _MONTHS_OWN.search(body, max(0, amount.start - 24), amount.start)
    start = whose.start() if whose else amount.start  # "from January's $28 billion"
    return Reading(
        start=start, end=amount.end, metric=owner, level=amount, earlier=True, anchor=amount.end, at=amount.start
    )
