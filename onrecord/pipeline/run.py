"""The order of the stages, and nothing but the order."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

import msgspec

from onrecord import __version__, clean, intake, lineage, merge
from onrecord.find.parse import parser
from onrecord.model.article import Article, Published
from onrecord.model.assertion import KINDS, AnyAssertion
from onrecord.model.document import Document, Hints
from onrecord.model.notice import Notice
from onrecord.model.run import Run
from onrecord.pipeline.incoming import Incoming, join
from onrecord.pipeline.parsing import Make, Parses
from onrecord.pipeline.reading import packed, readings, unpacked
from onrecord.pipeline.rules import parser_name, rules_version
from onrecord.store import BusyRecord, Change, Database, Holdings, Marks

Progress = Callable[[str, int, int], None]
"""Told the stage, how many are done and how many there are."""
WORKED_OUT = ("copies", "words")
"""Where a day stands that ``lineage`` worked out: worked out again whenever the record grows."""
TRIES = 5


def read(
    sources: Sequence[str],
    record: Path,
    *,
    manifest: Path | None = None,
    stdin: BinaryIO | None = None,
    jobs: int = 1,
    progress: Progress | None = None,
    make_parser: Make | None = None,
) -> Run:
    """Read documents into the record at ``record``, which is made if it is not there, and say what came of it.

    Only what is new, or whose day, hints or rules have changed, is read; reports and entries are made from the whole
    record. All of it is written at once in the end; what was read before a run was killed is taken up by the next.
    ``make_parser`` (a function of a module, so that other processes can call it) makes another parser than the usual.
    Raises RecordError when the record cannot be used.
    """
    name = make_parser().name if make_parser else parser_name()
    with Database.open(record, create=True) as database:
        came = list(intake.documents(sources, manifest=manifest, stdin=stdin))
        for _ in range(TRIES):
            attempt = _Attempt(database, rules_version(name), name, jobs, progress or _silent, make_parser or parser)
            run = attempt.run(came)
            if run is not None:
                return run
        raise BusyRecord(f"other programs keep changing {record}; try again when they are done")


def _silent(stage: str, done: int, total: int) -> None:
    """Tell nobody."""


def _key(*parts: object) -> str:
    """A mark of plain values. No structs: how one is encoded can depend on where its values come from."""
    return sha256(msgspec.json.encode(parts)).hexdigest()


class _Attempt:
    """One way through all stages, from the record as it stands to the change to be written."""

    def __init__(self, database: Database, rules: str, parser: str, jobs: int, progress: Progress, make: Make) -> None:
        self.database = database
        self.rules = rules
        self.parser = parser
        self.jobs = jobs
        self.progress = progress
        self.make = make
        self.notices: list[Notice] = []
        self.resumed = 0

    def run(self, came: Sequence[Document | Notice]) -> Run | None:
        """The run, written; ``None`` if another run changed the record meanwhile."""
        held = self.database.holdings()
        if held.parser not in ("", self.parser):
            self.database.drop_parses()
        incoming = join(came, held)
        self.notices.extend(incoming.notices)
        cleaned, keys = self._clean(incoming, held)
        reports = tuple(sorted(lineage.reports(list(cleaned.values())), key=lambda report: report.id))
        articles = _dated(cleaned, lineage.dates(list(cleaned.values()), reports))
        marks = {doc: Marks(keys[doc], _key("read", keys[doc], _days(articles[doc]))) for doc in articles}
        stale = [article for doc, article in articles.items() if held.marks.get(doc) != marks[doc]]
        fresh, faulty = self._read(stale, marks)
        marks |= {doc: Marks(keys[doc], "") for doc in faulty}
        rewritten = [
            doc for doc in articles if held.marks.get(doc) != marks[doc] or held.articles[doc] != articles[doc]
        ]
        changed = bool(incoming.changed or rewritten or reports != held.reports)
        said = {**(_by_doc(self.database.assertions()) if held.run else {}), **fresh}
        assertions = [one for doc in sorted(said) for one in said[doc]]
        published = {doc: article.published for doc, article in articles.items() if article.published}
        self.progress("merge", 0, 1)
        entries = merge.entries(assertions, reports, published) if changed else self.database.entries()
        self.progress("merge", 1, 1)
        run = Run(
            number=held.run + 1 if changed else 0,
            documents=len(incoming.documents),
            new=len(incoming.new),
            read=len(stale) - self.resumed,
            resumed=self.resumed,
            articles=len(articles),
            reports=len(reports),
            assertions=_counted(assertions),
            entries=len(entries),
            notices=tuple(sorted(set(self.notices))),
            version=__version__,
            rules=self.rules,
            parser=self.parser,
        )
        if not changed:
            return run
        change = Change(
            documents=tuple(incoming.documents[doc] for doc in sorted(incoming.changed)),
            articles=tuple((articles[doc], marks[doc]) for doc in rewritten),
            assertions=fresh,
            reports=reports,
            entries=entries,
            run=run,
            done=tuple(sorted(mark.read for mark in marks.values() if mark.read)),
        )
        return run if self.database.commit(change, after=held.run) else None

    def _clean(self, incoming: Incoming, held: Holdings) -> tuple[dict[str, Article], dict[str, str]]:
        """All articles, in the order of their documents' ids, without days worked out; and what each was made from."""
        keys: dict[str, str] = {}
        for doc, document in incoming.documents.items():
            keys[doc] = self._cleaned(doc, document.names, document.text, document.hints)
        for doc in held.names.keys() - incoming.documents.keys():
            keys[doc] = self._cleaned(doc, held.names[doc], held.articles[doc].text, held.hints.get(doc, ()))
        docs = sorted(keys)
        stale = [doc for doc in docs if doc not in held.marks or held.marks[doc].cleaned != keys[doc]]
        stored = self.database.documents([doc for doc in stale if doc not in incoming.documents])
        made: dict[str, Article] = {}
        for number, doc in enumerate(stale):
            self.progress("clean", number, len(stale))
            document = incoming.documents[doc] if doc in incoming.documents else stored[doc]
            made[doc] = lineage.checked(clean.article(document))
            self.notices.extend(clean.notices(document))
            self.notices.extend(_doubts(made[doc]))
        return {doc: made[doc] if doc in made else _undated(held.articles[doc]) for doc in docs}, keys

    def _cleaned(self, doc: str, names: Sequence[str], text: str, hints: Sequence[Hints]) -> str:
        given = [msgspec.structs.astuple(one) for one in hints]
        return _key("clean", self.rules, doc, names[0], sha256(text.encode()).hexdigest(), given)

    def _read(
        self, stale: Sequence[Article], marks: Mapping[str, Marks]
    ) -> tuple[dict[str, tuple[AnyAssertion, ...]], list[str]]:
        """The assertions of these articles, as far as possible from what a killed run left; and the faulty ones."""
        done = self.database.work([marks[article.doc].read for article in stale])
        kept = {article.doc: unpacked(done, marks[article.doc].read) for article in stale}
        found = {doc: assertions for doc, assertions in kept.items() if assertions is not None}
        self.resumed = len(found)
        faulty: list[str] = []
        names = {article.doc: article.name for article in stale}
        left = [article for article in stale if article.doc not in found]
        parses = Parses(self.database, self.parser)
        for some in readings(left, parses, name=self.parser, make=self.make, jobs=self.jobs):
            self.progress("read", len(found), len(stale))
            found |= {reading.doc: reading.assertions for reading in some}
            faulty += [reading.doc for reading in some if reading.fault]
            self.notices += [reading.notice(names[reading.doc]) for reading in some if reading.fault]
            new = {marks[one.doc].read: packed(one.assertions) for one in some if not one.fault}
            self.database.keep_work(new, rules=self.rules)
        self.progress("read", len(stale), len(stale))
        return found, faulty


