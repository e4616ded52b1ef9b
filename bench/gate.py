"""Measures the gate before the parser: what it loses on annotated texts, and what it spares on a corpus.

    python bench/gate.py GOLD [--corpus CORPUS.jsonl[.gz] ...] [--show]

GOLD is a folder with ``quotes/`` and ``talks/``. An attribution is kept when the sentence of its cue (without a cue:
that in which its content begins) is parsed; a row of the talks gold when a sentence that it touches is, since what lies
deep in a quotation needs no parse of its own. ``--show`` prints what is lost. A row of a corpus has
``text`` or ``body``.
"""

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from onrecord.find.parse import worth_parsing
from onrecord.find.parse.gate import may_name
from onrecord.find.sentences import sentences
from onrecord.model.span import Span

Row = dict[str, Any]


def rows(path: Path) -> Iterator[Row]:
    """The rows of a file of JSON lines, packed or not."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def spans(text: str) -> list[tuple[Span, bool]]:
    """The sentences of a text whose paragraphs are its lines, and whether each is parsed."""
    found: list[tuple[Span, bool]] = []
    at = 0
    for line in text.split("\n"):
        here = sentences(text, Span(start=at, end=at + len(line)))
        found.extend(zip(here, worth_parsing([span.of(text) for span in here]), strict=True))
        at += len(line) + 1
    return found


def kept(found: list[tuple[Span, bool]], wanted: list[list[int]]) -> bool:
    """Whether a sentence that these places touch is parsed."""
    return any(worth and span.start < end and start < span.end for span, worth in found for start, end in wanted)


def speech(path: Path, show: bool) -> tuple[int, int]:
    """How many attributions are kept, and how many there are."""
    good = total = 0
    for row in rows(path):
        found = spans(row["text"])
        for one in row["attributions"]:
            start = one["content"][0][0]
            total += 1
            if kept(found, one["cue"] or [[start, start + 1]]):
                good += 1
            elif show:
                print("lost:", [row["text"][start:end] for start, end in one["cue"] or one["content"]])
    return good, total


def talks(gold: Path, articles: Path, show: bool) -> Counter[tuple[str, bool]]:
    """Required rows of the talks gold by kind, and whether they are kept."""
    counts: Counter[tuple[str, bool]] = Counter()
    texts: dict[str, list[tuple[Span, bool]]] = {}
    for row in rows(gold):
        if row.get("optional"):
            continue
        if row["doc"] not in texts:
            text = (articles / row["doc"]).read_bytes().decode("utf-8")
            texts[row["doc"]] = spans(text)
        good = kept(texts[row["doc"]], [[row["start"], row["end"]]])
        counts[row["kind"], good] += 1
        if show and not good:
            print("lost:", row["kind"], row["exact"][:100])
    return counts


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("gold", type=Path)
    arguments.add_argument("--corpus", type=Path, nargs="*", default=())
    arguments.add_argument("--show", action="store_true")
    args = arguments.parse_args()
    for path in sorted((args.gold / "quotes").glob("*.jsonl*")):
        good, total = speech(path, args.show)
        print(f"{path.name:26} {good:6} of {total:6}  {good / total:7.2%}")
    for name, articles in (("dev", "talks/articles"), ("seeds", "../seeds")):
        counts = talks(args.gold / f"talks/{name}.jsonl", args.gold / articles, args.show)
        for kind in sorted({kind for kind, _ in counts}):
            good, total = counts[kind, True], counts[kind, True] + counts[kind, False]
            print(f"{f'talks {name}, {kind}':26} {good:6} of {total:6}  {good / total:7.2%}")
    for path in args.corpus:
        words: Counter[str] = Counter()
        for row in rows(path):
            text = row.get("text") or row.get("body") or ""
            for span, worth in spans(text):
                length = len(span.of(text).split())
                words["all"] += length
                words["parsed"] += length * worth
                words["named"] += length * (worth and may_name(span.of(text)))
        print(
            f"{path.name:26} {words['all']} words: {words['parsed'] / words['all']:.1%} parsed, "
            f"{words['named'] / words['all']:.1%} looked through for names"
        )


if __name__ == "__main__":
    main()
