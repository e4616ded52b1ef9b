"""Holidays: what their names mean (``cases/holidays.txt``), and their table."""

from datetime import date

import pytest
from casefile import phrasings
from test_times import meaning, times

from onrecord.knowledge.holidays import Holiday, easter, holiday_in, holidays
from onrecord.knowledge.states import states
from onrecord.knowledge.tables import table


@pytest.mark.parametrize(("day", "wanted", "phrasing"), list(phrasings("holidays")))
def test_a_holiday_means(day: date | None, wanted: str, phrasing: str) -> None:
    text = phrasing.replace("[", "").replace("]", "")
    found = {text[mention.start : mention.end]: meaning(mention) for mention in times(text, day)}
    if wanted == "none":
        assert found == {}, "found too much"
        return
    start = phrasing.find("[")
    words = phrasing[start + 1 : phrasing.index("]")] if start >= 0 else text
    assert found.get(words) == wanted


def test_easter() -> None:
    assert [easter(year) for year in (2000, 2019, 2024, 2025)] == [
        date(2000, 4, 23),
        date(2019, 4, 21),
        date(2024, 3, 31),
        date(2025, 4, 20),
    ]


@pytest.mark.parametrize("feast", table("calendar.csv", Holiday), ids=lambda feast: feast.name)
def test_a_feast_is_found_by_its_words_and_has_a_day(feast: Holiday) -> None:
    day = holiday_in(feast, 2024)
    assert day is not None
    assert list(feast.days) == sorted(feast.days)
    assert len({listed[:4] for listed in feast.days}) == len(feast.days)
    assert feast.state in {"", *states()}
    whose = f"{states()[feast.state].adjectives[0]} " if feast.state and len(holidays()[feast.says[0]]) > 1 else ""
    for words in feast.says:
        text = f"Shops were shut on {whose}{words}, 2024."
        assert [mention.days.first for mention in times(text) if mention.days] == [day]
    for words in feast.nots:
        assert times(f"Shops sold the {words} at home.") == ()


def test_the_days_of_a_year_are_in_the_order_of_the_calendars() -> None:
    rows = {row.name: row for row in table("calendar.csv", Holiday)}
    for year in range(2014, 2029):
        days = [holiday_in(rows[name], year) for name in ("Lunar New Year", "Dragon Boat Festival", "Chuseok")]
        assert days == sorted(day for day in days if day)
        fast, feast = holiday_in(rows["Ramadan"], year), holiday_in(rows["Eid al-Fitr"], year)
        assert fast is not None and feast is not None
        assert 29 <= (feast - fast).days <= 31
