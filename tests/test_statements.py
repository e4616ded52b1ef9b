"""Who said what: the cases, and what voice says of a stretch of text."""

from datetime import date

import casefile
import msgspec
import pytest

from onrecord import find
from onrecord.find.parse import parser
from onrecord.model.article import Found
from onrecord.model.span import Span
from onrecord.read import measures, statements
from onrecord.read.voice import voice

CASES = [
    case
    for name in ("statements", "speech_chains", "speech_direct", "speech_reported")
    for case in casefile.cases(name)
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_cases(case: casefile.Case) -> None:
    casefile.check(case, statements.read(case.page()), ("statement",))


@pytest.mark.parametrize(
    ("text", "words", "certainty"),
    [
        ("Norway lowered the duty on salmon.", "lowered the duty", "stated"),
        ("Norway will lower the duty on salmon.", "will lower the duty", "planned"),
        ("Norway plans to lower the duty on salmon.", "lower the duty", "planned"),
        ("Norway may lower the duty on salmon.", "lower the duty", "possible"),
        ("Norway did not lower the duty on salmon.", "lower the duty", "denied"),
        ("Norway refused to lower the duty on salmon.", "lower the duty", "denied"),
        ("Norway said it would lower the duty on salmon.", "it would lower the duty", "planned"),
        ("Norway would lower the duty if others did.", "lower the duty", "possible"),
        ("Norway denied that it had lowered the duty.", "it had lowered the duty", "denied"),
    ],
)
def test_certainty(text: str, words: str, certainty: str) -> None:
    page = casefile.Case("voice", date(2025, 3, 6), text).page()
    start = text.index(words)
    assert voice(page, Span(start=start, end=start + len(words)))[0] == certainty


def test_the_chain_names_the_speaker_first() -> None:
    text = "The two ports will open in April, YTN and Reuters reported, citing an unnamed harbour official."
    page = casefile.Case("chain", date(2025, 3, 6), text).page()
    end = text.index(", YTN")
    assert voice(page, Span(start=0, end=end))[1] == ("unnamed harbour official", "YTN", "Reuters")


def test_officials_and_ministries_without_a_state_are_of_the_place_of_the_dateline() -> None:
    text = "The Foreign Ministry said tea was late. A senior official said it was dear. Peruvian officials said it was."
    article = casefile.Case("home", date(2025, 3, 6), text).article()
    article = msgspec.structs.replace(article, dateline=Found(value="OSAKA, Japan", where="text"))
    found = statements.read(find.page(article, parser()))
    assert [one.affiliation for one in found] == ["JP", "JP", "PE"]
    assert [one.affiliation for one in statements.read(casefile.Case("none", None, text).page())] == [None, None, "PE"]


def test_the_steps_of_a_chain_reach_what_is_said() -> None:
    text = (
        "YTN and Yonhap reported, citing a harbour official, that Norway would raise its tariff on tea to 30 percent."
    )
    page = casefile.Case("steps", date(2025, 3, 6), text).page()
    chain = ("harbour official", "YTN", "Yonhap News Agency")
    assert [(one.via, one.steps) for one in measures.read(page)] == [(chain, (1, 2))]


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Norway will lower the duty on salmon.", "planned"),
        ("Norway reportedly lowered the duty on salmon.", "possible"),
        ("Norway is likely to lower the duty on salmon.", "possible"),
        ("There were rumours that Norway would lower the duty on salmon.", "possible"),
        ("Norway did not rule out that it had to lower the duty on salmon.", "possible"),
        ("Did Norway lower the duty on salmon?", "possible"),
        ("Norway has no plans to lower the duty on salmon.", "denied"),
        ("Reports that Norway would lower the duty on salmon are false.", "denied"),
        ("Norway rejected reports that it wanted to lower the duty on salmon.", "denied"),
        ("Chile denied that Norway had asked it to lower the duty on salmon.", "denied"),
        ("Growers who rejected the plan saw Norway lower the duty on salmon.", "stated"),
    ],
)
def test_what_governs_the_words(text: str, certainty: str) -> None:
    page = casefile.Case("voice", date(2025, 3, 6), text).page()
    start = text.index("lower")
    assert voice(page, Span(start=start, end=text.index(" the duty"))).certainty == certainty


def test_what_is_said_of_another_thing_is_not_said_of_the_talks() -> None:
    text = "Norway did not raise salmon in the talks on ferries."
    page = casefile.Case("voice", date(2025, 3, 6), text).page()
    start = text.index("the talks")
    assert voice(page, Span(start=start, end=len(text) - 1)).certainty == "stated"


def test_every_statement_proves_itself() -> None:
    text = "“Tea is dear,” Mark Carney said.\n“Honey is dearer.”\nReuters said the price had doubled."
    page = casefile.Case("proof", date(2025, 3, 6), text).page()
    found = statements.read(page)
    assert len(found) == 3
    assert all(text[one.start : one.end] == one.exact for one in found)
    assert [one.speaker for one in found[:2]] == ["Mark Carney", "Mark Carney"]
    assert parser().name


def test_an_official_whom_another_paper_cites_is_not_of_the_dateline() -> None:
    text = (
        "The tea duty will stay, the Hankyoreh daily reported, citing an unnamed government official. "
        "“It is cold,” the official was quoted as saying."
    )
    article = casefile.Case("home", date(2025, 3, 6), text).article()
    article = msgspec.structs.replace(article, dateline=Found(value="WASHINGTON", where="text"))
    found = statements.read(find.page(article, parser()))
    assert [one.speaker for one in found] == ["unnamed government official"] * 2
    assert [one.affiliation for one in found] == [None, None]
