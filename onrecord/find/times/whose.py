"""Whose a fiscal year is: of the state right before it, of the one that the sentence is about, or the article's."""

import re
from collections.abc import Iterable
from functools import cache

from onrecord.knowledge.fiscal_years import FiscalYear, fiscal_years
from onrecord.knowledge.phrases import Phrases
from onrecord.knowledge.states import states

_OF_COMPANY = re.compile(
    r"\b(?:Inc|Corp|Co|Ltd|PLC|[Cc]ompan(?:y|ies)|firm|profits?|earnings|shares?|dividends?|sales|operating|net\s(?:loss|income)|retailer"
    r"|automaker|carmaker|chipmaker|shipbuilder|steelmaker|maker)\b"
)
_PARTNER = re.compile(r"\b(?:to|from|with|against|into|of|by|for)\s(?:(?:the|an?|its|another|some)\s)?\Z")
"""Before a state with which trade is done: "exports to Norway" are not Norway's."""
_MOST = 0.6
_OPENING = 40
"""Within so many characters of its sentence stands the state of a company that it is about."""


@cache
def _names() -> Phrases[str]:
    return Phrases(
        (words, row.code)
        for row in states().values()
        for words in (*row.names, *row.adjectives, *row.capitals, *row.governments)
    )


def whose(body: str, start: int, end: int, at: int) -> FiscalYear | None:
    """The fiscal year of the state spoken of at a place of the sentence ``body[start:end]``; ``None`` if unsure.

    A company's year is its own, save where most run as the state's.
    """
    named = list(_names().find(body[start:end], start))
    code = _right_before(body, named, at) or _subject(body, start, named)
    if not code and not named:
        code = _most(_names().find(body))
    row = fiscal_years().get(code)
    if row is not None and _OF_COMPANY.search(body, start, end):
        opens = any(
            begin - start <= _OPENING for begin, _, one in named if one == code
        )  # "Japanese carmaker Acme said"
        return row if row.companies and opens else None
    return row


def _right_before(body: str, named: Iterable[tuple[int, int, str]], at: int) -> str:
    """The state whose it says: "Japan's fiscal 2024", "the Australian financial year"."""
    for _, end, code in named:
        if end <= at and re.fullmatch(r"(?:['’]s?)?\s(?:(?:federal|government|current|last|next)\s)?", body[end:at]):
            return code
    return ""


def _subject(body: str, start: int, named: Iterable[tuple[int, int, str]]) -> str:
    """The one state of a sentence that is not only a partner."""
    codes = {code for begin, _, code in named if not _PARTNER.search(body[max(start, begin - 20) : begin])}
    return codes.pop() if len(codes) == 1 else ""


def _most(named: Iterable[tuple[int, int, str]]) -> str:
    """The state that an article names far more often than others."""
    codes = [code for _, _, code in named]
    top = max(sorted(set(codes)), key=codes.count, default="")
    return top if codes and codes.count(top) > _MOST * len(codes) else ""
