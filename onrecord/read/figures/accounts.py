"""Which account a plain "deficit" or "surplus" is of: that of trade, or another (the budget, the current account)."""

import re
from collections.abc import Sequence

from onrecord.model.mention import ActorMention
from onrecord.model.span import Span
from onrecord.read.figures.metrics import Named

_OTHER = re.compile(
    r"\b(?:current[- ]account|balance[- ]of[- ]payments|overall balance|capital account|financial account"
    r"|services? account"
    r"|invisibles?|liquidity|money market|budget|fiscal|federal deficits?|transfer payments?|reserves)\b",
    re.I,
)
_OF_ANOTHER = re.compile(
    r"\s(?:in|on|of)\s(?:[\w.]+\s)?(?:[\w.]+['’]s\s|its\s|their\s)?(?:current account|balance of payments"
    r"|budget|capital account)\b",
    re.I,
)
_TRADE = re.compile(r"\b(?:trade|trading|exports?|imports?|goods|merchandise)\b", re.I)
_WITH = re.compile(r"(?:\s(?:in|of)\s[\w$.,]+(?:\s[\w.]+){0,4})?\s(?:with|against)\s(?:the\s|its\s|mainland\s)*", re.I)
_FAR = 60


def of_another(body: str, sentence: Span, named: Named) -> bool:
    """Whether the words around a balance in its sentence speak of another account than trade."""
    if _OF_ANOTHER.match(body, named.end):
        return True
    others = [match.start() for match in _OTHER.finditer(body, sentence.start, named.start)]
    trades = [match.start() for match in _TRADE.finditer(body, sentence.start, named.start)]
    return bool(others) and (not trades or trades[-1] < others[-1])


def of_trade_before(body: str, sentence: Span) -> bool:
    """Whether the words right before a sentence speak of figures of trade, and of no other account after them."""
    low = max(0, sentence.start - 320)
    spoken = [match.start() for match in _FIGURES_OF_TRADE.finditer(body, low, sentence.start)]
    return bool(spoken) and _OTHER.search(body, spoken[-1], sentence.start) is None


_FIGURES_OF_TRADE = re.compile(
    r"\b(?:merchandise\s)?trade\s(?:figures|data|statistics|numbers|balance|gap|deficits?|surplus(?:es)?|shortfall|imbalance|position)\b",
    re.I,
)


def names_another(body: str, sentence: Span) -> bool:
    """Whether a sentence speaks of another account, and of trade nowhere."""
    return (
        _OTHER.search(body, sentence.start, sentence.end) is not None
        and _TRADE.search(body, sentence.start, sentence.end) is None
    )


def between_states(body: str, named: Named, states: Sequence[ActorMention]) -> bool:
    """Whether a balance is one ``with`` a state: that is one of trade."""
    match = _WITH.match(body, named.end)
    if match is None:
        return False
    return any(match.end() - len("the ") <= state.start <= match.end() for state in states)
