"""One file holds the record: made and brought up by migrations, asked while it is written, and never half."""

import sqlite3
from datetime import date
from pathlib import Path
from shutil import copytree

import msgspec
import pytest
from sqlalchemy import create_engine

from onrecord.model.article import Article, Found, Piece, Published
from onrecord.model.assertion import AnyAssertion, Figure, Measure, Meeting, Position, Statement, assertion_id
from onrecord.model.days import Days
from onrecord.model.document import Document, Hints
from onrecord.model.entry import Conflict, Entry, Report
from onrecord.model.notice import Notice
from onrecord.model.run import Run
from onrecord.model.span import Span
from onrecord.store import (
    BusyRecord,
    Change,
    DamagedRecord,
    Database,
    Marks,
    NewerRecord,
    NoRecord,
    NotARecord,
    RecordError,
    holds,
    opening,
    schema,
)

JUNE = Days(first=date(2025, 6, 2), last=date(2025, 6, 2))
TEXT = "Talks in Oslo\nEnvoys met in Oslo on Monday."


def a_document(text: str = TEXT, name: str = "oslo.txt") -> Document:
    hints = (Hints(published="2025-06-02", outlet="Fjord Post", where="manifest"),)
    return Document.of(text.encode(), name=name, media_type="text/plain", text=text, hints=hints)


def an_article(document: Document) -> Article:
    body = document.text.partition("\n")[2]
    start = len(document.text) - len(body)
    return Article(
        doc=document.sha256,
        name=document.name,
        text=document.text,
        body=body,
        pieces=(Piece(0, start, len(body)),),
        paragraphs=(Span(start=0, end=len(body)),),
        headline=Found(value="Talks in Oslo", where="text", span=Span(start=0, end=13)),
        published=Published(days=JUNE, where="manifest"),
    )


def a_change(*documents: Document, number: int = 1) -> Change:
    articles = [an_article(document) for document in documents]
    said: dict[str, tuple[AnyAssertion, ...]] = {}
    for article in articles:
        proof = {"doc": article.doc, "start": 14, "end": 32, "exact": article.text[14:32]}
        said[article.doc] = (
            Meeting(**proof, parties=("NO", "US"), when=JUNE, place="Oslo", issues=("tariffs/exemption",)),
            Measure(**proof, instrument="tariff", imposer="US", target="NO", rate=15.0, action="in-force", when=JUNE),
            Position(**proof, actor=("NO",), stance="request", deadline=JUNE, via=("an envoy", "Fjord Post")),
            Figure(**proof, metric="exports", reporter="NO", value=1.5e9, unit="USD", period=JUNE),
            Statement(**proof, speaker="Kari Nord", direct=True, certainty="possible"),
        )
    entries = tuple(
        Entry(
            id=f"x-{number}{assertion_id(one)}",
            kind=type(one).__struct_config__.tag,
            best=one,
            supports=(assertion_id(one),),
            reports=1,
            said=JUNE,
            conflicts=(Conflict(slot="value", sides=(("1", (assertion_id(one),)),), reason="mirror"),),
        )
        for doc in said
        for one in said[doc]
    )
    return Change(
        documents=documents,
        articles=tuple((article, Marks("c", "r")) for article in articles),
        assertions=said,
        reports=tuple(Report(id=f"r-{one.doc[:6]}", docs=(one.doc,), story="s-1") for one in articles),
        entries=entries,
        run=Run(number=number, documents=1, notices=(Notice(about="x.pdf", stage="intake", reason="empty"),)),
        done=("k1",),
    )


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "trade.record"
    with Database.open(path, create=True) as database:
        assert database.commit(a_change(a_document()), after=0)
    return path


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


def test_a_made_record_has_the_tables_that_are_declared(tmp_path: Path) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    path = tmp_path / "trade.record"
    Database.open(path, create=True).close()
    with create_engine(f"sqlite:///{path}").connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        differences = [
            one
            for one in compare_metadata(context, schema.metadata)
            if not getattr(one[1], "name", "").startswith(schema.WORDS)
        ]
        assert differences == []
        assert context.get_current_revision() == opening.HEAD


def test_the_newest_step_is_the_one_that_is_opened_without_alembic() -> None:
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(Path(opening.__file__).parent / "migrations"))
    script = ScriptDirectory.from_config(config)
    assert script.get_current_head() == opening.HEAD
    assert [step.revision for step in script.walk_revisions()] == sorted(
        (step.revision for step in script.walk_revisions()), reverse=True
    ), "a newer record is known by its number"


