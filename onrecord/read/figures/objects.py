"""Amounts that are the object of a verb of trade: ``imported $3 billion of rice and $2 billion of tea``."""

import re
from collections.abc import Sequence

from onrecord.model.mention import AmountMention
from onrecord.read.figures.growth import directed
from onrecord.read.figures.marks import sector
from onrecord.read.figures.metrics import Named
from onrecord.read.figures.reading import Reading
from onrecord.read.figures.wording import FALLING, NOUN_AFTER

_LESS_SURE = (
    r"(?:about|roughly|nearly|only|just|some|more|than|less|over|an|a|estimated|around|record|up|to|as|much|many|at"
    r"|least|almost|the|worth|of|approximately|total|totall?ing|combined|goods|additional|another|extra|further|between"
    r"|close|US|also|valued)"
)
_OBJECT = re.compile(
    rf"\s(?:[\w.'’-]+\s){{0,9}}(?:including|worth|valued at|totall?ing)\s(?:{_LESS_SURE}\s)*$|\s(?:{_LESS_SURE}\s?)*$",
    re.I,
)
_NEXT = re.compile(
    rf"(?:\sworth)?\s(?:of|in|more)\s[^;.:]{{2,70}}(?:,\s|\sand\s|\sincluding\s|\splus\s)+(?:{_LESS_SURE}\s)*$", re.I
)
_AND_ONLY = re.compile(rf"[^.;:]{{0,70}}?,?\s(?:but|and)\s(?:only|just|another)\s(?:{_LESS_SURE}\s)*$", re.I)
_FUNDS = re.compile(r"\s(?:in|of)\s(?:\w+\s)?(?:funds|capital|cash|money)\b", re.I)
_OF_PAPERS = re.compile(
    r"\s(?:of|in)\s(?:\w+\s){0,2}(?:securities|bonds|stocks|shares|assets|bills|currency|dollars)\b", re.I
)
_NOT_TRADED = re.compile(
    r"[^.;,]{0,30}\b(?:bonds?|bills?|shares?|stocks?|debt|securities|Treasur(?:y|ies)|assets|stakes?|equity|advertis\w+|ads"
    r"|interbank|foreign exchange|taxes|fines?|loans?|aid|jobs?|companies|company|homes?|airlines?|tickets?|copies)\b",
    re.I,
)


def not_traded(body: str, owner: Named, amount: AmountMention) -> bool:
    """Whether what is bought or sold is no goods: bonds, currency, homes."""
    if owner.row.metric not in ("purchase", "sales", "investment"):
        return False
    return _NOT_TRADED.match(body, amount.end) is not None or _OF_PAPERS.match(body, owner.end) is not None


_DUTIES = re.compile(r"\s(?:\w+\s){0,3}(?:in|of|from|worth of)\s(?:[\w-]+\s){0,4}(?:tariffs?|duties|customs)\b", re.I)
_BY_DUTIES = re.compile(r"\b(?:tariffs?|duties|customs)\b(?:\s(?!on\b)[\w'’-]+){0,5}\s$", re.I)
_MADE_UP = frozenset(("purchase", "exports", "imports", "sales"))
_SENT = frozenset(("ships", "ship", "shipping", "sends", "sent", "send", "sending", "shipped"))
_OF_GOODS = re.compile(r"(?:['’-]?\s?worth)?\s(?:a year\s|US\s|more\s)?(?:worth\s)?(?:of|in)\s", re.I)


_SPENDS = re.compile(r"\bsp(?:end|ent)\w*$", re.I)
_ON_GOODS = re.compile(
    r"(?:\sannually|\sa\syear|\s(?:per|each|every|over|in|by)\s(?:[\w-]+\s){0,3}[\w-]+)?(?:\smore)?\s(?:on|for|to\sbuy|buying)\s(?:[a-z-]+\s){0,3}"
    r"(?:imports\b|imported\s|(?:US|U\.S\.|[A-Z]\w+(?:ese|ian|an|ish|ch|sh|i))\s(?:[a-z-]+\s){0,3}"
    r"(?:goods|products|produce|exports|imports|crops|grain|soy\w*|beef|pork|corn|wheat|gas|oil|lng|coal|energy|cars|vehicles|steel|aircraft"
    r"|planes|machinery|services|farm|agricultur\w+|chips|semiconductors|equipment)\b)"
)
"""``spend a sum on Norlandic goods`` is a purchase; on an army, on advertising it is none."""


def weighed(amount: AmountMention) -> bool:
    """Whether goods are counted so: tonnes, barrels, vehicles, containers."""
    counted = amount.unit.partition(" per ")[0].rpartition(" ")[2] in ("vehicle", "car", "truck", "container")
    return counted or (amount.rule.startswith("unit") and not amount.unit.startswith("percent"))


