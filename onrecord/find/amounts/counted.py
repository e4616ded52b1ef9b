"""Counted things: the noun phrase after a number ("five European countries"), by the forms of its words alone."""

import re

from onrecord.knowledge.phrases import words_of

_WORD = re.compile(
    r"(?:\s|(?<=\w)-)?((?:[A-Z]\.){2,}"
    r"|(?:[A-Z]{1,2}-?)?\d{1,3}s\b"
    r"|[A-Za-z][A-Za-z'’]*(?:\s?-\d{1,3}\b|(?:-[A-Za-z][a-z]+)*))"
)
_MEASURE = re.compile(r"\s\d[\d,.]*(?:[\s-]?[A-Za-z]{2,}|[a-z])(?=\s[a-z])")
"""A measure that describes the noun: "eight 250ml bottles" are eight bottles, and 250 millilitres."""
_STOP = frozenset(
    words_of("""
    a an the this that these those my your his her its our their some any each every no not and or nor but if than as so
    to of in on at by for from with into onto over under about after before between during since until till through
    against without within across along around above below among per via up down out off near like
    i you he she it we they who whom whose which what when where why how there here then now also just only even still
    is are was were be been being am has have had having do does did doing will would shall should can could may
    might must
    says said say saying comes goes gets makes takes gives shows means seems wants needs came went got made took gave
    ended went later earlier ago ahead last next because while although though percent respectively""")
)
_IRREGULAR = {
    "people": "people", "children": "child", "men": "man", "women": "woman", "staff": "staff", "police": "police",
    "personnel": "personnel", "media": "media", "feet": "foot", "lives": "life", "wives": "wife", "crew": "crew",
    "series": "series", "species": "species", "viruses": "virus", "buses": "bus", "mice": "mouse", "teeth": "tooth",
    "troops": "troop", "cattle": "cattle", "aircraft": "aircraft", "criteria": "criterion", "movies": "movie",
    "indices": "index", "matrices": "matrix",
    "cookies": "cookie", "horses": "horse", "houses": "house", "cases": "case", "purchases": "purchase",
    "businesses": "business", "losses": "loss", "classes": "class", "addresses": "address", "phases": "phase",
    "gases": "gas", "bonuses": "bonus", "analyses": "analysis", "crises": "crisis", "knives": "knife", "halves": "half",
}  # fmt: skip
_MODELS = re.compile(r"[a-z-]*\d+s")
_NOT_PLURAL = re.compile(r"(?:ss|us|is|'s|’s|ous)$", re.I)
_LIGHT = frozenset(words_of("combined additional more other new-look further separate-but"))
FAR = 4
"""How many words may stand between a number and the noun that is counted."""


def counted_at(text: str, end: int, *, one: bool) -> tuple[int, str] | None:
    """The counted noun at ``end`` with the words that describe it: where it ends, and its name in the singular.

    ``one``: the number is one, so that the noun is singular and ends where the next small word begins.
    """
    words: list[tuple[str, int]] = []
    measure = _MEASURE.match(text, end)
    at = measure.end() if measure else end
    while len(words) <= FAR and (match := _WORD.match(text, at)):
        word = match[1]
        low = word.lower()
        if low in _STOP and not (low in ("and", "or") and words and not one):
            break
        words.append((word, match.end()))
        at = match.end()
        if not one and _plural(low):
            far, name = _phrase(words)
            return (end, name) if measure else (far, name)
    if one:
        while words and words[-1][0].lower().endswith(("ing", "ed", "ly")):
            words.pop()
        words = words[:3]
        return (words[-1][1], " ".join(word for word, _ in words)) if words else None
    return None


def _plural(word: str) -> bool:
    if word in _IRREGULAR or _MODELS.fullmatch(word) or word.endswith(("men", "people")):
        return True
    return word.endswith("s") and len(word) > 2 and not _NOT_PLURAL.search(word)


def _phrase(words: list[tuple[str, int]]) -> tuple[int, str]:
    names = [word for word, _ in words if word.lower() not in ("and", "or")]
    while len(names) > 1 and (names[0].lower().endswith("ed") or names[0].lower() in _LIGHT):
        del names[0]
    return words[-1][1], " ".join([*names[:-1], singular(names[-1])])


def singular(word: str) -> str:
    """The singular of a plural noun, by its form."""
    low = word.lower()
    if low in _IRREGULAR:
        return _IRREGULAR[low]
    if low.endswith("men"):
        return word[:-2] + "an"
    if low.endswith("ies") and len(low) > 4:
        return word[:-3] + "y"
    if low.endswith(("sses", "ches", "shes", "xes", "zes")):
        return word[:-2]
    return word[:-1] if low.endswith("s") and not _NOT_PLURAL.search(low) else word
