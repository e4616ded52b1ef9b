"""The day of publication: from hints in any usual way of writing, and from header-like lines of the text."""

import re
from datetime import date
from email.utils import parsedate_to_datetime

from onrecord.model.days import Days

_MONTH_NAMES = (
    "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct|"
    "november nov|december dec"
)
_MONTHS = {name: at for at, names in enumerate(_MONTH_NAMES.split("|"), start=1) for name in names.split()}
_MONTH = "(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?P<year>(?:19|20)\d\d)[-/.](?P<number>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)",
        r"(?P<year>(?:19|20)\d\d)(?P<number>\d\d)(?P<day>\d\d)(?!\d)",
        rf"{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>(?:19|20)\d\d)(?!\d(?!\d?:\d\d))",
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+{_MONTH},?[\s-]+(?P<year>(?:19|20)\d\d)(?!\d(?!\d?:\d\d))",
        r"(?P<year>(?:19|20)\d\d)\s*[年년]\s*(?P<number>\d{1,2})\s*[月월]\s*(?P<day>\d{1,2})\s*[日일]",
        r"(?P<first>\d{1,2})[/.](?P<second>\d{1,2})[/.](?P<year>(?:19|20)\d\d)(?!\d(?!\d?:\d\d))",
    )
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_LEAD = re.compile(
    r"(?P<words>(?:first\s+|originally\s+)?(?:published|posted|updated|last\s+updated|modified|created|issued|released|"
    r"date|input|registered|dated)(?:\s+(?:on|at))?\s*[:|]?\s*)?" + _WEEKDAY,
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"[\s,|•·(–—-]*(?:(?:at\s+)?\d{1,2}(?:[:.]\d\d){1,2}\s*(?:[ap]\.?m\.?)?|(?:at\s+)?\d{1,2}\s*[ap]\.?m\.?|T[\d:.+Z-]+|"
    r"\b(?:GMT|UTC|KST|JST|EST|EDT|ET|CST|CDT|PST|PDT|BST|CET|HKT|SGT|IST|AEST)\b(?:[+-]\d{1,2}(?::?\d\d)?)?|"
    r"[ap]\.?m\.?|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?|\d+\s+min(?:ute)?s?\s+read|page\s+[A-Z]?\d+)[\s,|)]*",
    re.IGNORECASE,
)
LONGEST = 120
"""Lines of more characters are no date lines."""


def day_in(words: str) -> date | None:
    """The day that ``words`` begin with, if one reading of them is possible: 05/02/2025 has two, so none."""
    for form in _FORMS:
        match = form.match(words)
        if match:
            return _day(match)
    return None


def _day(match: re.Match[str]) -> date | None:
    parts = match.groupdict()
    year = int(parts["year"])
    if "first" in parts:
        first, second = int(parts["first"]), int(parts["second"])
        if first != second and first <= 12 and second <= 12:
            return None
        month, day = (second, first) if first > 12 else (first, second)
    else:
        month = int(parts["number"]) if parts.get("number") else _MONTHS[parts["month"].lower()]
        day = int(parts["day"])
    try:
        return date(year, month, day)
    except ValueError:
        return None


def hinted(words: str) -> Days | None:
    """The day of a hint: ISO 8601, a date in words, or the date of a mail header."""
    words = words.strip()[:LONGEST]
    lead = _LEAD.match(words)
    day = day_in(words[lead.end() :] if lead else words)
    if day is None and words:
        try:
            day = parsedate_to_datetime(words).date()
        except (ValueError, TypeError, IndexError):
            return None
    return Days(first=day, last=day, words=words) if day else None


def date_line(line: str) -> tuple[Days, bool] | None:
    """The day of a line that holds a date and nothing else (but "Published on:", a weekday, a time of day).

    With it, whether the line speaks of an update instead of the first publication.
    """
    if len(line) > LONGEST or not any(character.isdigit() for character in line):
        return None
    lead = _LEAD.match(line)
    start = lead.end() if lead else 0
    for form in _FORMS:
        match = form.match(line, start)
        if match:
            end = match.end()
            while end < len(line) and (after := _AFTER.match(line, end)) and after.end() > end:
                end = after.end()
            rest = line[end:].strip(" .,|)")
            day = _day(match)
            words = lead["words"] if lead else None
            again = (
                bool(rest)
                and re.match(r"[|/•·(-]*\s*(?:last\s+)?(?:updated|modified)\b", rest, re.IGNORECASE) is not None
            )
            if day is None or (rest and not again):
                return None
            late = bool(words) and bool(re.search(r"updated|modified", words or "", re.IGNORECASE))
            return Days(first=day, last=day, words=line), late
    return None


def in_address(url: str) -> Days | None:
    """The day that a web address carries in its path (``/2019/05/10/``)."""
    match = re.search(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/-]|$)", url[:2000]) or re.search(
        r"[/-]((?:19|20)\d\d)([01]\d)([0-3]\d)(?=[/.-]|$)", url[:2000]
    )
    if not match:
        return None
    try:
        day = date(*map(int, match.groups()))
    except ValueError:
        return None
    return Days(first=day, last=day, words=match.group().strip("/-"))
