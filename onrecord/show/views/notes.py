"""Why a time or an amount is what it is: its words, what they were taken for, how fine, and by which rule."""

import re

import msgspec

from onrecord.model.article import Article
from onrecord.model.mention import AmountMention, EventMention, TimeMention
from onrecord.pipeline.noting import Mention, noted
from onrecord.show import phrasing

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_UNITS = {
    "D": "day",
    "W": "week",
    "M": "month",
    "Y": "year",
    "H": "hour",
    "Q": "quarter",
    "E": "decade",
    "C": "century",
}
_VAGUE = {"PAST_REF": "some time past", "FUTURE_REF": "some time ahead", "PRESENT_REF": "the present"}
_CHANGES = {"~": "about", ">": "more than", "<": "less than", "up": "up", "down": "down", "=": ""}
_DURATION = re.compile(r"P(T?)(X|\d+(?:\.\d+)?)([DWMYHQEC])\Z")


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """A time, event or amount of the article's own text; ``start`` and ``end`` are of the document's text."""

    kind: str
    words: str
    means: str
    start: int
    end: int
    edtf: str = ""
    precision: str = ""
    approx: bool = False
    rule: str = ""


def notes(article: Article) -> tuple[Note, ...]:
    """Every time, event and amount of an article, in the order of its text; the days of "90 days" are no amount too."""
    found = noted(article)
    taken = {at for one in found if isinstance(one, TimeMention) for at in range(one.start, one.end)}
    return tuple(
        _note(article, one)
        for one in found
        if not (isinstance(one, AmountMention) and taken & {one.start, one.end - 1})
    )


def _note(article: Article, mention: Mention) -> Note:
    span = article.source(mention.start, mention.end)
    note = Note(
        kind="amount",
        words=" ".join(mention.of(article.body).split()),
        means="",
        start=span.start,
        end=span.end,
        rule=mention.rule,
    )
    match mention:
        case TimeMention():
            return msgspec.structs.replace(
                note,
                kind="time",
                means=time(mention),
                edtf=mention.edtf,
                precision="" if mention.precision == "none" else mention.precision,
                approx=bool(mention.days and mention.days.approx),
            )
        case EventMention():
            days = mention.days
            return msgspec.structs.replace(
                note,
                kind="event",
                means=event(mention),
                edtf=days.edtf if days else "",
                approx=bool(days and days.approx),
            )
        case AmountMention():
            return msgspec.structs.replace(note, means=amount(mention), approx=mention.change == "~")


def time(mention: TimeMention) -> str:
    """What a time means: its days, or what the words say where the article's day is not known."""
    beside = f", {mention.zone}" if mention.zone else ""
    clock = re.search(r"T(\d\d:\d\d)\Z", mention.value)
    if clock:
        beside = f", {clock[1]}{beside}"
    if mention.type == "SET":
        often = f"{mention.freq.rstrip('X')} times " if mention.freq.endswith("X") else ""
        weekday = re.fullmatch(r"XXXX-WXX-(\d)", mention.value)
        each = WEEKDAYS[int(weekday[1]) - 1] if weekday else length(mention.value).removeprefix("1 ")
        return f"{often}every {each}"
    days = mention.days
    if days is not None and days.known:
        return phrasing.days(days) + beside
    if days is not None and (days.offset or mention.value not in _VAGUE):
        return (offset(days.offset) or mention.value) + beside
    return _VAGUE.get(mention.value) or length(mention.value)


def offset(said: str) -> str:
    """What words say from the article's day: ``1 day before``, ``the Thursday before``, ``the same year``."""
    if weekday := re.match(r"([+-])XXXX-WXX-(\d)", said):
        return f"the {WEEKDAYS[int(weekday[2]) - 1]} {'before' if weekday[1] == '-' else 'after'} the article's day"
    match = _DURATION.match(said.lstrip("+-"))
    if match is None:
        return said
    if match[2] == "0":
        return f"the {_UNITS[match[3]]} of the article"
    return f"{length(match[0])} {'before' if said.startswith('-') else 'after'} the article's day"


def length(value: str) -> str:
    """A duration of TIMEX3 in words: ``90 days``, ``some weeks``; the value itself where it is another."""
    match = _DURATION.match(value)
    if match is None or (match[1] and match[3] == "M"):
        return value
    number, unit = match[2], _UNITS[match[3]]
    return f"{'some' if number == 'X' else number} {unit}{'' if number == '1' else 's'}"


def event(mention: EventMention) -> str:
    """Which event it is, when it was, and the days that the words beside it mean."""
    if mention.held is None:
        return f"one of {len(mention.candidates)}, not told which" if mention.candidates else "none that is known"
    days = f", meant: {phrasing.days(mention.days)}" if mention.days != mention.held else ""
    return f"{mention.name}, {phrasing.days(mention.held)}{days}"


def amount(mention: AmountMention) -> str:
    """A value with its unit, its other end and its mark."""
    unit = mention.currency or plural(mention.unit, max(abs(mention.value), abs(mention.high or 0)))
    high = f" to {phrasing.amount(mention.high, unit)}" if mention.high is not None else ""
    to = " to" if mention.unit == "times" and mention.change in ("up", "down") else ""
    return f"{_CHANGES[mention.change]}{to} {phrasing.amount(mention.value, unit)}{high}".strip()


_SAID = {
    "year of age": ("year old", "years old"),
    "times": ("times as much", "times as much"),
    "foot": ("foot", "feet"),
    "person": ("person", "people"),
    "penny": ("penny", "pence"),
}
"""Units that are not said as they are written, for one and for more."""
_NO_PLURAL = frozenset(("percent", "hertz", "celsius", "fahrenheit", "horsepower", "sen", "people"))


def plural(unit: str, size: float) -> str:
    """A unit as it is said of so many: ``countries``, ``square feet``, ``barrels per day``, ``years old``."""
    one = size == 1
    if unit in _SAID:
        return _SAID[unit][not one]
    tail = re.search(r"(?:-per-|\s(?:of|per)\s).*", unit)
    head = unit[: tail.start()] if tail else unit
    begin, blank, last = head.rpartition(" ")
    if one or not last.isalpha() or last in _NO_PLURAL or (last[-1] == "s" and last[-2:] != "ss"):
        return unit
    if last in _SAID:
        last = _SAID[last][1]
    elif last.endswith("y") and last[-2:-1] not in "aeiou":
        last = f"{last[:-1]}ies"
    else:
        last += "es" if last.endswith(("s", "x", "ch", "sh")) else "s"
    return f"{begin}{blank}{last}{tail[0] if tail else ''}"
