import pytest

from onrecord.knowledge.tables import table
from onrecord.model.article import Article
from onrecord.model.assertion import KINDS, AnyAssertion, Certainty, Measure, Meeting, Position, Statement
from onrecord.model.page import Page
from onrecord.read.settled import Settled, settled

PROOF = {"doc": "d", "start": 0, "end": 1, "exact": "x"}
PAGE = Page(article=Article(doc="d", name="d.txt", text="x", body="x", pieces=(), paragraphs=()))
SLOT = {"position": "stance", "measure": "action", "meeting": "state"}


@pytest.mark.parametrize(
    ("assertion", "certainty"),
    [
        (Position(**PROOF, stance="offer", certainty="planned"), "stated"),
        (Position(**PROOF, stance="refuse", certainty="denied"), "stated"),
        (Position(**PROOF, stance="offer", certainty="denied"), "denied"),
        (Position(**PROOF, stance="propose", certainty="possible"), "possible"),
        (Measure(**PROOF, instrument="tariff", action="threatened", certainty="possible"), "stated"),
        (Measure(**PROOF, instrument="tariff", action="in-force", certainty="denied"), "denied"),
        (Measure(**PROOF, instrument="tariff", certainty="possible"), "possible"),
        (Meeting(**PROOF, state="held", certainty="denied"), "denied"),
        (Statement(**PROOF, certainty="possible"), "possible"),
    ],
)
def test_what_a_slot_says_is_not_said_again(assertion: AnyAssertion, certainty: Certainty):
    assert settled(PAGE, assertion).certainty == certainty


def test_rows_name_kinds_and_values_that_exist_and_change_something():
    kinds = {kind.__struct_config__.tag: kind for kind in KINDS}
    seen = set()
    for row in table("settled.csv", Settled):
        assert row.certainty != row.becomes and row.says
        assert row.value in str(kinds[row.kind].__annotations__[SLOT[row.kind]])
        key = (row.kind, row.value, row.certainty, row.dated)
        assert key not in seen
        seen.add(key)
