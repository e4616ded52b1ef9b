"""What a figure implies for the base of its change, and how that stands to what others say."""

from datetime import date

import pytest

from onrecord import merge
from onrecord.model.assertion import Figure
from onrecord.model.days import Days
from onrecord.model.entry import Entry
from onrecord.model.implied import implied, rounded
from onrecord.show import phrasing


def year(number: int) -> Days:
    return Days(first=date(number, 1, 1), last=date(number, 12, 31))


def exports(doc: str, value: float | None, period: int, change: float | None = None, base: int | None = None) -> Figure:
    return Figure(
        doc=doc, start=0, end=5, exact="words", metric="exports", reporter="NO", partner="JP", value=value, unit="USD",
        period=year(period), change_pct=change, change_base=year(base) if base else None,
    )  # fmt: skip


def joined(*figures: Figure) -> tuple[Entry, ...]:
    return merge.entries(list(figures), [], {})


@pytest.mark.parametrize(
    ("value", "change", "low", "high"),
    [
        (55.6e9, 25, 44.2e9, 44.7e9),
        (-21.6e9, -18, -26.6e9, -26.1e9),
        (40e9, 10, 35.7e9, 37.0e9),
        (30e9, 100, 14.39e9, 15.64e9),
    ],
)
def test_the_base_lies_between_what_the_rounding_of_both_allows(value: float, change: float, low: float, high: float):
    means = implied(exports("a", value, 2024, change, 2023))
    assert means is not None
    assert means.base == year(2023)
    assert low == pytest.approx(means.low, rel=0.003)
    assert high == pytest.approx(means.high, rel=0.003)
    assert means.low < means.value < means.high


def test_no_value_no_change_or_nothing_left_imply_nothing():
    assert implied(exports("a", None, 2024, 25, 2023)) is None
    assert implied(exports("a", 5e9, 2024)) is None
    assert implied(exports("a", 5e9, 2024, -100, 2023)) is None


def test_a_number_lies_within_its_last_digit():
    assert rounded(55.6e9) == pytest.approx((55.55e9, 55.65e9))
    assert rounded(40e9) == pytest.approx((39.5e9, 40.5e9))


def test_another_value_for_the_base_is_a_contradiction_with_the_implied_one():
    before, after = joined(exports("a", 56e9, 2024, 12, 2023), exports("b", 62e9, 2023))
    if before.best.doc == "a":
        before, after = after, before
    (told,), (means,) = before.conflicts, after.conflicts
    assert (told.reason, told.with_entry) == ("implied by 2024", after.id)
    assert (means.reason, means.with_entry) == ("implied for 2023", before.id)
    assert [text for text, _ in means.sides] == ["50000000000 USD", "62000000000 USD"]
    assert means.sides[0][1] == after.supports, "the span of the figure itself is the proof"
    assert not told.agrees


@pytest.mark.parametrize("stated", [50e9, 49.8e9, 50.3e9])
def test_a_value_for_the_base_within_rounding_agrees(stated: float):
    found = joined(exports("a", 56e9, 2024, 12, 2023), exports("b", stated, 2023))
    assert all(conflict.agrees for entry in found for conflict in entry.conflicts)
    assert sum(len(entry.conflicts) for entry in found) == 2


def test_what_is_implied_is_said_by_nobody():
    found = joined(exports("a", 56e9, 2024, 12, 2023))
    assert [entry.best.period for entry in found if isinstance(entry.best, Figure)] == [year(2024)]
    assert not found[0].conflicts


def test_other_partners_and_other_years_are_not_compared():
    other = exports("b", 62e9, 2022)
    assert not any(entry.conflicts for entry in joined(exports("a", 56e9, 2024, 12, 2023), other))


def test_it_is_shown_as_what_it_is():
    assert phrasing.base(exports("a", 55.6e9, 2024, 25, 2023)) == "USD 44.5bn in 2023"
    assert phrasing.base(exports("a", 55.6e9, 2024)) == ""
