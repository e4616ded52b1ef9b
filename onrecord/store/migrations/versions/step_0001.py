"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make all tables, and the full-text index with the triggers that keep it."""
    op.create_table(
        "documents",
        sa.Column("sha256", sa.String(64), primary_key=True),
        sa.Column("media_type", sa.Text, nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
    )
    op.create_table(
        "document_names",
        sa.Column("sha256", sa.String(64), sa.ForeignKey("documents.sha256"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
    )
    op.create_table(
        "hints",
        sa.Column("sha256", sa.String(64), sa.ForeignKey("documents.sha256"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("given", sa.Text, nullable=False),
    )
    op.create_table(
        "articles",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("doc", sa.String(64), sa.ForeignKey("documents.sha256"), nullable=False, unique=True),
        sa.Column("headline", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("outlet", sa.Text, nullable=False),
        sa.Column("agency", sa.Text, nullable=False),
        sa.Column("published_first", sa.String(10)),
        sa.Column("published_last", sa.String(10)),
        sa.Column("header", sa.Text, nullable=False),
        sa.Column("cleaned", sa.String(64), nullable=False),
        sa.Column("read", sa.String(64), nullable=False),
    )
    op.create_table(
        "reports",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("story", sa.Text, nullable=False, index=True),
    )
    op.create_table(
        "report_docs",
        sa.Column("report", sa.Text, sa.ForeignKey("reports.id"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("doc", sa.String(64), sa.ForeignKey("documents.sha256"), nullable=False, index=True),
        sa.Column("reason", sa.Text, nullable=False),
    )
    op.create_table(
        "assertions",
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column("doc", sa.String(64), sa.ForeignKey("documents.sha256"), nullable=False, index=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("exact", sa.Text, nullable=False),
        sa.Column("certainty", sa.Text, nullable=False),
        sa.Column("via", sa.Text, nullable=False),
        sa.Column("rule", sa.Text, nullable=False),
        sa.Column("slots", sa.Text, nullable=False),
    )
    _make_entries()
    op.create_table(
        "runs",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("summary", sa.Text, nullable=False),
    )
    op.create_table(
        "notices",
        sa.Column("run", sa.Integer, sa.ForeignKey("runs.number"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("about", sa.Text, nullable=False),
        sa.Column("stage", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("level", sa.Text, nullable=False),
    )
    op.create_table(
        "work",
        sa.Column("key", sa.String(64), primary_key=True),
        sa.Column("rules", sa.Text, nullable=False),
        sa.Column("result", sa.LargeBinary, nullable=False),
    )
    _make_full_text()


def _make_entries() -> None:
    op.create_table(
        "entries",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("kind", sa.Text, nullable=False, index=True),
        sa.Column("best", sa.Text, nullable=False),
        sa.Column("reports", sa.Integer, nullable=False),
        sa.Column("said_first", sa.String(10)),
        sa.Column("said_last", sa.String(10)),
        sa.Column("said", sa.Text, nullable=False),
        sa.Column("holds_first", sa.String(10)),
        sa.Column("holds_last", sa.String(10)),
    )
    op.create_table(
        "entry_supports",
        sa.Column("entry", sa.Text, sa.ForeignKey("entries.id"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("assertion", sa.String(16), sa.ForeignKey("assertions.id"), nullable=False, index=True),
    )
    for table, column in (("entry_parties", "party"), ("entry_issues", "issue")):
        op.create_table(
            table,
            sa.Column("entry", sa.Text, sa.ForeignKey("entries.id"), primary_key=True),
            sa.Column(column, sa.Text, primary_key=True),
        )
        op.create_index(f"{table}_{column}", table, [column])
    op.create_table(
        "conflicts",
        sa.Column("entry", sa.Text, sa.ForeignKey("entries.id"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("slot", sa.Text, nullable=False),
        sa.Column("sides", sa.Text, nullable=False),
        sa.Column("with_entry", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
    )


def _make_full_text() -> None:
    op.execute(
        "CREATE VIRTUAL TABLE article_words USING fts5("
        "headline, body, content='articles', content_rowid='id', tokenize='unicode61 remove_diacritics 2')"
    )
    gone = (
        "INSERT INTO article_words(article_words, rowid, headline, body) "
        "VALUES ('delete', old.id, old.headline, old.body);"
    )
    come = "INSERT INTO article_words(rowid, headline, body) VALUES (new.id, new.headline, new.body);"
    op.execute(f"CREATE TRIGGER articles_insert AFTER INSERT ON articles BEGIN {come} END")
    op.execute(f"CREATE TRIGGER articles_delete AFTER DELETE ON articles BEGIN {gone} END")
    op.execute(f"CREATE TRIGGER articles_update AFTER UPDATE OF headline, body ON articles BEGIN {gone} {come} END")
