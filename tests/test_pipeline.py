"""A pile becomes a record: read again nothing changes, read on it grows, killed it is whole all the same."""

import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from killed_run import NoParser, no_parser

from onrecord import find, pipeline
from onrecord.model.assertion import Statement
from onrecord.model.document import Hints
from onrecord.model.page import Page
from onrecord.model.run import Run
from onrecord.pipeline import rules
from onrecord.pipeline.incoming import joined
from onrecord.pipeline.rules import parser_name, rules_version
from onrecord.show.export import export
from onrecord.store import Database

FIRST = """Norway's exports to the US rose 12 percent to US$8.1 billion in 2024, customs data showed on Monday.

"We want an exemption from every tariff," said trade minister Kari Nord.
"""
SECOND = """Norway had a trade surplus of US$1.2 billion with the US in 2024, the statistics office said yesterday."""


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    folder = tmp_path / "pile"
    folder.mkdir()
    (folder / "exports.txt").write_text(FIRST)
    (folder / "surplus.txt").write_text(SECOND)
    for number in range(20):
        (folder / f"more{number:02d}.txt").write_text(
            f"Port {number} news\n\nNorway's exports to the US rose {number + 2} percent to US${number + 3}.1 billion "
            f"in {2001 + number}, port {number} said, and {number + 40} cranes stood idle for {number + 3} weeks.\n"
        )
    return folder


@pytest.fixture(autouse=True)
def _same_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """The rules may be edited while the tests run; ``killed_run.py`` does the same."""
    monkeypatch.setattr(rules, "_shipped", lambda: "the rules")


@pytest.fixture
def record(tmp_path: Path) -> Path:
    return tmp_path / "trade.record"


def run(record: Path, *sources: Path, manifest: Path | None = None, jobs: int = 1) -> Run:
    return pipeline.read([str(one) for one in sources], record, manifest=manifest, jobs=jobs, make_parser=no_parser)


def exported(record: Path) -> str:
    return "".join(line for what in ("assertions", "articles", "entries") for line in export(record, what, "jsonl"))  # type: ignore[arg-type]


def test_the_same_pile_again_changes_nothing(pile: Path, record: Path) -> None:
    first = run(record, pile)
    assert (first.documents, first.new, first.read, first.articles) == (22, 22, 22, 22)
    assert sum(first.assertions.values()) > 20
    before, out = record.read_bytes(), exported(record)
    again = run(record, pile)
    assert not again.changed
    assert (again.new, again.read, again.unchanged, again.entries) == (0, 0, 22, first.entries)
    assert record.read_bytes() == before
    assert exported(record) == out


def test_a_pile_read_in_parts_is_the_pile_read_at_once(pile: Path, record: Path, tmp_path: Path) -> None:
    at_once = tmp_path / "once.record"
    run(at_once, pile)
    files = sorted(pile.iterdir())
    run(record, *files[7:])
    later = run(record, *files[:9])
    assert (later.new, later.unchanged, later.read) == (7, 2, 7)
    assert exported(record) == exported(at_once)


def test_the_same_bytes_twice_are_one_document_with_both_names(pile: Path, record: Path) -> None:
    (pile / "zz-copy.txt").write_text(SECOND)
    first = run(record, pile)
    assert first.documents == 22
    with Database.open(record) as database:
        assert ("surplus.txt", "zz-copy.txt") in database.names().values()


def test_a_manifest_stays_with_the_record_and_a_later_one_adds(pile: Path, record: Path, tmp_path: Path) -> None:
    one, other = tmp_path / "one.csv", tmp_path / "other.csv"
    one.write_text("file,published,outlet\nsurplus.txt,2025-03-04,Fjord Post\n")
    other.write_text("file,published,agency\nsurplus.txt,2025-03-05,Meridian\n")

    def known() -> tuple[str, ...]:
        with Database.open(record) as database:
            (doc,) = database.named("surplus.txt")
            (article,) = database.articles([doc])
        assert article.published
        found = (article.outlet, article.agency)
        return (article.published.days.edtf, *(one.value if one else "" for one in found))

    run(record, pile, manifest=one)
    assert known() == ("2025-03-04", "Fjord Post", "")
    assert not run(record, pile).changed
    assert known() == ("2025-03-04", "Fjord Post", "")
    corrected = run(record, pile, manifest=other)
    assert (corrected.changed, corrected.new) == (True, 0)
    assert 0 < corrected.read < 22, "only what the new day touches is read again"
    assert known() == ("2025-03-05", "Fjord Post", "Meridian")


def test_hints_of_many_givers() -> None:
    page, row = Hints(title="A", url="u", where="page"), Hints(title="B", where="row")
    assert joined((page,), (row,)) == (row, page), "the row is trusted before the page"
    assert joined((page,), (Hints(title="C", outlet="O", where="page"),)) == (
        Hints(title="A", outlet="O", url="u", where="page"),
    )
    assert joined((), (Hints(where="manifest"),)) == ()


@pytest.mark.parametrize("jobs", [2, 3])
def test_more_processes_make_the_same_record(pile: Path, record: Path, tmp_path: Path, jobs: int) -> None:
    for number in range(30):
        (pile / f"extra{number}.txt").write_text(f"Mills sold US${number + 3}.7 billion of steel abroad in 2022.\n")
    alone = tmp_path / "alone.record"
    run(alone, pile)
    run(record, pile, jobs=jobs)
    assert exported(record) == exported(alone)