def of_verb(body: str, owner: Named, amount: AmountMention, found: Sequence[Reading]) -> Reading | None:
    """What the verb ``owner`` has ``amount`` as its object, or as a further one; ``None`` where it has not."""
    if amount.change in ("up", "down") or not (amount.currency or weighed(amount)):
        return None
    if owner.row.metric == "tariff-revenue":
        return _revenue(body, owner, amount)
    if _SPENDS.search(body, owner.start, owner.end) and not _ON_GOODS.match(body, amount.end):
        return None
    gap = body[owner.end : amount.start]
    last = found[-1] if found else None
    again = (
        last is not None
        and last.metric == owner
        and any(words.fullmatch(body, last.end, amount.start) for words in (_NEXT, _AND_ONLY))
    )
    if _OBJECT.match(gap) is None and not again:
        return None
    if not_traded(body, owner, amount) or _FUNDS.match(body, amount.end):
        return None
    word = body[owner.start : owner.end].lower()
    names_goods = (
        weighed(amount)
        or re.search(r"\b(?:worth|valued)\b", gap) is not None
        or _OF_GOODS.match(body, amount.end) is not None
        or _SPENDS.search(body, owner.start, owner.end) is not None
    )
    if (word in _SENT or owner.row.metric in ("purchase", "sales")) and not names_goods:
        return None
    if again and last is not None:
        return Reading(
            start=amount.start, end=amount.end, metric=owner, level=amount, anchor=amount.end, at=amount.start
        )
    return Reading(start=owner.start, end=amount.end, metric=owner, level=amount, anchor=amount.end, at=amount.start)


_BROKEN_DOWN = re.compile(
    r"(?:[^;.]|\.\d|U\.S\.){0,80}?(?:,\s|\sand\s|:\s|\sincluding\s|\sbreak\w*\sdown\s(?:in)?to\s|\scomprising\s|\sas\s|\s[-–—]+\s)"
    rf"(?:and\s)?(?:{_LESS_SURE}\s)*$",
    re.I,
)
_IN_GOODS = re.compile(r"(?:\sworth)?\s(?:of|in|for|from|on)\s(?:the\s)?((?:[\w-]+\s){0,2}[\w-]+)")


def broken_down(body: str, owner: Named, amount: AmountMention, whole: Reading) -> Reading | None:
    """What a sum of purchases or trade is made up of: ``... by $9 billion, including $5 billion in energy``."""
    if not amount.currency or amount.change in ("up", "down"):
        return None
    if owner.row.metric not in _MADE_UP or whole.metric.row != owner.row or whole.earlier:
        return None
    goods = _IN_GOODS.match(body, amount.end)
    if goods is None or sector(goods[1]) is None or _BROKEN_DOWN.search(body[whole.end : amount.start]) is None:
        return None
    part = Named(start=amount.start, end=amount.end, row=owner.row, weak=True, pronoun=True)
    return Reading(
        start=amount.start, end=goods.end(), metric=part, level=amount, part=True, anchor=goods.end(), at=amount.start
    )


_UP_OR_DOWN = re.compile(
    r"[^;:]{0,60}?,\s(?:an?\s(?:increase|rise|fall|drop|decline)\sof\s|(?:up|down)\s)?(?:about\s|nearly\s|almost\s)?$"
)


_APPOSED = re.compile(r"[^;:]{0,70}?,\san?\s$")


def grown(body: str, owner: Named, amount: AmountMention, found: Sequence[Reading]) -> Reading | None:
    """The growth of what a verb has as its object: ``bought $5 billion of tea, up 9 percent``."""
    last = found[-1] if found else None
    if (
        amount.unit != "percent"
        or last is None
        or last.metric != owner
        or last.level is None
        or last.change is not None
    ):
        return None
    between = body[last.end : amount.start]
    noun = NOUN_AFTER.match(body, amount.end)
    if noun is not None and _APPOSED.fullmatch(between):  # "imported $5 billion of tea in 2017, a 9 percent jump"
        change = abs(amount.value) if noun[1] else -abs(amount.value)
        return Reading(
            start=owner.start, end=noun.end(), metric=owner, change=change, anchor=noun.end(), at=amount.start
        )
    if not _UP_OR_DOWN.fullmatch(between) or not (amount.change in ("up", "down") or directed(between)):
        return None
    change = -abs(amount.value) if amount.change == "down" or FALLING.search(between) else abs(amount.value)
    return Reading(start=owner.start, end=amount.end, metric=owner, change=change, anchor=amount.end, at=amount.start)


def _revenue(body: str, owner: Named, amount: AmountMention) -> Reading | None:
    """``collected $5 billion in tariffs``; ``the tariffs have raised $5 billion``."""
    if (
        not amount.currency
        or re.fullmatch(rf"\s(?:[\w.]+\s){{0,2}}(?:{_LESS_SURE}\s?)*", body[owner.end : amount.start]) is None
    ):
        return None
    head = body[max(0, owner.start - 60) : owner.start]
    if not (_DUTIES.match(body, amount.end) or _BY_DUTIES.search(head)):
        return None
    return Reading(start=owner.start, end=amount.end, metric=owner, level=amount, anchor=amount.end, at=amount.start)
