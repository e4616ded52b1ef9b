"""What else a figure's words say: a record or a high, the sector, and who counted."""

import re
from functools import cache

import msgspec

from onrecord.knowledge.phrases import Phrases
from onrecord.knowledge.tables import table
from onrecord.model.span import Span

_SUPERLATIVE = re.compile(
    r"(?P<low>\brecord low\b|\ball-time low\b|\b(?:lowest|smallest) (?:ever|on record)\b)"
    r"|\b(?P<years>\w+)[- ]year (?P<end>high|low)\b"
    r"|(?P<record>\brecord(?![- ]?keeping)(?!ed|ing|s\b)|\ball-time (?:high|peak)|\b(?:highest|largest|biggest"
    r"|widest) (?:ever|on record)\b)"
    r"|\b(?P<most>largest|widest|highest|biggest|lowest|smallest|narrowest|weakest|strongest|fastest|slowest|steepest|sharpest)\b"
    r"[^.;,]{0,30}\b(?:since|in (?:an?|\w+|at least \w+|more than \w+|nearly \w+) (?:year|month|decade|quarter"
    r"|century)s?)\b",
    re.I,
)
_OF_ANOTHER = re.compile(
    r"\b(?:from|after|than|against|compared (?:with|to)|versus)\s(?:an?\s|the\s|its\s|previous\s)*$", re.I
)
"""Before a record that is only what the figure is set against."""


def superlative(words: str, at: int = 0) -> str | None:
    """``record-high``, ``record-low``, ``widest``, ``10-year-high``: as the words have it, nearest to ``at``."""
    found = [match for match in _SUPERLATIVE.finditer(words) if not _OF_ANOTHER.search(words, 0, match.start())]
    if not found:
        return None
    match = min(found, key=lambda one: min(abs(one.start() - at), abs(one.end() - at)))
    if match["low"]:
        return "record-low"
    if match["years"]:
        return f"{match['years'].lower()}-year-{match['end'].lower()}"
    return "record-high" if match["record"] else match["most"].lower()


_BREAKS = re.compile(
    r"\b(?:surpass|beat|break|broke|topp|exceed|eclips)\w*\s(?:the|its|a|an)\s(?:previous|old|earlier|prior|last)\s(?:record|high|peak)\b",
    re.I,
)


def breaks_record(words: str) -> bool:
    """Whether words say that the record of before was broken."""
    return _BREAKS.search(words) is not None


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


_LEFT_OUT = re.compile(
    r"\b(?:(?:other than|excluding|except(?: for)?|without|apart from)\s|non-)[\w-]+(?:\sand\s[\w-]+)?", re.I
)


def sector(words: str, at: int = 0) -> str | None:
    """The sector named nearest to ``at`` in words around a metric; ``None`` for all trade ("goods and services")."""
    words = _LEFT_OUT.sub(lambda match: " " * len(match.group()), words)
    words = _OFFICE.sub(lambda match: " " * len(match.group()), words)
    if re.search(r"\b(?:goods|stuff|products|merchandise) and services\b", words, re.I):
        return None
    found = sorted((abs(start - at), name) for start, _, name in _sectors().find(words))
    special = [name for _, name in found if name != "goods"]
    return special[0] if special else ("goods" if found else None)


_SOURCE = re.compile(
    r"\b((?:(?:[A-Z][\w.]*|[a-z]+['’]s)\s){0,3}(?:customs|official|government|trade|census"
    r"|Census Bureau|Commerce Department|customs agency)\s"
    r"(?:data|figures|statistics|numbers)|(?:US|U\.S\.|[A-Z]\w+(?:ese|ian|ean|can))\s(?:data|figures"
    r"|statistics))\b|\baccording to (?:an? (?:analysis|estimate|report|study) (?:from |by |of ))?"
    r"(?:data |figures |statistics |estimates )?(?:from |by |of |released by )?(?:the )?"
    r"((?:[A-Z][\w.&’'-]*\s?(?:of (?:the )?|and |for )?){1,7}(?:(?:government|customs|official|trade|census)\s)*"
    r"(?:\b(?:data|figures|statistics|representative|ministry|office|central bank)\b)?)|"
    r"\b(?:the\s)?((?:[A-Z][\w.&’'-]*\s(?:of\s(?:the\s)?|and\s|for\s)?){0,6}(?:Customs(?: Service"
    r"| Administration| Agency| Office)?"
    r"|Department|Ministry|Bureau|Statistics|Administration|Association|Institute|Agency|Board of Trade"
    r"|Central Bank|Economics"
    r"|Chamber of Commerce|Office)(?:\s(?:of|for)\s(?:the\s)?(?:[A-Z][\w.&’'-]*\s?(?:and\s)?){1,4})?(?:\sCanada)?)"
    r"(?:['’]s)?\s?(?:\s(?:data|figures|statistics|said|says|reported|show\w*|estimate[sd]?|announced|released)\b)"
)


def source(body: str, sentence: Span) -> str | None:
    """Who counted, in the sentence's own words; ``None`` where it does not say."""
    match = _SOURCE.search(body, sentence.start, sentence.end)
    if match is None:
        return None
    return next((group.strip(" .,") for group in match.groups() if group), None)
