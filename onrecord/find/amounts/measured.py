"""One number to one amount: its currency or unit, and the rate it is given at; or nothing, if it is no amount."""

import re

from onrecord.find.amounts import ages, excluded, money, units
from onrecord.find.amounts.numbers import Number
from onrecord.find.amounts.things import thing
from onrecord.model.mention import AmountMention

TIMES = frozenset(("year", "month", "week", "day", "hour", "minute", "second", "decade", "quarter"))
"""Units of time."""

_MODIFIES = re.compile(r"(?:year|month|week|day|hour|minute|second|decade|quarter)\s[a-z]{3,}")


def measure(text: str, number: Number) -> AmountMention | None:
    """The amount that ``number`` stands for in ``text``; ``None`` for a year, a name, an ordinal and the like."""
    if number.form == "multiple":
        return number.amount(number.end, "times", "multiple")
    sign = money.before(text, number.start)
    if sign is None and excluded.excluded(text, number):
        return None
    if sign is not None:
        return _money(text, number, sign[0], sign[1], number.end)
    if (minus := text[max(0, number.start - 6) : number.start]) and minus.lower().endswith(("minus ", "minus-")):
        number = _negated(number, 6)
    elif minus[-1:] in ("-", "−") and minus[-2:-1] in ("", " ", "("):
        number = _negated(number, 1)
    if number.letter:
        return _lettered(text, number)
    if word := money.after(text, number.end, number.value):
        return _money(text, number, number.start, word[1], word[0])
    return _measured(text, number)


def _negated(number: Number, length: int) -> Number:
    return Number(
        start=number.start - length,
        end=number.end,
        value=-number.value,
        form="signed",
        scaled=number.scaled,
        letter=number.letter,
    )


def _money(text: str, number: Number, start: int, code: str, end: int) -> AmountMention:
    value = number.value
    minus = text[max(0, start - 1) : start] in ("-", "−") and text[max(0, start - 2) : start - 1] in ("", " ", "(")
    if minus or (number.start > start and text[number.start - 1] in "-−"):
        value = -abs(value)
    if text.startswith((" US", " U.S."), end) and text[end + 3 : end + 4] in ("", " ", ",", ".", ";", "S"):
        end += 5 if text.startswith(" U.S.", end) else 3
    if code == "USD" and (word := money.after(text, end, number.value)) and word[1] != "USD":
        end, code = word  # "$40 Canadian dollars"
    rate = units.rate_at(text, end)
    end, unit = rate or (end, "")
    return AmountMention(
        start=start, end=end, value=value, high=number.high, unit=unit, currency=code, rule=f"money/{number.form}"
    )


def _lettered(text: str, number: Number) -> AmountMention | None:
    """A number with one letter after it: money's ``40m`` and ``1.2m tonnes`` are millions, ``18m wide`` is metres."""
    if word := money.after(text, number.end, number.value):
        return _money(text, number, number.start, word[1], word[0])
    following = text[number.end : number.end + 8].lower()
    if number.letter == "m" and following.lstrip().startswith(
        ("wide", "long", "tall", "high", "deep", "across", "sprint")
    ):
        size = number.value / 1e6
        return AmountMention(start=number.start, end=number.end, value=size, unit="metre", rule="unit")
    if number.letter == "mm":
        size = number.value / 1e6
        return AmountMention(start=number.start, end=number.end, value=size, unit="millimetre", rule="unit")
    return _measured(text, number)


def _measured(text: str, number: Number) -> AmountMention | None:
    found = units.unit_at(text, number.end)
    if found is None or (text[number.end : number.end + 2].strip().isupper() and excluded.in_table(text, number)):
        return thing(text, number)  # "vs 34.6 mln Year Shr" is of no years
    end, row = found
    if excluded.is_year(text, number) and row.kind in ("time", "length"):
        return thing(text, number)
    if row.kind == "network":
        return number.amount(end, row.unit, "network")
    written = number.form in ("words", "part")
    if text[number.end] == "-" and (row.unit in TIMES or (written and row.kind not in ("age", "share", "count"))):
        return None  # a five-year plan, a six-foot fence
    if row.unit in TIMES and number.value > 1 and _MODIFIES.match(text, end - len(row.unit)):
        return None  # a five year plan
    if rate := units.rate_at(text, end):
        return number.amount(rate[0], f"{row.unit} {rate[1]}", "unit")
    if row.unit == "year" and ages.aged(text, number.start):
        return number.amount(end, "year of age", "age")
    if number.form == "vague" and row.kind == "share":
        return None
    return number.amount(end, row.unit, "unit")
