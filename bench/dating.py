"""How well articles without a day are dated: the days of known ones are taken away, worked out and compared.

    python bench/dating.py FOLDER_OR_JSONL [--manifest CSV] [--show] [--part K/N]

FOLDER holds text files whose days stand in the manifest; of a JSONL corpus the rows with a ``published`` day count.
Each article is dated by itself, as if no other were at hand. Printed: how many days lie inside their interval, how wide
the intervals are, and for each sort of clue how often it allows the true day. ``--part`` takes some of them.
"""

import argparse
import csv
import gzip
import json
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path

import msgspec

from onrecord import clean
from onrecord.lineage.dating import CLUES, dates
from onrecord.lineage.dating.told import Told
from onrecord.model.article import Article
from onrecord.model.document import Document
from onrecord.model.entry import Report


def corpus(path: Path, manifest: Path | None) -> list[tuple[str, str, date]]:
    """Name, text and true day of each article of a folder or a corpus."""
    if path.is_dir():
        with (manifest or path / "manifest.csv").open(encoding="utf-8", newline="") as lines:
            rows = [(row["file"], row["published"]) for row in csv.DictReader(lines)]
        return [(name, (path / name).read_text("utf-8"), date.fromisoformat(day)) for name, day in rows if day]
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        parsed = [json.loads(line) for line in lines]
    return [
        (str(row.get("id", number)), row["text"], date.fromisoformat(row["published"][:10]))
        for number, row in enumerate(parsed)
        if row.get("published")
    ]


def undated(name: str, text: str) -> Article:
    """The article as it is when nobody tells its day, not even the page itself."""
    document = Document.of(text.encode(), name=name, media_type="text/plain", text=text)
    return msgspec.structs.replace(clean.article(document), published=None)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("corpus", type=Path)
    arguments.add_argument("--manifest", type=Path)
    arguments.add_argument("--show", action="store_true")
    arguments.add_argument(
        "--part", default="0/1", help="of the corpus: 1/4 is every fourth article from the second on"
    )
    args = arguments.parse_args()
    pile = corpus(args.corpus, args.manifest)
    part, of = map(int, args.part.split("/"))
    pile = pile[part::of]
    widths: list[int] = []
    inside = dated = week = 0
    right: Counter[str] = Counter()
    given: Counter[str] = Counter()
    wrong: defaultdict[str, list[str]] = defaultdict(list)
    for name, text, true in pile:
        article = undated(name, text)
        told = Told(article)
        for give in CLUES:
            sort = give.__module__.rsplit(".", 1)[-1]
            for clue in give(told):
                given[sort] += 1
                right[sort] += clue.allows(true)
                if not clue.allows(true):
                    wrong[sort].append(f"{name} {true}: {clue.reason}")
        answer = dates([article], [Report(id="r", docs=(article.doc,), story="s")]).get(article.doc)
        holds = answer is None or answer.days.holds(true)
        inside += holds
        if answer is not None and answer.days.first and answer.days.last:
            dated += 1
            width = (answer.days.last - answer.days.first).days + 1
            widths.append(width)
            week += holds and width <= 7
        if args.show:
            told_as = f"{answer.days.edtf}: {answer.reason}" if answer else "-"
            print(f"{name} {true} {'in' if holds else 'OUT'} {told_as}\n")
    if args.show:
        for sort, lines in sorted(wrong.items()):
            print(f"\n{sort}, wrong:\n" + "\n".join(lines))
    widths.sort()
    print(f"{len(pile)} articles: true day inside {inside / len(pile):.1%}; both ends known {dated / len(pile):.1%};")
    median = widths[len(widths) // 2] if widths else 0
    print(f"true day inside a week or less {week / len(pile):.1%}; median width {median} days")
    for sort in sorted(given):
        print(f"  {sort:12} {given[sort]:5} clues, {right[sort] / given[sort]:.1%} allow the true day")


if __name__ == "__main__":
    main()
