"""A dated article as others are compared with it: which single days its sentences speak of, and in what words."""

import re
from datetime import date

import msgspec

from onrecord.lineage.dating.near import is_near
from onrecord.lineage.dating.told import Told
from onrecord.model.article import Article
from onrecord.model.days import Days

_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_SMALL = (
    " about after also been before being could from have into more most other over said says some than that their them "
    "then there these they this those under were when where which while will with would "
)
"""Words that stand in any sentence."""


class Spoken(msgspec.Struct, frozen=True):
    """A sentence with its content words, and the single days that it speaks of, each with its words."""

    words: str
    content: frozenset[str]
    days: tuple[tuple[str, date], ...]


class Dated:
    """An article whose day is known."""

    def __init__(self, article: Article, day: date) -> None:
        told = Told(article)
        self.article = article
        self.name = article.name
        self.day = day
        self.sentences = tuple(
            Spoken(telling.words, content(telling.words), days)
            for telling in told.read(Days(first=day, last=day))
            if (
                days := tuple(
                    (time.of(told.body), time.days.first)
                    for time in telling.times
                    if time.days and time.days.first and time.days.first == time.days.last
                )
            )
        )


def content(sentence: str) -> frozenset[str]:
    """The words of a sentence that tell what it is about: no small words, no weekdays."""
    words = (word.lower() for word in _WORD.findall(sentence) if len(word) > 3 or word[0].isdigit())
    return frozenset(word for word in words if f" {word} " not in _SMALL and not is_near(word))
