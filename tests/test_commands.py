import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from onrecord.show.cli import app
from onrecord.store import Database

VIEWS = ("timeline", "measures", "positions", "figures", "statements", "reports")


def run(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, list(words))
    return result.exit_code, result.output


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("form", ["table", "json", "csv", "md"])
def test_every_view_in_every_format(demo: Database, view: str, form: str):
    code, output = run(view, "--record", str(demo.path), "--format", form)
    assert code == 0, output
    assert len(output.splitlines()) > 5
    if form == "json":
        assert all(row for row in json.loads(output))


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_takes_every_filter(demo: Database, view: str):
    filters = ("--party", "Seoul", "--issue", "tariffs", "--on", "2025-05-01", "--as-of", "2025-08-15")
    code, output = run(view, "--record", str(demo.path), *filters)
    assert code == 0, output


def test_a_wrong_day_a_wrong_id_and_a_missing_record_are_told_with_what_to_do(demo: Database, tmp_path: Path):
    code, output = run("timeline", "--record", str(demo.path), "--on", "yesterday")
    assert code == 2 and "YEAR-MONTH-DAY" in output
    code, output = run("show", "m-nothing", "--record", str(demo.path))
    assert code == 1 and "onrecord timeline" in output
    code, output = run("article", "nothing.txt", "--record", str(demo.path))
    assert code == 1 and "onrecord reports" in output
    code, output = run("timeline", "--record", str(tmp_path / "none.record"))
    assert code == 1 and "onrecord read" in output


def test_show_article_and_search_open_things(demo: Database):
    entry = demo.entries(kind="figure")[0]
    code, output = run("show", entry.id, "--record", str(demo.path))
    assert code == 0 and "independent report" in output
    code, output = run("show", entry.id, "--record", str(demo.path), "--format", "json")
    assert json.loads(output)["entry"]["id"] == entry.id
    code, output = run("article", "0731-no-rice.txt", "--record", str(demo.path), "--why")
    assert code == 0 and "read from it" in output
    code, output = run("search", "rice", "beef", "--record", str(demo.path))
    assert code == 0 and "0731-no-rice.txt" in output


@pytest.mark.parametrize("form", ["table", "json", "csv", "md"])
def test_an_entry_and_an_article_in_every_format_and_with_filters(demo: Database, form: str):
    entry = demo.entries(kind="position", party="KR")[0]
    filters = ("--party", "KR", "--record", str(demo.path), "--format", form)
    for words in (("show", entry.id), ("article", "0731-no-rice.txt")):
        code, output = run(*words, *filters)
        assert code == 0 and len(output.splitlines()) > 1, output
    code, output = run("show", entry.id, "--record", str(demo.path), "--as-of", "2001-01-01")
    assert code == 1


def test_the_dossier_is_written_whole(demo: Database, tmp_path: Path):
    page = tmp_path / "page.html"
    code, output = run("dossier", "--record", str(demo.path), "--output", str(page))
    assert code == 0, output
    assert page.read_text("utf-8").rstrip().endswith("</html>")
    assert list(tmp_path.iterdir()) == [page]


@pytest.mark.parametrize("command", ["read", "demo", *VIEWS, "show", "article", "search", "dossier", "export"])
def test_every_command_explains_itself(command: str):
    code, output = run(command, "--help")
    assert code == 0 and len(output) > 300


def test_help_loads_neither_the_parser_nor_the_page_reader():
    program = "import sys; from onrecord.show.cli import app; app(['--help'], standalone_mode=False);"
    program += (
        "print(sorted({name.split('.')[0] for name in sys.modules} & {'spacy','trafilatura','sqlalchemy','lxml'}))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.rstrip().endswith("[]")


def test_what_cannot_be_written_is_told_before_the_old_file_is_lost(demo: Database, tmp_path: Path):
    for words in (("dossier",), ("export", "entries")):
        code, output = run(*words, "--record", str(demo.path), "--output", str(tmp_path / "none" / "x"))
        assert code == 1 and f"the folder {tmp_path / 'none'} does not exist" in output and "Errno" not in output
        code, output = run(*words, "--record", str(demo.path), "--output", str(tmp_path))
        assert code != 0
    assert list(tmp_path.iterdir()) == []


def test_an_empty_folder_an_empty_record_and_an_unknown_kind_are_told(demo: Database, tmp_path: Path):
    record = tmp_path / "empty.record"
    (tmp_path / "nothing").mkdir()
    code, output = run("read", str(tmp_path / "nothing"), "--record", str(record))
    assert code == 1 and "the folder is empty" in output
    code, output = run("timeline", "--record", str(record))
    assert code == 0 and "is empty" in output and "onrecord read" in output
    code, output = run("timeline", "--kind", "nonsense", "--record", str(demo.path))
    assert code == 2 and "statement" in output


def test_documents_of_one_name_are_told_apart(tmp_path: Path):
    record = tmp_path / "x.record"
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(f"The salmon of {folder} was sold on Monday.", encoding="utf-8")
    code, output = run("read", str(tmp_path / "one"), str(tmp_path / "two"), "--record", str(record), "--quiet")
    assert code == 0 and not output
    code, output = run("article", "a.txt", "--record", str(record))
    assert code == 1
    digits = re.findall(r"\b[0-9a-f]{12}\b", output)
    assert len(digits) == 2 and all(run("article", one, "--record", str(record))[0] == 0 for one in digits)


def test_rows_are_told_in_their_order(tmp_path: Path):
    rows = [json.dumps({"text": "The salmon was sold.", "published": "the other day"}), *["broken"] * 11]
    (tmp_path / "r.jsonl").write_text("\n".join(rows), encoding="utf-8")
    code, output = run("read", str(tmp_path / "r.jsonl"), "--record", str(tmp_path / "x.record"))
    assert code == 0
    assert re.findall(r"error: r\.jsonl#(\d+)", output) == [str(number) for number in range(2, 13)]
    assert "warning: r.jsonl#1: 'the other day', given by its row, is not one certain day" in output


def test_who_asks_for_what_is_not_there_is_told_what_is(demo: Database):
    code, output = run("timeline", "--party", "Atlantis", "--record", str(demo.path))
    assert code == 0 and "Nobody in the record is called Atlantis" in output and "South Korea" in output
    code, output = run("positions", "--issue", "moonlight", "--record", str(demo.path))
    assert code == 0 and "agriculture/rice" in output
    code, output = run("figures", "--party", "KR", "--on", "1901-01-01", "--record", str(demo.path))
    assert code == 0 and "Nobody" not in output
