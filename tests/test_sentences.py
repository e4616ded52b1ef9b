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


def test_blanks_belong_to_no_sentence():
    assert split("   One.   Two.  ") == ["One.", "Two."]
    assert split("   ") == []


def test_spans_are_of_the_whole_text():
    text = "Head. One. Two."
    assert [span.of(text) for span in sentences(text, Span(start=6, end=15))] == ["One.", "Two."]


def test_endless_dots_cost_little():
    assert len(split("." * 100_000)) <= 1
    assert split("a. " * 30_000)
