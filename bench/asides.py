"""Measures, by characters, how well asides are found: precision and recall for each reason and in all.

    python bench/asides.py [GOLD_FOLDER] [SEEDS_FOLDER] [--show]

GOLD_FOLDER holds ``asides.jsonl`` (of the seeds), ``dev_asides.jsonl`` and ``articles/``. Blanks are not counted.
"""

import argparse
import json
from collections import defaultdict
from pathlib import Path

from onrecord import clean, intake
from onrecord.model.article import Aside
from onrecord.model.document import Document

SHARED = Path(__file__).resolve().parents[2] / "shared"


def letters(text: str, start: int, end: int) -> set[int]:
    """The positions in ``[start, end)`` that are not blank."""
    return {at for at in range(start, end) if not text[at].isspace()}


def stretches(positions: set[int]) -> list[tuple[int, int]]:
    """Runs of positions (blanks between them of one or two do not break a run)."""
    runs: list[list[int]] = []
    for at in sorted(positions):
        if runs and at - runs[-1][1] <= 2:
            runs[-1][1] = at
        else:
            runs.append([at, at])
    return [(first, last + 1) for first, last in runs]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="?", type=Path, default=SHARED / "gold" / "talks")
    parser.add_argument("seeds", nargs="?", type=Path, default=SHARED / "seeds")
    parser.add_argument("--show", action="store_true", help="list what was missed and what was too much")
    args = parser.parse_args()
    hits = wanted = got = 0
    by_why: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    by_rule: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for file, folder in (("asides.jsonl", args.seeds), ("dev_asides.jsonl", args.gold / "articles")):
        gold: dict[str, list[dict[str, str | int]]] = defaultdict(list)
        for line in (args.gold / file).read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            gold[row["doc"]].append(row)
        for document in intake.documents([str(folder)]):
            if not isinstance(document, Document) or not document.name.endswith(".txt"):
                continue
            text = document.text
            found = clean.article(document).asides
            mine: set[int] = set()
            for aside in found:
                mine |= letters(text, aside.start, aside.end)
            theirs: set[int] = set()
            for row in gold[document.name]:
                place = letters(text, int(row["start"]), int(row["end"]))
                theirs |= place
                by_why[str(row["why"])][0] += len(place & mine)
                by_why[str(row["why"])][1] += len(place)
            for aside in found:
                place = letters(text, aside.start, aside.end)
                by_rule[aside.rule][0] += len(place & theirs)
                by_rule[aside.rule][1] += len(place)
            hits, wanted, got = hits + len(mine & theirs), wanted + len(theirs), got + len(mine)
            if args.show:
                _show(document, found, mine, theirs)
    print(f"precision {hits / max(got, 1):.4f}  recall {hits / max(wanted, 1):.4f}  ({wanted} characters)")
    for why, (right, all_) in sorted(by_why.items()):
        print(f"  {why:14} recall {right / max(all_, 1):.3f} of {all_}")
    for rule, (right, all_) in sorted(by_rule.items()):
        print(f"  rule {rule:22} precision {right / max(all_, 1):.3f} of {all_}")


def _show(document: Document, found: tuple[Aside, ...], mine: set[int], theirs: set[int]) -> None:
    for sign, positions in (("missed", theirs - mine), ("extra", mine - theirs)):
        for start, end in stretches(positions):
            rules = {aside.rule for aside in found if aside.start < end and start < aside.end}
            where = f"{document.name} [{start}, {end}) {','.join(sorted(rules))}"
            print(f"{sign:6} {where}: {document.text[start:end][:150]!r}")


if __name__ == "__main__":
    main()
