"""Every row of the issue table finds its own examples and misses its near misses."""

import pytest

from onrecord.find.issues import IssueRow, find_issues
from onrecord.knowledge.tables import table

ROWS = table("issues.toml", IssueRow)
SAYS = [(row.issue, words) for row in ROWS for words in row.says]
NOTS = [(row.issue, words) for row in ROWS for words in row.nots]


@pytest.mark.parametrize(("issue", "words"), SAYS)
def test_an_example_is_found_by_its_row(issue: str, words: str) -> None:
    assert issue in {mention.issue for mention in find_issues(f"It was said: {words}.")}


@pytest.mark.parametrize(("issue", "words"), NOTS)
def test_a_near_miss_is_not_found_by_its_row(issue: str, words: str) -> None:
    assert issue not in {mention.issue for mention in find_issues(f"It was said: {words}.")}


def test_no_phrase_stands_in_two_rows() -> None:
    seen: dict[str, str] = {}
    for row in ROWS:
        for phrase in (*row.strong, *row.weak):
            assert seen.setdefault(phrase, row.issue) == row.issue, phrase


def test_each_row_has_an_example() -> None:
    assert [row.issue for row in ROWS if not row.says] == []


def test_the_longest_phrase_wins_and_weak_words_are_marked() -> None:
    found = find_issues("Rules on location data, and a deal on beef, not to beef up anything.")
    assert [(mention.issue, mention.weak) for mention in found] == [
        ("digital-trade/location-data", False),
        ("trade-agreement", True),
        ("agriculture/beef", False),
    ]
