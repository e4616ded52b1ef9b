"""Scores must not fall: floors a little below the present ones. Skipped where the annotated texts are not at hand."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT.parent / "shared" / "gold"
CORPUS = ROOT.parent / "shared" / "corpora" / "reuters21578.jsonl.gz"
pytestmark = pytest.mark.skipif(not GOLD.is_dir(), reason=f"the annotated texts are not at {GOLD}")


def out(*command: object) -> str:
    return subprocess.run(
        [sys.executable, *map(str, command)], capture_output=True, text=True, check=True, cwd=ROOT
    ).stdout


@pytest.mark.parametrize(
    ("rows", "articles", "found", "exact"),
    [
        ("dev.jsonl", GOLD / "talks" / "articles", 0.94, 0.88),
        ("seeds.jsonl", GOLD.parent / "seeds", 0.94, 0.88),
    ],
)
def test_the_five_kinds(rows: str, articles: Path, found: float, exact: float, tmp_path: Path):
    out("bench/talks.py", articles, tmp_path / rows, "--manifest", articles / "manifest.csv")
    scores = out(GOLD / "talks" / "score.py", GOLD / "talks" / rows, tmp_path / rows)
    numbers = scores.splitlines()[-1].split()
    assert float(numbers[5]) >= found and float(numbers[8]) >= exact, scores


@pytest.mark.parametrize(
    ("kind", "file", "options", "measure", "floor"),
    [
        ("figures", "figures/newsquant_dev.jsonl", (), "value+unit+change", 84.5),
        ("pairs", "lineage/reuters_pairs.dev.jsonl", ("--pairs",), "f1", 0.82),
        ("copies", "lineage/wire_articles.dev.jsonl", (), "ari", 0.98),
        ("stories", "threads/reuters_trade.dev.jsonl", (), "bcubed_f1", 0.80),
    ],
)
def test_single_parts(kind: str, file: str, options: tuple[str, ...], measure: str, floor: float, tmp_path: Path):
    predicted = tmp_path / "predicted.jsonl"
    out("bench/predict.py", kind, GOLD / file, predicted, "--corpus", CORPUS)
    scores = out(GOLD / file.split("/")[0] / "score.py", *options, GOLD / file, predicted)
    line = next(line for line in scores.splitlines() if line.split()[:1] == [measure])
    assert float(line.split()[-1]) >= floor, scores


def test_speech(tmp_path: Path):
    gold, predicted = GOLD / "quotes" / "polnear_dev.jsonl.gz", tmp_path / "predicted.jsonl"
    out("bench/predict.py", "quotes", gold, predicted)
    scores = json.loads(out(GOLD / "quotes" / "score.py", gold, predicted, "--drop-nested", "--json"))
    assert scores["full"]["f1"] >= 0.70, scores["full"]
    assert scores["direct"]["full"]["f1"] >= 0.85, scores["direct"]


def test_what_the_gate_lets_through():
    """Of all annotated sayings, and of the rows of all five kinds, 99 of 100 must reach the parser."""
    scores = out("bench/gate.py", GOLD).splitlines()
    assert len(scores) >= 12
    assert all(float(line.split()[-1].rstrip("%")) >= 99 for line in scores), scores
