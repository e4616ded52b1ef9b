"""Finding speech: quotation marks, cues, sources, contents, chains."""

import re
import time
from collections import Counter

import pytest

from onrecord.find.parse import parsed, parser
from onrecord.find.speech import find_speech
from onrecord.find.speech.cues import Cue
from onrecord.find.speech.quotes.quotation import quotations
from onrecord.knowledge.introductions import IntroducingWords, opening
from onrecord.knowledge.speaking import SpeakingWords, lemmas
from onrecord.knowledge.tables import table
from onrecord.model.mention import Attribution
from onrecord.model.page import Sentence
from onrecord.model.span import Span


def read(text: str) -> tuple[Sentence, ...]:
    lines = [Span(start=line.start(), end=line.end()) for line in re.finditer(r"[^\n]+", text)]
    return parsed(text, lines, parser())


def found(text: str) -> list[tuple[str, str, str]]:
    """Source, lemma of the cue and content of each attribution."""
    return [shown(text, one) for one in find_speech(text, read(text), ())]


def shown(text: str, one: Attribution) -> tuple[str, str, str]:
    source = one.source[0].of(text) if one.source else ""
    return source, one.cue_lemma, " | ".join(part.of(text) for part in one.content)


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("He said “yes” and “no”.", ["yes", "no"]),
        ('He said "yes" and "no".', ["yes", "no"]),
        ("He said ''yes'' twice.", ["yes"]),
        ("He said «yes» twice.", ["yes"]),
        ("He said „yes“ and left.", ["yes"]),
        ("He said »yes« and left.", ["yes"]),
        ("He said ‹yes› and 「no」.", ["yes", "no"]),
        ("“So it was,“ he said.", ["So it was,"]),
        ("So it was,” he said.", ["So it was,"]),
        ("“So it was, he said. It rained.", ["So it was,"]),
        ('The 6\'2" man laid a 12" pipe.', []),
        ('The "6\'2" man" laid a 12" pipe.', ["6'2\" man"]),
        ("‘They said “no” to it,’ he said.", ["They said “no” to it,"]),
        ("‘90s music “was loud” then.", ["was loud"]),
        ("It was ‘too late,’ he said.", ["too late,"]),
        ("The growers’ union wasn’t asked.", []),
        ("It is the '90s again.", []),
        ("“He called it ‘mad’ twice,” she said.", ["He called it ‘mad’ twice,"]),
        ('"The list “grows” daily," she said.', ["The list “grows” daily,"]),
        ('“Mixed marks," she said.', ["Mixed marks,"]),
        ("“It goes on", ["It goes on"]),
    ],
)
def test_quotation_marks(text: str, inner: list[str]) -> None:
    assert [one.inner.of(text) for one in quotations(text, [Span(start=0, end=len(text))])] == inner


