"""The chronicle: each row is found by its own sentence, and days are in order."""

import pytest

from onrecord.knowledge.chronicle import Happening, told_in
from onrecord.knowledge.tables import table

ROWS = table("chronicle.csv", Happening)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.day} {row.what[:40]}")
def test_each_row_is_found_by_its_own_sentence(row: Happening):
    assert row in told_in(row.what + ".")


def test_rows_stand_in_the_order_of_their_days():
    assert [row.day for row in ROWS] == sorted(row.day for row in ROWS)
    assert all(row.until >= row.day for row in ROWS)


def test_no_row_stands_twice():
    assert len({(row.day, row.what) for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize(
    "sentence",
    [
        "The Senate passed the farm bill on Thursday.",
        "Steel prices fell as tariffs were discussed.",
        "Trump spoke to Xi about the weather in Hanoi.",
    ],
)
def test_other_sentences_tell_of_nothing(sentence: str):
    assert told_in(sentence) == ()
