"""Ranges: two amounts joined by a dash or by words are one amount with a low and a high end."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from onrecord.model.mention import AmountMention

_DASH = re.compile(r"\s?[-–—‑]\s?$|\s?[-–]to[-\s]$|\s?to-$")
_TO = re.compile(r"\s(?:to|up to)\s$")
_TO_ABOUT = re.compile(
    r"\s(?:to|up to)\s"
    r"(?:(?:about|around|over|more than|nearly|almost|just|only|some|roughly|as low as|as high as|an?)\s){1,2}$"
)
_OR = re.compile(r"\s(?:or)\s(?:even\s)?$")
_AND = re.compile(r"\sand\s$")
_FROM = re.compile(r"\b(?:from|between)\s(?:the\s|about\s|around\s|roughly\s|as low as\s|the current\s)?$", re.I)
_BETWEEN = re.compile(r"\bbetween\s(?:about\s|around\s)?$", re.I)
_LATER = re.compile(
    r"(?:\s(?!(?:and|or|to|but|which|that|while|whereas|as|when|after|rose|fell|grew|dropped|climbed|jumped|went)\b)[\w.:'’-]+(?:,(?=\s(?:\d|to\b)))?){1,7}?\sto\s(?:about\s|around\s|just\s|only\s|nearly\s|a\s)?$"
)
"""What may stand between the two ends of a change: a day, a place ("from $5bn in May to $7bn")."""
_MOVED = re.compile(
    r"\b(?:by|up|down|fell|rose|gained|lost|grew|dropped|slid|jumped|climbed|plunged|tumbled|surged"
    r"|higher|lower)\b[^.;]{0,25}$",
    re.I,
)


def join(text: str, amounts: Sequence[AmountMention]) -> list[AmountMention]:
    """``amounts`` with those that are the two ends of one range put together."""
    joined: list[AmountMention] = []
    for amount in amounts:
        if joined and _score(text, joined[-1], amount):
            joined[-1] = replace(joined[-1], rule="score")
        elif joined and (whole := _range(text, joined[-1], amount)):
            joined[-1] = whole
        else:
            joined.append(amount)
    return joined


def _range(text: str, low: AmountMention, high: AmountMention) -> AmountMention | None:
    if low.high is not None or high.high is not None or low.end > high.start:
        return None
    between = text[low.end : high.start]
    if not (len(between) <= 22 and _joins(text, low, high, between)) and not _leads(text, low, high, between):
        return None
    rule = "from-to" if _FROM.search(text[max(0, low.start - 22) : low.start]) else "range"
    value = low.value
    if not _alike(text, low, high, rule):
        return None
    if not low.rule.startswith("from-to") and _scale(text, high) and not _scale(text, low):
        size = _scale(text, high)
        lifted = value * size
        if lifted <= high.value and (not low.currency or high.value / max(value, 1e-9) >= 1e3):
            value = lifted
    elif _THOUSANDS.search(text, low.start, high.end) and value * 1e3 < high.value:
        value *= 1e3  # "100-150,000 tonnes"
    unit = high.unit or low.unit
    change = high.change if low.change == "=" and high.rule.endswith("/noun") else low.change  # "a 6 to 7 percent rise"
    if low.currency and not high.currency and not high.rule.startswith("bare"):
        return None
    return replace(
        low,
        end=high.end,
        change=change,
        value=value,
        high=high.value,
        unit=unit,
        currency=high.currency or low.currency,
        rule=rule,
    )


def _alike(text: str, low: AmountMention, high: AmountMention, rule: str) -> bool:
    """Whether both ends count the same thing, or one of them leaves the thing to the other."""
    if high.rule.startswith("bare"):
        said_before = low.currency != "" and _scale(text, high) > 0  # "$10-15 billion"
        if said_before or low.unit == "year of age":
            return True
    if not low.unit and not low.currency:
        return True
    rated = low.unit != "" and high.unit.startswith(f"{low.unit} per ")  # "40 cents to 45 cents a share"
    if rated or (low.currency == high.currency and low.unit in ("", high.unit)):
        return True
    return rule == "from-to" and low.currency == high.currency and _base(low) == _base(high)


def _leads(text: str, low: AmountMention, high: AmountMention, between: str) -> bool:
    """Whether the words lead from one amount to the other with more than "to" between them."""
    if len(between) > 60 or not _FROM.search(text[max(0, low.start - 22) : low.start]):
        return False
    like = (low.currency, _base(low)) == (high.currency, _base(high))
    return like and low.unit + low.currency != "" and _LATER.fullmatch(between) is not None


def _base(amount: AmountMention) -> str:
    return f" {amount.unit}".partition(" per ")[0]


def _score(text: str, low: AmountMention, high: AmountMention) -> bool:
    """Whether two bare numbers stand as ``2-1`` or ``50-50``, or are the two sides of a vote ("by 99 to 0")."""
    if low.unit or high.unit or low.currency or high.currency:
        return False
    if _VOTED.search(text, max(0, low.start - 30), low.start) and text[low.end : high.start] in ("-", "–"):
        return True
    between = text[low.end : high.start]
    return (between in ("-", "–") and not _joins(text, low, high, between)) or (
        between == " to " and _VOTE.search(text[max(0, low.start - 40) : high.end + 30]) is not None
    )


def _joins(text: str, low: AmountMention, high: AmountMention, between: str) -> bool:
    head = text[max(0, low.start - 40) : low.start]
    if _DASH.match(between):
        return (
            low.value < high.value
            or _scale(text, high) > 1
            or _FROM.search(head) is not None
            or ("to" in between and _to(head))
        )
    if _TO.match(between):
        if low.rule == "shared" and not _FROM.search(head):  # "rose 15 to 20 percent", not "rose 15 to 150 points"
            return low.value < high.value and (low.change not in ("up", "down") or high.value <= 3 * low.value)
        return _to(head) and (low.change not in ("up", "down"))
    if _TO_ABOUT.match(between):
        return _FROM.search(head) is not None
    if _AND.match(between):
        return _BETWEEN.search(head) is not None
    if _OR.match(between):
        plain = low.rule.startswith(("bare", "pending", "shared")) and not low.currency
        return plain and 0 < high.value - low.value <= max(2.0, low.value) and high.change == "="
    return False


def _to(head: str) -> bool:
    return _FROM.search(head) is not None or _MOVED.search(head) is None


_VOTED = re.compile(r"\b(?:vot(?:e[ds]?|ing)|ballot|rejected|defeated|passed)\b", re.I)
_VOTE = re.compile(r"\b(?:vot(?:e[ds]?|ing)|ballot|tally|ruled|ruling|score|margin)\b", re.I)
_THOUSANDS = re.compile(r"\b\d{1,3}[-–]\d{1,3},000\b")
_SCALED = re.compile(
    r"(thousand|million|billion|trillion|hundred|mln|bln|crore|lakh|(?<=\d)\s?(?:bn|mn|tn|m|b|k))\b", re.I
)
_SIZES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "hundred": 1e2, "bn": 1e9, "mn": 1e6,
          "tn": 1e12, "mln": 1e6, "bln": 1e9, "crore": 1e7, "lakh": 1e5, "m": 1e6, "b": 1e9, "k": 1e3}  # fmt: skip


def _scale(text: str, amount: AmountMention) -> float:
    match = _SCALED.search(text, amount.start, amount.end)
    return _SIZES[match[1].strip().lower()] if match else 0.0
