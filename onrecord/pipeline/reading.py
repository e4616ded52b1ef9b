"""Articles to assertions, over one process or several, each result kept as soon as it is there."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor, as_completed
from functools import cache, partial
from multiprocessing import get_context
from typing import Any, TypeVar

import msgspec

from onrecord import find, read
from onrecord.find.parse import Parser, texts
from onrecord.knowledge.tables import BadTable
from onrecord.model.article import Article
from onrecord.model.assertion import AnyAssertion, assertion_id
from onrecord.model.notice import Notice
from onrecord.pipeline.parsing import KeptParser, Make, Parses, parse, pieces

Assertions = tuple[AnyAssertion, ...]
T = TypeVar("T")
AT_ONCE = 8
"""Articles that are read and kept together: what a killed run may lose."""
TOGETHER = 64
"""Articles for each process whose sentences are parsed before they are read."""
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


def readings(
    articles: Sequence[Article], parses: Parses, *, name: str, make: Make, jobs: int
) -> Iterator[list[Reading]]:
    """The readings of the articles, some at a time, in no certain order. ``name`` is the parser's.

    Sentences whose parse is not kept yet are parsed and kept first, for so many articles that all processes are busy
    and little is held at once.
    """
    if jobs <= 1 or len(articles) < WORTH_WORKERS:
        for some in _slices(articles, TOGETHER):
            yield from _through(some, parses, name, make, map)
        return
    with ProcessPoolExecutor(min(jobs, len(articles) // AT_ONCE), mp_context=get_context("spawn")) as workers:
        try:
            for some in _slices(articles, TOGETHER * jobs):
                yield from _through(some, parses, name, make, partial(_as_done, workers))
        finally:
            workers.shutdown(cancel_futures=True)


def _through(
    articles: Sequence[Article], parses: Parses, name: str, make: Make, spread: Callable[..., Iterable[Any]]
) -> Iterator[list[Reading]]:
    """Parse what no article before had, then read. ``spread`` applies a function to each piece of work."""
    sentences = {article.doc: texts(article.body, article.paragraphs) for article in articles}
    distinct = list(dict.fromkeys(text for some in sentences.values() for text in some))
    kept = parses.of(distinct)
    for new in spread(partial(_parse, make=make), pieces([text for text in distinct if text not in kept])):
        parses.keep(new)
        kept |= new
    work = [
        (some, {text: kept[text] for article in some for text in sentences[article.doc]})
        for some in _slices(articles, AT_ONCE)
    ]
    yield from spread(partial(_read, name=name, make=make), work)


def _as_done(workers: Executor, task: Callable[..., T], pieces: Iterable[Any]) -> Iterator[T]:
    """Apply a task to pieces of work in other processes, and give the results as they come."""
    for done in as_completed([workers.submit(task, piece) for piece in pieces]):
        yield done.result()


def _slices(articles: Sequence[Article], size: int) -> Iterator[Sequence[Article]]:
    for start in range(0, len(articles), size):
        yield articles[start : start + size]


@cache
def _parser(make: Make) -> Parser:
    return make()


def _parse(sentences: Sequence[str], *, make: Make) -> dict[str, bytes]:
    return parse(sentences, _parser(make))


def _read(work: tuple[Sequence[Article], Mapping[str, bytes]], *, name: str, make: Make) -> list[Reading]:
    articles, kept = work
    parser = KeptParser(name, kept, partial(_parser, make))
    return [_reading(article, parser) for article in articles]


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
