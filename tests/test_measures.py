"""Measures: the cases for people, the tables behind them, and the rows' own examples."""

import pytest
from casefile import Case, cases, check

from onrecord.find.parse import parser
from onrecord.knowledge.phrases import Phrases
from onrecord.knowledge.tables import table
from onrecord.model.article import Article, Piece
from onrecord.model.page import Page, Sentence
from onrecord.model.span import Span
from onrecord.read import measures
from onrecord.read.measures import vocabulary
from onrecord.read.measures.scene import Scene
from onrecord.read.measures.triggers import triggers


@pytest.mark.parametrize("case", cases("measures"), ids=lambda case: case.title)
def test_case(case: Case) -> None:
    check(case, measures.read(case.page()), ["measure"])


def scene(text: str) -> Scene:
    """A sentence alone, without mentions."""
    whole = Span(start=0, end=len(text))
    article = Article(doc="x", name="x", text=text, body=text, pieces=(Piece(0, 0, len(text)),), paragraphs=(whole,))
    sentence = Sentence(start=0, end=len(text), paragraph=0, tokens=parser().parse([text])[0])
    return Scene(Page(article=article, sentences=(sentence,)), 0)


INSTRUMENTS = table("instruments.toml", vocabulary.InstrumentRow)


@pytest.mark.parametrize(("row", "text"), [(row, text) for row in INSTRUMENTS for text in row.says])
def test_an_instrument_is_found_in_its_own_examples(row: vocabulary.InstrumentRow, text: str) -> None:
    assert row in [trigger.row for trigger in triggers(scene(text))], text


@pytest.mark.parametrize(("row", "text"), [(row, text) for row in INSTRUMENTS for text in row.not_])
def test_near_misses_of_an_instrument(row: vocabulary.InstrumentRow, text: str) -> None:
    assert row.instrument not in [trigger.row.instrument for trigger in triggers(scene(text))], text


def test_scopes_and_everyone_are_found_in_their_examples() -> None:
    for row in table("scopes.toml", vocabulary.ScopeRow):
        assert all(row.scope in [found for *_, found in vocabulary.scopes().find(text)] for text in row.says), row
    for other in table("everyone.toml", vocabulary.EveryoneRow):
        assert all(list(vocabulary.everyone().find(text)) for text in other.says), other


def test_no_product_stands_twice_and_codes_are_of_the_harmonized_system() -> None:
    rows = table("products.csv", vocabulary.ProductRow)
    words = [word for row in rows for word in row.words]
    assert len(words) == len(set(words)), sorted(word for word in words if words.count(word) > 1)
    codes = [code for row in rows for code in row.hs]
    assert all(code.isdigit() and len(code) in (2, 4) and 1 <= int(code[:2]) <= 97 for code in codes), codes


def test_mast_chapters_are_the_sixteen_letters() -> None:
    assert [row.chapter for row in table("mast.csv", vocabulary.MastRow)] == list("ABCDEFGHIJKLMNOP")


def test_words_for_a_use_are_never_empty() -> None:
    with pytest.raises(KeyError):
        vocabulary.words("no such use")
    assert all(vocabulary.words(row.use) for row in table("measure_words.toml", vocabulary.WordsRow))


def test_a_verb_gives_the_step_of_its_longest_phrase() -> None:
    table_of_tariffs = vocabulary.actions("tariff")
    assert table_of_tariffs.verbs["put"][0][0], "phrases come before the bare verb"
    assert vocabulary.actions("trade-agreement").verbs["sign"][0][1] == "signed"
    assert vocabulary.actions("tariff").verbs["sign"][0][1] == "announce"


def test_a_long_page_without_measures_says_nothing() -> None:
    text = "Rain fell. " * 200
    spans = [Span(start=at * 11, end=at * 11 + 10) for at in range(200)]
    tokens = parser().parse(["Rain fell."])[0]
    sentences = tuple(Sentence(start=span.start, end=span.end, paragraph=0, tokens=tokens) for span in spans[:1])
    article = Article(
        doc="x", name="x", text=text, body=text, pieces=(Piece(0, 0, len(text)),), paragraphs=(Span(start=0, end=10),)
    )
    assert measures.read(Page(article=article, sentences=sentences)) == ()


def test_phrases_of_all_tables_can_be_compiled() -> None:
    assert isinstance(vocabulary.products(), Phrases)
    assert isinstance(vocabulary.mast_words(), Phrases)
