"""Runs every scorer of the gold on the present code and prints the scores as the tables of docs/accuracy.md.

    python bench/accuracy.py GOLD_FOLDER [--corpus REUTERS.jsonl.gz] [--write docs/accuracy.md]

GOLD_FOLDER holds ``talks``, ``time``, ``figures``, ``quotes``, ``lineage`` and ``threads`` with their ``score.py``, and
beside it the folders ``seeds`` and ``corpora``. ``--write`` replaces the part of the page between its two marks.
"""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import further

HERE = Path(__file__).resolve().parent
BEGIN, END = "<!-- scores: begin -->", "<!-- scores: end -->"

SETS: tuple[tuple[str, str, str, tuple[str, ...]], ...] = (
    ("time", "time/tbaq.jsonl", "TimeBank and AQUAINT", ()),
    ("time", "time/wikiwars.jsonl", "WikiWars", ()),
    ("figures", "figures/newsquant_dev.jsonl", "NewsQuant", ()),
    ("quotes", "quotes/polnear_dev.jsonl.gz", "PolNeAR", ("--drop-nested",)),
    ("quotes", "quotes/nested_examples.jsonl", "nested attributions", ()),
    ("pairs", "lineage/reuters_pairs.dev.jsonl", "pairs of Reuters reports", ("--pairs",)),
    ("copies", "lineage/wire_articles.dev.jsonl", "copies of wire articles", ()),
    ("stories", "threads/reuters_trade.dev.jsonl", "Reuters trade stories", ()),
    ("stories", "threads/ecbplus.dev.jsonl", "ECB+ events", ()),
    ("stories", "threads/uci_headlines.dev.jsonl", "UCI headlines", ()),
    ("stories", "threads/semeval22_en_pairs.dev.jsonl", "SemEval-2022 pairs", ("--ratings",)),
)
"""Kind of prediction, gold file, its name, and options of its scorer."""

_SPEAKERS = ("speaker", "role", "affiliation", "via", "certainty")
FURTHER = {
    **dict.fromkeys("ABC", ("figure", ("days",))),
    **dict.fromkeys("DEF", ("statement", _SPEAKERS)),
}
"""By further set: the kind of which all rows are annotated, and the slots of which it is good to tell."""


def output(command: Sequence[str | Path]) -> str:
    """What a command prints; its own error if it fails."""
    done = subprocess.run([sys.executable, *map(str, command)], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{' '.join(map(str, command))} failed:\n{done.stderr}")
    return done.stdout.rstrip()


def talks(gold: Path, folder: Path) -> str:
    """The scores of the five kinds on the annotated articles and on the seeds."""
    parts = []
    for name, articles, rows in (
        ("Annotated articles", gold / "talks" / "articles", "dev.jsonl"),
        ("Seeds", gold.parent / "seeds", "seeds.jsonl"),
    ):
        predicted = folder / rows
        output([HERE / "talks.py", articles, predicted, "--manifest", articles / "manifest.csv"])
        scores = output([gold / "talks" / "score.py", gold / "talks" / rows, predicted])
        slots = output([HERE / "slots.py", gold / "talks" / "score.py", gold / "talks" / rows, predicted])
        parts.append(f"**{name}** (`talks/{rows}`)\n\n```\n{scores}\n\n{slots.splitlines()[-1]}\n```")
    return "\n\n".join(parts)


def further_sets(gold: Path, folder: Path) -> str:
    """On the further annotated sets: the kind that is annotated in full, and the slots that tell of it."""
    scorer = gold / "talks" / "score.py"
    lines = []
    for name in further.set_up(gold.parent / "corpora", folder):
        predicted = folder / f"{name}.pred"
        output([HERE / "talks.py", folder / name, predicted, "--manifest", folder / name / "manifest.csv"])
        scores = output([scorer, folder / f"{name}.jsonl", predicted]).splitlines()
        slots = output([HERE / "slots.py", scorer, folder / f"{name}.jsonl", predicted]).splitlines()
        kind, told = FURTHER[name]
        lines += [f"{name}  {line}" for line in (*scores[:1], *(one for one in scores if one.startswith(kind)))]
        lines += [f"{name}  {line}" for line in slots if line.startswith(told)]
    told_of = "**Further sets** (`bench/further.py`; all have been looked at since they were first scored, but F)"
    return "\n".join((told_of, "", "```", *lines, "```"))


def dating(gold: Path) -> str:
    """How well articles are dated whose days are taken away."""
    parts = []
    for name, articles in (
        ("Days worked out, annotated articles", gold / "talks" / "articles"),
        ("Days worked out, trade news", gold.parent / "corpora" / "trade_news.jsonl.gz"),
    ):
        scores = output([HERE / "dating.py", articles])
        parts.append(f"**{name}** (`bench/dating.py`)\n\n```\n{scores}\n```")
    return "\n\n".join(parts)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("gold", type=Path)
    arguments.add_argument("--corpus", type=Path)
    arguments.add_argument("--write", type=Path)
    args = arguments.parse_args()
    gold: Path = args.gold.resolve()
    parts = []
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        parts.append(talks(gold, folder))
        parts.append(further_sets(gold, folder))
        asides = output([HERE / "asides.py", gold / "talks", gold.parent / "seeds"]).splitlines()
        parts.append(f"**Asides** (`bench/asides.py`)\n\n```\n{asides[0]}\n```")
        for kind, file, name, options in SETS:
            if kind == "pairs" and args.corpus is None:
                continue
            corpus = ["--corpus", args.corpus] if args.corpus else []
            predicted = folder / f"{Path(file).name}.pred"
            output([HERE / "predict.py", kind, gold / file, predicted, *corpus])
            scorer = gold / Path(file).parent / "score.py"
            before = [option for option in options if option in ("--pairs", "--ratings")]
            after = [option for option in options if option not in before]
            scores = output([scorer, *before, gold / file, predicted, *after])
            parts.append(f"**{name}** (`{file}`)\n\n```\n{scores}\n```")
        parts.append(dating(gold))
    text = "\n\n".join(parts)
    if args.write is None:
        print(text)
        return
    page = args.write.read_text(encoding="utf-8")
    head, _, rest = page.partition(BEGIN)
    _, _, tail = rest.partition(END)
    args.write.write_text(f"{head}{BEGIN}\n\n{text}\n\n{END}{tail}", encoding="utf-8")


if __name__ == "__main__":
    main()
