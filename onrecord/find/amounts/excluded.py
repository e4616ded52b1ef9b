"""Numbers that are no amounts: years, dates, clock times, ordinals, names with numbers, scores, telephone numbers."""

import re

from onrecord.find.amounts.numbers import Number
from onrecord.knowledge.phrases import words_of

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_JOINED = re.compile(r"[A-Za-z][-–]$")
_PREFIXED = re.compile(r"\b(?:sub|minus|to|post-tax)-$", re.I)
_MONTH_BEFORE = re.compile(rf"\b{_MONTH}\s(?:\d{{1,2}},?\s|\d{{1,2}}(?:\s?[-–]\s?|\sand\s|\sto\s|,\s))?$")
_MONTH_AFTER = re.compile(
    rf"(?:st|nd|rd|th)?(?:\s?[-–]\s?\d{{1,2}}|\s(?:to|and|or)\s\d{{1,2}})?,?\s(?:of\s)?{_MONTH}(?![a-z])"
)
_ORDINAL = re.compile(r"(?:st|nd|rd|th|s|ers?|th-[a-z]+)(?![A-Za-z])|['’]s\b", re.I)
_CLOCK_AFTER = re.compile(
    r"[:.]\d\d(?!\d)|\s?[ap]\.?m\b\.?(?!\w)|\s?(?:o['’]clock|hours? (?:GMT|local)|GMT)|h\d\d", re.I
)
_CLOCK_BEFORE = re.compile(r"\d[:.]$|\d[:]\d\d[.:]$")
_HOUR = re.compile(r"\s?(?:a\.m\.?|p\.m\.?|am|pm|o['’]clock)(?![\w])", re.I)
_PHONE = re.compile(
    r"(?:\+\d{1,3}[\s-])?\(?\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}|\+?\d{1,3}[\s-]\d{1,4}[\s-]\d{3,4}[\s-]\d{3,4}"
)
_SCORE = re.compile(r"\d{1,3}[-–]\d{1,3}(?:[-–]\d{1,3})?")
_SCORE_CUE = re.compile(
    r"\b(?:won?|win|lost|beat|vote[ds]?|lead|score[ds]?|draw|drew|victory|defeat|ruled|decision"
    r"|finished|ruling|by)\b",
    re.I,
)
_NAME_BEFORE = re.compile(
    r"(?:\b(?:No|Nos|Sections?|Sec|Articles?|Chapters?|[Rr]oom|[Ss]uite|[Ee]xtension|ext|Apt|Box|Law"
    r"|H\.R|(?<!\.)S(?=\.)|HS|HTS|Part|Phase|Rule|Title|Annex|Paragraph|Figure|Table"
    r"|Page|Route|Highway|Flight"
    r"|Type|Model|Room|Act|Category|Stage|Tier|Class|Group of|Gate|Vol|Resolution|Clause|Schedule"
    r"|Level|Step|Day|Season|Game"
    r"|Week|Round|Super Bowl|Covid|COVID|page|section|article|chapter|phase"
    r"|number|category|grade|aged?|step|round|tier)"
    r"\.?[\s-])$"
)
_NAMES_BEFORE = re.compile(
    r"\b(?:(?:Sections|Articles|Chapters|Paragraphs|Phases|Flights|Routes|Nos\.?)\s\d+(?:,\s\d+)*,?\s(?:and|or|to|through)\s"
    r"|Law\s\d+[-–]|(?:^|\s)(?:s&p|sp|ftse|nikkei|stoxx|russell|fortune)\s)$"
)
_PROPER_BEFORE = re.compile(r"(?:^|[^.!?\n])\s?\b([a-z]?[A-Z][\w&.’'-]*[a-z&A-Z0-9])\s(?:\d{1,3}[-–])?$")


def is_year(text: str, number: Number) -> bool:
    """Whether four bare digits are a year: 1500-2099 such as no thing is counted in."""
    if number.form != "digits" or number.scaled or number.letter or number.end - number.start != 4:
        return False
    return 1500 <= number.value < 2100 and text[number.start : number.end].isdigit()


def dated(text: str, start: int) -> bool:
    """Whether the name of a month stands before ``start`` ("June one")."""
    return _MONTH_BEFORE.search(text, max(0, start - 24), start) is not None


