import pytest

from onrecord.knowledge.bodies import bodies
from onrecord.knowledge.groupings import members_of
from onrecord.knowledge.holders import HolderWords, acts_for, private, told_by
from onrecord.knowledge.states import states
from onrecord.knowledge.tables import table

ROWS = table("holders.toml", HolderWords)


def _holds(row: HolderWords, text: str) -> bool:
    if row.kind in ("watches", "speaks_for", "own_voice", "of_party", "watches_from"):
        return told_by(row.kind, text)
    words = acts_for() if row.kind == "acts_for" else private()
    return any(word.rstrip("s") in words or word in words for word in text.lower().split())


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.kind)
def test_a_row_knows_its_examples_and_near_misses(row: HolderWords) -> None:
    assert row.says
    assert row.nots
    assert [text for text in row.says if not _holds(row, text)] == []
    assert [text for text in row.nots if _holds(row, text)] == []


def test_groupings_are_bodies_and_their_members_states() -> None:
    assert set(members_of()) <= {body.name for body in bodies()}
    assert {code for members in members_of().values() for code in members} <= set(states())
