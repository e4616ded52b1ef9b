"""Numbers: where a number is written, in figures or in words, and its value with its scale applied."""

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from onrecord.find.amounts import multiples, parts
from onrecord.knowledge.phrases import words_of
from onrecord.model.mention import AmountMention

_ONES = words_of(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = words_of("twenty thirty forty fifty sixty seventy eighty ninety")
_SMALL = {word: value for value, word in enumerate(_ONES)} | {word: 20 + 10 * at for at, word in enumerate(_TENS)}
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12.0}
_SHORT = {
    "mn": 1e6, "mln": 1e6, "mil": 1e6, "mm": 1e6, "m": 1e6, "mio": 1e6, "bn": 1e9, "bln": 1e9, "bil": 1e9, "b": 1e9,
    "tril": 1e12, "tn": 1e12, "trn": 1e12, "trln": 1e12, "tln": 1e12, "k": 1e3, "lakh": 1e5, "lac": 1e5, "crore": 1e7,
    "cr": 1e7,
}  # fmt: skip
LONGEST = 20
"""A run of more digits than this is no amount."""

_SCALE_WORDS = "|".join(_SCALES)
_UNIT_WORDS = "|".join((*_ONES, *_TENS))


@cache
def _atom() -> re.Pattern[str]:
    """What a number may begin with: the kinds are tried in this order at each place."""
    return re.compile(
        rf"""
    (?P<fold>\b(?:{_UNIT_WORDS}|hundred|thousand)(?=[\s-]?fold\b))
  | (?P<multiple>\b(?:{multiples.words()})\b)
  | (?P<ratio>\bone\s(?:in|out\sof|of)\s(?:every\s)?(?:{_UNIT_WORDS}|\d{{1,3}})\b(?!\s(?:or|to|million|hundred))
      |(?<![\w.,$€£/-])(?:{_UNIT_WORDS}|\d\d?)\s(?:in|out\sof)\s(?:every\s)?(?:three|four|five|ten|[3-9]|10|100)
      \b(?![.,]?\d|[-–]|\s(?:or|to|million|billion|hundred|thousand|year|month|week|day|hour|minute|second|season|game)))
  | (?P<vague>\b(?:(?:tens|hundreds|thousands|dozens|scores)\sof\s)?
      (?:hundreds|thousands|millions|billions|trillions|dozens|scores(?=\sof\s))\b
      |\b(?:several|a\sfew)\s(?:hundred|thousand|million|billion|dozen)(?:\s(?:thousand|million|billion))?\b)
  | (?P<scaled>\b(?:(?:an?\s)?half(?:[\s-]an?)?|(?:a|three)[\s-]quarters?\sof\sa)[\s-](?:{_SCALE_WORDS})\b)
  | (?P<part>\b(?:(?:an?|one|two|three|four|five|six|seven|eight|nine)[\s-](?:{parts.NAMES})s?|half|quarter)\b)
  | (?P<words>\b(?:an?\s(?={_SCALE_WORDS})|(?:{_UNIT_WORDS})\b(?!\spoint\s)|(?:{_SCALE_WORDS})\b)
      (?:(?:[\s-]|\sand\s(?!(?:one|two|three)[\s-](?:{parts.NAMES}))(?=[a-z]+\s(?:{_SCALE_WORDS})\b|(?:{_UNIT_WORDS})\b))?
      (?:\b(?:{_UNIT_WORDS}|{_SCALE_WORDS})\b)){{0,9}})
  | (?P<sign>[{"".join(parts.SIGNS)}])
  | (?P<digits>(?:\d{{1,3}}(?:,\d\d\d)+(?!\d)|\d{{1,2}}(?:,\d\d)+,\d\d\d(?!\d)
      |\d{{1,3}}(?:\s\d\d\d)+(?=\s(?:tonnes|tons))|\d+)(?:\.\d+)?
      |(?<![\w.])\.\d+)
      (?P<half>[{"".join(parts.SIGNS)}])?
    """,
        re.VERBOSE | re.IGNORECASE,
    )


_COUNT = re.compile(r"(two|three|four|five|six|seven|eight|nine)\s", re.I)
_POWER = re.compile(r"\s?[×x]\s?10\s?[\^]?([−-]?\d{1,2})\b")
_SCALE_AFTER = re.compile(
    rf"(?:[\s-]?|\s\[)({_SCALE_WORDS}|lakh|lac|crore|mln|bln|trn|trln|mil|mn|bn|tn|bil|tril)s?\b"
    rf"(?:[\s-]({_SCALE_WORDS}|lakh|crore)\b)?\]?",
    re.I,
)
_THE = re.compile(r"\b(?:the|some|nearly|about|roughly|these|those|his|her|its|their)\s$", re.I)
_SHORT_AFTER = re.compile(r"[\s-](mln|bln|trn|trln|mn|bn|tn|crore|lakh)s?\b", re.I)
"""After a number in words: "eight mln dlrs"."""
_LETTER_AFTER = re.compile(r"(?:(mm|m|b|k|cr)(?!\w|[./]\w)|\s([BM])(?=\s[a-z]{3}))", re.I)


class Number(msgspec.Struct, frozen=True, kw_only=True):
    """A number of a text: its place, value, and how it is written.

    ``form``: ``digits``, ``words``, ``part`` ("a third"), ``multiple`` ("doubled"), ``vague`` ("thousands"; ``high`` is
    the next power). ``scaled``: a scale is written with it. ``letter``: that scale is one letter, so it may yet be a
    unit ("5m").
    """

    start: int
    end: int
    value: float
    form: str
    high: float | None = None
    scaled: bool = False
    letter: str = ""

    def amount(self, end: int, unit: str, rule: str) -> AmountMention:
        """The amount of ``unit`` that this number is, up to ``end``."""
        return AmountMention(
            start=self.start, end=end, value=self.value, high=self.high, unit=unit, rule=f"{rule}/{self.form}"
        )


