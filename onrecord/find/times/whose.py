"""Whose a fiscal year is: of the state right before it, of the one that the sentence is about, or the article's."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

import msgspec

from onrecord.knowledge.fiscal_years import FiscalYear, fiscal_years
from onrecord.knowledge.phrases import Phrases
from onrecord.knowledge.states import states

_OF_COMPANY = re.compile(
    r"\b(?:Inc|Corp|Co|Ltd|PLC|[Cc]ompan(?:y|ies)|firm|profits?|earnings|shares?|dividends?|sales|operating|net\s(?:loss|income)|retailer"
    r"|automaker|carmaker|chipmaker|shipbuilder|steelmaker|maker)\b"
)
_PARTNER = re.compile(r"\b(?:to|from|with|against|into|of|by|for)\s(?:(?:the|an?|its|another|some)\s)?\Z")
"""Before a state with which trade is done: "exports to Norway" are not Norway's."""
_OWNS = re.compile(r"(?:['’]s?)?\s(?:(?:federal|government|current|last|next)\s)?\Z")
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
    told = _told(body, start, end)
    code = _right_before(body, told.before, at) or told.subject
    if not code and not told.before:
        code = _of_article(body)
    row = fiscal_years().get(code)
    if row is not None and told.of_company:
        return row if row.companies and code in told.opening else None  # "Japanese carmaker Acme said"
    return row


class Told(msgspec.Struct, frozen=True):
    """What a sentence tells: the states before a place, the one it is about, those it opens with, and of a company."""

    before: dict[int, str]
    subject: str
    opening: frozenset[str]
    of_company: bool


@lru_cache(maxsize=4)
def _told(body: str, start: int, end: int) -> Told:
    """Of a sentence, once for all its fiscal years."""
    named = list(_names().find(body[start:end], start))
    return Told(
        before={end: code for _, end, code in named},
        subject=_subject(body, start, named),
        opening=frozenset(code for begin, _, code in named if begin - start <= _OPENING),
        of_company=_OF_COMPANY.search(body, start, end) is not None,
    )


@lru_cache(maxsize=4)
def _of_article(body: str) -> str:
    return _most(_names().find(body))


def _right_before(body: str, before: Mapping[int, str], at: int) -> str:
    """The state whose it says: "Japan's fiscal 2024", "the Australian financial year"."""
    gap = _OWNS.search(body, max(0, at - 20), at)
    return before.get(gap.start(), "") if gap else ""


def _subject(body: str, start: int, named: Iterable[tuple[int, int, str]]) -> str:
    """The one state of a sentence that is not only a partner."""
    codes = {code for begin, _, code in named if not _PARTNER.search(body[max(start, begin - 20) : begin])}
    return codes.pop() if len(codes) == 1 else ""


def _most(named: Iterable[tuple[int, int, str]]) -> str:
    """The state that an article names far more often than others."""
    codes = Counter(code for _, _, code in named)
    top = max(sorted(codes), key=codes.__getitem__, default="")
    return top if codes[top] > _MOST * codes.total() else ""
