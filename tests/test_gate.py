"""Which sentences go to the parser: what says something does, what only fills the page does not."""

import pytest

from onrecord.find.actors.lexicon import hits
from onrecord.find.parse import LONGEST, worth_parsing
from onrecord.find.parse.gate import may_name, may_say
from onrecord.find.sentences import sentences
from onrecord.find.speech.cues import Cue
from onrecord.knowledge.inflection import forms
from onrecord.knowledge.instruments import InstrumentRow, VerbRow
from onrecord.knowledge.tables import table
from onrecord.model.span import Span


@pytest.mark.parametrize(
    "text",
    [
        "The growers didn't deny it.",
        "Peru has sought a longer list.",
        "“Never.”",
        "Seoul: no more tea",
        "Tea is next — Norway",
        "According to the harbour, none came.",
        "Cheese exports came to 3 billion kroner.",
        "The duties are gone.",
        "Both have met in Bergen.",
    ],
)
def test_what_may_say_something_passes(text: str) -> None:
    assert may_say(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Page 3 of 12",
        "Rain fell on the roofs of Bergen.",
        "Shr 34 cts vs 27 cts",
        "Oslo 4 km",
        "It snowed all day.",
    ],
)
def test_what_says_nothing_does_not(text: str) -> None:
    assert not may_say(text)


def test_every_example_of_the_tables_passes() -> None:
    """A row that a user adds opens the gate for its own words."""
    examples = [text.replace("[", "").replace("]", "") for row in table("cues.csv", Cue) for text in row.says]
    examples += [text for row in table("instruments.toml", InstrumentRow) for text in row.says]
    examples += [text for row in table("measure_verbs.toml", VerbRow) for text in row.says]
    assert len(examples) > 60
    shut = [text for text in examples if not any(map(may_say, _sentences(text)))]
    assert shut == []


def _sentences(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text, Span(start=0, end=len(text)))]


def test_a_sentence_is_parsed_when_the_next_refers_back_to_it() -> None:
    met = "Norway lies in the north."
    assert worth_parsing([met, "Its minister warned of snow."]) == [True, True]
    assert worth_parsing([met, "“We hope so.”"]) == [True, True]
    assert worth_parsing([met, "Peru warned of snow."]) == [False, True]
    assert worth_parsing([met, "It rained."]) == [False, False]
    assert worth_parsing([]) == []


def test_what_is_too_long_is_not_parsed() -> None:
    assert worth_parsing(["he said " * LONGEST]) == [False]


@pytest.mark.parametrize("text", ["said Gunnar Steen", "Anna van Dijk left", "the DIHK's Ilja Nothnagel"])
def test_unknown_names_are_looked_for(text: str) -> None:
    assert may_name(text)


@pytest.mark.parametrize("text", ["The talks ended.", "Donald Trump said so.", "He left South Korea.", ""])
def test_where_none_can_stand_none_is_looked_for(text: str) -> None:
    assert not may_name(text), hits(text)


@pytest.mark.parametrize(
    ("lemma", "some"),
    [
        ("deny", {"deny", "denies", "denied", "denying"}),
        ("propose", {"proposes", "proposed", "proposing"}),
        ("plan", {"plans", "planned", "planning"}),
        ("press", {"presses", "pressed", "pressing"}),
        ("say", {"says", "said", "saying"}),
        ("quit", {"quits", "quitting"}),
        ("tax", {"taxes", "taxed"}),
        ("be", {"is", "was", "being", "been"}),
        ("travel", {"travelled", "traveled"}),
        ("not", {"n't", "n’t"}),
        ("call for", {"called for", "calling for"}),
    ],
)
def test_forms(lemma: str, some: set[str]) -> None:
    assert some <= forms(lemma)


def test_near_misses_of_forms() -> None:
    assert not forms("deny") & {"denyed", "denys"}
    assert not forms("open") & {"oppen", "opens up"}
