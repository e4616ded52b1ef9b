"""Sums told of one partner after another: ``deficits with Norland ($7 billion) and Suderland ($6 billion)``."""

import re
from collections.abc import Sequence

from onrecord.model.mention import ActorMention, AmountMention
from onrecord.model.span import Span
from onrecord.read.figures.metrics import Named
from onrecord.read.figures.reading import Reading

_BESIDE = re.compile(
    r"\s?(?:[(:,]\s?|-+\s|[–—]\s?|\sat\s|\swith\s|\sby\s)?(?:about\s|around\s|nearly\s|almost\s|some\s|over\s|more\sthan\s)*"
)
_COUNTED = frozenset(("trade-balance", "exports", "imports"))
_FAR = 260


def each(
    body: str,
    sentence: Span,
    metrics: Sequence[Named],
    amounts: Sequence[AmountMention],
    states: Sequence[ActorMention],
) -> list[Reading]:
    """The sums of a list of two partners or more, each beside its partner, left to right."""
    found = []
    for amount in amounts:
        if not amount.currency or amount.high is not None or amount.change in ("up", "down"):
            continue
        partner = next((s for s in reversed(states) if s.end <= amount.start and len(s.states) == 1), None)
        owner = next((n for n in reversed(metrics) if n.end <= amount.start and not n.verb), None)
        if partner is None or owner is None or owner.row.metric not in _COUNTED or partner.start < owner.end:
            continue
        named = partner.how == "name" and _BESIDE.fullmatch(body, partner.end, amount.start) is not None
        if not named or amount.start - owner.end > _FAR:
            continue
        end = amount.end + (body[amount.end : amount.end + 1] == ")")
        found.append(
            Reading(
                start=partner.start,
                end=end,
                metric=owner,
                level=amount,
                anchor=end,
                at=amount.start,
                against=partner.states[0],
            )
        )
    return found if len({reading.against for reading in found}) > 1 else []
