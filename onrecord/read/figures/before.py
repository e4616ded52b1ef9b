"""Amounts that stand before what they count: ``a $9 billion surplus``, ``a 9 percent drop in imports``."""

import re
from collections.abc import Sequence

import msgspec

from onrecord.model.mention import AmountMention
from onrecord.model.span import Span
from onrecord.read.figures import objects, wording
from onrecord.read.figures.covered import covered
from onrecord.read.figures.metrics import Named
from onrecord.read.figures.reading import Reading

_DONE = re.compile(r"(?:ed|ought|old|ent)$")


def before(body: str, sentence: Span, metrics: Sequence[Named], amount: AmountMention) -> Reading | None:
    """``a $55 billion trade surplus``, ``$120bn in exports``, ``a 9 percent drop in imports``."""
    after = next((named for named in metrics if named.start >= amount.end), None)
    if after is None or after.start - amount.end > 60:
        return None
    gap = body[amount.end : after.start]
    if amount.currency or objects.weighed(amount):
        whose = wording.RELATIVE.fullmatch(gap)
        goods = after.row.metric in ("exports", "imports", "purchase", "sales")
        passive = (
            after.verb
            and not covered(body, sentence, after, amount)
            and wording.PASSIVE.fullmatch(gap) is not None
            and _DONE.search(body, after.start, after.end)
        )
        if goods and (passive or (whose is not None and (after.verb or whose[1]))):
            return Reading(
                start=amount.start,
                end=after.end,
                metric=msgspec.structs.replace(after, verb=True),
                level=amount,
                anchor=after.end,
                at=amount.start,
            )
    if after.verb:
        return None
    if amount.currency and wording.WHICH_IS.fullmatch(gap):
        return Reading(start=amount.start, end=after.end, metric=after, level=amount, anchor=after.end, at=amount.start)
    if amount.unit == "percent":
        match = wording.CHANGE_IN.match(gap)
        if match is None:
            return None
        sign = -1.0 if re.fullmatch(wording.DOWN, match[1], re.I) else 1.0
        return Reading(
            start=amount.start,
            end=after.end,
            metric=after,
            change=sign * abs(amount.value),
            anchor=after.end,
            at=amount.start,
        )
    if not amount.currency and not objects.weighed(amount):
        return None
    if wording.CHANGE_IN.match(gap) is not None:
        return Reading(start=amount.start, end=after.end, metric=after, by=amount, anchor=after.end, at=amount.start)
    if wording.PREMODIFIES.match(gap) is None or covered(body, sentence, after, amount):
        return None
    return Reading(start=amount.start, end=after.end, metric=after, level=amount, anchor=after.end, at=amount.start)
