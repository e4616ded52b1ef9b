"""Growth told of one partner after another: ``the 9 percent fall from Norland``, ``a drop of 6% from Suderland``."""

import re
from collections.abc import Sequence

from onrecord.model.mention import ActorMention, AmountMention
from onrecord.model.span import Span
from onrecord.read.figures.metrics import Named
from onrecord.read.figures.reading import Reading
from onrecord.read.figures.wording import DOWN, UP

_NOUN_AFTER = re.compile(rf"\s(?:(?P<up>{UP})|(?P<down>{DOWN}))\s(?P<way>from|to|with|into)\s(?:the\s)?", re.I)
_NOUN_BEFORE = re.compile(
    rf"\b(?:(?P<up>{UP})|(?P<down>{DOWN}))\sof\s(?:about\s|some\s|nearly\s|just\s|almost\s)*$", re.I
)
_WAY = re.compile(r"\s(?:for\s(?:those|that|goods)\s)?(?P<way>from|to|with|into)\s(?:the\s)?", re.I)
_AND = re.compile(r"(?:,\s|\s)(?:and\s|while\s)?(?:by\s|of\s)?(?:about\s|some\s|nearly\s|just\s)*$", re.I)
_SPOKEN_OF = frozenset(("exports", "imports", "trade-volume"))


def parallel(
    body: str, sentence: Span, amounts: Sequence[AmountMention], states: Sequence[ActorMention], last: Named
) -> list[Reading]:
    """Further growth of the metric spoken of ``last``, each with its partner, left to right."""
    found: list[Reading] = []
    if last.row.metric not in _SPOKEN_OF:
        return found
    partners = {state.start: state for state in states if len(state.states) == 1 and state.how != "adjective"}
    for amount in amounts:
        if amount.unit != "percent" or amount.high is not None:
            continue
        before = _NOUN_BEFORE.search(body, max(sentence.start, amount.start - 40), amount.start)
        again = bool(found) and _AND.fullmatch(body, found[-1].end, amount.start) is not None
        after = _NOUN_AFTER.match(body, amount.end)
        way = after or (_WAY.match(body, amount.end) if before or again else None)
        noun = after or before
        if way is None or way["way"] not in last.row.toward or (partner := partners.get(way.end())) is None:
            continue
        down = noun["down"] is not None if noun else (found[-1].change or 0.0) < 0
        start = before.start() if before else amount.start
        named = Named(start=start, end=amount.end, row=last.row, weak=True, pronoun=True)
        found.append(
            Reading(
                start=start,
                end=partner.end,
                metric=named,
                change=-abs(amount.value) if down else abs(amount.value),
                anchor=partner.end,
                at=amount.start,
                against=partner.states[0],
            )
        )
    return found
