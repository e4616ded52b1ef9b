import casefile
import pytest

from onrecord import clean, find
from onrecord.find.parse import parser
from onrecord.find.sentences import sentences
from onrecord.knowledge.metrics import Metric
from onrecord.knowledge.tables import table
from onrecord.model.document import Document
from onrecord.model.span import Span
from onrecord.read import figures
from onrecord.read.figures.marks import Sector, sector, source, superlative
from onrecord.read.figures.metrics import find_metrics
from onrecord.read.figures.periods import year_before


@pytest.mark.parametrize("case", casefile.cases("figures"), ids=lambda case: case.title)
def test_cases(case: casefile.Case):
    casefile.check(case, figures.read(case.page()), kinds=("figure",))


@pytest.mark.parametrize("row", table("metrics.toml", Metric), ids=lambda row: f"{row.metric}{row.sign:+d}")
def test_each_metric_finds_its_examples_and_not_its_near_misses(row: Metric):
    for phrase in row.says:
        assert row in [named.row for named in find_metrics(f"So {phrase} grew.", 0)], phrase
    for phrase in row.near_misses:
        assert row not in [named.row for named in find_metrics(f"So {phrase} grew.", 0)], phrase
    assert row.says


@pytest.mark.parametrize("row", table("sectors.csv", Sector), ids=lambda row: row.sector)
def test_each_sector_finds_its_examples(row: Sector):
    assert row.says
    for phrase in row.says:
        assert sector(phrase) == row.sector


def test_no_phrase_of_the_sectors_stands_twice():
    words = [word for row in table("sectors.csv", Sector) for word in row.words]
    assert len(words) == len(set(words))


def test_goods_and_services_are_all_trade():
    assert sector("exports of goods and services") is None


@pytest.mark.parametrize(
    ("words", "means"),
    [
        ("a record $5 billion", "record-high"),
        ("an all-time low of 5", "record-low"),
        ("a 12-year high", "12-year-high"),
        ("the widest since 2011", "widest"),
        ("he recorded $5 billion", None),
    ],
)
def test_superlatives(words: str, means: str | None):
    assert superlative(words) == means


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Exports rose 4 percent, customs data showed.", "customs data"),
        ("Exports rose 4 percent, according to the Norland Statistics Office.", "Norland Statistics Office"),
        ("Exports rose 4 percent.", None),
    ],
)
def test_who_counted(text: str, who: str | None):
    (whole,) = sentences(text, Span(start=0, end=len(text)))
    assert source(text, whole) == who


@pytest.mark.parametrize(("place", "reporter", "partner"), [("TOKYO", "JP", None), ("BRUSSELS", None, "JP")])
def test_imports_of_a_state_told_from_there_are_its_own(place: str, reporter: str | None, partner: str | None):
    text = (
        f"{place}, March 4 - Japanese tea imports rose to 8,000 tonnes in 1986, an official of the European Union said."
    )
    document = Document.of(text.encode(), name="tea", media_type="text/plain", text=text)
    (figure,) = figures.read(find.page(clean.article(document), parser()))
    assert figure.partner == partner
    assert reporter is None or figure.reporter == reporter


def test_a_year_before_knows_leap_years():
    from datetime import date

    from onrecord.model.days import Days

    february = Days(first=date(2021, 2, 1), last=date(2021, 2, 28))
    assert year_before(february).last == date(2020, 2, 29)
    assert year_before(year_before(february)).last == date(2019, 2, 28)
