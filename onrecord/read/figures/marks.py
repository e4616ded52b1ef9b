"""What else a figure's words say: a record or a high, the sector, and who counted."""

import re
from functools import cache

import msgspec

from onrecord.knowledge.phrases import Phrases
from onrecord.knowledge.tables import table
from onrecord.model.span import Span

_RECORD = re.compile(
    r"\b(?:record(?![- ]?keeping)(?!ed|ing|s\b)|all-time (?:high|peak)|highest (?:ever|on record)"
    r"|largest (?:ever|on record))\b",
    re.I,
)
_LOW = re.compile(r"\b(?:record low|all-time low|lowest (?:ever|on record)|smallest (?:ever|on record))\b", re.I)
_SINCE = re.compile(
    r"\b(largest|widest|highest|biggest|lowest|smallest|narrowest|weakest|strongest|fastest"
    r"|slowest)\b[^.;,]{0,24}\b(?:since|in)\b",
    re.I,
)
_YEARS = re.compile(r"\b(\w+)-year (high|low)\b", re.I)


def superlative(words: str) -> str | None:
    """``record-high``, ``record-low``, ``widest``, ``10-year-high``: as the words have it."""
    if _LOW.search(words):
        return "record-low"
    if match := _YEARS.search(words):
        return f"{match[1].lower()}-year-{match[2].lower()}"
    if _RECORD.search(words):
        return "record-high"
    match = _SINCE.search(words)
    return match[1].lower() if match else None


class Sector(msgspec.Struct, frozen=True, kw_only=True):
    """A row of ``sectors.csv``."""

    sector: str
    words: tuple[str, ...]
    says: tuple[str, ...] = ()


@cache
def _sectors() -> Phrases[str]:
    return Phrases((word, row.sector) for row in table("sectors.csv", Sector) for word in row.words)


_OFFICE = re.compile(
    r"\b(?:Department|Ministry|Secretary|Minister|Bureau|Office) (?:of|for) [A-Z]\w+"
    r"(?:(?:, | and )(?:[A-Z]\w+|the [A-Z]\w+))*"
    r"|\b[A-Z]\w+ (?:Department|Ministry|Secretary|Minister|Bureau|Federation|Association)\b"
)


def sector(words: str, at: int = 0) -> str | None:
    """The sector named nearest to ``at`` in words around a metric; ``None`` for all trade ("goods and services")."""
    words = _OFFICE.sub(lambda match: " " * len(match.group()), words)
    if re.search(r"\bgoods and services\b", words, re.I):
        return None
    found = sorted((abs(start - at), name) for start, _, name in _sectors().find(words))
    special = [name for _, name in found if name != "goods"]
    return special[0] if special else ("goods" if found else None)


_SOURCE = re.compile(
    r"\b((?:(?:[A-Z][\w.]*|[a-z]+['’]s)\s){0,3}(?:customs|official|government|trade|census"
    r"|Census Bureau|Commerce Department|customs agency)\s"
    r"(?:data|figures|statistics|numbers)|(?:US|U\.S\.|[A-Z]\w+(?:ese|ian|ean|can))\s(?:data|figures"
    r"|statistics))\b|\baccording to (?:data |figures |statistics )?(?:from |by |of )?(?:the )?"
    r"((?:[A-Z][\w.&’'-]*\s?(?:of (?:the )?|and |for )?){1,7})|"
    r"\b(?:the\s)?((?:[A-Z][\w.&’'-]*\s(?:of\s|and\s)?){0,5}(?:Customs (?:Service|Administration"
    r"|Agency)|Commerce (?:Department|Ministry)|Census Bureau|Statistics"
    r"|Finance Ministry|Ministry of \w+|Department of \w+|Bureau of [A-Z]\w+(?: [A-Z]\w+)*"
    r"|Trade Ministry|Trade Association))(?:\s(?:data|figures|said|reported|show)|,)"
)


def source(body: str, sentence: Span) -> str | None:
    """Who counted, in the sentence's own words; ``None`` where it does not say."""
    match = _SOURCE.search(body, sentence.start, sentence.end)
    if match is None:
        return None
    return next((group.strip(" .,") for group in match.groups() if group), None)
