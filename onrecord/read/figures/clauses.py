"""Which amounts of a sentence are figures of trade: the metric that each belongs to, and what it says of it."""

import re
from collections.abc import Sequence

import msgspec

from onrecord.model.mention import AmountMention
from onrecord.model.span import Span
from onrecord.read.figures.metrics import Named


class Reading(Span, frozen=True, kw_only=True):
    """A level or a growth of one metric. The span runs over the metric and its amounts.

    ``level`` is the amount of the level, ``change`` the growth in percent; ``by`` the amount of a change in money.
    ``earlier``: what the figure before is compared with ("up from 28 billion in July"), which has its own period.
    ``anchor`` is where the reading's own words end, for the search of its period.
    """

    metric: Named
    level: AmountMention | None = None
    change: float | None = None
    by: AmountMention | None = None
    earlier: bool = False
    anchor: int
    at: int


_COMMON = r"[A-Za-z][\w.'’&-]*"
_BLOCKED = (
    r"(?!(?:and|or|to|on|that|which|was|were|is|are|has|have|had|from|with|by|but|as|while|after|for|at|than|if|would|will"
    r"|tariffs?|duty|duties|levy|levies|tax|taxes|bailout|aid|fund|share|portion|fraction)\b)"
)
_PREMODIFIES = re.compile(rf"[\s-](?:(?:a year |annually )?(?:worth )?(?:of|in) )?(?:{_BLOCKED}{_COMMON}[\s-]){{0,5}}$")
_UP = "increase|rise|jump|surge|growth|gain|climb|expansion|widening|leap|upswing|uptick|boost|rebound|acceleration"
_DOWN = "drop|fall|decline|decrease|slump|plunge|reduction|contraction|narrowing|dip|slide|shrinkage|downturn"
_CHANGE_IN = re.compile(
    rf"[\s-](?:\w+[\s-]){{0,2}}({_UP}|{_DOWN}) (?:in|of) (?:(?!tariff|dut)[\w.'’&-]+\s){{0,5}}$", re.I
)
_RISING = re.compile(
    r"\b(?:ris\w+|rose|up|climb\w*|gain\w*|jump\w*|surg\w+|gr[eo]w\w*|increas\w+|advanc\w+|soar\w*|widen\w*|swell\w*|swollen|expand\w*"
    r"|leap\w*|accelerat\w+|spik\w+|higher|doubl\w+|balloon\w*|rebound\w*|growth)\b", re.I)  # fmt: skip
_FALLING = re.compile(
    r"\b(?:fall\w*|fell|down|drop\w*|los[et]\w*|declin\w+|decreas\w+|slid\w*|plung\w+|slump\w*|shr[aiu]nk\w*|tumbl\w+|narrow\w*"
    r"|contract\w+|plummet\w*|s[aiu]nk|eas(?:ed|ing)|dip\w*|slip\w*|lower|halv\w+|weaken\w*)\b", re.I)  # fmt: skip
