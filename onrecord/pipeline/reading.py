"""Articles to assertions, over one process or several, each result kept as soon as it is there."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from functools import cache
from multiprocessing import get_context

import msgspec

from onrecord import find, read
from onrecord.find.parse import Parser
from onrecord.knowledge.tables import BadTable
from onrecord.model.article import Article
from onrecord.model.assertion import AnyAssertion, assertion_id
from onrecord.model.notice import Notice

Assertions = tuple[AnyAssertion, ...]
Make = Callable[[], Parser]
AT_ONCE = 8
"""Articles that are read and kept together: what a killed run may lose."""
WORTH_WORKERS = 40
"""Fewer new articles than this are read in this process: starting others costs more than they save."""


class Reading(msgspec.Struct, frozen=True):
    """What was read from an article; ``fault`` is set where the rules broke down on it."""

    doc: str
    assertions: Assertions
    fault: str = ""

    def notice(self, name: str) -> Notice:
        """The fault, told to the user of the article called ``name``."""
        return Notice(about=name, stage="read", reason=f"a fault of onrecord, please report it: {self.fault}")


def readings(articles: Sequence[Article], *, make: Make, jobs: int) -> Iterator[list[Reading]]:
    """The readings of the articles, some at a time, in no certain order."""
    pieces = [articles[start : start + AT_ONCE] for start in range(0, len(articles), AT_ONCE)]
    if jobs <= 1 or len(articles) < WORTH_WORKERS:
        for piece in pieces:
            yield _read(piece, make)
        return
    with ProcessPoolExecutor(min(jobs, len(pieces)), mp_context=get_context("spawn")) as workers:
        waiting = [workers.submit(_read, piece, make) for piece in pieces]
        try:
            for done in as_completed(waiting):
                yield done.result()
        finally:
            for task in waiting:
                task.cancel()


@cache
def _parser(make: Make) -> Parser:
    return make()


def _read(articles: Sequence[Article], make: Make) -> list[Reading]:
    return [_reading(article, _parser(make)) for article in articles]


def _reading(article: Article, parser: Parser) -> Reading:
    """One article's reading. A fault of the rules costs its article, not the pile, and is told."""
    try:
        found = read.assertions(find.page(article, parser))
        # two rules may read the same from the same words: that is one assertion
        return Reading(article.doc, tuple({assertion_id(one): one for one in found}.values()))
    except BadTable:  # the user's own: every article would suffer from it
        raise
    except (ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError) as bug:
        return Reading(article.doc, (), f"{type(bug).__name__}: {bug}")


_decode = msgspec.json.Decoder(Assertions).decode


def packed(assertions: Assertions) -> bytes:
    """Assertions as bytes of the work table."""
    return msgspec.json.encode(assertions)


def unpacked(done: Mapping[str, bytes], key: str) -> Assertions | None:
    """The assertions of the work table under a key, if they are there."""
    return _decode(done[key]) if key in done else None
