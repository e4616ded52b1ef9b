"""Percentages that are the growth of a metric, and which way they go."""

import re

from onrecord.model.mention import AmountMention
from onrecord.read.figures import wording
from onrecord.read.figures.metrics import Named
from onrecord.read.figures.reading import Reading

_STANDS = re.compile(
    r"\s(?:(above|higher\sthan|more\sthan|bigger\sthan|up\son)|(?:below|lower\sthan|less\sthan|smaller\sthan|down\son))\s(?!(?:expected|forecast|estimate))",
    re.I,
)
_OF_TAX = re.compile(r"\s(?:\w+\s){0,2}(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|tax(?:es)?|surcharges?)\b", re.I)
_MOVE_IN = re.compile(rf"\b(?:({wording.UP})|({wording.DOWN}))\s(?:in|of)\s(?:[\w.'’-]+\s){{0,3}}$", re.I)
_OF = re.compile(
    r"(?:\s(?:to|from|in)\s(?:the\s)?[A-Z][\w.]+)?\sof\s(?:about\s|around\s|some\s|over\s|nearly\s|just\s|only\s)*",
    re.I,
)
_IS = re.compile(r"(?:\b(?:was|were|is|are|stood|ran|running|remained|still|be)|,)\s(?:[\w]+\s){0,3}$", re.I)


def growth(body: str, owner: Named, amount: AmountMention, gap: str) -> Reading | None:
    """The growth that a percentage after ``owner`` gives; ``None`` where it is a rate or a share."""
    if wording.OF_WHOLE_AFTER.match(body, amount.end):
        return None
    noun = wording.NOUN_AFTER.match(body, amount.end)
    if noun is not None and not re.search(r"[,—–(]\s(?:an?|its|the)\s(?:\w+\s)?$", gap):
        noun = None
    if noun is None and _IS.search(gap) and (above := standing(body, owner, amount)) is not None:
        return above
    moved = _MOVE_IN.search(body, max(0, owner.start - 40), owner.start)
    if moved is not None and _OF.fullmatch(gap):  # "a rise in exports of 3 percent"
        change = abs(amount.value) * (1 if moved[1] else -1)
        return Reading(
            start=owner.start, end=amount.end, metric=owner, change=change, anchor=amount.end, at=amount.start
        )
    noun = noun or wording.ADVERB_AFTER.match(body, amount.end)
    if noun is not None:
        return Reading(
            start=owner.start,
            end=amount.end,
            metric=owner,
            change=abs(amount.value) * (1 if noun[1] else -1),
            anchor=amount.end,
            at=amount.start,
        )
    if _OF_TAX.match(body, amount.end):
        return None
    if wording.NOT_GROWTH_AFTER.match(body, amount.end) and amount.change not in ("up", "down"):
        return None
    if not owner.growth and re.search(r"\bto\s(?:(?:an?|about|nearly|average|of)\s)*$", gap):
        return None
    if not owner.growth and not directed(gap[-50:]) and amount.change not in ("up", "down"):
        return None
    if wording.LINKS.search(gap) is None and amount.change == "=" and not directed(gap[-24:]):
        return None
    if amount.rule == "from-to" and not owner.growth:
        return None
    return Reading(
        start=owner.start, end=amount.end, metric=owner, change=_signed(amount, gap), anchor=amount.end, at=amount.start
    )


def standing(body: str, owner: Named, amount: AmountMention) -> Reading | None:
    """How far a metric stands above or below another time: ``9 percent higher than in January``."""
    match = _STANDS.match(body, amount.end)
    if match is None or amount.unit != "percent":
        return None
    change = abs(amount.value) * (1 if match[1] else -1)
    return Reading(start=owner.start, end=amount.end, metric=owner, change=change, anchor=amount.end, at=amount.start)


def also(owner: Named, amount: AmountMention, last: Reading) -> Reading | None:
    """Growth whose verb the flow before has: ``exports grew 3 percent and imports 2 percent``."""
    if last.change is None or last.earlier:
        return None
    change = abs(amount.value) if last.change > 0 else -abs(amount.value)
    return Reading(start=owner.start, end=amount.end, metric=owner, change=change, anchor=amount.end, at=amount.start)


def directed(words: str) -> bool:
    """Whether the words say that something rose or fell."""
    return wording.RISING.search(words) is not None or wording.FALLING.search(words) is not None


def _signed(amount: AmountMention, gap: str) -> float:
    if amount.change == "down":
        return -abs(amount.value)
    if amount.change == "up":
        return abs(amount.value)
    rising = [match.start() for match in wording.RISING.finditer(gap)]
    falling = [match.start() for match in wording.FALLING.finditer(gap)]
    down = bool(falling) and (not rising or falling[-1] > rising[-1])
    return -abs(amount.value) if down else abs(amount.value)
