"""Balances told and not named: ``we buy $9 billion more than we sell``, ``with Norland we lose $5 billion``."""

import re
from collections.abc import Sequence

from onrecord.model.mention import ActorMention, AmountMention
from onrecord.model.span import Span
from onrecord.read.figures.metrics import Named, balance_row
from onrecord.read.figures.reading import Reading

_MEASURE = (
    r"(?:about|around|nearly|almost|roughly|over|some|up to|at least|more than|well over|an?|estimated|US|close|to)\s"
)
_BUYS = re.compile(
    rf"\b(import\w*|buy\w*|bought|purchas\w+|export\w*|sell\w*|sold)\s(?:(?:us|them|it|you)\s)?(?:from\s[\w.]+\s|(?:[\w.]+\s){{1,6}}worth\s)?(?:{_MEASURE})*$",
    re.I,
)
_MORE_THAN = re.compile(
    r"(?:\s\([^)]*\))?(?:\sworth)?(?:\s(?:in|of)\s[\w-]+(?:\sand\s\w+)?)?\smore\s(?:(?:in|of|worth of|from"
    r"|to)\s[\w.]+(?:\s[\w.]+){0,3}?\s)?"
    r"than\s(?:[\w.]+\s){1,4}?(?P<verb>export\w*|sells?|sold|imports?|imported|buys?|bought)\b",
    re.I,
)
_SELLS_US = re.compile(rf"\b(?:sell\w*|sold)\sus\s(?:{_MEASURE})*$", re.I)
"""``they are selling us $9 billion more than we sell them``."""
_EXCESS = re.compile(
    r"\b(?:excess|surplus)\sof\s(?:\w+\s)?(?P<first>exports|imports)\s(?:over|above)\s(?:\w+\s)?(?:exports|imports)\s(?:of|was|totall?ed|reached)\s"
    rf"(?:{_MEASURE})*$",
    re.I,
)
_TO_THE_TUNE = re.compile(
    r"\b(import\w*|buy\w*|bought|export\w*|sell\w*|sold)\s(?:\w+\s){0,3}?more\s(?:[\w.]+\s){0,4}?than\s(?:\w+\s){1,3}?"
    rf"(export\w*|sells?|sold|import\w*|buys?|bought)\b[^.;]{{0,24}}?\b(?:by|to\sthe\stune\sof)\s(?:{_MEASURE})*$",
    re.I,
)
_LOSES = re.compile(rf"\b(?:los(?:e|es|ing|t))\s(?:{_MEASURE}|out\s|as much as\s|,\sfor[^,.]*,\s)*$", re.I)
_DOWN = re.compile(rf"\b(?:in|on)\strade\b[^.;]{{0,12}}?\bdown\s(?:{_MEASURE})*$", re.I)
_ON_TRADE = re.compile(
    r"(?:\s(?:a|per|every|each)\syear|\sannually|\syearly)?\s(?:on|in|from|through)\s(?:our\s|its\s|the\s)?trade\b",
    re.I,
)
_YEARLY = re.compile(r"\s(?:a|per|every|each)\s\w+|\s(?:annually|yearly)", re.I)
_WITH = re.compile(r"\b(?:with|to)\s(?:the\s)?$", re.I)
_BUYING = re.compile(r"import|buy|bought|purchas", re.I)


def told(body: str, sentence: Span, amounts: Sequence[AmountMention], states: Sequence[ActorMention]) -> list[Reading]:
    """The balances that a sentence tells by what a state buys, sells or loses, left to right."""
    found = []
    for amount in amounts:
        if not amount.currency or amount.high is not None:
            continue
        head = body[max(sentence.start, amount.start - 70) : amount.start]
        if (
            reading := _difference(body, sentence, amount, head, states)
            or _excess(body, amount, head)
            or _tuned(body, sentence, amount)
            or _lost(body, sentence, amount, head, states)
        ) is not None:
            found.append(reading)
    return found


def _difference(
    body: str, sentence: Span, amount: AmountMention, head: str, states: Sequence[ActorMention]
) -> Reading | None:
    more = _MORE_THAN.match(body, amount.end, sentence.end)
    verb = _BUYS.search(head)
    if more is not None and (sells := _SELLS_US.search(head)) and not _BUYING.match(more["verb"]):
        first = amount.start - len(head) + sells.start()
        sellers = [state for state in states if state.end <= first and len(state.states) == 1]
        start = min([first, *(state.start for state in sellers[-1:])])
        return _reading(start, more.end(), amount, -1, sellers[-1].states[0] if sellers else None)
    if more is None or verb is None or bool(_BUYING.match(verb[1])) == bool(_BUYING.match(more["verb"])):
        return None
    start = amount.start - len(head) + verb.start(1)
    return _reading(start, more.end(), amount, -1 if _BUYING.match(verb[1]) else 1)


def _excess(body: str, amount: AmountMention, head: str) -> Reading | None:
    """``an excess of exports over imports of 9 million``."""
    match = _EXCESS.search(head)
    if match is None:
        return None
    start = amount.start - len(head) + match.start()
    return _reading(start, amount.end, amount, 1 if match["first"].lower() == "exports" else -1)


def _tuned(body: str, sentence: Span, amount: AmountMention) -> Reading | None:
    """``it imports more than it exports, by some $9 billion``."""
    match = _TO_THE_TUNE.search(body, sentence.start, amount.start)
    if match is None or bool(_BUYING.match(match[1])) == bool(_BUYING.match(match[2])):
        return None
    return _reading(match.start(), amount.end, amount, -1 if _BUYING.match(match[1]) else 1)


def _lost(
    body: str, sentence: Span, amount: AmountMention, head: str, states: Sequence[ActorMention]
) -> Reading | None:
    lost = _LOSES.search(head) or _DOWN.search(head)
    if lost is None:
        return None
    yearly = _YEARLY.match(body, amount.end)
    end = yearly.end() if yearly else amount.end
    on_trade = _ON_TRADE.match(body, amount.end)
    with_state = [
        state
        for state in states
        if len(state.states) == 1
        and _WITH.search(body, max(sentence.start, state.start - 10), state.start)
        and ((state.start - end < 24 and "," not in body[end : state.start]) or 0 < amount.start - state.end < 60)
    ]
    down = re.match(r"(?:in|on)\strade", lost.group(), re.I) is not None
    if not (on_trade or with_state or down):
        return None
    against = None
    if down:  # "Norland, which has hurt us on trade, down $5 billion": of those who are hurt
        hurting = [state for state in states if len(state.states) == 1 and state.end <= amount.start]
        against = hurting[-1].states[0] if hurting and re.search(r"\b(?:us|we|our)\b", head, re.I) else None
    elif with_state:
        against = with_state[-1].states[0]
    start = amount.start - len(head) + lost.start()
    start = min([start, *(state.start for state in with_state if state.end <= amount.start)])
    return _reading(start, on_trade.end() if on_trade else end, amount, -1, against)


def _reading(start: int, end: int, amount: AmountMention, sign: int, against: str | None = None) -> Reading:
    named = Named(start=start, end=amount.start, row=balance_row(sign), weak=True)
    return Reading(start=start, end=end, metric=named, level=amount, anchor=end, at=amount.start, against=against)