def test_a_repeated_opening_mark_carries_the_quotation_on() -> None:
    text = "“First we planted.\n“Then we waited,” he said."
    lines = [Span(start=match.start(), end=match.end()) for match in re.finditer(r"[^\n]+", text)]
    first, second = quotations(text, lines)
    assert first.open and second.carries and not second.open


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The baker said that flour was scarce.", ("The baker", "say", "flour was scarce")),
        ("Flour was scarce, the baker said.", ("the baker", "say", "Flour was scarce")),
        ("Flour, the baker said, was scarce.", ("the baker", "say", "Flour | was scarce")),
        ("“Flour is scarce,” the baker said.", ("the baker", "say", "“Flour is scarce,”")),
        ("“Flour is scarce,” said the baker.", ("the baker", "say", "“Flour is scarce,”")),
        ("The baker said: “Flour is scarce today.”", ("The baker", "say", "“Flour is scarce today.”")),
        ("According to the baker, flour is scarce.", ("the baker", "according", "flour is scarce")),
        ("Flour is scarce, according to the baker.", ("the baker", "according", "Flour is scarce")),
        ("The baker vowed to close the shop.", ("The baker", "vow", "to close the shop")),
        ("The baker called for lower duties.", ("The baker", "call", "lower duties")),
        ("During the fair, the baker said flour was scarce.", ("the baker", "say", "flour was scarce")),
    ],
)
def test_constructions(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in found(text)


@pytest.mark.parametrize(
    "text",
    ["The baker sold flour to the miller.", "The “flour war” began in May.", "When added to the rest, it was enough."],
)
def test_near_misses(text: str) -> None:
    assert found(text) == []


def test_parts_of_a_broken_quotation_are_one_attribution() -> None:
    text = "“Flour is scarce,” the baker said. “So is yeast.”\n“We shall close on Monday.”"
    assert found(text) == [
        ("the baker", "say", "“Flour is scarce,” | “So is yeast.”"),
        ("the baker", "", "“We shall close on Monday.”"),
    ]


def test_nested_speech_knows_its_parent() -> None:
    text = "The mayor said that the baker had promised that the shop would open."
    outer, inner = find_speech(text, read(text), ())
    assert shown(text, outer)[0] == "The mayor"
    assert shown(text, inner)[0] == "the baker"
    assert outer.parent is None and inner.parent == outer.start


def test_a_transcript_needs_a_name_that_speaks_twice() -> None:
    lines = "BAKER: The flour is late again.\nMAYOR: We know about the flour.\nBAKER: Then send it to us."
    assert [one[0] for one in found(lines)] == ["BAKER", "MAYOR", "BAKER"]
    assert found("WEATHER: Rain is on its way to us.") == []


def test_the_table_of_cues() -> None:
    rows = table("cues.csv", Cue)
    twice = [key for key, count in Counter((row.lemma, row.pos) for row in rows).items() if count > 1]
    assert not twice
    for row in rows:
        weights = [row.clause, row.infinitive, row.object, *(float(about.partition("=")[2]) for about in row.about)]
        assert all(0.0 <= weight <= 1.0 for weight in weights), row
        assert any(weights) or row.by == "hand", f"{row.lemma} can never attribute anything"


@pytest.mark.parametrize(
    ("lemma", "example"), [(row.lemma, example) for row in table("cues.csv", Cue) for example in row.says]
)
def test_the_examples_of_a_cue_are_attributed_by_it(lemma: str, example: str) -> None:
    said = example[example.index("[") + 1 : example.index("]")]
    text = example.replace("[", "").replace("]", "")
    contents = [content.strip(".").removeprefix("to ") for _, cue, content in found(text) if cue == lemma]
    assert said in contents


@pytest.mark.parametrize(
    ("lemma", "example"), [(row.lemma, example) for row in table("cues.csv", Cue) for example in row.nots]
)
def test_near_misses_of_a_cue_are_not_attributed_by_it(lemma: str, example: str) -> None:
    assert lemma not in [cue for _, cue, _ in found(example)]


def test_the_words_that_introduce() -> None:
    for row in table("introductions.toml", IntroducingWords):
        assert len(set(row.words)) == len(row.words), row.sort
        assert row.says and set(row.says) <= opening(row.sort)
        assert row.nots and not set(row.nots) & opening(row.sort)


def test_the_words_around_verbs_of_saying() -> None:
    for row in table("speaking.toml", SpeakingWords):
        assert len(set(row.words)) == len(row.words), row.sort
        assert row.says and set(row.says) <= lemmas(row.sort)
        assert row.nots and not set(row.nots) & lemmas(row.sort)


@pytest.mark.parametrize(
    "text",
    [
        "“a” " * 10_000,
        "“" * 100_000,
        "'a " * 30_000,
        "“Yes\n" * 10_000,
        "He said:\n" * 10_000,
        "He said:\n" + "> it was so and not so\n" * 2_000,
        "BO: We did it.\nHOST: You did?\n" * 2_000,
        "".join(f"NAME{n:x}: We said so to you.\n".replace("0", "O") for n in range(2_000)),
        "“It is next” — Bo\n" * 3_000,
        "‘It “is” next " * 5_000,
        "as he put it, " * 5_000,
        " — Ann (@ann) May 3, 2025" * 5_000,
        "BO: " + "(Applause.) " * 20_000,
        "Oslo: " * 20_000,
    ],
    ids=lambda text: f"{text[:12]!r}",
)
def test_strange_input_takes_no_long_time(text: str) -> None:
    sentences = read(text)
    before = time.process_time()
    find_speech(text, sentences, ())
    assert time.process_time() - before < 5
