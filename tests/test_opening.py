"""A record's file: made and brought up by migrations; what it is not, or cannot be, is told."""

import sqlite3
from pathlib import Path
from shutil import copytree

import pytest
from small_record import TEXT, a_change, a_document
from sqlalchemy import create_engine

from onrecord.store import (
    DamagedRecord,
    Database,
    NewerRecord,
    NoRecord,
    NotARecord,
    RecordError,
    opening,
    schema,
)


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
