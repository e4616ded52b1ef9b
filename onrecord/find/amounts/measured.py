"""One number to one amount: its currency or unit, and the rate it is given at; or nothing, if it is no amount."""

import re

from onrecord.find.amounts import ages, counted, excluded, money, units
from onrecord.find.amounts.numbers import Number
from onrecord.model.mention import AmountMention

TIMES = frozenset(("year", "month", "week", "day", "hour", "minute", "second", "decade", "quarter"))
"""Units of time."""

_BETWEEN = re.compile(r"\bbetween (?:about |around )?$", re.I)
_AND_NUMBER = re.compile(r" and (?:about |around )?[$€£]?\d")
_OTHER_END = re.compile(
    r"-?\s(?:to|or)\s(?:about\s|even\s)?(?:\d|(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty)\b)|\s?[-–]\s?\d"
)
_TABLE = re.compile(r"\bvs (?:loss |profit )?$")
_DESCRIBED = re.compile(
    r"[a-z-]+ (year|month|week|day|hour|minute|second|decade|quarter"
    r"|mile|kilometre|kilometer|yard|tonne|ton|hectare|acre)"
)
"""A measure with its adjective ("five consecutive weeks")."""
_PRONOUN = re.compile(r"\b(?:no|any|every|some|each|this|that)[\s-]$", re.I)
_EACH_OTHER = (" another", " or ", " by one", " on one")
_NEXT = re.compile(r"\s?[-–]\s?[\d,]+|\sto\s\d,?\d{3}\b")
_COUNTED = re.compile(r"\b(?:average of|total of|at least|more than|fewer than|less than|as many as|up to) $")
_OR_SO = re.compile(r"\sor so|-odd")
_OF_A_UNIT = re.compile(
    r"(?:\sof)?[\s-](?:an?|one|1)(?=[\s-])|(?=[\s-](?:percentage|percent|pct|per cent|basis|points?)\b)"
)
_MODIFIES = re.compile(r"(?:year|month|week|day|hour|minute|second|decade|quarter)\s[a-z]{3,}")
_LED = re.compile(r"\b(?:about|some|around|nearly|over|than|roughly|least|almost|total of|average of) $")


def measure(text: str, number: Number) -> AmountMention | None:
    """The amount that ``number`` stands for in ``text``; ``None`` for a year, a name, an ordinal and the like."""
    if number.form == "multiple":
        return _amount(number, number.end, "times", "multiple")
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
    return _plain(text, number)


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
    return _plain(text, number)


def _plain(text: str, number: Number) -> AmountMention | None:
    found = units.unit_at(text, number.end)
    if found is not None and text[number.end : number.end + 2].strip().isupper() and _table_row(text, number):
        found = None  # "vs 34.6 mln Year Shr"
    written = number.form in ("words", "part")
    if found is not None and not (excluded.is_year(text, number) and found[1].kind in ("time", "length")):
        end, row = found
        if row.kind == "network":
            return _amount(number, end, row.unit, "network")
        hyphen = text[number.end] == "-"
        if hyphen and (row.unit in TIMES or (written and row.kind not in ("age", "share", "count"))):
            return None  # a five-year plan, a six-foot fence
        if row.unit in TIMES and number.value > 1 and _MODIFIES.match(text, end - len(row.unit)):
            return None  # a five year plan
        if rate := units.rate_at(text, end):
            return _amount(number, rate[0], f"{row.unit} {rate[1]}", "unit")
        if row.unit == "year" and ages.aged(text, number.start):
            return _amount(number, end, "year of age", "age")
        if number.form == "vague" and row.kind == "share":
            return None
        return _amount(number, end, row.unit, "unit")
    if number.form == "part":
        return _part(text, number)
    if number.form == "digits" and ages.plainly(text, number.start, number.end):
        return _amount(number, number.end, "year of age", "age")
    if excluded.named(text, number):
        return None
    if number.value == 1 and written and not number.scaled and not _other_end(text, number):
        return _one(text, number)
    if _other_end(text, number) and (not excluded.is_year(text, number) or _measured_end(text, number.end)):
        return _amount(number, number.end, "", "pending" if written else "bare")
    if text[number.end : number.end + 1] == "-" and not number.scaled:
        return None  # a two-way street
    or_so = _OR_SO.match(text, number.end)
    thing = counted.counted_at(text, or_so.end() if or_so else number.end, one=False)
    if thing is not None and thing[1][0].isupper() and _table_row(text, number):
        thing = None  # "vs 34.6 mln Assets 4.6 billion"
    if excluded.is_year(text, number) and (
        not _LED.search(text[max(0, number.start - 12) : number.start])
        if thing is not None
        else not _COUNTED.search(text[max(0, number.start - 16) : number.start])
    ):
        return None
    if thing is None and text[number.end : number.end + 4] == " of ":
        thing = _members(text, number)
    if thing is not None:
        end, name = thing
        if (match := _DESCRIBED.fullmatch(name)) and (found := units.unit_at(f" {match[1]}", 0)):
            return _amount(number, end, found[1].unit, "unit")
        if rate := units.rate_at(text, end):
            end, name = rate[0], f"{name} {rate[1]}"
        return _amount(number, end, name, "counted")
    if number.value < 110 and ages.aged(text, number.start):
        return _amount(number, number.end, "year of age", "age")
    if written and not number.scaled:
        return None
    if number.form == "vague" or excluded.score(text, number.start):
        return None
    if text.startswith((" per ", " to the ", " a ", " an "), number.end) and (rate := units.rate_at(text, number.end)):
        return _amount(number, rate[0], rate[1], "bare")  # "at 19.75 per dollar"
    return _amount(number, number.end, "", "bare")


