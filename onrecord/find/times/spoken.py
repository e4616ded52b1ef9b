"""Years as they are said, in transcripts: ``nineteen ninety-six``, ``twenty twelve``, ``the year two thousand``."""

import re

_TEENS = ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ONES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]

_ONE = f"(?:{'|'.join(_ONES)})"
_TWO = f"(?:{'|'.join(_TEENS)}|(?:{'|'.join(_TENS)})(?:[ -]{_ONE})?|(?:oh|hundred)[ -]{_ONE})"
SPOKEN_YEAR = (
    rf"\b(?:eighteen|nineteen|twenty)[ -]{_TWO}\b(?!-| (?:hundred|thousand|million|billion|percent))"
    r"|(?<=\byear )two thousand\b(?! and)"
)
"""A pattern of such years; "twenty-five" and "nineteen people" are none."""


def year_said(text: str) -> int:
    """The number of a spoken year that ``SPOKEN_YEAR`` has matched."""
    pieces = re.split(r"[ -]", text.lower())
    if pieces == ["two", "thousand"]:
        return 2000
    century = {"eighteen": 1800, "nineteen": 1900, "twenty": 2000}[pieces[0]]
    return century + sum(_value(piece) for piece in pieces[1:])


def _value(word: str) -> int:
    if word in _TEENS:
        return 10 + _TEENS.index(word)
    if word in _TENS:
        return 20 + 10 * _TENS.index(word)
    return 1 + _ONES.index(word) if word in _ONES else 0
