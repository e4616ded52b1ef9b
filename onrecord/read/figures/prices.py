"""What goods cost: ``rice at $400 a tonne``, ``from 380 last year``, ``steel prices have jumped by 9 percent``."""

import re
from collections.abc import Sequence

import msgspec

from onrecord.model.mention import AmountMention
from onrecord.model.span import Span
from onrecord.read.figures import wording
from onrecord.read.figures.growth import growth
from onrecord.read.figures.marks import sector
from onrecord.read.figures.metrics import Named
from onrecord.read.figures.reading import Reading

_EACH = re.compile(
    r"\s?(?:per|an?|/|each)\s?(?:metric\s|short\s|long\s)?(?:tonnes?|tons?|barrel|bushel|pound|kilogram|kilo|kg|gallon|litre"
    r"|liter|mmBtu|million British thermal units|ounce|hundredweight|head)\b",
    re.I,
)
_DUTY = re.compile(r"\b(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|tax(?:es)?|fees?|surcharges?|wages?)\b", re.I)

_MARKET = re.compile(r"\b(?:crude|Brent|gold|benchmark|futures|settled?|stocks|copper|bitcoin)\b", re.I)
_MARKETS = frozenset(("oil", "energy", "lng", "goods", "services"))
"""Goods whose prices change by the hour, and those that are no goods of one price."""
_BY_MARKET = re.compile(r"\b(?:barrel|ounce)$")
_TRADED = re.compile(r"\b(?:imports?|exports?|imported|exported|tariffs?)\b", re.I)
"""What is sold by the barrel or the ounce has a price of trade only where its trade is spoken of."""
_PRICE_NOUN = re.compile(r"\bprices?$", re.I)
_IN_PRICE = re.compile(r"\bin\s$", re.I)


def prices(body: str, sentence: Span, metrics: Sequence[Named], amounts: Sequence[AmountMention]) -> list[Reading]:
    """What a measure of goods costs, and by how much the price of goods rose or fell."""
    priced = [named for named in metrics if named.row.metric == "price"]
    if not priced or any(words.search(body, sentence.start, sentence.end) for words in (_DUTY, _MARKET)):
        return []
    found: list[Reading] = []
    for amount in amounts:
        named = next((named for named in reversed(priced) if named.end <= amount.start), priced[0])
        if (
            reading := _level(body, sentence, named, amount, found) or _growth(body, sentence, named, amount)
        ) is not None:
            found.append(reading)
    return found


def _level(body: str, sentence: Span, named: Named, amount: AmountMention, found: Sequence[Reading]) -> Reading | None:
    if amount.high is not None or amount.change in ("up", "down"):
        return None
    last = found[-1] if found else None
    if last is not None and last.level is not None and not amount.unit and amount.currency in ("", last.level.currency):
        if wording.EARLIER.search(body, last.end, amount.start):
            level = msgspec.structs.replace(amount, currency=last.level.currency)
            return Reading(
                start=amount.start,
                end=amount.end,
                metric=named,
                level=level,
                earlier=True,
                anchor=amount.end,
                at=amount.start,
            )
        return None
    if not amount.currency or abs(amount.start - named.start) > 140:
        return None
    if _BY_MARKET.search(amount.unit) and not _TRADED.search(body, sentence.start, sentence.end):
        return None
    end = amount.end
    if _EACH.match(amount.unit) is None:
        each = _EACH.match(body, amount.end)
        if each is None:
            return None
        end = each.end()
    start = min(named.start, amount.start)
    return Reading(start=start, end=max(end, named.end), metric=named, level=amount, anchor=end, at=amount.start)


_RAISED = re.compile(
    r"\b(?:(?P<up>hik|rais|lift|increas|boost|push(?:ed|es|ing)?\sup)|(?P<down>cut|slash|reduc|lower|trim))\w*\s(?:the\s|its\s|their\s|all\s)?"
    r"(?:[\w'’-]+\s){0,2}$",
    re.I,
)
_BY = re.compile(r"\sby\s(?:about\s|around\s|as\smuch\sas\s|up\sto\s|some\s|nearly\s|an?\saverage\s(?:of\s)?)?$", re.I)


def _growth(body: str, sentence: Span, named: Named, amount: AmountMention) -> Reading | None:
    """``prices for walnuts rose 9 percent``, ``walnuts have risen in price by 9 percent``."""
    if amount.unit != "percent" or amount.high is not None or not 0 < amount.start - named.end < 90:
        return None
    if not _PRICE_NOUN.search(body[named.start : named.end]):
        return None
    goods = sector(body[sentence.start : amount.start], named.start - sentence.start)
    if goods is None or goods in _MARKETS or _TRADED.search(body, named.end, amount.start):
        return None
    head = body[max(sentence.start, named.start - 40) : amount.start]
    raised = _RAISED.search(body, max(sentence.start, named.start - 40), named.start)
    if raised is not None and _BY.search(
        body, named.end, amount.start
    ):  # "has raised the price of its tractors by 9 percent"
        return Reading(
            start=raised.start(),
            end=amount.end,
            metric=named,
            change=abs(amount.value) * (1 if raised["up"] else -1),
            anchor=amount.end,
            at=amount.start,
        )
    gap = head if _IN_PRICE.search(body, sentence.start, named.start) else body[named.end : amount.start]
    return growth(body, named, amount, gap)
