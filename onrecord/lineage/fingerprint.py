"""What of an article survives copying: its runs of words, its numbers and its names.

Long quotations are left out: desks that never saw each other's text quote the same official statement.
"""

import re
from datetime import date
from zlib import crc32

import msgspec

from onrecord.model.article import Article

RUN = 4
"""Words in a run: short enough to live through an editor's cuts, long enough to be rare by chance."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d[\d,.]*\d|\d")
_QUOTATION = re.compile(r"[“\"][^“”\"\n]{40,1000}?[”\"]")
_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][^\W\d_]{2,}")


class Fingerprint(msgspec.Struct, frozen=True, kw_only=True):
    """What an article is compared by.

    ``runs`` are hashes of its runs of words, ``length`` counts its words without quotations,
    ``day`` is its known day; ``hour`` hours on a common clock, where more than the day is known.
    """

    id: str
    runs: frozenset[int]
    numbers: frozenset[str]
    names: frozenset[str]
    title: frozenset[str]
    length: int
    day: date | None = None
    hour: float | None = None


def words(text: str) -> list[str]:
    """The words of a text as copies share them: small letters, numbers without their commas."""
    return [
        word.replace(",", "") if word[0].isdigit() else word.replace("’", "'") for word in _WORD.findall(text.lower())
    ]


def runs(tokens: list[str]) -> frozenset[int]:
    """Hashes of all runs of four words; for comparing within one run of the program, not for keeping."""
    values = [crc32(token.encode()) for token in tokens]
    return frozenset(map(hash, zip(*(values[at:] for at in range(RUN)), strict=False)))


def fingerprint(
    *, id: str, text: str, title: str = "", day: date | None = None, hour: float | None = None
) -> Fingerprint:
    """The fingerprint of a text (its own prose, asides left out)."""
    own = words(_QUOTATION.sub(" ", text))
    return Fingerprint(
        id=id,
        runs=runs(own),
        numbers=frozenset(word for word in words(text) if word[0].isdigit()),
        names=frozenset(_NAME.findall(text)),
        title=frozenset(words(title)),
        length=len(own),
        day=day,
        hour=hour,
    )


def of_article(article: Article) -> Fingerprint:
    """The fingerprint of an article."""
    days = article.published.days if article.published else None
    return fingerprint(
        id=article.doc,
        text=article.body,
        title=article.headline.value if article.headline else "",
        day=days.first if days and days.first == days.last else None,
    )
