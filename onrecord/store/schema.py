"""The tables of a record. The migrations make them; a test holds both against each other."""

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, MetaData, String, Table, Text

metadata = MetaData()

documents = Table(
    "documents",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("media_type", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("text", Text, nullable=False),
)
"""Documents as they came, with the text taken from them."""

document_names = Table(
    "document_names",
    metadata,
    Column("sha256", ForeignKey("documents.sha256"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("name", Text, nullable=False),
)

hints = Table(
    "hints",
    metadata,
    Column("sha256", ForeignKey("documents.sha256"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("given", Text, nullable=False),
)
"""What came with a document, as JSON: its row of the manifest, its other fields."""

articles = Table(
    "articles",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("doc", ForeignKey("documents.sha256"), nullable=False, unique=True),
    Column("headline", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("outlet", Text, nullable=False),
    Column("agency", Text, nullable=False),
    Column("published_first", String(10)),
    Column("published_last", String(10)),
    Column("header", Text, nullable=False),
    Column("cleaned", String(64), nullable=False),
    Column("read", String(64), nullable=False),
)
"""``header`` is the article as JSON without text and body; ``cleaned`` and ``read`` mark what it was made from."""

reports = Table(
    "reports", metadata, Column("id", Text, primary_key=True), Column("story", Text, nullable=False, index=True)
)

report_docs = Table(
    "report_docs",
    metadata,
    Column("report", ForeignKey("reports.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("doc", ForeignKey("documents.sha256"), nullable=False, index=True),
    Column("reason", Text, nullable=False),
)

assertions = Table(
    "assertions",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("doc", ForeignKey("documents.sha256"), nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("exact", Text, nullable=False),
    Column("certainty", Text, nullable=False),
    Column("via", Text, nullable=False),
    Column("rule", Text, nullable=False),
    Column("slots", Text, nullable=False),
)
"""``via`` and ``slots`` are JSON."""

entries = Table(
    "entries",
    metadata,
    Column("id", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("kind", Text, nullable=False, index=True),
    Column("best", Text, nullable=False),
    Column("reports", Integer, nullable=False),
    Column("said_first", String(10)),
    Column("said_last", String(10)),
    Column("said", Text, nullable=False),
    Column("holds_first", String(10)),
    Column("holds_last", String(10)),
)
"""``best`` (an assertion) and ``said`` (days) are JSON; ``holds`` are the days on which the entry holds."""

entry_supports = Table(
    "entry_supports",
    metadata,
    Column("entry", ForeignKey("entries.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("assertion", ForeignKey("assertions.id"), nullable=False, index=True),
)

entry_parties = Table(
    "entry_parties",
    metadata,
    Column("entry", ForeignKey("entries.id"), primary_key=True),
    Column("party", Text, primary_key=True),
    Index("entry_parties_party", "party"),
)
"""The states, people and bodies of an entry, in small letters, for filters."""

entry_issues = Table(
    "entry_issues",
    metadata,
    Column("entry", ForeignKey("entries.id"), primary_key=True),
    Column("issue", Text, primary_key=True),
    Index("entry_issues_issue", "issue"),
)
"""The issues of an entry, each with those above it (``autos`` for ``autos/parts``), for filters."""

conflicts = Table(
    "conflicts",
    metadata,
    Column("entry", ForeignKey("entries.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("slot", Text, nullable=False),
    Column("sides", Text, nullable=False),
    Column("with_entry", Text, nullable=False),
    Column("reason", Text, nullable=False),
)

runs = Table(
    "runs",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("summary", Text, nullable=False),
)
"""Runs that changed the record, as JSON, without their notices."""

notices = Table(
    "notices",
    metadata,
    Column("run", ForeignKey("runs.number"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("about", Text, nullable=False),
    Column("stage", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("level", Text, nullable=False),
)

work = Table(
    "work",
    metadata,
    Column("key", String(64), primary_key=True),
    Column("rules", Text, nullable=False),
    Column("result", LargeBinary, nullable=False),
)
"""What a run has done and not yet handed in, by a key made from all that it depends on. No view looks at it."""

parses = Table(
    "parses",
    metadata,
    Column("key", LargeBinary, primary_key=True),
    Column("parse", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)
"""The parses of sentences, so that none is parsed twice; a key is made from the parser's name and the words."""

WORDS = "article_words"
"""The full-text index over headlines and bodies of ``articles``, kept up to date by triggers."""
