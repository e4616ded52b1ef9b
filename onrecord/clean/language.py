"""The language of an article: from a hint, else from its script and its most common small words."""

import re
from collections import Counter
from functools import cache

import msgspec

from onrecord.knowledge.tables import table

LOOK = 1500
"""So many characters are looked at."""
LEAST_WORDS = 12
"""With fewer words than this nothing is said about a text in Latin script."""
_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = tuple(map(re.compile, ("[\uac00-\ud7a3]", "[\u3040-\u30ff]", "[\u4e00-\u9fff]")))


class Language(msgspec.Struct, frozen=True, kw_only=True):
    """A row of ``languages.csv``: an ISO 639-1 code and the small words that give the language away."""

    code: str
    words: tuple[str, ...]


@cache
def _codes_by_word() -> dict[str, tuple[str, ...]]:
    codes: dict[str, tuple[str, ...]] = {}
    for row in table("languages.csv", Language):
        for word in row.words:
            codes[word] = (*codes.get(word, ()), row.code)
    return codes


def language(text: str) -> tuple[str, str]:
    """The ISO 639-1 code of a text's language, ``und`` if unsure, and the reason."""
    head = text[:LOOK]
    letters = sum(map(str.isalpha, head))
    if not letters:
        return "und", "no letters"
    hangul, kana, han = (len(script.findall(head)) for script in _SCRIPTS)
    if hangul > letters * 0.3:
        return "ko", "script"
    if kana + han > letters * 0.3:
        return ("ja" if kana > letters * 0.05 else "zh"), "script"
    words = _WORD.findall(head.lower())
    if len(words) < LEAST_WORDS:
        return "und", "too few words"
    codes = _codes_by_word()
    votes = Counter(code for word in words if word in codes for code in codes[word])
    ranked = votes.most_common(2)
    if not ranked or ranked[0][1] < len(words) * 0.12:
        return "und", "its small words fit no language that is known here"
    if len(ranked) > 1 and ranked[1][1] > ranked[0][1] * 0.75:
        return "und", f"its small words fit {ranked[0][0]} and {ranked[1][0]}"
    return ranked[0][0], "small words"
