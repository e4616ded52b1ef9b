"""Reference: text in, and to whom the words in square brackets refer."""

import re
from datetime import date

import pytest

from onrecord.find import page
from onrecord.find.parse import parser
from onrecord.model.article import Article, Piece, Published
from onrecord.model.days import Days
from onrecord.model.page import Page
from onrecord.model.span import Span

DAY = date(2025, 5, 27)


def read(text: str) -> Page:
    """The page of a text whose paragraphs are its lines."""
    paragraphs = tuple(Span(start=match.start(), end=match.end()) for match in re.finditer(r"[^\n]+", text))
    article = Article(
        doc="0" * 64,
        name="case",
        text=text,
        body=text,
        pieces=(Piece(0, 0, len(text)),),
        paragraphs=paragraphs,
        published=Published(days=Days(first=DAY, last=DAY), where="manifest"),
    )
    return page(article, parser())


def meant(marked: str) -> list[str]:
    """The name (or the states, for a group of them) behind each bracketed stretch, "" for none."""
    spans, text, shift = [], re.sub(r"[\[\]]", "", marked), 0
    for match in re.finditer(r"\[([^\]]*)\]", marked):
        start = match.start() - shift
        spans.append((start, start + len(match.group(1))))
        shift += 2
    by_span = {(actor.start, actor.end): actor for actor in read(text).actors}
    names = []
    for span in spans:
        actor = by_span.get(span)
        names.append(
            "" if actor is None else "+".join(actor.states) if actor.kind in ("group", "state") else actor.name
        )
    return names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Trade minister Seo Min-ah met reporters on Monday. [He] said the offer stood.", ["Seo Min-ah"]),
        ("Chancellor Angela Merkel met President Emmanuel Macron. [She] said so later.", ["Angela Merkel"]),
        ("Canada and Mexico objected. [They] warned of delays.", ["CA+MX"]),
        ("China and India met in May. [The two countries] agreed to meet again.", ["CN+IN"]),
        ("China met India, and [both sides] were pleased.", ["CN+IN"]),
        (
            "President Donald Trump met Prime Minister Shigeru Ishiba. [The two leaders] agreed on cars.",
            ["JP+US"],
        ),
        ("Japan’s trade minister, Kenji Mori, spoke first. The [minister] left early.", ["Kenji Mori"]),
        ("China raised its duty. [The country] also limited exports.", ["CN"]),
        ("The EU made an offer. [The bloc] wants cars exempted.", ["EU"]),
        ("The US raised duties. [The administration] plans more.", ["US"]),
    ],
)
def test_words_refer_back(text: str, names: list[str]) -> None:
    assert meant(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "[It] rained. [They] say spring is near.",
        "Rain fell, and [it] was cold.",
    ],
)
def test_words_that_refer_to_no_actor_are_left_alone(text: str) -> None:
    assert set(meant(text)) == {""}


def test_we_in_a_quotation_is_the_speakers_state() -> None:
    assert meant("“[We] will lower our duties on rice,” said Japanese Prime Minister Shigeru Ishiba.") == ["JP"]


def test_a_name_holds_no_pronoun() -> None:
    page_read = read("Vice Premier Liu He said the talks would go on.")
    assert {actor.name for actor in page_read.actors if "He" in actor.of(page_read.body)} == {"Liu He"}


def speakers(text: str) -> list[str]:
    """Who speaks in each attribution with a verb of saying, by name."""
    return [one.speaker.name if one.speaker else "" for one in read(text).speech]


def test_speakers_are_resolved() -> None:
    text = (
        "An unnamed Thai trade official said the offer was fair. The talks will go on, the official said.\n"
        "“This is a good day,” Thai trade minister Somchai Dee said. “We are close,” he said."
    )
    names = speakers(text)
    assert names.count("unnamed Thai trade official") == 2
    assert names.count("Somchai Dee") == 2


def test_a_statement_is_the_word_of_whoever_issued_it() -> None:
    text = (
        "India’s commerce ministry said in a statement that it would reply.\n“The duty harms both,” the statement said."
    )
    assert speakers(text) == ["India’s commerce ministry"] * 2


def test_those_who_speak_together_are_one_speaker() -> None:
    assert speakers("Canada and Mexico said that they would reply in kind.") == ["Canada and Mexico"]
