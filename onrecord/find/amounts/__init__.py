"""Quantities: numbers with scale, unit, currency and change."""

from collections.abc import Sequence

from msgspec.structs import replace

from onrecord.find.amounts import changes, multiples
from onrecord.find.amounts.contexts import settle
from onrecord.find.amounts.conversions import convert
from onrecord.find.amounts.measured import TIMES, measure
from onrecord.find.amounts.numbers import find_numbers
from onrecord.find.amounts.ranges import join
from onrecord.find.amounts.shared import share
from onrecord.model.mention import AmountMention, Change
from onrecord.model.page import Sentence


def find_amounts(body: str, sentences: Sequence[Sentence]) -> tuple[AmountMention, ...]:
    """Every quantity of the body, by place; years, dates, ordinals, names with numbers and scores are none."""
    found: list[AmountMention] = []
    for sentence in sentences:
        text = sentence.of(body)
        for amount in _amounts(text, (text, body)):
            converts = None if amount.converts is None else amount.converts + sentence.start
            found.append(
                replace(amount, start=amount.start + sentence.start, end=amount.end + sentence.start, converts=converts)
            )
    return tuple(found)


def amounts_of(text: str) -> list[AmountMention]:
    """The amounts of one sentence, with spans of that sentence."""
    return _amounts(text, (text,))


def _amounts(text: str, scopes: Sequence[str]) -> list[AmountMention]:
    found: list[AmountMention] = []
    for number in find_numbers(text):
        amount = measure(text, number)
        if amount is not None and (not found or amount.start >= found[-1].end):
            found.append(_changed(text, settle(text, amount, scopes)))
    whole = join(text, share(text, found))
    return convert(text, [amount for amount in whole if not amount.rule.startswith(("pending", "score"))])


def _changed(text: str, amount: AmountMention) -> AmountMention:
    if amount.unit == "percent" and (sign := _signed(text, amount)):
        return replace(amount, change=sign)
    before = changes.before(text, amount.start)
    if amount.rule.startswith("multiple"):
        times = multiples.multiple_at(text, amount.start, amount.end)
        way = times[1] if times else "="
        return replace(amount, change=before[1] if before and (way == "=" or before[1] in (">", "<")) else way)
    if before is not None and before[1] in ("up", "down"):
        by = amount.rule.startswith("counted") and changes.by_agent(text, amount.start)
        if by or (amount.unit in TIMES and not text[: amount.start].endswith("by ")):
            return amount  # "fell one day after", "the cuts by four banks"
    if before is not None:
        return replace(amount, change=before[1])
    after = changes.after(text, amount.end)
    if after is not None:
        return replace(amount, change=after[1], end=after[0])
    named = changes.noun(text, amount.start, amount.end, share=_is_share(amount)) if _grows(amount) else None
    if named is not None:
        return replace(amount, change=named, rule=f"{amount.rule}/noun")
    return replace(amount, change="~") if " or so " in text[amount.start : amount.end] else amount


def _grows(amount: AmountMention) -> bool:
    """Whether the noun after such an amount is its change: not "5 more ships" but "5 percent more"."""
    return amount.currency != "" or (amount.rule.startswith("unit") and amount.unit not in TIMES)


def _is_share(amount: AmountMention) -> bool:
    return amount.unit in ("percent", "percentage point", "basis point", "point")


def _signed(text: str, amount: AmountMention) -> Change | None:
    """The direction of a percentage written with its sign ("+0.2%")."""
    if amount.value < 0:
        return "down"
    return "up" if text[max(0, amount.start - 1) : amount.start] == "+" else None
