import pytest

from onrecord.find.sentences import sentences
from onrecord.model.span import Span


def split(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text, Span(start=0, end=len(text)))]


@pytest.mark.parametrize(
    "parts",
    [
        ["Talks ended.", "They resume on Monday."],
        ["The tariffs that U.S. President Ann Doe wants are new.", "Nobody agrees."],
        ["It was sent to the U.S.", "The ministry waits."],
        ["Mr. Lie met Dr. Berg on Jan. 5 in Bergen.", "He left."],
        ["Sales rose 2.5 percent to $1.2 billion.", "“We are glad,” he said."],
        ["“It is done.”", "She smiled."],
        ["“It is done.” she said.", "Nobody spoke."],
        ["Acme Inc. sells salt.", "Its shares fell."],
        ["What now?", "Nobody knows!", "So it goes…", "Then nothing."],
        ["One text without an end"],
    ],
)
def test_a_text_is_cut_at_its_sentences(parts: list[str]):
    assert split(" ".join(parts)) == parts


@pytest.mark.parametrize(
    "parts",
    [
        ["The mill closed.", "But the port stayed open."],
        ['"We go."', "Nobody stayed."],
        ["It was so.", '"We hope," she said.'],
        ["He left.", "“We go,” he said."],
        ["Is it cold?", "Then stay."],
    ],
)
def test_sentences_that_are_glued_together_are_cut(parts: list[str]):
    assert split("".join(parts)) == parts


@pytest.mark.parametrize(
    "text",
    [
        "Ask FactCheck.Org now",
        "See example.com/tea.Html for more",
        "The U.S.But no",
        "3.Go on",
    ],
)
def test_what_is_no_end_is_not_cut(text: str):
    assert split(text) == [text]


def test_blanks_belong_to_no_sentence():
    assert split("   One.   Two.  ") == ["One.", "Two."]
    assert split("   ") == []


def test_spans_are_of_the_whole_text():
    text = "Head. One. Two."
    assert [span.of(text) for span in sentences(text, Span(start=6, end=15))] == ["One.", "Two."]


def test_endless_dots_cost_little():
    assert len(split("." * 100_000)) <= 1
    assert split("a. " * 30_000)
