import csv
import io
import json

from rich.console import Console

from onrecord.show.render import plain, screen
from onrecord.show.views.table import Line, Table

TABLE = Table(
    name="timeline",
    title="Timeline",
    columns=("when", "what"),
    lines=(
        Line(id="m-1", cells=("1 May 2025", "talks"), words="they met\x1b[31m in Oslo", doc="a.txt", group="May"),
        Line(id="m-2", cells=("", "=SUM(A1)"), words="a | <b>bold</b> claim", doc="b.txt", group="May"),
    ),
)


def test_json_has_a_row_for_each_line():
    rows = json.loads(plain.as_json(TABLE))
    assert rows[0]["id"] == "m-1" and rows[0]["group"] == "May" and rows[0]["when"] == "1 May 2025"
    assert rows[1]["words"] == "a | <b>bold</b> claim"


def test_csv_can_be_read_back_and_runs_no_formula():
    rows = list(csv.DictReader(io.StringIO(plain.as_csv(TABLE))))
    assert rows[0]["doc"] == "a.txt"
    assert rows[1]["what"] == "'=SUM(A1)"


def test_markdown_escapes_what_would_be_markup():
    text = plain.as_markdown(TABLE)
    assert text.splitlines()[0] == "# Timeline"
    assert "## May" in text
    assert "a \\| \\<b\\>bold\\</b\\> claim" in text


def test_an_empty_table_says_so():
    empty = Table(name="t", title="T", columns=("a",), lines=(), empty="None here.")
    assert plain.as_json(empty) == "[]"
    assert "None here." in plain.as_markdown(empty)
    assert "None here." in drawn(empty)


def test_the_terminal_shows_the_words_and_no_control_characters():
    text = drawn(TABLE)
    assert "m-1" in text and "“they met" in text and "a.txt" in text
    assert "\x1b[31m" not in text


def drawn(table: Table) -> str:
    console = Console(file=io.StringIO(), width=120, no_color=True)
    console.print(screen.table(table))
    return console.file.getvalue()