def _other_end(text: str, number: Number) -> bool:
    """Whether another number follows that the same words of unit may serve ("4 or 5 percent", "between five and 9")."""
    if _OTHER_END.match(text, number.end):
        return True
    between = _BETWEEN.search(text, max(0, number.start - 20), number.start)
    return between is not None and _AND_NUMBER.match(text, number.end) is not None


def _measured_end(text: str, end: int) -> bool:
    """Whether the other end of a range is no year, but has a unit: "2000-2500 calories"."""
    match = _NEXT.match(text, end)
    found = units.unit_at(text, match.end()) if match else None
    return found is not None and found[1].kind != "time"


def _table_row(text: str, number: Number) -> bool:
    return _TABLE.search(text, max(0, number.start - 12), number.start) is not None


def _members(text: str, number: Number) -> tuple[int, str] | None:
    """``millions of Americans``: what stands after ``of``, past an article."""
    at = number.end + 3
    for article in (" the", " their", " its", " our", " these", " those", " his", " her", " my"):
        if text.startswith(article + " ", at):
            at += len(article)
            break
    return counted.counted_at(text, at, one=False)


def _part(text: str, number: Number) -> AmountMention | None:
    """A fraction of something: its unit is ``share of`` the thing; ``half a mile`` is in miles."""
    unit = _OF_A_UNIT.match(text, number.end)
    if unit is not None and (found := units.unit_at(text, unit.end())):
        return _amount(number, found[0], found[1].unit, "unit")
    if "/" in text[number.start : number.end] and text[number.end : number.end + 4] != " of ":
        return _amount(number, number.end, "", "bare")
    at = number.end
    for lead in (" of the ", " of all ", " of its ", " of their ", " of ", " the ", " its ", " a ", " "):
        if text.startswith(lead, at):
            thing = counted.counted_at(text, at + len(lead) - 1, one=False)
            if thing is None:
                return _amount(number, number.end, "share", "part")
            return _amount(number, thing[0], f"share of {thing[1]}", "part")
    return _amount(number, number.end, "share", "part")


def _one(text: str, number: Number) -> AmountMention | None:
    if text.startswith(" of ", number.end):
        thing = _members(text, number)
        return _amount(number, thing[0], thing[1], "one of") if thing else None
    if text[number.end : number.end + 1] != " " or text.startswith(_EACH_OTHER, number.end):
        return None
    if excluded.dated(text, number.start) or _PRONOUN.search(text, max(0, number.start - 7), number.start):
        return None
    thing = counted.counted_at(text, number.end, one=True)
    return _amount(number, thing[0], thing[1], "counted") if thing else None


def _amount(number: Number, end: int, unit: str, rule: str) -> AmountMention:
    return AmountMention(
        start=number.start, end=end, value=number.value, high=number.high, unit=unit, rule=f"{rule}/{number.form}"
    )
