"""The floors of the time gold; skipped where the shared folder is not there."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT.parent / "shared" / "gold" / "time"


def load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"{path.stem}_of_times", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.skipif(not GOLD.is_dir(), reason="the gold in ../shared/gold/time is not here")
@pytest.mark.parametrize(("name", "strict", "value"), [("tbaq", 88.0, 80.5), ("wikiwars", 86.5, 82.0)])
def test_scores_do_not_fall(name: str, strict: float, value: float) -> None:
    score, predict = load(GOLD / "score.py"), load(ROOT / "bench" / "predict_time.py").predict
    gold = score.load(GOLD / f"{name}.jsonl")
    found = {row["id"]: row for row in predict(list(gold.values()), {})}
    report = score.report(score.tally(gold, found))
    assert report["strict"][2] >= strict
    assert report["value"][2] >= value
