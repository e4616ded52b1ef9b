"""Bylines: lines that say who wrote an article and for whom."""

import re
from functools import cache

import msgspec

from onrecord.knowledge.outlets import names, outlet_named

_WIRE = (
    r"(?:[A-Z][\w.&’'-]+(?:\s[A-Z][\w.&’'-]+){0,2}\s(?:Wire|News|News\sAgency|Agency|Press|Service|Times|Post|Herald|Daily)"
    r"|[A-Z][\w.&’'-]+)"
)
"""An agency or paper that no table names, before a place in capitals: one word, or one that says what it is."""
_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?:\s[A-ZÀ-Þ][A-ZÀ-Þ.'’-]*){0,2}"
LONGEST = 130
"""Lines of more characters are no bylines."""
_NAME = r"[A-ZÀ-Þ][\w.’'-]+(?:\s(?:(?:de|da|del|van|von|der|al|bin|la)\s)?(?:[A-ZÀ-Þ][\w.’'-]*|\([A-Z][a-z]+\))){1,3}"
_NAMES = rf"{_NAME}(?:(?:,\s|,?\sand\s|\s&\s){_NAME}){{0,4}}"
_JOB = (
    r"(?:[Ss]taff\s[Ww]riters?|[Ss]taff\s[Rr]eporters?|[Cc]orrespondents?|[Rr]eporters?|[Ee]ditors?|[Cc]olumnists?"
    r"|[Cc]ontributing\s[Ww]riters?|[Pp]roducers?|[Ww]riters?)"
)


class Byline(msgspec.Struct, frozen=True, kw_only=True):
    """Who wrote it, and the outlet or agency in the line, if one is."""

    writer: str
    outlet: str = ""
    place: str = ""


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    outlets = "|".join(re.escape(name) for name in names())
    outlet = rf"(?P<outlet>{outlets})"
    tail = rf"(?:\s(?:[\w’'.-]+\s){{0,4}}{_JOB}(?:\sin\s[A-Z][\w. ]{{1,30}})?)?(?:,\s(?P<place>[A-Z][\w. ]{{1,30}}))?"
    place = r"(?P<place>[A-Z][A-Za-z.’' -]{2,30}?(?:,\s[A-Z][A-Za-z.]{1,20})?)"
    mail = r"[\w.+-]{1,40}@[\w.-]{1,40}"
    return tuple(
        re.compile(form)
        for form in (
            rf"(?:{outlet}|(?P<writer>Staff writers?|Staff reporters?)),\s(?:with\s[\w ]{{2,20}}(?:,\s)?)?{place}",
            rf"(?:Analysis(?:\sby|:)|Written\sby|Reported\sby|Story\sby|Text\sby|[Bb]y|BY(?!\sTHE\b))\s*:?\s+(?P<writer>{_NAMES})"
            rf"(?:\s?[\[(]{mail}[\])])?(?:\s?[,/|–—-]\s?(?:{outlet}{tail}|[\w ’'.&-]{{0,40}}{_JOB}|{mail}))?",
            rf"(?P<writer>{_NAMES}),\s{outlet}{tail}\.?",
            rf"(?:[Bb]y|BY)(?!\sTHE\b)\s(?:{outlet}|(?P<writer>{_NAMES}|[Ss]taff\s[Ww]riters?))",
            rf"(?P<outlet>{_WIRE}),\s(?P<place>{_CAPITALS})",
            rf"(?P<writer>{_NAMES})\s?[/|]\s?(?:{outlet}|[\w ]{{0,20}}{_JOB})",
        )
    )


def byline(line: str) -> Byline | None:
    """The byline that a whole line is: ``Reuters, SEOUL``, ``By Jane Roe``, ``Jane Roe, Arirang News.``."""
    if len(line) > LONGEST or not line or not (line[0].isupper() or line.startswith("by ")):
        return None
    for form in _forms():
        match = form.fullmatch(line)
        if match:
            found = match.groupdict()
            return Byline(
                writer=found.get("writer") or "", outlet=found.get("outlet") or "", place=found.get("place") or ""
            )
    return None


def outlet_line(line: str) -> str:
    """The outlet that a whole line names, or nothing."""
    return line if len(line) <= 40 and line[:1].isupper() and outlet_named(line) is not None else ""


def name_line(line: str) -> bool:
    """Whether a line may be nothing but the names of writers."""
    return len(line) <= LONGEST and re.fullmatch(_NAMES, line) is not None