def find_numbers(text: str) -> Iterator[Number]:
    """Every number of ``text``, left to right: those that are amounts and those (years, names) that are not."""
    at = 0
    while match := _atom().search(text, at):
        number = _read(text, match)
        at = max(match.end(), number.end if number else 0)
        if number is not None:
            yield number


def _read(text: str, match: re.Match[str]) -> Number | None:
    start, end = match.span()
    if match["fold"]:
        return _words(text, match["fold"], start, end)
    if match["ratio"]:
        share = re.split(r"\s", match["ratio"].lower())
        first, last = _size(share[0]), _size(share[-1])
        return Number(start=start, end=end, value=first / last, form="part") if 0 < first < last else None
    if match["multiple"]:
        times = multiples.multiple_at(text, start, end)
        return Number(start=start, end=end, value=times[0], form="multiple") if times else None
    if match["vague"]:
        return _vague(match["vague"], start, end)
    if match["scaled"]:
        *_, scale = re.split(r"[\s-]", match["scaled"].lower())
        scaled = (
            0.75 if match["scaled"][:5].lower() == "three" else 0.25 if "quarter" in match["scaled"].lower() else 0.5
        )
        return Number(start=start, end=end, value=scaled * _SCALES[scale], form="words", scaled=True)
    if match["part"]:
        value = parts.value_at(text, start, end)
        if value is not None:
            return Number(start=start, end=end, value=value, form="part")
        count = _COUNT.match(match["part"])  # "two quarters" are two of them
        return _words(text, count[1], start, start + len(count[1])) if count else None
    if match["words"]:
        return _words(text, match["words"], start, end)
    if match["sign"]:
        return Number(start=start, end=end, value=parts.SIGNS[match["sign"]], form="part")
    return _digits(text, match)


def _size(word: str) -> float:
    return float(word) if word.isdigit() else float(_SMALL[word])


def _exact(value: float) -> float:
    """A product without the last bits of noise (16.6 billion is 16600000000)."""
    return float(f"{value:.12g}")


def _vague(words: str, start: int, end: int) -> Number:
    pieces = re.sub(r"^(?:several|a few)| of ", " ", words.lower()).split()
    low, high = 1.0, 10.0
    for piece in pieces:
        size = {"tens": 10.0, "scores": 20.0, "dozens": 12.0}.get(piece) or _SCALES[piece.removesuffix("s")]
        low *= size
    return Number(start=start, end=end, value=low, high=low * high, form="vague", scaled=True)


def _words(text: str, words: str, start: int, end: int) -> Number | None:
    if words.lower() in _SCALES:
        twelve = words.lower() == "dozen" and _THE.search(text, max(0, start - 8), start)
        return Number(start=start, end=end, value=12.0, form="words", scaled=True) if twelve else None
    total = current = 0.0
    any_scale = False
    for word in re.findall(r"[a-z]+", words.lower()):
        if word in _SMALL:
            current += _SMALL[word]
        elif word in ("a", "an"):
            current = 1.0
        elif word in _SCALES:
            any_scale = True
            if word in ("hundred", "dozen"):
                current = (current or 1.0) * _SCALES[word]
            else:
                total += (current or 1.0) * _SCALES[word]
                current = 0.0
    value = total + current
    if mixed := parts.and_a_half(text, end):
        end, part = mixed
        value += part
        if scale := _SCALE_AFTER.match(text, end):
            end, value, any_scale = scale.end(), value * _scale(scale), True
    elif short := _SHORT_AFTER.match(text, end):
        end, value, any_scale = short.end(), _exact(value * _SHORT[short[1].lower()]), True
    return Number(start=start, end=end, value=value, form="words", scaled=any_scale)


def _scale(written: re.Match[str]) -> float:
    size = 1.0
    for word in (written[1], written[2]):
        if word:
            size *= _SCALES.get(word.lower()) or _SHORT[word.lower()]
    return size


def _digits(text: str, match: re.Match[str]) -> Number | None:
    start, end = match.span()
    if end - start > LONGEST:
        return None
    value = float(match["digits"].replace(",", "").replace(" ", ""))
    if match["half"]:
        value += parts.SIGNS[match["half"]]
    elif mixed := (parts.mixed(text, end) or parts.and_a_half(text, end)) if match["digits"].isdigit() else None:
        end, part = mixed
        value += part
    elif text[end : end + 1] in "/⁄" and (ends := parts.denominator(text, end)):
        end, whole = ends
        if text[start - 1 : start] == "/" or whole <= value:
            return None
        return Number(start=start, end=end, value=value / whole, form="part")
    if power := _POWER.match(text, end):
        exponent = int(power[1].replace("−", "-"))
        return Number(start=start, end=power.end(), value=value * 10.0**exponent, form="digits")
    if scale := _SCALE_AFTER.match(text, end):
        return Number(start=start, end=scale.end(), value=_exact(value * _scale(scale)), form="digits", scaled=True)
    if letter := _LETTER_AFTER.match(text, end):
        mark = letter[1] or letter[2]
        return Number(
            start=start, end=letter.end(), value=_exact(value * _SHORT[mark.lower()]), form="digits", letter=mark
        )
    return Number(start=start, end=end, value=value, form="digits")
