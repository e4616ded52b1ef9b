"""Which amounts of a sentence are figures of trade: the metric that each belongs to, and what it says of it."""

import re
from collections.abc import Sequence

import msgspec

from onrecord.model.mention import AmountMention
from onrecord.model.span import Span
from onrecord.read.figures import wording
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


FAR = 170
"""How many characters may stand between a metric and its amount."""


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
        ranged = amount.high is not None and amount.rule != "from-to"
        return ranged or amount.unit not in ("", "per year", "per month")
    unit = amount.unit.partition(" per ")[0]
    return (
        not unit
        or unit in wording.SKIPPED_UNITS
        or unit.startswith("share of")
        or unit.split()[-1] in wording.SKIPPED_UNITS
    )


def _premodifier(body: str, sentence: Span, metrics: Sequence[Named], amount: AmountMention) -> Reading | None:
    """``a $55 billion trade surplus``, ``$120bn in exports``, ``a 9 percent drop in imports``."""
    after = next((named for named in metrics if named.start >= amount.end and not named.verb), None)
    if after is None or after.start - amount.end > 60:
        return None
    gap = body[amount.end : after.start]
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
    if not amount.currency and not _weighed(amount):
        return None
    if wording.PREMODIFIES.match(gap) is None or _covered(body, sentence, after, amount):
        return None
    return Reading(start=amount.start, end=after.end, metric=after, level=amount, anchor=after.end, at=amount.start)


def _predicate(
    body: str, sentence: Span, metrics: Sequence[Named], amount: AmountMention, found: Sequence[Reading]
) -> Reading | None:
    """``exports rose 4 percent to $20 billion``, ``the deficit, which hit $5bn``, ``imported $3 billion of rice``."""
    owner = next((n for n in reversed(metrics) if n.end <= amount.start and not _aside(body, n, metrics, amount)), None)
    if owner is None or amount.start - owner.end > FAR:
        return None
    gap = body[owner.end : amount.start]
    if wording.BREAK.search(gap) or wording.EXPECTED_AFTER.match(body, amount.end):
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
    if wording.DUTY.search(gap) and owner.row.metric != "tariff-revenue":
        return None
    if amount.unit == "percent" and (
        wording.OTHER_SUBJECT.search(gap)
        or wording.DUTY.search(body, max(sentence.start, owner.start - 60), owner.start)
    ):
        return None
    mine = next((reading for reading in reversed(found) if reading.metric == owner), None)
    since = body[max(owner.end, mine.end if mine else 0) : amount.start]
    if (
        mine is None
        and re.search(
            r"\bfrom\s(?:an?\s|the\s|about\s|around\s|just\s|only\s|roughly\s"
            r"|nearly\s)*$",
            gap,
        )
        and amount.rule != "from-to"
    ):
        return None  # where it came from; where it went follows
    if not owner.growth and re.search(r"\b(?:GDP|gross domestic product|budget|economy)\b", gap):
        return None
    if owner.row.metric == "purchase" and wording.WISHED.search(
        body, max(sentence.start, owner.start - 60), amount.start
    ):
        return None
    if mine is not None and re.search(r"\b(?:forecasts?|expect\w*|estimates?|predict\w*|consensus)\b", since):
        return None
    if mine is not None and wording.EARLIER.search(since):
        return _earlier(body, owner, amount, mine)
    if amount.unit == "percent":
        if mine is not None and mine.change is not None:
            return None if not _directed(since) else _growth(body, owner, amount, since)
        return _growth(body, owner, amount, gap)
    if not amount.currency and not _weighed(amount):
        return None
    if wording.LINKS.search(gap) is None and amount.change == "=":
        return None
    if _covered(body, sentence, owner, amount):
        return None
    if re.search(r"\bby\s(?:\w+\s){0,3}$", gap) or (amount.change in ("up", "down")):
        if not _directed(gap):
            return None
        wished = wording.WISHED.search(body, max(sentence.start, owner.start - 60), amount.start)
        return (
            None
            if wished
            else Reading(start=owner.start, end=amount.end, metric=owner, by=amount, anchor=amount.end, at=amount.start)
        )
    if mine is not None and mine.level is not None and not _directed(since):
        return None
    return Reading(start=owner.start, end=amount.end, metric=owner, level=amount, anchor=amount.end, at=amount.start)


_OBJECT = re.compile(
    r"\s(?:(?:about|roughly|nearly|only|some|more|than|less|over|an|a|estimated|around|record|just"
    r"|up|to|as|much|at|least|almost|the|worth|of"
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
    noun = wording.NOUN_AFTER.match(body, amount.end)
    if noun is not None and not re.search(r"[,—–(]\s(?:an?|its|the)\s(?:\w+\s)?$", gap):
        noun = None
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
    if wording.NOT_GROWTH_AFTER.match(body, amount.end) and amount.change not in ("up", "down"):
        return None
    if not owner.growth and re.search(r"\bto\s(?:(?:an?|about|nearly|average|of)\s)*$", gap):
        return None
    if not owner.growth and not _directed(gap[-50:]) and amount.change not in ("up", "down"):
        return None
    if wording.LINKS.search(gap) is None and amount.change == "=" and not _directed(gap[-24:]):
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


def _weighed(amount: AmountMention) -> bool:
    counted = amount.unit.rpartition(" ")[2] in ("vehicle", "car", "container")
    return counted or (amount.rule.startswith("unit") and amount.unit != "percent")


def _covered(body: str, sentence: Span, named: Named, amount: AmountMention) -> bool:
    """Whether the amount is what a tariff falls on, not what was traded."""
    if named.row.metric == "trade-balance":
        return False
    low = max(sentence.start, min(named.start, amount.start) - 70)
    high = max(named.end, amount.end)
    if wording.TARIFF.search(body, low, max(named.start, amount.start)):
        return True
    return wording.TARIFF_AFTER.match(body[high : min(sentence.end, high + 80)]) is not None


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