def _doubts(article: Article) -> list[Notice]:
    """What the user should know of a stated day that the article itself contradicts."""
    published = article.published
    if published is None or not published.doubt:
        return []
    stated = f"its day is stated as {published.days.edtf} ({published.where})"
    reason = f"{stated}, but {published.doubt}; nothing is counted from it"
    return [Notice(about=article.name, stage="lineage", reason=reason)]


def _undated(article: Article) -> Article:
    """The article without a day that was worked out: with the stated one, or with none."""
    if article.published is None or article.published.where not in WORKED_OUT:
        return article
    return msgspec.structs.replace(article, published=article.published.stated)


def _dated(articles: Mapping[str, Article], worked_out: Mapping[str, Published]) -> dict[str, Article]:
    return {
        doc: msgspec.structs.replace(article, published=worked_out[doc]) if doc in worked_out else article
        for doc, article in articles.items()
    }


def _days(article: Article) -> tuple[object, ...]:
    return msgspec.structs.astuple(article.published.days) if article.published else ()


def _by_doc(assertions: Sequence[AnyAssertion]) -> dict[str, tuple[AnyAssertion, ...]]:
    found: defaultdict[str, list[AnyAssertion]] = defaultdict(list)
    for assertion in assertions:
        found[assertion.doc].append(assertion)
    return {doc: tuple(listed) for doc, listed in found.items()}


def _counted(assertions: Sequence[AnyAssertion]) -> dict[str, int]:
    counts = Counter(type(assertion) for assertion in assertions)
    return {str(kind.__struct_config__.tag): counts[kind] for kind in KINDS}