_LINKS = re.compile(
    r"(?:\b(?:of|to|at|by|was|were|is|are|been|hit|hits|hitting|reach(?:ed|es|ing)?|total(?:l?ed|s|l?ing)?|worth|stood at|valued at|came (?:in )?(?:at|to)"
    r"|amount(?:ed|s|ing)? to|top(?:ped|s|ping)|exceed(?:ed|s|ing)|surpass(?:ed|es|ing)|account(?:ed|s|ing)? for|averag(?:ed|es|ing)|up|down|from|recorded|registered"
    r"|represent(?:ed|s|ing)|post(?:ed|ing)|ran|running at|sits at|equal to|near(?:ed|ing)|approach(?:ed|ing)|crossed|than|with)|[,:(–—-])"
    r"\s?(?:(?:a|an|the|its|more|less|than|over|about|around|nearly|almost|roughly|some|approximately|just|only|up|to|slightly|sharply|another"
    r"|an? estimated|estimated|record|all-time|high|low|peak|new|\d+-year|(?:nearly|near|close to) |of|as|much|at|least|under|below|above|US|well|even|whopping|staggering)\s?)*$",
    re.I,
)
_TARIFF = re.compile(
    r"\b(?:tariffs?|dut(?:y|ies)|lev(?:y|ies|ied)|tax(?:es|ed|ing)?|penalt\w+|hit|target\w*|cover\w*|affect\w*|slap\w*|impos\w*"
    r"|lists?|rounds?|tranche|retaliat\w+|restrict\w+|sanctions?|curbs?|threat\w*|escalat\w+|applied|exempt\w*|punitive)\b",
    re.I,
)
_DUTY = re.compile(r"\b(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|tax(?:es|ed)?|taxed)\b", re.I)
_OTHER_SUBJECT = re.compile(
    r"\b(?:yuan|currenc(?:y|ies)|stocks?|shares|econom(?:y|ies)|GDP|prices?|rates?|unemployment|jobs|index|yen|peso|won)\b",
    re.I,
)
_TARIFF_AFTER = re.compile(
    r"^[^.;]{0,60}\b(?:(?:be|been|being|get|are|were|was|is|currently|already|now|not) (?:\w+ )?(?:hit|taxed|covered|subject|targeted|affected|slapped"
    r"|tariffed)|subject to|tariffs?|dut(?:y|ies)|primed|face[sd]?|tax(?:es|ed)?\b)",
    re.I,
)
_WISHED = re.compile(
    r"\b(?:reduc\w+|cut(?:ting)?|shav\w+|slash\w*|lower(?:ing)?|narrow(?:ing)?|shrink\w*|want\w*|demand\w*|pledg\w+|promis\w+|commit\w*|vow\w*"
    r"|boost(?:ing)?|would|could|should|might|may|will|to (?:increase|raise|grow|expand|double))\b",
    re.I,
)
_EXPECTED_AFTER = re.compile(
    r"\s(?:\w+\s){0,2}(?:consensus|forecasts?|expected|estimates?|expectation\w*|predict\w+|projected)\b", re.I
)
_NOT_GROWTH_AFTER = re.compile(
    r"\s(?:(?:\w+\s)?(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|tax(?:es)?|rate|of|stake|chance|interest|quota|margin|charge)\b)", re.I)  # fmt: skip
_EARLIER = re.compile(
    r"(?:\b(?:from|compared (?:with|to)|versus|vs\.?|against|and (?:from )?|after)\s(?:the |a |an |about |just |only |around |growth of |(?:an? )?(?:rise|increase|gain|fall|drop|decline) of |(?:an? )?|\w+['’]s (?:\w+ )?of |(?:[\w-]+ ){1,5}of )*)$",
    re.I,
)
_NOUN_AFTER = re.compile(rf"\s(?:\w+\s)?(?:({_UP})|({_DOWN}))\b", re.I)
_BREAK = re.compile(r"[;]|\s—\s")
FAR = 170
"""How many characters may stand between a metric and its amount."""
_SKIPPED_UNITS = frozenset(
    "year month week day hour minute second decade quarter times mile kilometre metre point share degree job worker people "
    "basis point percentage point".split()
) | {"basis point", "percentage point", "year of age"}


def readings(body: str, sentence: Span, metrics: Sequence[Named], amounts: Sequence[AmountMention]) -> list[Reading]:
    """The figures of trade of one sentence, left to right."""
    found: list[Reading] = []
    for amount in amounts:
        if amount.converts is not None or _foreign(amount):
            continue
        reading = _premodifier(body, sentence, metrics, amount) or _predicate(body, sentence, metrics, amount, found)
        if reading is not None:
            _add(found, reading)
    return found


def _foreign(amount: AmountMention) -> bool:
    if amount.currency:
        return amount.high is not None and amount.rule != "from-to" or amount.unit not in ("", "per year", "per month")
    unit = amount.unit.partition(" per ")[0]
    return not unit or unit in _SKIPPED_UNITS or unit.startswith("share of") or unit.split()[-1] in _SKIPPED_UNITS


