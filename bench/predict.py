"""Reads rows in the format of a gold folder and writes the rows that its scorer takes.

    python bench/predict.py KIND INPUT OUTPUT [--corpus FILE]

KIND: time, figures, quotes, pairs, copies or stories. INPUT and FILE are ``.jsonl`` or ``.jsonl.gz``. Only the text and
the day of a row are used; rows that carry only ids find their text in the corpus file.
"""

import argparse
import gzip
import importlib
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

KINDS = ("time", "figures", "quotes", "pairs", "copies", "stories")
Row = dict[str, Any]


def rows(path: Path) -> Iterator[Row]:
    """The rows of a JSONL file, packed or not."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def write(path: Path, found: Iterable[Row]) -> None:
    """Write rows as JSONL."""
    with path.open("w", encoding="utf-8") as out:
        for row in found:
            out.write(json.dumps(row, ensure_ascii=False) + "\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kind", choices=KINDS)
    parser.add_argument("input", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--corpus", type=Path)
    args = parser.parse_args()
    sys.path.insert(0, str(Path(__file__).resolve().parent))
    predict = importlib.import_module(f"predict_{args.kind}").predict
    corpus = {str(row["id"]): row for row in rows(args.corpus)} if args.corpus else {}
    write(args.output, predict(list(rows(args.input)), corpus))


if __name__ == "__main__":
    main()
