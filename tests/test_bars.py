from datetime import date

import pytest

from onrecord.model.assertion import Figure
from onrecord.model.days import Days
from onrecord.model.entry import Entry
from onrecord.show.dossier.bars import WIDTH, scales
from onrecord.show.phrasing import Names

NAMES = Names({"NO": "Norway", "SE": "Sweden"})


def entry(value: float | None, *, year: int = 2024, metric: str = "trade-balance", **slots: object) -> Entry:
    period = Days(first=date(year, 1, 1), last=date(year, 12, 31))
    words = f"{metric} {value} {year} {slots}"
    figure = Figure(
        doc="d", start=0, end=len(words), exact=words, metric=metric, reporter="NO", value=value, period=period, **slots
    )
    return Entry(id=words, kind="figure", best=figure, supports=(), reports=1)


def test_deficits_reach_left_of_nought_and_surpluses_right_on_one_scale():
    (scale,) = scales([entry(-30.0, unit="USD", year=2022), entry(10.0, unit="USD", year=2023)], NAMES)
    deficit, surplus = scale.bars
    assert deficit.x == 0 and deficit.x + deficit.wide == scale.zero == surplus.x
    assert deficit.wide == 3 * surplus.wide
    assert surplus.x + surplus.wide == WIDTH


def test_the_base_of_a_change_is_where_the_bar_was_before():
    (scale,) = scales([entry(125.0, unit="USD", change_pct=25.0)], NAMES)
    (bar,) = scale.bars
    assert bar.before == pytest.approx(bar.wide * 0.8)


def test_each_metric_and_unit_has_its_own_scale():
    found = scales(
        [entry(5.0, unit="USD"), entry(8.0, unit="percent"), entry(9.0, unit="USD", metric="exports")], NAMES
    )
    assert sorted(scale.name for scale in found) == ["exports, USD", "trade balance, %", "trade balance, USD"]


@pytest.mark.parametrize("value", [None, 0.0])
def test_without_a_value_or_with_nought_there_is_no_bar(value: float | None):
    (scale,) = scales([entry(value, unit="USD", change_pct=-100.0)], NAMES)
    assert scale.bars[0].wide == 0 and scale.bars[0].before is None


def test_figures_stand_by_whom_they_are_of_and_then_by_period():
    (scale,) = scales([entry(2.0, year=2024), entry(1.0, year=2023), entry(3.0, year=2020, partner="SE")], NAMES)
    assert [bar.figure.value for bar in scale.bars] == [3.0, 1.0, 2.0]
