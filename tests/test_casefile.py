from datetime import date

import casefile
import pytest

from onrecord.model.assertion import Figure
from onrecord.model.days import Days

TEXT = """a surplus
day 2025-05-27
[1 Norland had [2 a surplus 2] of $5 1], they said.
A second paragraph.
1 figure metric=trade-balance value=5 period=2024
2 figure metric=trade-balance superlative="record-high"
"""


def figure(case: casefile.Case, words: str, **slots: object) -> Figure:
    start = case.body.index(words)
    return Figure(doc="d", start=start, end=start + len(words), exact=words, metric="trade-balance", **slots)


def test_marks_are_taken_out_and_nest():
    case = casefile._case(TEXT)
    assert case.body == "Norland had a surplus of $5, they said.\nA second paragraph."
    assert [want.span.of(case.body) for want in case.expected] == ["Norland had a surplus of $5", "a surplus"]
    assert case.day == date(2025, 5, 27)
    assert len(case.article().paragraphs) == 2


def test_each_difference_is_named():
    case = casefile._case(TEXT)
    year = Days(first=date(2024, 1, 1), last=date(2024, 12, 31))
    whole = figure(case, "Norland had a surplus of $5", value=5.0, period=year)
    part = figure(case, "a surplus", superlative="record-high")
    assert casefile.complaints(case, [whole, part]) == []
    assert casefile.complaints(case, [whole])[0].startswith("not found: figure 'a surplus'")
    other = figure(case, "a surplus", superlative="record-low")
    assert "superlative is record-low, expected record-high" in casefile.complaints(case, [whole, other])[0]
    extra = figure(case, "second")
    assert casefile.complaints(case, [whole, part, extra])[0].startswith("found too much")


def test_an_open_mark_is_an_error():
    with pytest.raises(AssertionError, match="not closed"):
        casefile._case("x\n[1 open\n")
    with pytest.raises(AssertionError, match="never opened"):
        casefile._case("x\nclosed 1]\n")
