"""Which amounts of a sentence are figures of trade: the metric that each belongs to, and what it says of it."""

import re
from collections.abc import Sequence

import msgspec

from onrecord.model.mention import AmountMention
from onrecord.model.span import Span
from onrecord.read.figures import objects, wording
from onrecord.read.figures.before import before
from onrecord.read.figures.covered import covered
from onrecord.read.figures.earlier import above, compared, earlier
from onrecord.read.figures.growth import also, directed, growth, standing
from onrecord.read.figures.metrics import Named
from onrecord.read.figures.reading import Reading

_OFTEN_OTHER = frozenset(("tariff-revenue", "trade-volume"))
"""Metrics whose verbs mostly speak of other things ("raised", "traded")."""
_ANOTHER_SUM = re.compile(
    r"\b(?!balance\sof\spayments\sbasis)(?:GDP|gross domestic product|budget|economy|reserves|debt|current account"
    r"|balance of payments|invisibles)\b"
)
FAR = 170
"""How many characters may stand between a metric and its amount."""


def readings(body: str, sentence: Span, metrics: Sequence[Named], amounts: Sequence[AmountMention]) -> list[Reading]:
    """The figures of trade of one sentence, left to right."""
    found: list[Reading] = []
    for written in amounts:
        if written.converts is not None or _foreign(written) or written.rule == "money/vague":
            continue
        amount = _with_conversion(body, written, amounts)
        ranged = amount.high is not None and (
            amount.rule != "from-to" or _BETWEEN.search(body, max(0, amount.start - 24), amount.start) is not None
        )
        reading = before(body, sentence, metrics, amount) or _predicate(body, sentence, metrics, amount, found)
        if reading is not None and ranged:  # of no one value; what a verb has as its object is told by its money alone
            if reading.metric.verb:
                found.append(msgspec.structs.replace(reading, level=None, by=amount))
        elif reading is not None:
            _add(body, found, reading if not compared(body, sentence, reading, found) else _as_earlier(reading))
    return found


def _as_earlier(reading: Reading) -> Reading:
    return msgspec.structs.replace(reading, earlier=True, change=None) if reading.level else reading


_YEAR_BY_YEAR = re.compile(r"^\s(?:in|for|of)\s\d{4}(?:,|\sand|,\sand)\s(?:an?\s)?$")
_OF_YEAR = re.compile(r"\s(?:in|for|of)\s\d{4}\b")
"""``9 billion in 1985, 8 billion in 1984 and 7 billion in 1983``."""
_EXPECTATIONS = re.compile(
    r"\b(?:expectations|forecasts|predictions|estimates)\s(?:of|for)\s(?:an?\s)?(?:\w+\s)?$", re.I
)
_OF_A_TIME = re.compile(r"\s(?:(?:in|for|of)\s(?:\d{4}|[A-Z]\w+)|last\s(?:year|month)|a\syear)\b(?!\sto\b)")
_TO_CUT = re.compile(
    r"\b(?:to|would|could|will|must|by|should|mandate\w*|require\w*)\s(?:\w+\s)?(?:cut\w*|reduc\w+|narrow\w*|shrink\w*|lower\w*)"
    r"\s(?:[^.;,]|U\.S\.){0,40}$",
    re.I,
)
"""A balance that somebody means to cut."""
_CLAUSES = re.compile(r",\s|\s(?:and|but)\s")


def _same_clause(body: str, start: int, end: int) -> str:
    """What stands before ``end`` without a comma between."""
    return body[start:end].rpartition(", ")[2]


def _of_duty(gap: str) -> bool:
    """Whether a tariff stands between a metric and its amount, in the clause that leads to the amount."""
    if wording.DUTY.search(gap) is None:
        return False
    tail = _CLAUSES.split(gap)[-1]
    return wording.DUTY.search(tail) is not None or wording.LEVEL_VERB.match(tail) is None


_ELLIPSIS = re.compile(r"(?:\s(?:from|to|with)\s(?:the\s)?[A-Z][\w.]+(?:\s[A-Z]\w+)?,?)?\s")
"""``exports to Norland were $9 billion and imports from Norland $7 billion``."""


_BETWEEN = re.compile(r"\bbetween\s(?:about\s|around\s|some\s)?$", re.I)


def _with_conversion(body: str, amount: AmountMention, amounts: Sequence[AmountMention]) -> AmountMention:
    """``$23bn (£17bn)``: the words of an amount run on over the same in other money."""
    for other in amounts:
        if other.converts == amount.start and body[other.end : other.end + 1] == ")":
            return msgspec.structs.replace(amount, end=other.end + 1)
    return amount


def _foreign(amount: AmountMention) -> bool:
    if amount.currency:
        return amount.unit not in ("", "per year", "per month", "per day")
    unit = amount.unit.partition(" per ")[0]
    return (
        not unit
        or unit in wording.SKIPPED_UNITS
        or unit.startswith("share of")
        or unit.split()[-1] in wording.SKIPPED_UNITS
    )


