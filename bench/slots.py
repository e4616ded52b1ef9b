"""How often each slot agrees, over all kinds, where a reading and an annotated row were paired by the talks scorer.

    python bench/slots.py SCORER GOLD.jsonl PREDICTED.jsonl [--show SLOT ...]

SCORER is ``score.py`` of the ``talks`` gold: its own pairing and its own comparison are used. ``--show`` prints each
disagreement of these slots.
"""

import argparse
import importlib.util
import json
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

Row = dict[str, Any]
DAYS = ("when", "until", "period", "change_base", "said")


def scorer(path: Path) -> Any:
    """The scorer as a module."""
    spec = importlib.util.spec_from_file_location("talks_score", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path} is no Python file")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("scorer", type=Path)
    arguments.add_argument("gold", type=Path)
    arguments.add_argument("predicted", type=Path)
    arguments.add_argument("--show", nargs="*", default=())
    args = arguments.parse_args()
    score = scorer(args.scorer)
    by: defaultdict[tuple[str, str], tuple[list[Row], list[Row]]] = defaultdict(lambda: ([], []))
    for at, path in enumerate((args.gold, args.predicted)):
        for row in rows(path):
            by[row["doc"], row["kind"]][at].append(row)
    right: Counter[str] = Counter()
    judged: Counter[str] = Counter()
    for (doc, kind), (gold, got) in sorted(by.items()):
        for i, j in score.pairs(gold, got):
            if gold[i].get("optional"):
                continue
            for slot in score.slots(gold[i]):
                agrees = score.agree(slot, gold[i][slot], got[j].get(slot))
                judged[slot] += 1
                right[slot] += agrees
                if slot in args.show and not agrees:
                    print(
                        f"{doc} {kind} {slot}: {gold[i][slot]!r}, read {got[j].get(slot)!r}: {gold[i]['exact'][:90]!r}"
                    )
    for slot in sorted(judged):
        print(f"{slot:14} {right[slot]:4} of {judged[slot]:4} {right[slot] / judged[slot]:7.1%}")
    days, of = sum(right[slot] for slot in DAYS), sum(judged[slot] for slot in DAYS)
    print(f"{'days':14} {days:4} of {of:4} {days / max(1, of):7.1%}  ({', '.join(DAYS)})")


if __name__ == "__main__":
    main()
