"""A record's file: opened, asked, and added to."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine, delete, func, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.exc import DatabaseError

from onrecord.model.article import Article
from onrecord.model.assertion import AnyAssertion
from onrecord.model.document import Document
from onrecord.model.entry import Entry, Report
from onrecord.model.notice import Notice
from onrecord.model.run import Run
from onrecord.store import opening, reading, schema, writing
from onrecord.store.holdings import Change, Holdings


class Database:
    """A record in one SQLite file.

    Many may read while one writes. Every method raises RecordError, with what to do, when the file cannot be used.
    """

    def __init__(self, path: Path, engine: Engine) -> None:
        self.path = path
        self._engine = engine

    @classmethod
    def open(cls, path: Path, *, create: bool = False) -> Self:
        """The record at ``path``, brought up to this version; made anew if there is none and ``create`` is set."""
        opening.check(path, create=create)
        engine = opening.engine_for(path)
        database = cls(path, engine)
        with database._told():
            opening.prepare(engine, path, create=create)
        return database

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    # What the record holds

    def names(self) -> Mapping[str, tuple[str, ...]]:
        """The names of every document (by SHA-256), the first that came first."""
        with self._reading() as connection:
            return reading.names(connection)

    def documents(self, wanted: Sequence[str]) -> Mapping[str, Document]:
        """Documents, as they came, by their SHA-256."""
        with self._reading() as connection:
            return reading.documents(connection, wanted)

    def named(self, words: str) -> tuple[str, ...]:
        """The documents meant by a file name, the last part of one, or the first six or more digits of a SHA-256."""
        with self._reading() as connection:
            return reading.named(connection, words)

    def articles(self, wanted: Sequence[str] | None = None) -> tuple[Article, ...]:
        """The articles of these documents, or all, by day and then by name; those without a day last."""
        with self._reading() as connection:
            return reading.articles(connection, wanted)

    def search(self, words: str, *, limit: int = 100) -> tuple[Article, ...]:
        """The articles in which all words stand (those in double quotation marks side by side), the best first."""
        with self._reading() as connection:
            return reading.search(connection, words, limit)

    def reports(self) -> tuple[Report, ...]:
        """All reports, by id."""
        with self._reading() as connection:
            return reading.reports(connection)

    def assertions(self, doc: str | None = None) -> tuple[AnyAssertion, ...]:
        """What one document asserts, or all do, by document, place and kind."""
        with self._reading() as connection:
            return reading.assertions(connection, None if doc is None else [doc], "doc")

    def supports(self, entry: Entry) -> tuple[AnyAssertion, ...]:
        """The assertions behind an entry, in the order of ``entry.supports`` (the earliest first)."""
        from onrecord.model.assertion import assertion_id

        with self._reading() as connection:
            found = {assertion_id(one): one for one in reading.assertions(connection, entry.supports, "id")}
        return tuple(found[support] for support in entry.supports)

    def entries(self, *, kind: str = "", party: str = "", issue: str = "", on: date | None = None) -> tuple[Entry, ...]:
        """The entries of this kind, party and issue that hold on this day; what is left out is not asked.

        ``party`` is a state code or a full name, in any case; ``issue`` takes also those below it. What was known on
        an earlier day is told by ``pipeline.entries``.
        """
        with self._reading() as connection:
            return reading.entries(connection, kind=kind, party=party, issue=issue, on=on)

    def entry(self, wanted: str) -> Entry | None:
        """The entry with this id, if there is one."""
        with self._reading() as connection:
            return reading.entry(connection, wanted)

    def entries_of(self, doc: str) -> Mapping[str, str]:
        """The id of the entry that each assertion of a document supports, by the assertion's id."""
        with self._reading() as connection:
            return reading.entries_of(connection, doc)

    def runs(self) -> tuple[Run, ...]:
        """The runs that changed the record, the first first, each with its notices."""
        with self._reading() as connection:
            return reading.runs(connection)

    def notices(self) -> tuple[Notice, ...]:
        """The notices of all runs, the first first; each once."""
        return tuple(dict.fromkeys(notice for run in self.runs() for notice in run.notices))

    # How a run adds to it

    def holdings(self) -> Holdings:
        """The record as it stands, all of one moment."""
        with self._reading() as connection:
            return reading.holdings(connection)

    def work(self, keys: Sequence[str]) -> Mapping[str, bytes]:
        """What an earlier run has done and not handed in, by key."""
        with self._reading() as connection:
            return {
                row.key: row.result
                for some in reading.batches(keys)
                for row in connection.execute(select(schema.work).where(schema.work.c.key.in_(some)))
            }

    def keep_work(self, done: Mapping[str, bytes], *, rules: str) -> None:
        """Keep what has been done so far by these rules, for this run or the next."""
        if not done:
            return
        with self._writing() as connection:
            rows = [{"key": key, "rules": rules, "result": result} for key, result in done.items()]
            connection.execute(insert(schema.work).on_conflict_do_nothing(), rows)

    def parses(self, keys: Sequence[bytes]) -> Mapping[bytes, bytes]:
        """The parses that are kept under these keys."""
        with self._reading() as connection:
            return {
                row.key: row.parse
                for some in reading.batches(keys)
                for row in connection.execute(select(schema.parses).where(schema.parses.c.key.in_(some)))
            }

    def keep_parses(self, parses: Mapping[bytes, bytes]) -> None:
        """Keep parses, for this run and all later ones."""
        if parses:
            with self._writing() as connection:
                rows = [{"key": key, "parse": parse} for key, parse in parses.items()]
                connection.execute(insert(schema.parses).on_conflict_do_nothing(), rows)

    def drop_parses(self) -> None:
        """Forget all parses: those of another parser are of use to nobody."""
        with self._writing() as connection:
            connection.execute(delete(schema.parses))

    def commit(self, change: Change, *, after: int) -> bool:
        """Write a change, all of it or nothing. ``False`` if another run has changed the record since run ``after``."""
        with self._writing() as connection:
            last = connection.execute(select(func.max(schema.runs.c.number))).scalar() or 0
            if last != after:
                return False
            writing.write(connection, change)
            return True

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with self._told(), self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with self._told(), self._engine.connect().execution_options(writes=True) as connection, connection.begin():
            yield connection

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except (DatabaseError, sqlite3.DatabaseError) as error:
            told = opening.told(error, self.path)
            if told is None:
                raise
            raise told from error
