"""Numbers without a unit of measure: the part of a whole, the age, the thing that is counted; or nothing."""

import re

from onrecord.find.amounts import ages, counted, excluded, units
from onrecord.find.amounts.numbers import Number
from onrecord.model.mention import AmountMention

_BETWEEN = re.compile(r"\bbetween (?:about |around )?$", re.I)
_AND_NUMBER = re.compile(r" and (?:about |around )?[$€£]?\d")
_OTHER_END = re.compile(
    r"-?\s(?:to|or)\s(?:about\s|even\s)?(?:\d|(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty)\b)|\s?[-–]\s?\d"
)
_NEXT = re.compile(r"\s?[-–]\s?[\d,]+|\sto\s\d,?\d{3}\b")
_OR_SO = re.compile(r"\sor so|-odd")
_LED = re.compile(r"\b(?:about|some|around|nearly|over|than|roughly|least|almost|total of|average of) $")
_COUNTED = re.compile(r"\b(?:average of|total of|at least|more than|fewer than|less than|as many as|up to) $")
_DESCRIBED = re.compile(
    r"[a-z-]+ (year|month|week|day|hour|minute|second|decade|quarter"
    r"|mile|kilometre|kilometer|yard|tonne|ton|hectare|acre)"
)
"""A measure with its adjective ("five consecutive weeks")."""
_OF_A_UNIT = re.compile(
    r"(?:\sof)?[\s-](?:an?|one|1)(?=[\s-])|(?=[\s-](?:percentage|percent|pct|per cent|basis|points?)\b)"
)
_OF_A_SHARE = re.compile(r"\sof\s(?:an?|one|1)(?=\s(?:percent|per cent|pct))")
"""After a decimal: "0.25 of a percentage point"."""
_PRONOUN = re.compile(r"\b(?:no|any|every|some|each|this|that)[\s-]$", re.I)
_EACH_OTHER = (" another", " or ", " by one", " on one")


def thing(text: str, number: Number) -> AmountMention | None:
    """The amount that ``number`` is of; ``None`` for a name, a year, a pronoun and what only a noun would explain."""
    if number.form == "part":
        return _part(text, number)
    if (of := _OF_A_SHARE.match(text, number.end)) and (found := units.unit_at(text, of.end())):
        return number.amount(found[0], found[1].unit, "unit")
    if number.form == "digits" and ages.plainly(text, number.start, number.end):
        return number.amount(number.end, "year of age", "age")
    if excluded.named(text, number):
        return None
    other_end = _other_end(text, number)
    if number.value == 1 and number.form == "words" and not number.scaled and not other_end:
        return _one(text, number)
    if other_end and (not excluded.is_year(text, number) or _measured_end(text, number.end)):
        return number.amount(number.end, "", "pending" if number.form == "words" else "bare")
    if text[number.end : number.end + 1] == "-" and not number.scaled and not text.startswith("-odd ", number.end):
        return None  # a two-way street
    return _of_things(text, number)


def _of_things(text: str, number: Number) -> AmountMention | None:
    or_so = _OR_SO.match(text, number.end)
    found = counted.counted_at(text, or_so.end() if or_so else number.end, one=False)
    if found is not None and found[1][0].isupper() and excluded.in_table(text, number):
        found = None  # "vs 34.6 mln Assets 4.6 billion"
    if excluded.is_year(text, number):
        led = _LED if found is not None else _COUNTED
        if not led.search(text, max(0, number.start - 16), number.start):
            return None
    if found is None and text.startswith(" of ", number.end):
        found = _members(text, number)
    if found is None:
        return _bare(text, number)
    end, name = found
    if (match := _DESCRIBED.fullmatch(name)) and (unit := units.unit_at(f" {match[1]}", 0)):
        return number.amount(end, unit[1].unit, "unit")
    if rate := units.rate_at(text, end):
        end, name = rate[0], f"{name} {rate[1]}"
    return number.amount(end, name, "counted")


def _bare(text: str, number: Number) -> AmountMention | None:
    if number.value < 110 and ages.aged(text, number.start):
        return number.amount(number.end, "year of age", "age")
    if number.form == "words" and not number.scaled:
        return None
    if number.form == "vague" or excluded.score(text, number.start):
        return None
    if text.startswith((" per ", " to the ", " a ", " an "), number.end) and (rate := units.rate_at(text, number.end)):
        return number.amount(rate[0], rate[1], "bare")  # "at 19.75 per dollar"
    return number.amount(number.end, "", "bare")


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
        return number.amount(found[0], found[1].unit, "unit")
    if "/" in text[number.start : number.end] and text[number.end : number.end + 4] != " of ":
        return number.amount(number.end, "", "bare")
    at = number.end
    for lead in (" of the ", " of all ", " of its ", " of their ", " of ", " the ", " its ", " a ", " "):
        if text.startswith(lead, at):
            thing = counted.counted_at(text, at + len(lead) - 1, one=False)
            if thing is None:
                return number.amount(number.end, "share", "part")
            return number.amount(thing[0], f"share of {thing[1]}", "part")
    return number.amount(number.end, "share", "part")


def _one(text: str, number: Number) -> AmountMention | None:
    if text.startswith(" of ", number.end):
        thing = _members(text, number)
        return number.amount(thing[0], thing[1], "one of") if thing else None
    if text[number.end : number.end + 1] != " " or text.startswith(_EACH_OTHER, number.end):
        return None
    if excluded.dated(text, number.start) or _PRONOUN.search(text, max(0, number.start - 7), number.start):
        return None
    thing = counted.counted_at(text, number.end, one=True)
    return number.amount(thing[0], thing[1], "counted") if thing else None
