"""How fine a TIMEX3 value is, and the value in EDTF (ISO 8601-2), level 2 where that has a code for it."""

import re
from datetime import date
from typing import Literal

from onrecord.model.days import Days

Precision = Literal[
    "time", "day", "weekend", "week", "month", "quarter", "season", "half", "year", "decade", "century", "none"
]

_FORMS: tuple[tuple[Precision, str], ...] = (
    ("time", r"(?:\d{4}|XXXX)-(?:(?:\d\d|XX)-(?:\d\d|XX)|W(?:\d\d|XX)-\d)T.+"),
    ("weekend", r"(?:\d{4}|XXXX)-W(?:\d\d|XX)-WE"),
    ("day", r"(?:\d{4}|XXXX)-(?:\d\d|XX)-(?:\d\d|XX)|(?:\d{4}|XXXX)-W(?:\d\d|XX)-\d"),
    ("week", r"(?:\d{4}|XXXX)-W(?:\d\d|XX)"),
    ("quarter", r"(?:\d{4}|XXXX)-Q[1-4X]"),
    ("half", r"(?:\d{4}|XXXX)-H[12X]"),
    ("season", r"(?:\d{4}|XXXX)-(?:SP|SU|FA|WI)"),
    ("month", r"(?:\d{4}|XXXX)-(?:\d\d|XX)"),
    ("year", r"\d{4}|XXXX"),
    ("decade", r"\d{3}X?"),
    ("century", r"\d\d(?:XX)?"),
)
_UNITS: dict[str, Precision] = {"D": "day", "W": "week", "M": "month", "Q": "quarter", "Y": "year", "H": "time"}
_SEASONS = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
_QUARTERS, _HALVES = 32, 39
"""What ISO 8601-2 adds to the number of a quarter (33-36) and of a half (40, 41)."""
_CLOCK = re.compile(r"T(\d\d):(\d\d)\Z")


def precision_of(value: str) -> Precision:
    """The unit that a value names: the calendar's, or a duration's own; ``none`` for vague words."""
    for name, form in _FORMS:
        if re.fullmatch(form, value):
            return name
    if match := re.fullmatch(r"P(?:T?[\dX.]+)([DWMQYH]).*", value):
        return "time" if value.startswith("PT") else _UNITS[match[1]]
    return "none"


def edtf_of(value: str, mod: str, days: Days | None) -> str:
    """A value and its days in EDTF; "" where EDTF has no form for them (durations, vague words, offsets)."""
    unit = precision_of(value)
    if days is not None and days.known:
        code = _code(value, unit, days) if value[:1].isdigit() and not mod else ""
        return code or days.edtf
    yearless = value.startswith("XXXX-") and "XX-XX" not in value and "-W" not in value
    return value if yearless and unit in ("month", "day") else ""


def _code(value: str, unit: Precision, days: Days) -> str:
    """The value itself, as EDTF writes it, where it is what the days are."""
    mark = "~" if days.approx and unit != "season" else ""
    match unit:
        case "time":
            clock = _CLOCK.search(value)
            return f"{value[:10]}T{clock[1]}:{clock[2]}:00" if clock and clock[1] < "24" else ""
        case "quarter" | "half" | "season":
            return _coded(value, unit) if _calendar(value, days) and not mark else ""  # no code is marked as vague
        case "decade":
            return f"{value[:3]}X{mark}"
        case "century":
            return f"{value[:2]}XX{mark}"
    return ""


def _coded(value: str, unit: Precision) -> str:
    year, _, part = value.partition("-")
    match unit:
        case "quarter":
            return f"{year}-{_QUARTERS + int(part[1])}"
        case "half":
            return f"{year}-{_HALVES + int(part[1])}"
    return f"{year}-{_SEASONS[part]}"


def _calendar(value: str, days: Days) -> bool:
    """Whether the days are the quarter, half or season of the calendar, and not one of a fiscal year."""
    year, part = int(value[:4]), value[5:]
    if part in _SEASONS:
        return True
    month = int(part[1]) * 3 - 2 if part[0] == "Q" else int(part[1]) * 6 - 5
    return days.first == date(year, month, 1)