def _predicate(
    body: str, sentence: Span, metrics: Sequence[Named], amount: AmountMention, found: Sequence[Reading]
) -> Reading | None:
    """``exports rose 4 percent to $20 billion``, ``the deficit, which hit $5bn``, ``imported $3 billion of rice``."""
    owner = next(
        (
            n
            for n in reversed(metrics)
            if n.end <= amount.start
            and not _aside(body, n, metrics, amount)
            and not (n.verb and n.row.metric in _OFTEN_OTHER and objects.of_verb(body, n, amount, found) is None)
        ),
        None,
    )
    if owner is None or amount.start - owner.end > FAR:
        return None
    gap = body[owner.end : amount.start]
    if found and (part := objects.broken_down(body, owner, amount, found[-1])) is not None:
        return part
    if wording.BREAK.search(gap) or wording.EXPECTED_AFTER.match(body, amount.end):
        return None
    if owner.verb:
        return objects.grown(body, owner, amount, found) or objects.of_verb(body, owner, amount, found)
    if owner.row.metric != "tariff-revenue" and _of_duty(gap):
        return None
    if amount.unit == "percent" and (
        wording.OTHER_SUBJECT.search(gap)
        or wording.DUTY.search(_same_clause(body, max(sentence.start, owner.start - 60), owner.start))
    ):
        return None
    mine = next((reading for reading in reversed(found) if reading.metric == owner), None)
    since = body[max(owner.end, mine.end if mine else 0) : amount.start]
    if (
        mine is None
        and re.search(
            r"\bfrom\s(?:[a-z-]+\s){0,5}$",
            gap,
        )
        and amount.rule != "from-to"
        and not _OF_A_TIME.match(body, amount.end)
    ):
        return None  # where it came from; where it went follows
    if not owner.growth and _ANOTHER_SUM.search(gap):
        return None
    if (
        amount.unit == "percent"
        and owner.row.metric == "trade-balance"
        and _TO_CUT.search(body, max(sentence.start, owner.start - 60), owner.start)
    ):
        return None
    if (
        mine is None
        and not amount.unit
        and _EXPECTATIONS.search(body, max(sentence.start, owner.start - 40), owner.start)
    ):
        return None
    if mine is not None and wording.FORECASTS.search(since):
        return None
    if mine is not None and mine.change is not None and (stands := standing(body, owner, amount)) is not None:
        return msgspec.structs.replace(stands, start=amount.start)  # "... and 7 percent higher than a year ago"
    if mine is not None and _YEAR_BY_YEAR.search(since) and _OF_YEAR.match(body, amount.end):
        return earlier(body, owner, amount, mine)
    if mine is not None and (wording.EARLIER.search(since) or wording.WHICH_WAS.search(since) or above(body, amount)):
        return earlier(body, owner, amount, mine)
    if amount.currency and above(body, amount):
        return None  # "35 percent above the $15 billion of last year"
    if amount.unit == "percent":
        if mine is not None and mine.change is not None:
            return None if not directed(since) else growth(body, owner, amount, since)
        if found and _ELLIPSIS.fullmatch(gap) and (more := also(owner, amount, found[-1])) is not None:
            return more
        return growth(body, owner, amount, gap)
    if not amount.currency and not objects.weighed(amount):
        return None
    if (
        wording.LINKS.search(gap) is None
        and amount.change not in ("up", "down")
        and not (found and _ELLIPSIS.fullmatch(gap))
    ):
        return None
    if covered(body, sentence, owner, amount) or objects.not_traded(body, owner, amount):
        return None
    if re.search(r"\bby\s(?:\w+\s){0,3}$", gap) or (amount.change in ("up", "down")):
        head = body[max(sentence.start, owner.start - 24) : owner.start]
        if not directed(gap) and not directed(head) and not wording.LIFTING.search(head):
            return None
        wished = owner.row.metric != "purchase" and wording.WISHED.search(
            body, max(sentence.start, owner.start - 60), amount.start
        )
        return (
            None
            if wished
            else Reading(start=owner.start, end=amount.end, metric=owner, by=amount, anchor=amount.end, at=amount.start)
        )
    if mine is not None and mine.level is not None and not directed(since):
        return None
    return Reading(start=owner.start, end=amount.end, metric=owner, level=amount, anchor=amount.end, at=amount.start)


def _aside(body: str, named: Named, metrics: Sequence[Named], amount: AmountMention) -> bool:
    """Whether a metric stands between dashes or brackets that close before the amount: it only explains another."""
    for other in metrics:
        if other.end <= named.start and re.match(r"\s?(?:[-–—]\s|—|\()", body[other.end : other.end + 3]):
            return re.search(r"\s[-–—]\s|—|\)", body[named.end : amount.start]) is not None
    return False


_TURNED_TO = re.compile(rf"\s(?:\w+\s)?(?:{wording.UP}|{wording.DOWN})\sto\s(?:about\s|around\s|just\s|a\s)*$", re.I)
"""``compared with a 9 percent decline to`` a level: both are of the earlier time."""


def _add(body: str, found: list[Reading], reading: Reading) -> None:
    """Put a level and the growth of the same metric together; keep what is set beside them apart."""
    if found and found[-1].earlier and found[-1].level is None and reading.level is not None:
        last = found[-1]
        if last.metric == reading.metric and _TURNED_TO.search(body, last.end, reading.at):
            found[-1] = msgspec.structs.replace(last, level=reading.level, end=reading.end, anchor=reading.anchor)
            return
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
    if last.by is not None and last.by.high is not None:
        return False
    clash = (last.level and reading.level) or (last.change is not None and reading.change is not None)
    return not clash and reading.anchor - last.anchor < 120
