"""Parts of a whole: "a third", "two-fifths", "half of", "2-1/4", "two and a half"."""

import re

from onrecord.knowledge.phrases import words_of

SIGNS = {
    "½": 0.5,
    "¼": 0.25,
    "¾": 0.75,
    "⅓": 1 / 3,
    "⅔": 2 / 3,
    "⅛": 0.125,
    "⅜": 0.375,
    "⅝": 0.625,
    "⅞": 0.875,
    "⅕": 0.2,
}
_PARTS = {
    "half": 2.0, "third": 3.0, "quarter": 4.0, "fourth": 4.0, "fifth": 5.0, "sixth": 6.0, "seventh": 7.0,
    "eighth": 8.0, "ninth": 9.0, "tenth": 10.0,
}  # fmt: skip
NAMES = "|".join((*_PARTS, "halve"))
_COUNTS = {word: at for at, word in enumerate(words_of("one two three four five six seven eight nine"), 1)}
_DENOMINATORS = frozenset((2, 3, 4, 5, 6, 8, 10, 12, 16, 32, 64, 100, 128))

_OF_SOMETHING = re.compile(r"\sof\b|\s(?:an?|the|its|their|all|his|her|our)\s|[\s-](?:percentage[\s-])?points?\b")
_ENDS = re.compile(
    r"\s?(?:$|[.,;:)\]—–\"”’])(?!\w)"
    r"|\s(?:in|from|to|since|on|last|this|more|less|higher|lower|than|as|and|or|for|by|over|after|between|while|when|if"
    r"|said|says?|was|were|are|is|had|have|has|would|will|went|goes|came|comes|think|believe|expect)\b"
)
_LED = re.compile(r"\b(?:by|than|nearly|almost|about|around|roughly|over|least|only|just|another|up|down|in)\s$", re.I)
_DAYS = re.compile(
    r"\b(?:first|second|last|latter|next|1st|2nd|this|previous|final|opening|current|same|early|late|coming|each)[\s-]$",
    re.I,
)
_MIXED = re.compile(r"(?:-|\s)(\d{1,2})[/⁄](\d{1,3})(?![\d/]|[.,]\d)")
_OVER = re.compile(r"[/⁄](\d{1,3})(?![\d/])")
_AND_A_HALF = re.compile(rf"[\s-]and[\s-](a|one|two|three)[\s-]({NAMES})s?\b", re.I)


def value_at(text: str, start: int, end: int) -> float | None:
    """The part that ``text[start:end]`` stands for; ``None`` for a stretch of time or the third of a row."""
    first, _, second = text[start:end].lower().replace("-", " ").partition(" ")
    head = text[max(0, start - 12) : start]
    if not _meant(text, end, first, second, head):
        return None
    name = second or first
    name = name if name in _PARTS else name.removesuffix("s").replace("halve", "half")
    return _COUNTS.get(first, 1) / _PARTS[name]


def _meant(text: str, end: int, first: str, second: str, head: str) -> bool:
    name = second or first
    following = _OF_SOMETHING.match(text, end)
    point = following is not None and "point" in following.group()
    if name.startswith("quarter") and not (following or _LED.search(head)):
        return (
            first == "three" and text[end - 9 : end - 8] == "-"
        )  # "three-quarters", not the months of "three quarters"
    if first == "quarter":
        return point
    if following is not None:
        return not (first == "half" and _DAYS.search(head))
    if second.endswith("s") or first == "one":
        return second.endswith("s") or _ENDS.match(text, end) is not None
    return _LED.search(head) is not None and _ENDS.match(text, end) is not None


def mixed(text: str, end: int) -> tuple[int, float] | None:
    """The fraction that follows a whole number at ``end`` ("2-1/4"): where it ends, and its value."""
    match = _MIXED.match(text, end)
    if match is None or int(match[2]) not in _DENOMINATORS or int(match[1]) >= int(match[2]):
        return None
    return match.end(), int(match[1]) / int(match[2])


def denominator(text: str, end: int) -> tuple[int, int] | None:
    """What stands under the stroke at ``end``: where it ends, and its value; ``None`` for a date or a score."""
    match = _OVER.match(text, end)
    return (match.end(), int(match[1])) if match and int(match[1]) in _DENOMINATORS else None


def and_a_half(text: str, end: int) -> tuple[int, float] | None:
    """The part that follows a whole number in words at ``end`` ("two and a half"): where it ends, and its value."""
    match = _AND_A_HALF.match(text, end)
    if match is None:
        return None
    name = match[2].lower().replace("halve", "half")
    return match.end(), _COUNTS.get(match[1].lower(), 1) / _PARTS[name]