def test_what_cannot_be_read_is_told_and_the_rest_is_read(pile: Path, record: Path) -> None:
    (pile / "empty.txt").write_text("")
    (pile / "broken.pdf").write_bytes(b"%PDF-1.4 this is no page")
    done = run(record, pile)
    assert done.new == 22
    assert {Path(notice.about).name for notice in done.notices} >= {"broken.pdf"}
    with Database.open(record) as database:
        assert database.runs()[0].notices == done.notices


def test_a_fault_of_the_rules_costs_its_article_only(pile: Path, record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = find.page

    def faulty(article: object, parser: object) -> object:
        if article.name == "surplus.txt":  # type: ignore[attr-defined]
            raise IndexError("list index out of range")
        return page(article, parser)  # type: ignore[arg-type]

    with monkeypatch.context() as patched:
        patched.setattr(find, "page", faulty)
        done = run(record, pile)
        assert [(one.about, one.stage) for one in done.notices if "fault" in one.reason] == [("surplus.txt", "read")]
        assert not run(record, pile).changed
    mended = run(record, pile)
    assert mended.read == 1
    assert mended.notices == ()


def test_what_two_rules_read_alike_is_counted_once(pile: Path, record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def twice(page: Page) -> tuple[Statement, ...]:
        proof = page.proof(page.sentences[0])
        return tuple(Statement(**proof, speaker="Port", rule=rule) for rule in ("a", "b"))

    monkeypatch.setattr("onrecord.read.assertions", twice)
    told = run(record, pile).assertions["statement"]
    with Database.open(record) as database:
        assert told == len(database.assertions()) == 22


def test_new_rules_read_everything_again(
    pile: Path, record: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(record, pile)
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "mine.csv").write_text("name\nx\n")
    monkeypatch.setenv("ONRECORD_KNOWLEDGE", str(tmp_path / "own"))
    again = run(record, pile)
    assert (again.read, again.new) == (22, 0)


def test_the_rules_version_depends_on_parser_and_tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = rules_version("a")
    assert plain == rules_version("a") != rules_version("b")
    monkeypatch.setenv("ONRECORD_KNOWLEDGE", str(tmp_path))
    (tmp_path / "states.csv").write_text("code\nXX\n")
    first = rules_version("a")
    (tmp_path / "states.csv").write_text("code\nXY\n")
    assert len({plain, first, rules_version("a")}) == 3
    monkeypatch.setenv("ONRECORD_MODEL", "no_such_model")
    assert parser_name() == "no_such_model"


def test_as_of_a_day_only_what_was_said_by_then_is_known(pile: Path, record: Path, tmp_path: Path) -> None:
    manifest = tmp_path / "days.csv"
    manifest.write_text("file,published\nexports.txt,2025-03-04\nsurplus.txt,2025-06-01\n")
    run(record, pile / "exports.txt", pile / "surplus.txt", manifest=manifest)
    with Database.open(record) as database:
        now = pipeline.entries(database)
        assert pipeline.entries(database, as_of=date(2025, 6, 1)) == now
        assert pipeline.entries(database, as_of=date(2025, 3, 3)) == ()
        march = pipeline.entries(database, as_of=date(2025, 5, 31))
        assert 0 < len(march) < len(now)
        assert {entry.id for entry in march} < {entry.id for entry in now}
        figures = pipeline.entries(database, as_of=date(2025, 5, 31), kind="figure", on=date(2024, 5, 1))
        assert {entry.kind for entry in figures} == {"figure"}


MOMENTS = (
    "making",
    "clean 0",
    "clean 20",
    "read 8",
    "read 16",
    "read end",
    "merge 0",
    "merge 1",
    "writing documents",
    "writing entries",
    "last row",
    "done",
)


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_killed_run_leaves_the_record_before_or_after_and_the_next_goes_on(
    pile: Path, record: Path, tmp_path: Path, moment: str
) -> None:
    whole = tmp_path / "whole.record"
    run(whole, pile)
    before = ""
    if moment != "making":
        run(record, pile / "exports.txt")
        before = exported(record)
    killed = Path(__file__).with_name("killed_run.py")
    done = subprocess.run([sys.executable, str(killed), moment, str(record), str(pile)], check=False)
    assert done.returncode == -signal.SIGKILL
    if moment == "done":
        assert exported(record) == exported(whole)
    elif moment != "making":
        assert exported(record) == before
    after = run(record, pile)
    assert exported(record) == exported(whole)
    expected = {"read 8": 8, "read 16": 16, "read end": 21, "merge 0": 21, "merge 1": 21}
    expected |= dict.fromkeys(("writing documents", "writing entries", "last row"), 21)
    assert after.resumed == expected.get(moment, 0)
    with Database.open(record) as database:
        assert database.work(list(database.holdings().marks)) == {}


def test_two_runs_at_once_lose_nothing(pile: Path, record: Path, tmp_path: Path) -> None:
    whole = tmp_path / "whole.record"
    run(whole, pile)
    files = sorted(pile.iterdir())
    run(record, files[0])
    script = Path(__file__).with_name("killed_run.py")
    parts = [files[:12], files[10:]]
    waiting = [subprocess.Popen([sys.executable, str(script), "never", str(record), *map(str, part)]) for part in parts]
    assert [one.wait() for one in waiting] == [0, 0]
    assert exported(record) == exported(whole)


def test_no_parser_fits_the_protocol() -> None:
    assert NoParser().parse(["a", "b"]) == [(), ()]
