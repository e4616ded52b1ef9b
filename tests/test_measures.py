"""Measures: the cases for people, the tables behind them, and the rows' own examples."""

import pytest
from casefile import Case, cases, check

from onrecord.find.parse import parser
from onrecord.knowledge.instruments import InstrumentRow, VerbRow
from onrecord.knowledge.phrases import Phrases
from onrecord.knowledge.tables import table
from onrecord.model.article import Article, Piece
from onrecord.model.page import Page, Sentence
from onrecord.model.span import Span
from onrecord.read import measures
from onrecord.read.measures import vocabulary
from onrecord.read.measures.layers import inner, layers
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


INSTRUMENTS = table("instruments.toml", InstrumentRow)


@pytest.mark.parametrize(("row", "text"), [(row, text) for row in INSTRUMENTS for text in row.says])
def test_an_instrument_is_found_in_its_own_examples(row: InstrumentRow, text: str) -> None:
    assert row in [trigger.row for trigger in triggers(scene(text))], text


@pytest.mark.parametrize(("row", "text"), [(row, text) for row in INSTRUMENTS for text in row.not_])
def test_near_misses_of_an_instrument(row: InstrumentRow, text: str) -> None:
    assert row.instrument not in [trigger.row.instrument for trigger in triggers(scene(text))], text


VERBS = table("measure_verbs.toml", VerbRow)


@pytest.mark.parametrize(("row", "text"), [(row, text) for row in VERBS for text in row.says])
def test_a_verb_that_is_a_measure_is_found_in_its_own_examples(row: VerbRow, text: str) -> None:
    assert row.instrument in named_by_verbs(text), text


@pytest.mark.parametrize(("row", "text"), [(row, text) for row in VERBS for text in row.not_])
def test_near_misses_of_a_verb_that_is_a_measure(row: VerbRow, text: str) -> None:
    assert row.instrument not in named_by_verbs(text), text


def named_by_verbs(text: str) -> list[str]:
    found = measures.read(Case(title="x", day=None, body=text).page())
    return [measure.instrument for measure in found if measure.rule == "measures/verb"]


ACTIONS = table("actions.toml", vocabulary.ActionRow)


def steps(text: str) -> set[str]:
    """The steps of all layers above and inside the measures of a sentence, with those of the adjectives before them."""
    at = scene(text)
    found: set[str] = set()
    for trigger in triggers(at, named=True):
        instrument = trigger.row.instrument
        chain = [*layers(at, trigger.head, instrument), *inner(at, trigger.head, instrument)]
        found.update(layer.step for layer in chain)
    return found


@pytest.mark.parametrize(("row", "text"), [(row, text) for row in ACTIONS for text in row.says])
def test_a_step_is_read_in_its_own_examples(row: vocabulary.ActionRow, text: str) -> None:
    assert row.step in steps(text), text


@pytest.mark.parametrize(("row", "text"), [(row, text) for row in ACTIONS for text in row.not_])
def test_near_misses_of_a_step(row: vocabulary.ActionRow, text: str) -> None:
    assert row.step not in steps(text), text


def test_every_row_of_actions_and_verbs_has_an_example() -> None:
    assert all(row.says for row in ACTIONS)
    assert all(row.says and row.not_ for row in VERBS)


def test_products_and_chapters_are_found_in_their_examples() -> None:
    for product in table("products.csv", vocabulary.ProductRow):
        found = [[row for *_, row in vocabulary.products().find(text)] for text in product.says]
        assert all(product in rows for rows in found), product
        missed = [[row for *_, row in vocabulary.products().find(text)] for text in product.not_]
        assert not any(product in rows for rows in missed), product
    for chapter in table("mast.csv", vocabulary.MastRow):
        assert chapter.says, chapter
        assert all(
            chapter.chapter in [found for *_, found in vocabulary.mast_words().find(text)] for text in chapter.says
        )
        near = [found for text in chapter.not_ for *_, found in vocabulary.mast_words().find(text)]
        assert chapter.chapter not in near, chapter


def test_every_word_for_a_product_is_found_as_its_own() -> None:
    for product in table("products.csv", vocabulary.ProductRow):
        for word in product.words:
            found = [row for *_, row in vocabulary.products().find(f"duties on {word} from abroad")]
            assert product in found, word


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
