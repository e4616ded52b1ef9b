"""A record gives back what was written, finds it by what is asked, and is never half."""

from datetime import date
from pathlib import Path

import msgspec
import pytest
from small_record import JUNE, a_change, a_document, an_article

from onrecord.model.assertion import Measure
from onrecord.model.days import Days
from onrecord.model.entry import Entry
from onrecord.store import (
    BusyRecord,
    Database,
    Marks,
    holds,
    opening,
)


def test_all_comes_back_as_it_was_written(record: Path) -> None:
    document = a_document()
    change = a_change(document)
    with Database.open(record) as database:
        assert database.documents([document.sha256]) == {document.sha256: document}
        assert database.articles() == (an_article(document),)
        assert set(database.assertions(document.sha256)) == set(change.assertions[document.sha256])
        assert database.entries() == change.entries
        assert database.entry(change.entries[0].id) == change.entries[0]
        assert database.entry("m-nothing") is None
        assert database.supports(change.entries[2]) == (change.assertions[document.sha256][2],)
        assert database.reports() == change.reports
        assert database.runs() == (change.run,)
        assert database.notices() == change.run.notices


@pytest.mark.parametrize(
    ("asked", "kinds"),
    [
        ({}, {"meeting", "measure", "position", "figure", "statement"}),
        ({"kind": "figure"}, {"figure"}),
        ({"party": "us"}, {"meeting", "measure"}),
        ({"party": "Kari Nord"}, {"statement"}),
        ({"issue": "tariffs", "kind": "meeting"}, {"meeting"}),
        ({"issue": "tariffs/exemption", "kind": "meeting"}, {"meeting"}),
        ({"issue": "tariff", "kind": "meeting"}, set()),
        ({"on": date(2025, 6, 2)}, {"meeting", "measure", "position", "figure", "statement"}),
        ({"on": date(2025, 6, 3)}, {"measure"}),
        ({"on": date(2025, 6, 1)}, set()),
    ],
)
def test_entries_are_found_by_kind_party_issue_and_day(record: Path, asked: dict[str, object], kinds: set[str]) -> None:
    with Database.open(record) as database:
        assert {entry.kind for entry in database.entries(**asked)} == kinds  # type: ignore[arg-type]


def test_a_measure_that_nobody_dates_holds_from_when_it_was_first_said_to_stand() -> None:
    said = Days(first=date(2025, 6, 2), last=date(2025, 6, 9))
    standing = Measure(doc="d", start=0, end=1, exact="x", instrument="tariff", action="in-force")
    assert holds(Entry(id="m-1", kind="measure", best=standing, supports=(), reports=1, said=said)) == Days(
        first=date(2025, 6, 2)
    )
    ends = msgspec.structs.replace(standing, action="paused", until=Days(first=date(2025, 7, 9), last=date(2025, 7, 9)))
    assert holds(Entry(id="m-1", kind="measure", best=ends, supports=(), reports=1, said=said)) == Days(
        first=date(2025, 6, 2), last=date(2025, 7, 9)
    )
    threatened = msgspec.structs.replace(standing, action="threatened")
    for best, day in ((threatened, said), (standing, None)):
        assert holds(Entry(id="m-1", kind="measure", best=best, supports=(), reports=1, said=day)) is None


def test_a_measure_holds_until_its_end_and_a_planned_one_only_on_its_day() -> None:
    measure = Measure(doc="d", start=0, end=1, exact="x", instrument="tariff", action="in-force", when=JUNE)
    entry = Entry(id="m-1", kind="measure", best=measure, supports=(), reports=1)
    july = Days(first=date(2025, 7, 9), last=date(2025, 7, 9))
    assert holds(entry) == Days(first=date(2025, 6, 2))
    ended = msgspec.structs.replace(entry, best=msgspec.structs.replace(measure, until=july))
    assert holds(ended) == Days(first=date(2025, 6, 2), last=date(2025, 7, 9))
    paused = msgspec.structs.replace(entry, best=msgspec.structs.replace(measure, action="announced"))
    assert holds(paused) == JUNE


@pytest.mark.parametrize("words", ["oslo envoys", '"met in oslo"', "ENVOYS", "talks"])
def test_search_finds_articles_by_their_words(record: Path, words: str) -> None:
    with Database.open(record) as database:
        assert len(database.search(words)) == 1


@pytest.mark.parametrize(
    "words", ["bergen", '"oslo in met"', "", '"', "*", "oslo AND bergen", "NEAR(", "-", "headline:oslo x"]
)
def test_search_takes_no_word_as_an_order(record: Path, words: str) -> None:
    with Database.open(record) as database:
        assert database.search(words) == ()


def test_search_follows_an_article_that_is_made_anew(record: Path) -> None:
    document = a_document()
    change = a_change(document, number=2)
    anew = msgspec.structs.replace(change.articles[0][0], body="Envoys left Bergen.", pieces=())
    change = msgspec.structs.replace(change, articles=((anew, Marks("c", "r")),), documents=())
    with Database.open(record) as database:
        assert database.commit(change, after=1)
        assert database.search("bergen") == (anew,)
        assert database.search("monday") == ()


def test_documents_are_named_by_name_its_end_or_digits(tmp_path: Path) -> None:
    document = a_document(name="pile/oslo.txt")
    with Database.open(tmp_path / "a.record", create=True) as database:
        database.commit(a_change(document), after=0)
        for words in ("pile/oslo.txt", "oslo.txt", document.sha256, document.sha256[:8]):
            assert database.named(words) == (document.sha256,)
        for words in ("slo.txt", "%", document.sha256[:5], "pile"):
            assert database.named(words) == ()


def test_a_second_run_does_not_undo_the_first(record: Path) -> None:
    late = a_change(a_document("Too late\nIt came when all was done.", "late.txt"), number=1)
    with Database.open(record) as database:
        assert not database.commit(late, after=0)
        assert len(database.articles()) == 1


def test_who_reads_sees_one_moment_while_another_writes(record: Path) -> None:
    with Database.open(record) as reader, Database.open(record) as writer:
        with reader._reading() as connection:
            from onrecord.store import reading

            before = reading.articles(connection)
            more = a_change(a_document(), a_document("Bergen\nMore talks were held there.", "b.txt"), number=2)
            assert writer.commit(more, after=1)
            assert reading.articles(connection) == before
        assert len(reader.articles()) == 2


def test_who_waits_too_long_is_told(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "PATIENCE", 0.05)
    with Database.open(record) as first, Database.open(record) as second, first._writing():
        with pytest.raises(BusyRecord, match="another program"):
            second.keep_work({"k": b"v"}, rules="r")
        assert second.articles(), "reading goes on"


def test_work_is_kept_until_it_is_handed_in(tmp_path: Path) -> None:
    with Database.open(tmp_path / "a.record", create=True) as database:
        database.keep_work({"k1": b"one", "k2": b"two"}, rules="")
        database.keep_work({"k1": b"one"}, rules="")
        database.keep_work({"k4": b"by other rules"}, rules="old")
        assert database.work(["k1", "k2", "k3"]) == {"k1": b"one", "k2": b"two"}
        assert database.entries() == ()
        database.commit(a_change(a_document()), after=0)
        assert database.work(["k1", "k2", "k4"]) == {"k2": b"two"}
