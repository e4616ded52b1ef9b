"""The tables of states, people, bodies, offices and agreements: rows decode, codes exist, days are in order."""

import pytest

from onrecord.find.actors.lexicon import hits
from onrecord.knowledge.agreements import agreements
from onrecord.knowledge.bodies import bodies
from onrecord.knowledge.cities import cities
from onrecord.knowledge.offices import OfficeWords, heads
from onrecord.knowledge.people import Person, people
from onrecord.knowledge.places import PlaceWords
from onrecord.knowledge.references import ReferenceWords
from onrecord.knowledge.states import State, states
from onrecord.knowledge.tables import table

PEOPLE = table("people.csv", Person)


def test_no_state_stands_twice() -> None:
    codes = [row.code for row in table("states.csv", State)]
    assert len(codes) == len(set(codes))


def test_no_word_names_two_states() -> None:
    seen: dict[str, str] = {}
    for row in states().values():
        for word in (*row.names, *row.capitals, *row.governments):
            if word in ("Republic of China", "Chinese Taipei"):
                continue
            assert seen.setdefault(word, row.code) == row.code, word


@pytest.mark.parametrize("code", sorted(states()))
def test_a_near_miss_hides_the_state(code: str) -> None:
    for words in states()[code].nots:
        found = [hit.known for hit in hits(f"so {words} then") if hit.known.code == code]
        assert all(known.what not in ("state", "adjective", "capital") for known in found), words


def test_every_code_of_a_table_is_a_state() -> None:
    known = {*states(), ""}
    assert {row.state for row in PEOPLE} <= known
    assert {row.state for row in bodies()} <= known
    assert {row.state for row in cities()} <= known
    assert {code for row in agreements() for code in row.parties} <= known


def test_parties_and_days_are_in_order() -> None:
    for agreement in agreements():
        assert agreement.first is None or agreement.last is None or agreement.first < agreement.last, agreement.name
    for row in PEOPLE:
        assert row.first is None or row.last is None or row.first < row.last, row


def test_nobody_holds_one_office_twice_at_once() -> None:
    for name, rows in people().items():
        for row in rows:
            if row.first is not None:
                same = [one for one in rows if one.role == row.role and one.state == row.state and one.held(row.first)]
                assert len(same) == 1 or any(one.last == row.first for one in same), name


def test_every_person_has_a_source() -> None:
    assert [row.name for row in PEOPLE if not row.source] == []


@pytest.mark.parametrize("row", [row for row in table("offices.toml", OfficeWords) if row.kind in ("state", "either")])
def test_the_examples_of_an_office_end_in_its_words(row: OfficeWords) -> None:
    for words in row.says:
        assert any(word.lower() in row.words for word in words.split()), words
    for words in row.nots:
        assert words.lower() not in heads(), words


def test_the_words_of_a_kind_stand_once() -> None:
    for rows in (table("places.toml", PlaceWords), table("references.toml", ReferenceWords)):
        for row in rows:
            assert len(row.words) == len(set(row.words))
