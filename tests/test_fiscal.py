"""Fiscal years (``cases/fiscal.txt``), whose they are, and their table."""

from datetime import date

import pytest
from casefile import phrasings
from test_times import meaning, times

from onrecord.find.times.whose import whose
from onrecord.knowledge.fiscal_years import FiscalYear, fiscal_years
from onrecord.knowledge.states import states
from onrecord.knowledge.tables import table


@pytest.mark.parametrize(("day", "wanted", "phrasing"), list(phrasings("fiscal")))
def test_a_fiscal_year_means(day: date | None, wanted: str, phrasing: str) -> None:
    text = phrasing.replace("[", "").replace("]", "")
    found = {text[mention.start : mention.end]: meaning(mention) for mention in times(text, day)}
    if wanted == "none":
        assert found == {}, "found too much"
        return
    assert found.get(phrasing[phrasing.index("[") + 1 : phrasing.index("]")]) == wanted


def test_a_fiscal_year_is_the_period_that_growth_is_measured_from() -> None:
    text = "Japan's exports in fiscal 2024 rose 4 percent from a year earlier."
    assert [meaning(mention) for mention in times(text)] == ["2024-04-01/2025-03-31", "2023-04-01/2024-03-31"]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Spending rose. | In fiscal 2024 it fell.", ""),
        ("Japan spent more. Tokyo and its lenders agreed. | In fiscal 2024 it fell.", "JP"),
        ("Japan spent more. India spent less. | In fiscal 2024 it fell.", ""),
        ("Norway spent more. | In fiscal 2024 it fell.", ""),
    ],
)
def test_an_article_tells_whose_year_it_is_where_its_sentence_does_not(text: str, state: str) -> None:
    body = text.replace("| ", "")
    start = text.index("| ")
    row = whose(body, start, len(body), body.index("fiscal"))
    assert (row.state if row else "") == state


def test_a_sentence_is_searched_once_for_all_its_fiscal_years() -> None:
    import time

    begun = time.process_time()
    found = times("In fiscal 2024 the first half of " * 3000)
    assert len(found) >= 3000
    assert time.process_time() - begun < 8


def test_rows_are_of_states_and_have_a_source() -> None:
    rows = table("fiscal_years.csv", FiscalYear)
    assert len(rows) == len(fiscal_years())
    assert fiscal_years().keys() <= states().keys()
    assert all(row.source and 1 <= row.starts <= 12 for row in rows)
