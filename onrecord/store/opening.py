"""Opens the file of a record: makes it, brings it up to this version, or says clearly why it cannot."""

import os
import sqlite3
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import NullPool

MARK = 0x6F6E7263
"""SQLite's ``application_id`` of a record: "onrc"."""
HEAD = "0002"
"""The newest step of ``migrations/versions`` (a test checks it); opening a record of this version loads no Alembic."""
TARGET = "head"
"""The step up to which a record is brought."""
MIGRATIONS = Path(__file__).parent / "migrations"
PATIENCE = 30.0
"""Seconds to wait for another writer."""


class RecordError(Exception):
    """The record cannot be used as it is; the message says why and what to do."""


class NoRecord(RecordError):
    """There is no record at this path."""


class NotARecord(RecordError):
    """The file is something else."""


class NewerRecord(RecordError):
    """The record was made by a newer onrecord."""


class DamagedRecord(RecordError):
    """The file is damaged."""


class BusyRecord(RecordError):
    """Another program has been writing to the record for too long."""


def told(error: DatabaseError | sqlite3.DatabaseError, path: Path) -> RecordError | None:
    """The error of the database in words for people; ``None`` for a fault of the program."""
    words = str(error)
    if "locked" in words or "busy" in words:
        return BusyRecord(
            f"another program is writing to {path}, and has been for {PATIENCE:.0f} seconds; try again when it is done"
        )
    if "not a database" in words:
        return NotARecord(f"{path} is not a record of onrecord; name another file with --record")
    if "malformed" in words or "disk I/O" in words or "corrupt" in words:
        return DamagedRecord(
            f"{path} is damaged ({words.splitlines()[0]}); the documents can be read again into a new record: "
            "onrecord read ... --record NEWFILE"
        )
    if "readonly" in words or "unable to open" in words or "full" in words:
        return RecordError(f"{path} cannot be used: {words.splitlines()[0]}")
    return None


def engine_for(path: Path) -> Engine:
    """An engine over the file whose transactions are real: they begin when SQLAlchemy says so, and also hold DDL."""
    engine = create_engine(_address(path), poolclass=NullPool, connect_args={"timeout": PATIENCE})

    @event.listens_for(engine, "connect")
    def _connected(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA synchronous=NORMAL")

    @event.listens_for(engine, "begin")
    def _begun(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _address(path: Path) -> URL:
    """Where the database is; one in a place that cannot be written is opened as it stands, without helper files."""
    waiting = path.with_name(f"{path.name}-wal")
    if os.access(path.parent, os.W_OK) or not path.exists() or (waiting.exists() and waiting.stat().st_size):
        return URL.create("sqlite", database=str(path))
    still = {"mode": "ro", "immutable": "1", "uri": "true"}
    return URL.create("sqlite", database=f"file:{quote(str(path.absolute()))}", query=still)


def check(path: Path, *, create: bool) -> None:
    """Look at the file before anything is done to it. Raises a RecordError that says what to do."""
    if path.is_dir():
        raise NotARecord(f"{path} is a folder; a record is one file, for example {path / 'trade.record'}")
    if create and not path.parent.is_dir():
        raise NoRecord(f"the folder {path.parent} does not exist; make it, or name another file with --record")
    if create and not os.access(path.parent, os.W_OK):
        raise RecordError(f"nothing can be written in the folder {path.parent}; name a file elsewhere with --record")
    if not path.exists() or path.stat().st_size == 0:
        if not create:
            raise NoRecord(f"there is no record at {path}; make one first: onrecord read FOLDER --record {path}")
        return
    with path.open("rb") as file:
        if file.read(16) != b"SQLite format 3\x00":
            raise NotARecord(f"{path} is not a record of onrecord; name another file with --record")


def prepare(engine: Engine, path: Path, *, create: bool) -> None:
    """Make the tables of a new record, or bring those of an older one up to this version, in one transaction."""
    with engine.connect() as connection:
        revision = _revision(connection, path)
    if revision == HEAD:
        return
    if revision is None and not create:
        raise NoRecord(f"there is no record at {path} yet; make one first: onrecord read FOLDER --record {path}")
    if not os.access(path.parent, os.W_OK):
        raise RecordError(
            f"{path} was made by an older onrecord (tables {revision}, here {HEAD}) and cannot be brought up in a "
            "place that cannot be written; copy it to another"
        )
    _write_ahead(engine)
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        if _revision(connection, path) != HEAD:  # another process may have been faster
            connection.exec_driver_sql(f"PRAGMA application_id={MARK}")
            _upgrade(connection)


def _write_ahead(engine: Engine) -> None:
    """Let many read while one writes. SQLite takes this only outside of a transaction; the file remembers it."""
    raw = engine.raw_connection()
    try:
        raw.cursor().execute("PRAGMA journal_mode=WAL")
    finally:
        raw.close()


def _revision(connection: Connection, path: Path) -> str | None:
    """The version of the tables; ``None`` for an empty file."""
    mark = connection.exec_driver_sql("PRAGMA application_id").scalar()
    tables = set(connection.exec_driver_sql("SELECT name FROM sqlite_master").scalars())
    if not tables:
        return None
    if mark != MARK or "alembic_version" not in tables:
        raise NotARecord(f"{path} is a database, but not a record of onrecord; name another file with --record")
    revision = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    if isinstance(revision, str) and revision > HEAD:
        raise NewerRecord(f"{path} was made by a newer onrecord (tables {revision}, here {HEAD}); update onrecord")
    if not isinstance(revision, str) or not (MIGRATIONS / "versions" / f"step_{revision}.py").is_file():
        raise DamagedRecord(f"{path} does not say which version it has; read the documents again into a new record")
    return revision


def _upgrade(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))  # the option expands after a %
    config.attributes["connection"] = connection
    command.upgrade(config, TARGET)
