"""Exports: rows for other programs, and the commands that read and write."""

import csv
import io
import json
import resource
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from onrecord.model.assertion import Figure, Meeting
from onrecord.model.days import Days
from onrecord.show import cli, rows
from onrecord.show.export import csv_lines, export, json_lines
from onrecord.show.terminal import one_line, plain

SHARED = Path(__file__).parent.parent.parent / "shared"
TEXT = "Norway's exports to the US rose 12 percent to US$8.1 billion in 2024, customs data showed on Monday.\n"


@pytest.fixture
def record(tmp_path: Path) -> Path:
    (tmp_path / "norway.txt").write_text(TEXT)
    (tmp_path / "days.csv").write_text("file,published,outlet\nnorway.txt,2025-03-04,Fjord Post\n")
    path = tmp_path / "trade.record"
    done = run("read", str(tmp_path / "norway.txt"), "--manifest", str(tmp_path / "days.csv"), "--record", str(path))
    assert done.exit_code == 0, done.output
    return path


def run(*arguments: str):  # type: ignore[no-untyped-def]
    return CliRunner().invoke(cli.app, arguments, catch_exceptions=False)


def test_an_assertion_is_a_row_with_its_days_as_pairs() -> None:
    days = Days(first=date(2025, 5, 11), last=date(2025, 5, 20), approx=True, words="mid-May")
    one = Meeting(doc="d", start=2, end=7, exact="talks", parties=("JP", "US"), when=days, via=("an envoy",))
    assert rows.assertion_row("a.txt", one) == {
        "doc": "a.txt",
        "kind": "meeting",
        "start": 2,
        "end": 7,
        "exact": "talks",
        "parties": ["JP", "US"],
        "when": ["2025-05-11", "2025-05-20"],
        "approx": True,
        "certainty": "stated",
        "via": ["an envoy"],
    }


def test_days_that_are_not_known_are_left_out_and_open_ends_stay_open() -> None:
    offset = Days(words="yesterday", offset="-P1D")
    since = Days(first=date(2025, 5, 1))
    one = Figure(doc="d", start=0, end=1, exact="x", metric="exports", period=offset, change_base=since)
    row = rows.assertion_row("a.txt", one)
    assert "period" not in row
    assert row["change_base"] == ["2025-05-01", None]


def test_csv_has_a_column_for_every_slot_and_no_formula() -> None:
    row: rows.Row = {
        "doc": "a,b.txt",
        "exact": '=HYPERLINK("x")\nnext',
        "parties": ["JP", "US"],
        "value": -55.6e9,
        "direct": False,
    }
    text = "".join(csv_lines([row], rows.ASSERTION_COLUMNS))
    (read,) = csv.DictReader(io.StringIO(text, newline=""))
    assert list(read) == list(rows.ASSERTION_COLUMNS)
    assert (read["doc"], read["exact"]) == ("a,b.txt", '\'=HYPERLINK("x")\nnext')
    assert (read["parties"], read["value"], read["direct"], read["rate"]) == ("JP|US", "-55600000000", "false", "")


def test_csv_of_nothing_still_has_its_header() -> None:
    assert "".join(csv_lines([], ("doc", "kind"))) == "doc,kind\r\n"
    assert "".join(json_lines([])) == ""


def test_the_exports_say_what_the_article_says(record: Path) -> None:
    said = [json.loads(line) for line in export(record, "assertions", "jsonl")]
    (figure,) = (row for row in said if row["kind"] == "figure")
    assert TEXT[figure["start"] : figure["end"]] == figure["exact"]
    assert (figure["doc"], figure["value"], figure["period"]) == ("norway.txt", 8.1e9, ["2024-01-01", "2024-12-31"])
    (article,) = (json.loads(line) for line in export(record, "articles", "jsonl"))
    assert (article["doc"], article["published"], article["outlet"]) == ("norway.txt", "2025-03-04", "Fjord Post")
    assert {"report", "sha256", "names", "asides"} <= article.keys()
    (entry,) = (row for row in map(json.loads, export(record, "entries", "jsonl")) if row["kind"] == "figure")
    assert (entry["period"], entry["reports"], entry["said"]) == ("2024", 1, "2025-03-04")


@pytest.mark.parametrize("what", ["assertions", "articles", "entries"])
def test_export_writes_the_same_to_a_file_as_to_the_screen(record: Path, tmp_path: Path, what: str) -> None:
    for form in ("jsonl", "csv"):
        out = tmp_path / "out"
        shown = run("export", what, "--record", str(record), "--format", form)
        assert run("export", what, "--record", str(record), "--format", form, "--output", str(out)).exit_code == 0
        assert out.read_bytes() == shown.stdout_bytes != b""


def test_reading_again_says_that_nothing_is_new(record: Path, tmp_path: Path) -> None:
    again = run("read", str(tmp_path / "norway.txt"), "--record", str(record))
    assert "nothing new" in again.output
    assert again.exit_code == 0
    assert run("read", str(tmp_path / "norway.txt"), "--record", str(record), "--quiet").output == ""


def test_the_exit_code_is_one_only_if_nothing_could_be_read(record: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.4 nothing")
    alone = run("read", str(tmp_path / "bad.pdf"), "--record", str(tmp_path / "new.record"))
    assert alone.exit_code == 1
    assert "bad.pdf" in alone.output
    together = run("read", str(tmp_path / "bad.pdf"), str(tmp_path / "norway.txt"), "--record", str(record))
    assert together.exit_code == 0
    assert "bad.pdf" in together.output


def test_errors_say_what_to_do(tmp_path: Path) -> None:
    missing = subprocess.run(
        [
            sys.executable,
            "-c",
            "from onrecord.show.cli import main; main()",
            "export",
            "entries",
            "--record",
            "no.record",
        ],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert missing.returncode == 1
    assert missing.stderr.startswith("onrecord: there is no record at no.record; make one first: onrecord read")
    assert len(missing.stderr.splitlines()) == 1


def test_nothing_in_a_title_reaches_the_terminal_as_an_order() -> None:
    assert plain("a\x1b]0;x\x07b\u202ec\r\x9b1m") == "a\\x1b]0;x\\x07b\\u202ec\\r\\x9b1m"
    assert plain("two\nlines\tand 日本 – “quotes”") == "two\nlines\tand 日本 – “quotes”"
    assert one_line("two\nlines \x1b") == "two lines \\x1b"


def _cpu(*arguments: str) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, "-c", "from onrecord.show.cli import main; main()", *arguments],
        check=True,
        capture_output=True,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def test_help_is_there_at_once() -> None:
    assert min(_cpu("--help") for _ in range(3)) < 0.3


@pytest.mark.skipif(not (SHARED / "seeds").is_dir(), reason="the seeds are not beside this checkout")
def test_the_seeds_take_less_than_ten_seconds(tmp_path: Path) -> None:
    seeds = SHARED / "seeds"
    arguments = ("read", str(seeds), "--record", str(tmp_path / "s.record"), "--manifest", str(seeds / "manifest.csv"))
    assert _cpu(*arguments) < 10
    articles = [json.loads(line) for line in export(tmp_path / "s.record", "articles", "jsonl")]
    assert len(articles) == 5
    assert len({article["report"] for article in articles}) == 3


def test_standard_input_is_a_source(tmp_path: Path) -> None:
    record = tmp_path / "trade.record"
    done = CliRunner().invoke(cli.app, ["read", "-", "--record", str(record)], input=TEXT, catch_exceptions=False)
    assert done.exit_code == 0, done.output
    assert len(list(export(record, "articles", "jsonl"))) == 1
