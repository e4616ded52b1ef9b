"""What else a figure's words say: a record or a high, the sector, and who counted."""

import re

from onrecord.model.span import Span

_RECORD = re.compile(
    r"\b(?:record(?![- ]?keeping)(?!ed|ing|s\b)|all-time (?:high|peak)|highest (?:ever|on record)|largest (?:ever|on record))\b",
    re.I,
)
_LOW = re.compile(r"\b(?:record low|all-time low|lowest (?:ever|on record)|smallest (?:ever|on record))\b", re.I)
_SINCE = re.compile(
    r"\b(largest|widest|highest|biggest|lowest|smallest|narrowest|weakest|strongest|fastest|slowest)\b[^.;,]{0,24}\b(?:since|in)\b",
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


_SECTORS = (
    ("vehicles", r"vehicles?|autos?|automobiles?|automotive|cars?"),
    ("steel and aluminum", r"steel and alumini?um"),
    ("steel", r"steel"),
    ("aluminum", r"alumini?um"),
    ("agriculture", r"agricultur\w+|farm"),
    ("soybeans", r"soy(?:bean|a bean)?s?"),
    ("beef", r"beef"),
    ("pork", r"pork"),
    ("rice", r"rice"),
    ("dairy", r"dairy"),
    ("semiconductors", r"semiconductors?|chips?"),
    ("energy", r"energy"),
    ("oil", r"(?:crude )?oil"),
    ("lng", r"LNG|liquefied natural gas"),
    ("services", r"services(?! and)"),
    ("goods", r"goods(?! and services)|merchandise"),
)
_SECTOR = re.compile("|".join(rf"(?P<s{at}>\b(?:{words})\b)" for at, (_, words) in enumerate(_SECTORS)), re.I)


def sector(words: str) -> str | None:
    """The sector named in the words around a metric; ``None`` for all trade (also "goods and services")."""
    if re.search(r"\bgoods and services\b", words, re.I):
        return None
    names = [_SECTORS[int((match.lastgroup or "s0")[1:])][0] for match in _SECTOR.finditer(words)]
    special = [name for name in names if name != "goods"]
    return special[0] if special else (names[0] if names else None)


_SOURCE = re.compile(
    r"\b((?:(?:[A-Z][\w.]*|[a-z]+['’]s)\s){0,3}(?:customs|official|government|trade|census|Census Bureau|Commerce Department|customs agency)\s"
    r"(?:data|figures|statistics|numbers)|(?:US|U\.S\.|[A-Z]\w+(?:ese|ian|ean|can))\s(?:data|figures|statistics))\b|\baccording to (?:data |figures |statistics )?(?:from |by |of )?(?:the )?"
    r"((?:[A-Z][\w.&’'-]*\s?(?:of (?:the )?|and |for )?){1,7})|"
    r"\b(?:the\s)?((?:[A-Z][\w.&’'-]*\s(?:of\s|and\s)?){0,5}(?:Customs (?:Service|Administration|Agency)|Commerce (?:Department|Ministry)|Census Bureau|Statistics"
    r"|Finance Ministry|Ministry of \w+|Department of \w+|Bureau of [A-Z]\w+(?: [A-Z]\w+)*|Trade Ministry|Trade Association))(?:\s(?:data|figures|said|reported|show)|,)"
)


def source(body: str, sentence: Span) -> str | None:
    """Who counted, in the sentence's own words; ``None`` where it does not say."""
    match = _SOURCE.search(body, sentence.start, sentence.end)
    if match is None:
        return None
    return next((group.strip() for group in match.groups() if group), None)
