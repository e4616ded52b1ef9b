"""Text to words of time: each word gets one letter for its kind, so that patterns are small regular expressions.

A sentence becomes a short string of kinds ("on Friday, Oct. 13" is ``on weekday comma month small``), and
the grammar runs over that string instead of the characters.
"""

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from onrecord.find.times.longer import longer, plain
from onrecord.find.times.spoken import SPOKEN_YEAR, year_said
from onrecord.knowledge.tables import table


class TimeWord(msgspec.Struct, frozen=True, kw_only=True):
    """A row of ``time_words.csv``: words of one kind and value."""

    kind: str
    value: str = ""
    words: tuple[str, ...] = ()


class Word(msgspec.Struct, frozen=True, array_like=True):
    """A word of the text with what it counts as."""

    text: str
    start: int
    end: int
    kind: str
    value: str


SHAPES = (
    "small",  # 1 to 31: a day, an hour or a count
    "number",  # any other number
    "fouryear",  # 1000 to 2199
    "dayth",  # 15th
    "decadename",  # 1990s, '90s
    "clock",  # 9:30
    "iso",  # 2025-05-02, 2025/05/02
    "slash",  # 5/2/2025
    "money",  # $25, 25%
    "hyphen",
    "comma",
    "dash",
    "slashmark",
    "genitive",
    "holiday",
    "edverb",
    "ingverb",
    "stop",
    "open",
    "x",
)
_TOKEN = re.compile(
    r"(?P<iso>\b(?:19|20)\d\d([-/.])\d{1,2}\2\d{1,2}\b(?![-/]))"
    r"|(?P<slash>\b\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)\b)"
    r"|(?P<clock>\b\d{1,2}:\d\d(?::\d\d)?(?:\b|(?=hrs?\b))|\b\d{1,2}\.\d\d(?=\s?[ap]\.?m\b))"
    r"|(?P<decade>\b\d{3}0['’]?s\b|['’‘]\d0s\b|\b[2-9]0s\b)"
    r"|(?P<dayth>\b\d{1,3}(?:st|nd|rd|th)\b)"
    r"|(?P<named>\b(?:[QHqh][1-4]|[1-4][QH])\b)"
    r"|(?P<money>[$€£¥₩]\s?\d[\d.,]*|\b\d[\d.,]*\s?%)"
    r"|(?P<number>\d+(?:,\d{3})*(?:\.\d+)?)"
    r"|(?P<ampm>\b[ap]\.m\b\.?)"
    r"|(?P<era>\b(?:B\.C\.(?:E\.)?|A\.D\.))"
    r"|(?P<abbr>\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\.)"
    r"|(?P<genitive>['’]s\b)"
    r"|(?P<spoken>" + SPOKEN_YEAR + ")"
    r"|(?P<word>[A-Za-z]+(?:['’](?!s\b)[a-z]+)?)"
    r"|(?P<mark>[-‐‑–—,./(;:])"
)
_MARKS = {
    "-": "hyphen",
    "‐": "hyphen",
    "‑": "hyphen",
    ",": "comma",
    "–": "dash",
    "—": "dash",
    "/": "slashmark",
    ".": "stop",
    "(": "open",
    ";": "stop",
    ":": "stop",
}


@cache
def kinds() -> dict[str, str]:
    """The letter of each kind of word."""
    names = dict.fromkeys([*SHAPES, *(row.kind for row in table("time_words.csv", TimeWord)), "ampm"])
    return {name: chr(0x4E00 + number) for number, name in enumerate(names)}


@cache
def kind_names() -> dict[str, str]:
    """The kind of each letter."""
    return {letter: name for name, letter in kinds().items()}


@cache
def lexicon() -> dict[str, tuple[str, str]]:
    """Kind letter and value by written word; words in small letters stand here in three cases."""
    letters = kinds()
    known: dict[str, tuple[str, str]] = {}
    for row in table("time_words.csv", TimeWord):
        for word in row.words:
            forms = [word, word.upper()] if word != word.lower() else [word, word.capitalize(), word.upper()]
            for form in forms:
                known.setdefault(form, (letters[row.kind], row.value))
    for exact in ("MAY", "MAR", "SUN", "SAT", "WED", "AM"):  # words of other sense in headlines
        known.pop(exact, None)
    known["AM"] = (letters["ampm"], "AM")
    return known


def _number(text: str, letters: dict[str, str]) -> tuple[str, str]:
    bare = text.replace(",", "")
    if bare.isdigit() and len(bare) < 10:
        count = int(bare)
        if len(text) == 4 and 1000 <= count < 2200:
            return letters["fouryear"], bare
        return letters["small" if 1 <= count <= 31 and len(text) <= 2 else "number"], str(count)
    return letters["number"], bare if len(bare) < 20 else "0"


def words(text: str, start: int, end: int) -> Iterator[Word]:
    """The words of ``text[start:end]``."""
    letters, known = kinds(), lexicon()
    names, name, name_starts = longer()
    skip_to = start
    for match in _TOKEN.finditer(text, start, end):
        at, shape, word = match.start(), match.lastgroup, match.group()
        if at < skip_to:
            continue
        if shape in ("word", "abbr", "named", "era"):
            if word in name_starts and (found := name.match(text, at, end)):
                skip_to = found.end()
                kind_of_name, value = names[plain(found.group())]
                yield Word(found.group(), at, skip_to, letters[kind_of_name], value)
                continue
            kind = known.get(word)
            if kind is None and shape == "abbr":
                kind = known.get(word[:-1])
            if kind is not None:
                yield Word(word, at, match.end(), *kind)
            elif len(word) > 4 and word[0].islower() and word.endswith(("ed", "ing")):
                yield Word(word, at, match.end(), letters["edverb" if word[-1] == "d" else "ingverb"], "")
            else:
                yield Word(word, at, match.end(), letters["x"], "")
        elif shape == "number":
            kind = _number(word, letters)
            yield Word(word, at, match.end(), *kind)
        elif shape == "spoken":
            yield Word(word, at, match.end(), letters["fouryear"], str(year_said(word)))
        elif shape == "mark":
            yield Word(word, at, match.end(), letters[_MARKS[word]], "")
        elif shape == "ampm":
            yield Word(word, at, match.end(), letters["ampm"], "AM" if word[0] in "aA" else "PM")
        elif shape == "decade":
            digits = re.sub(r"\D", "", word)
            yield Word(
                word, at, match.end(), letters["decadename"], digits[:3] if len(digits) == 4 else "19" + digits[0]
            )
        elif shape == "dayth":
            yield Word(word, at, match.end(), letters["dayth"], re.sub(r"\D", "", word))
        else:
            yield Word(word, at, match.end(), letters[shape or "x"], word)