def _premodifier(body: str, sentence: Span, metrics: Sequence[Named], amount: AmountMention) -> Reading | None:
    """``a $55 billion trade surplus``, ``$120bn in exports``, ``a 9 percent drop in imports``."""
    after = next((named for named in metrics if named.start >= amount.end and not named.verb), None)
    if after is None or after.start - amount.end > 60:
        return None
    gap = body[amount.end : after.start]
    if amount.unit == "percent":
        match = _CHANGE_IN.match(gap)
        if match is None:
            return None
        sign = -1.0 if re.fullmatch(_DOWN, match[1], re.I) else 1.0
        return Reading(
            start=amount.start,
            end=after.end,
            metric=after,
            change=sign * abs(amount.value),
            anchor=after.end,
            at=amount.start,
        )
    if not amount.currency and not _weighed(amount):
        return None
    if _PREMODIFIES.match(gap) is None or _covered(body, sentence, after, amount):
        return None
    return Reading(start=amount.start, end=after.end, metric=after, level=amount, anchor=after.end, at=amount.start)


def _predicate(
    body: str, sentence: Span, metrics: Sequence[Named], amount: AmountMention, found: Sequence[Reading]
) -> Reading | None:
    """``exports rose 4 percent to $20 billion``, ``the deficit, which hit $5 billion``, ``imported $3 billion of rice``."""
    owner = next((n for n in reversed(metrics) if n.end <= amount.start and not _aside(body, n, metrics, amount)), None)
    if owner is None or amount.start - owner.end > FAR:
        return None
    gap = body[owner.end : amount.start]
    if _BREAK.search(gap) or _EXPECTED_AFTER.match(body, amount.end):
        return None
    if owner.verb and (amount.change in ("up", "down") or not (amount.currency or amount.rule.startswith("unit"))):
        return None
    if owner.verb:
        return (
            None
            if not _object(gap)
            else Reading(
                start=owner.start, end=amount.end, metric=owner, level=amount, anchor=amount.end, at=amount.start
            )
        )
    if _DUTY.search(gap) and owner.row.metric != "tariff-revenue":
        return None
    if amount.unit == "percent" and (
        _OTHER_SUBJECT.search(gap) or _DUTY.search(body, max(sentence.start, owner.start - 60), owner.start)
    ):
        return None
    mine = next((reading for reading in reversed(found) if reading.metric == owner), None)
    since = body[max(owner.end, mine.end if mine else 0) : amount.start]
    if mine is None and re.search(r"\bfrom\s(?:\w+\s){0,2}$", gap) and amount.rule != "from-to":
        return None  # where it came from; where it went follows
    if not owner.growth and re.search(r"\b(?:GDP|gross domestic product|budget|economy)\b", gap):
        return None
    if owner.row.metric == "purchase" and _WISHED.search(body, max(sentence.start, owner.start - 60), amount.start):
        return None
    if mine is not None and re.search(r"\b(?:forecasts?|expect\w*|estimates?|predict\w*|consensus)\b", since):
        return None
    if mine is not None and _EARLIER.search(since):
        return _earlier(body, owner, amount, mine)
    if amount.unit == "percent":
        if mine is not None and mine.change is not None:
            return None if not _directed(since) else _growth(body, owner, amount, since)
        return _growth(body, owner, amount, gap)
    if not amount.currency and not _weighed(amount):
        return None
    if _LINKS.search(gap) is None and amount.change == "=":
        return None
    if _covered(body, sentence, owner, amount):
        return None
    if re.search(r"\bby\s(?:\w+\s){0,3}$", gap) or (amount.change in ("up", "down")):
        if not _directed(gap):
            return None
        wished = _WISHED.search(body, max(sentence.start, owner.start - 60), amount.start)
        return (
            None
            if wished
            else Reading(start=owner.start, end=amount.end, metric=owner, by=amount, anchor=amount.end, at=amount.start)
        )
    if mine is not None and mine.level is not None and not _directed(since):
        return None
    return Reading(start=owner.start, end=amount.end, metric=owner, level=amount, anchor=amount.end, at=amount.start)


_OBJECT = re.compile(
    r"\s(?:(?:about|roughly|nearly|only|some|more|than|less|over|an|a|estimated|around|record|just|up|to|as|much|at|least|almost|the|worth|of"
    r"|approximately|total|combined|goods)\s?)*$",
    re.I,
)


