"""Datelines: the place, the agency and sometimes the day with which a report opens."""

import re
from functools import cache

import msgspec

from onrecord.knowledge.outlets import names

_PLACE = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?:\s[A-ZÀ-Þ][A-ZÀ-Þ.'’-]*){0,3}"
_REGION = r"(?:,\s[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,2})?"
_PLACES = rf"{_PLACE}(?:\s?/\s?{_PLACE}){{0,3}}{_REGION}"
_ANYCASE = r"[A-ZÀ-Þ][\w.’'-]+(?:[ /][A-ZÀ-Þ][\w.’'-]*){0,4}" + _REGION
_DAY = (
    r"(?:(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s\d{1,2}|\d{1,2}\s(?:Jan|Feb|Mar|Apr|May|Jun"
    r"|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?)(?:,?\s\d{4})?"
)
_UNKNOWN = r"[A-Z][\w.&’'-]+(?:\s[A-Z][\w.&’'-]*){0,3}"
"""An agency that no table names: a place in capitals before it and a dash behind it give it away."""
_DASH = r"\s*(?:--+|[-–—])+\s*"
_MARKED = r"(?:\((?:LEAD|\d(?:ST|ND|RD|TH) LD|URGENT|News Focus|Yonhap Interview)\)\s*)?"


class Dateline(msgspec.Struct, frozen=True, kw_only=True):
    """``length`` characters at the head of a paragraph, with the place, the agency and the day's words in them."""

    length: int
    place: str
    agency: str = ""
    day: str = ""


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    outlets = "|".join(re.escape(name) for name in names())
    source = rf"\((?P<agency>{outlets})(?:\s?/\s?[A-Z][\w ]{{1,30}})?\)"
    return tuple(
        re.compile(_MARKED + form)
        for form in (
            rf"(?P<place>{_ANYCASE}),?\s(?:(?P<day>{_DAY}),?\s)?{source}(?:{_DASH}|:\s|\s(?=[A-Z“\"‘']))",
            rf"{source}(?:{_DASH}|:\s|\s(?=[A-Z“\"‘']))(?P<place>)",
            rf"(?P<place>{_PLACES}),?\s(?:(?P<day>{_DAY}),?\s)?\((?P<agency>{_UNKNOWN})\){_DASH}",
            rf"(?P<place>{_PLACES}),\s(?P<day>{_DAY})\.?(?:{_DASH}|:\s)",
            rf"(?P<place>{_PLACES})(?:\s*--+\s*|\s+[-–—]\s+|\s?[–—]\s?)(?=[A-Z“\"‘'])",
            rf"(?P<place>{_PLACES}):\s(?=[A-Z])",
        )
    )


_NOT_PLACE_WORDS = "ANALYSIS OPINION UPDATE UPDATED EXCLUSIVE BREAKING WATCH VIDEO PHOTOS NOTE FACTBOX TIMELINE"
_NOT_PLACES = frozenset(_NOT_PLACE_WORDS.split())


def dateline(paragraph: str) -> Dateline | None:
    """The dateline that opens a paragraph: ``SEOUL (Reuters) -``, ``WASHINGTON—``, ``BEIJING, May 3 (Xinhua) --``."""
    head = paragraph[:160]
    if not head or not (head[0].isupper() or head[0] == "("):
        return None
    for form in _forms():
        match = form.match(head)
        if match:
            found = match.groupdict()
            place = (found.get("place") or "").strip()
            if not found.get("agency") and (len(place) < 4 or place.split("/")[0].strip() in _NOT_PLACES):
                continue
            return Dateline(
                length=match.end(), place=place, agency=found.get("agency") or "", day=found.get("day") or ""
            )
    return None
