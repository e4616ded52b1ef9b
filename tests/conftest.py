"""What several tests need: the record that the demo's pile makes, read once in a run of the tests, and a small one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from small_record import a_change, a_document

from onrecord import pipeline
from onrecord.store import Database

DEMO = Path(__file__).resolve().parents[1] / "onrecord" / "show" / "demo"


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """The demo's record, open for reading."""
    path = tmp_path_factory.mktemp("demo") / "demo.record"
    run = pipeline.read([str(DEMO / "pile")], path, manifest=DEMO / "manifest.csv")
    assert not [notice for notice in run.notices if notice.level == "error"]
    with Database.open(path) as record:
        yield record


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A small record of one document."""
    path = tmp_path / "trade.record"
    with Database.open(path, create=True) as database:
        assert database.commit(a_change(a_document()), after=0)
    return path
