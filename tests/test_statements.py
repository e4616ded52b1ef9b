"""Who said what: the cases, and what voice says of a stretch of text."""

from datetime import date

import casefile
import pytest

from onrecord.find.parse import parser
from onrecord.model.span import Span
from onrecord.read import statements
from onrecord.read.voice import voice

CASES = [case for name in ("statements", "speech_chains", "speech_direct") for case in casefile.cases(name)]


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


def test_every_statement_proves_itself() -> None:
    text = "“Tea is dear,” Mark Carney said.\n“Honey is dearer.”\nReuters said the price had doubled."
    page = casefile.Case("proof", date(2025, 3, 6), text).page()
    found = statements.read(page)
    assert len(found) == 3
    assert all(text[one.start : one.end] == one.exact for one in found)
    assert [one.speaker for one in found[:2]] == ["Mark Carney", "Mark Carney"]
    assert parser().name
