"""Words that count from the article's own day: "yesterday", a weekday; and days without a year."""

import re
from datetime import date

_NAMES = (
    *("monday mon", "tuesday tues tue", "wednesday wed", "thursday thurs thur thu"),
    *("friday fri", "saturday sat", "sunday sun"),
)
_FORMS = {form: at for at, forms in enumerate(_NAMES) for form in forms.split()}
_WEEKDAY = re.compile(rf"\b(?:{'|'.join(_FORMS)})\b", re.IGNORECASE)
_YEARLESS = re.compile(r"XXXX-(\d\d)-(\d\d)\Z")
_SHIFTS = {"yesterday": 1, "today": 0, "tonight": 0, "tomorrow": -1}


def shift(words: str) -> int | None:
    """By how many days the article comes after the day that "yesterday", "today" or "tomorrow" means."""
    first = words.lower().split()[:1]
    return _SHIFTS.get(first[0]) if first else None


def weekday(words: str) -> int | None:
    """The weekday named in the words, Monday being 0, as ``date.weekday`` counts."""
    found = _WEEKDAY.search(words)
    return _FORMS[found.group().lower()] if found else None


def is_near(words: str) -> bool:
    """Whether the words are "yesterday" or name a weekday."""
    return shift(words) == 1 or weekday(words) is not None


def fits(day: date, words: str) -> bool:
    """Whether a day is of the weekday that the words name; of any, where they name none."""
    named = weekday(words)
    return named is None or day.weekday() == named


def month_and_day(value: str) -> tuple[int, int] | None:
    """The month and day of a TIMEX3 value without a year (``XXXX-07-06``)."""
    found = _YEARLESS.match(value)
    return (int(found[1]), int(found[2])) if found else None