def _aside(body: str, named: Named, metrics: Sequence[Named], amount: AmountMention) -> bool:
    """Whether a metric stands between dashes or brackets that close before the amount: it only explains another."""
    for other in metrics:
        if other.end <= named.start and re.match(r"\s?(?:[-–—]\s|—|\()", body[other.end : other.end + 3]):
            return re.search(r"\s[-–—]\s|—|\)", body[named.end : amount.start]) is not None
    return False


def _object(gap: str) -> bool:
    return _OBJECT.match(gap) is not None


def _growth(body: str, owner: Named, amount: AmountMention, gap: str) -> Reading | None:
    noun = _NOUN_AFTER.match(body, amount.end)
    if noun is not None and re.search(r"[,—–(]\s(?:an?|its|the)\s(?:\w+\s)?$", gap):
        return Reading(
            start=owner.start,
            end=amount.end,
            metric=owner,
            change=abs(amount.value) * (1 if noun[1] else -1),
            anchor=amount.end,
            at=amount.start,
        )
    if _NOT_GROWTH_AFTER.match(body, amount.end) and amount.change not in ("up", "down"):
        return None
    if not owner.growth and re.search(r"\bto\s(?:(?:an?|about|nearly|average|of)\s)*$", gap):
        return None
    if not owner.growth and not _directed(gap[-50:]) and amount.change not in ("up", "down"):
        return None
    if _LINKS.search(gap) is None and amount.change == "=" and not _directed(gap[-24:]):
        return None
    if amount.rule == "from-to" and not owner.growth:
        return None
    return Reading(
        start=owner.start, end=amount.end, metric=owner, change=_signed(amount, gap), anchor=amount.end, at=amount.start
    )


def _earlier(body: str, owner: Named, amount: AmountMention, mine: Reading) -> Reading | None:
    if amount.unit == "percent":
        if mine.change is None:
            return None
        sign = -1.0 if mine.change < 0 else 1.0
        return Reading(
            start=amount.start,
            end=amount.end,
            metric=owner,
            change=sign * abs(amount.value),
            earlier=True,
            anchor=amount.end,
            at=amount.start,
        )
    if mine.level is None or not (amount.currency == mine.level.currency or not amount.currency):
        return None
    return Reading(
        start=amount.start, end=amount.end, metric=owner, level=amount, earlier=True, anchor=amount.end, at=amount.start
    )


def _directed(words: str) -> bool:
    return _RISING.search(words) is not None or _FALLING.search(words) is not None


def _signed(amount: AmountMention, gap: str) -> float:
    if amount.change == "down":
        return -abs(amount.value)
    if amount.change == "up":
        return abs(amount.value)
    rising = [match.start() for match in _RISING.finditer(gap)]
    falling = [match.start() for match in _FALLING.finditer(gap)]
    down = bool(falling) and (not rising or falling[-1] > rising[-1])
    return -abs(amount.value) if down else abs(amount.value)


def _weighed(amount: AmountMention) -> bool:
    return (
        amount.rule.startswith("unit")
        and amount.unit != "percent"
        or amount.unit.split()[-1] in ("vehicle", "car", "container")
    )


def _covered(body: str, sentence: Span, named: Named, amount: AmountMention) -> bool:
    """Whether the amount is what a tariff falls on, not what was traded."""
    if named.row.metric == "trade-balance":
        return False
    low = max(sentence.start, min(named.start, amount.start) - 70)
    high = max(named.end, amount.end)
    if _TARIFF.search(body, low, max(named.start, amount.start)):
        return True
    return _TARIFF_AFTER.match(body[high : min(sentence.end, high + 80)]) is not None


def _add(found: list[Reading], reading: Reading) -> None:
    """Put a level and the growth of the same metric together; keep what is set beside them apart."""
    if found and not reading.earlier:
        last = found[-1]
        if last.metric == reading.metric and not last.earlier and _fit(last, reading):
            found[-1] = msgspec.structs.replace(
                last,
                start=min(last.start, reading.start),
                end=max(last.end, reading.end),
                level=last.level or reading.level,
                change=last.change if last.change is not None else reading.change,
                by=last.by or reading.by,
            )
            return
    found.append(reading)


def _fit(last: Reading, reading: Reading) -> bool:
    clash = (last.level and reading.level) or (last.change is not None and reading.change is not None)
    return not clash and reading.anchor - last.anchor < 120
