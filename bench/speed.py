"""Measures the CPU time of each stage on a corpus, and of the parser, its gate, times and amounts apart.

    python bench/speed.py CORPUS.jsonl[.gz] [--articles N]

A row of the corpus has ``text`` or ``body`` and may have ``published``. The gate decides before the parse which
sentences may say something; its cost is part of finding. "Kept" is what a second reading pays in place of the parse,
from the parses that stand in the record. Times are of this process alone, on one core; loading the parser is given
apart.
"""

import argparse
import gzip
import json
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from onrecord import clean, find, merge, read
from onrecord.find import parse
from onrecord.find.amounts import find_amounts
from onrecord.find.sentences import sentences
from onrecord.find.times import find_times
from onrecord.lineage import checked, dates, reports
from onrecord.model.article import Article
from onrecord.model.days import Days
from onrecord.model.document import Document, Hints
from onrecord.model.mention import Token
from onrecord.pipeline import parsing

T = TypeVar("T")


class TimedParser:
    """A parser that adds up its own CPU time, and counts the sentences and words that it was given."""

    def __init__(self, inner: parse.Parser) -> None:
        self.name = inner.name
        self.inner = inner
        self.seconds = 0.0
        self.sentences = 0
        self.words = 0

    def parse(self, texts: Sequence[str]) -> list[tuple[Token, ...]]:
        """See ``Parser.parse``."""
        begin = time.process_time()
        result = self.inner.parse(texts)
        self.seconds += time.process_time() - begin
        self.sentences += len(texts)
        self.words += sum(len(text.split()) for text in texts)
        return result


def timed(work: Callable[[], T]) -> tuple[T, float]:
    begin = time.process_time()
    result = work()
    return result, time.process_time() - begin


def documents(path: Path, most: int) -> list[Document]:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line, _ in zip(lines, range(most), strict=False)]
    return [
        Document.of(
            text.encode(),
            name=f"{path.name}#{number}",
            media_type="text/plain",
            text=text,
            hints=(Hints(published=row.get("published", ""), where="row"),),
        )
        for number, row in enumerate(rows, start=1)
        if (text := row.get("text") or row.get("body") or "")
    ]


def days(article: Article) -> Days | None:
    """The day that an article is known to be of."""
    return article.published.days if article.published else None


def paragraphs(articles: Sequence[Article]) -> Iterator[list[str]]:
    """The sentences of each paragraph."""
    for article in articles:
        for paragraph in article.paragraphs:
            yield [span.of(article.body) for span in sentences(article.body, paragraph)]


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("corpus", type=Path)
    arguments.add_argument("--articles", type=int, default=1_000_000)
    args = arguments.parse_args()

    pile = documents(args.corpus, args.articles)
    parser, load = timed(parse.parser)
    timed_parser = TimedParser(parser)
    articles: list[Article]
    articles, cleaning = timed(lambda: [clean.article(document) for document in pile])
    folded, folding = timed(lambda: reports(articles))
    worked_out, dating = timed(lambda: dates([checked(article) for article in articles], folded))
    pages, finding = timed(lambda: [find.page(article, timed_parser) for article in articles])
    every = list(paragraphs(articles))
    gated, gating = timed(lambda: [parse.worth_parsing(paragraph) for paragraph in every])
    worth = list(dict.fromkeys(text for article in articles for text in parse.texts(article.body, article.paragraphs)))
    kept = parsing.parse(worth, parser)
    _, unpacking = timed(lambda: [parse.unpacked(text, one) for text, one in kept.items()])
    _, timing = timed(lambda: [find_times(page.body, page.sentences, days(page.article)) for page in pages])
    _, measuring = timed(lambda: [find_amounts(page.body, page.sentences) for page in pages])
    found, reading = timed(lambda: [assertion for page in pages for assertion in read.assertions(page)])
    published = {article.doc: article.published for article in articles if article.published}
    entries, merging = timed(lambda: merge.entries(found, folded, published))

    words = sum(len(article.body.split()) for article in articles)
    stages = {
        "clean": cleaning,
        "lineage (copies, stories)": folding,
        "lineage (days)": dating,
        "parse": timed_parser.seconds,
        "find (without the parse)": finding - timed_parser.seconds,
        "read": reading,
        "merge": merging,
    }
    total = sum(stages.values())
    print(f"{len(articles)} articles, {words} words; {len(folded)} reports")
    print(f"{len(worked_out)} days worked out; {len(found)} assertions, {len(entries)} entries")
    passed = sum(sum(each) for each in gated)
    print(
        f"loading the parser {load:.2f} s; parsed {passed} of {sum(map(len, gated))} sentences, {len(worth)} distinct; "
        f"{timed_parser.words / words:.1%} of the words; kept in {sum(map(len, kept.values()))} bytes\n"
    )
    print(f"{'stage':26} {'CPU s':>8} {'share':>6} {'articles/s':>11} {'words/s':>10} {'s/1000 words':>13}")
    parts = {
        "of which gate": gating,
        "of which times": timing,
        "of which amounts": measuring,
        "kept, instead of parse": unpacking,
    }
    for stage, seconds in [*stages.items(), ("all", total), *parts.items()]:
        safe = max(seconds, 1e-9)
        print(
            f"{stage:26} {seconds:8.2f} {seconds / total:6.1%} {len(articles) / safe:11.1f} "
            f"{words / safe:10.0f} {1000 * seconds / max(1, words):13.4f}"
        )


if __name__ == "__main__":
    main()
