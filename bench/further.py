"""Sets up the further annotated sets: offsets and slots are kept here, the articles are taken from the corpora.

    python bench/further.py CORPORA FOLDER

CORPORA holds ``trade_news.jsonl.gz`` and ``reuters21578.jsonl.gz``. In FOLDER come, for each set (``A`` to ``F``),
a folder of articles with its ``manifest.csv``, and its rows (``A.jsonl``), as ``bench/talks.py`` and the scorer of the
talks gold take them. ``further/README.md`` says what the rows of each set are.
"""

import argparse
import csv
import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent / "further"
MANIFEST = ("file", "published", "outlet", "agency", "language")
Row = dict[str, Any]


def texts(corpora: Path, name: str) -> dict[str, str]:
    """The texts of a corpus by id; a wire report's with its title and dateline."""
    found = {}
    with gzip.open(corpora / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            wire = "body" in row and row["body"] and row["title"]
            text = f"{row['title']}\n\n    {row['dateline']} {row['body'].strip()}" if wire else row.get("text", "")
            found[str(row["id"])] = text
    return found


def rows(sets: str, articles: dict[str, str]) -> Iterator[Row]:
    """The rows of a set, with the words of their spans."""
    for line in (HERE / "rows.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        if row["doc"].startswith(sets):
            yield {**row, "exact": articles[row["doc"]][row["start"] : row["end"]]}


def set_up(corpora: Path, folder: Path) -> list[str]:
    """Write the sets into a folder, and give their names."""
    with (HERE / "articles.csv").open(encoding="utf-8", newline="") as lines:
        listed = list(csv.DictReader(lines))
    held = {name: texts(corpora, name) for name in sorted({row["corpus"] for row in listed})}
    articles = {row["file"]: held[row["corpus"]][row["id"]][: int(row["length"])] for row in listed}
    names = sorted({row["file"][0] for row in listed})
    for name in names:
        (folder / name).mkdir(parents=True, exist_ok=True)
        own = [row for row in listed if row["file"][0] == name]
        for row in own:
            (folder / name / row["file"]).write_text(articles[row["file"]], encoding="utf-8")
        with (folder / name / "manifest.csv").open("w", encoding="utf-8", newline="") as out:
            manifest = csv.DictWriter(out, MANIFEST, extrasaction="ignore", restval="en")
            manifest.writeheader()
            manifest.writerows(own)
        gold = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows(name, articles))
        (folder / f"{name}.jsonl").write_text(gold, encoding="utf-8")
    return names


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("corpora", type=Path)
    arguments.add_argument("folder", type=Path)
    args = arguments.parse_args()
    print("sets:", *set_up(args.corpora, args.folder))


if __name__ == "__main__":
    main()
