import io

import pytest
from rich.cells import cell_len
from rich.console import Console

from onrecord.show.render import screen
from onrecord.show.render.grid import BETWEEN, shares
from onrecord.show.views.table import Line, Table

WORDS = "the two sides met for a whole day in Bergen and spoke of salmon, of 鮭 and of nothing else until late"
TABLE = Table(
    name="timeline",
    title="Timeline",
    columns=("when", "what", "until", "reports", "why"),
    lines=(
        Line(
            id="t-1",
            cells=("1 May 2025", "Norway and Sweden: talks in Bergen (held)", "", "1", "the earliest"),
            words=WORDS,
            doc="a.txt",
            group="salmon",
        ),
        Line(
            id="t-2", cells=("2 May 2025", "Norway: offer", "", "12", ""), words="an offer", doc="b.txt", group="salmon"
        ),
    ),
    below=("why",),
)


def drawn(table: Table, width: int) -> list[str]:
    console = Console(file=io.StringIO(), width=width, no_color=True)
    console.print(screen.table(table))
    return console.file.getvalue().splitlines()


@pytest.mark.parametrize("width", [30, 40, 60, 80, 120, 200])
def test_nothing_is_lost_and_no_line_is_wider_than_the_terminal(width: int):
    lines = drawn(TABLE, width)
    assert max(map(cell_len, lines)) <= width
    said = " ".join(" ".join(lines).split())
    assert f"“{WORDS}” a.txt · the earliest" in said
    assert "Norway: offer" in said and "12" in said


def test_the_head_stands_once_without_columns_in_which_nothing_stands():
    lines = drawn(TABLE, 100)
    (head,) = [line for line in lines if "when" in line]
    assert head.split() == ["id", "when", "what", "reports"]
    assert [line for line in lines if line == "salmon"] == ["salmon"]


def test_words_stand_below_their_line_and_right_of_the_ids():
    lines = drawn(TABLE, 80)
    at = next(number for number, line in enumerate(lines) if line.startswith("t-2"))
    assert lines[at + 1] == "     “an offer” b.txt"


def test_the_widest_columns_give_way_first():
    assert shares([10, 8, 60], 80) == [10, 8, 60 - BETWEEN * 2 + 2]
    assert shares([10, 60, 60], 64) == [10, 25, 25]
    assert shares([], 50) == []