def test_a_record_of_an_older_version_is_brought_up(
    record: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    newer = tmp_path / "migrations"
    copytree(opening.MIGRATIONS, newer)
    (newer / "versions" / "step_0003.py").write_text(
        "import sqlalchemy as sa\nfrom alembic import op\nrevision = '0003'\ndown_revision = '0002'\n"
        "def upgrade():\n    op.add_column('reports', sa.Column('mood', sa.Text))\n"
    )
    monkeypatch.setattr(opening, "MIGRATIONS", newer)
    monkeypatch.setattr(opening, "HEAD", "0003")
    for _ in range(2):
        with Database.open(record) as database:
            assert database.entries() == a_change(a_document()).entries
    with sqlite3.connect(record) as raw:
        assert list(raw.execute("SELECT mood FROM reports")) == [(None,)]
        assert list(raw.execute("SELECT version_num FROM alembic_version")) == [("0003",)]
    raw.close()


def test_a_record_of_the_first_version_is_brought_up_and_one_that_cannot_be_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "old.record"
    with monkeypatch.context() as patched:
        patched.setattr("onrecord.store.opening.TARGET", "0001")
        with Database.open(path, create=True):
            pass
    with sqlite3.connect(path) as raw:
        raw.execute("INSERT INTO documents VALUES ('ab', 'text/plain', x'61', 'a')")
        assert "parses" not in {name for (name,) in raw.execute("SELECT name FROM sqlite_master")}
    raw.close()
    with monkeypatch.context() as patched:
        patched.setattr("onrecord.store.opening.os.access", lambda *_: False)
        with pytest.raises(RecordError, match=r"older onrecord \(tables 0001, here .*copy it"):
            Database.open(path)
    with Database.open(path) as database:
        assert database.parses([b"none"]) == {}
        assert database.documents(["ab"])["ab"].text == "a"


def test_a_step_that_fails_leaves_the_record_as_it_was(
    record: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "migrations"
    copytree(opening.MIGRATIONS, broken)
    (broken / "versions" / "step_0003.py").write_text(
        "from alembic import op\nrevision = '0003'\ndown_revision = '0002'\n"
        "def upgrade():\n    op.execute('DROP TABLE entry_issues')\n    raise KeyError('no power')\n"
    )
    with monkeypatch.context() as patched:
        patched.setattr(opening, "MIGRATIONS", broken)
        patched.setattr(opening, "HEAD", "0003")
        with pytest.raises(KeyError, match="no power"):
            Database.open(record)
    with Database.open(record) as database:
        assert {entry.kind for entry in database.entries(issue="tariffs")} >= {"meeting"}


@pytest.mark.parametrize("revision", ["0000", "'0001'", None])
def test_a_record_of_no_known_version_is_told(record: Path, revision: str | None) -> None:
    with sqlite3.connect(record) as raw:
        raw.execute("DELETE FROM alembic_version")
        if revision:
            raw.execute("INSERT INTO alembic_version VALUES (?)", [revision])
    raw.close()
    with pytest.raises(DamagedRecord, match="which version"):
        Database.open(record)


def test_nothing_is_a_record_yet(tmp_path: Path) -> None:
    path = tmp_path / "trade.record"
    with pytest.raises(NoRecord, match="onrecord read"):
        Database.open(path)
    assert not path.exists(), "asking makes nothing"
    path.touch()
    with pytest.raises(NoRecord, match="onrecord read"):
        Database.open(path)
    with pytest.raises(NoRecord, match="does not exist"):
        Database.open(tmp_path / "no" / "trade.record", create=True)
    Database.open(path, create=True).close()
    Database.open(path).close()


def test_what_is_no_record_is_left_as_it_is(tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("Dear diary, the talks went on and on and on.")
    other = tmp_path / "music.db"
    with sqlite3.connect(other) as raw:
        raw.execute("CREATE TABLE songs (name TEXT)")
    raw.close()
    for path in (text, other, tmp_path):
        before = path.read_bytes() if path.is_file() else b""
        for create in (False, True):
            with pytest.raises(NotARecord, match="record"):
                Database.open(path, create=create)
        assert before == (path.read_bytes() if path.is_file() else b"")


def test_a_newer_record_asks_for_a_newer_onrecord(record: Path) -> None:
    with sqlite3.connect(record) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.close()
    with pytest.raises(NewerRecord, match="update onrecord"):
        Database.open(record)


def test_a_damaged_record_is_told(record: Path) -> None:
    size = record.stat().st_size
    with record.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xa5" * (size - 4096))
    with pytest.raises(RecordError, match="damaged"), Database.open(record) as database:
        database.entries()
        database.articles()


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


def test_a_record_in_a_place_that_cannot_be_written_can_be_read(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = sorted(path.name for path in record.parent.iterdir())
    monkeypatch.setattr("onrecord.store.opening.os.access", lambda path, mode: False)
    with Database.open(record) as database:
        assert database.entries() and database.search("oslo")
        assert sorted(path.name for path in record.parent.iterdir()) == before
        with pytest.raises(RecordError):
            database.commit(a_change(a_document(TEXT + " And more.")), after=1)
    for path in (record, record.with_name("new.record")):
        with pytest.raises(RecordError, match="nothing can be written in the folder"):
            Database.open(path, create=True)