def excluded(text: str, number: Number) -> bool:
    """Whether ``number`` is no amount whatever follows it."""
    start, end = number.start, number.end
    if number.form != "digits":
        if number.form == "words" and text[start - 1 : start] in ("-", "–") and text[start - 2 : start - 1].isalpha():
            return True  # three-for-one
        return (number.form == "words" and text[end : end + 2] in ("'s", "’s")) or _ORDINAL_WORD.match(
            text, end
        ) is not None
    head = text[max(0, start - 24) : start]
    last = head[-1:]
    if last.isalpha() or (last in ("/", "_", "=") and not head[-2:-1].isspace()):
        return True  # AL721, OS/2, an address of the web
    if last in "/:.," and head[-2:-1].isdigit():
        return True
    if last in "-–" and _JOINED.search(head) and not _PREFIXED.search(head):
        return True
    if (text[end : end + 1] == "+" and text[end + 1 : end + 2].isdigit()) or (last == "+" and head[-2:-1].isdigit()):
        return True
    if text[end : end + 1] == "/" and text[end + 1 : end + 2].isdigit():
        return True
    if number.scaled or number.letter:
        return False
    if _LINES.match(text, start):
        return True  # 1080p
    if (text[start] == "0" and text[start:end].isdigit() and end - start > 1) or _chained(text, start, end):
        return True
    if _ORDINAL.match(text, end) or (
        _CLOCK_AFTER.match(text, end) and "." not in text[start:end] and _clock(text, number)
    ):
        return True
    if _ITEM.match(text, end) and "(" not in text[max(0, start - 60) : start]:
        return True  # first in a list: "1) lower tariffs"
    if start == 0 and end <= 2 and text[end : end + 2] == ". ":
        return True
    if end - start == 2 and _SEASON_BEFORE.search(head):
        return True  # 1985-86
    if _ZONE_AFTER.match(text, end) and text[start:end].isdigit():
        return True  # 0900 GMT
    if (
        number.value <= 31
        and (_MONTH_BEFORE.search(head) or _MONTH_AFTER.match(text, end))
        and not (_DAY_BEFORE.search(head) and _NO_DAY.match(text, end))
    ):
        return True
    if _HOUR.match(text, end) or _CLOCK_BEFORE.search(head):
        return True
    if is_year(text, number) and _MONTH_BEFORE.search(head):
        return True
    around = (
        _PHONE.search(text, max(0, start - 12), end + 14) if end - start <= 4 and not is_year(text, number) else None
    )
    return around is not None and around.start() <= start and end <= around.end()


_ZONE_AFTER = re.compile(r"\s?(?:GMT|gmt|UTC|E[DS]T|P[DS]T|BST|CET|KST|JST)\b")
_DAY_BEFORE = re.compile(r"\d,?\s$")
_NO_DAY = re.compile(r"\s?(?:%|per\s?cent|pct)|\s(?!and\b|or\b|to\b)[a-z]+(?:\s[a-z]+)?s\b(?!\s(?:ago|later)\b)")
"""What follows a count, and no day of a month ("On May 5, 15 ships left")."""
_LINES = re.compile(r"(?:360|480|720|1080|1440|2160)[pi]\b")
_CHAIN = re.compile(r"\d+(?:[-–/]\d+){2,}")


def _chained(text: str, start: int, end: int) -> bool:
    """Whether the number is a link of three or more ("02-555-0188", "2025-05-02")."""
    if text[end : end + 1] not in ("-", "–") and text[start - 1 : start] not in ("-", "–"):
        return False
    chain = next((m for m in _CHAIN.finditer(text, max(0, start - 14), end + 14) if m.start() <= start < m.end()), None)
    return chain is not None


_ITEM = re.compile(r"\)\s")
_SEASON_BEFORE = re.compile(r"\b(?:1[5-9]|20)\d\d[-–]$")
_ORDINAL_WORD = re.compile(r"-?(?:th|st|nd|rd|ths)\b")


def _clock(text: str, number: Number) -> bool:
    following = text[number.end : number.end + 3]
    return number.value < 24 and (following[:1] == ":" or _HOUR.match(text, number.end) is not None)


def named(text: str, number: Number) -> bool:
    """Whether a number without unit belongs to a name: ``Section 301``, ``iPhone 14``, ``S&P 500``."""
    head = text[max(0, number.start - 24) : number.start]
    if _NAME_BEFORE.search(head) or _NAMES_BEFORE.search(head):
        return True
    if text[number.end : number.end + 1].isalpha():
        return True  # 4000CS
    if number.form == "digits" and text[number.start : number.end].isdigit() and _NAME_AFTER.match(text, number.end):
        return True
    proper = _PROPER_BEFORE.search(head)
    return (
        proper is not None
        and not number.scaled
        and not proper[1].endswith(("'s", "’s"))
        and number.form == "digits"
        and proper[1] not in _NOT_NAMES
        and "," not in text[number.start : number.end]
    )


_NAME_AFTER = re.compile(
    r"\s(?![A-Za-z]+s\b)(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[A-Z][a-z]+(?!\w|(?:[\s-][A-Za-z]+){0,3}[\s-](?:[A-Za-z]+|[A-Z-]*\d+)s\b)"
)
_TABLE = re.compile(r"\bvs (?:loss |profit )?$")
_NOT_NAMES = frozenset(
    words_of("The In At On By For And But About Some Over Nearly Almost Around Only Of To From With A Its")
)


def in_table(text: str, number: Number) -> bool:
    """Whether ``number`` ends a row of a table of results, so that a new name follows it ("vs 34.6 mln Revs")."""
    return _TABLE.search(text, max(0, number.start - 12), number.start) is not None


def score(text: str, start: int) -> bool:
    """Whether ``2-1`` or a count of votes stands at ``start``."""
    match = _SCORE.match(text, start)
    return match is not None and _SCORE_CUE.search(text[max(0, start - 30) : start]) is not None
