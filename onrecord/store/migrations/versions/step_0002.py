"""Parses are kept."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the table of parses; it fills as sentences are read."""
    op.create_table(
        "parses",
        sa.Column("key", sa.LargeBinary, primary_key=True),
        sa.Column("parse", sa.LargeBinary, nullable=False),
        sqlite_with_rowid=False,
    )
