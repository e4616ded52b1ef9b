"""Run by Alembic: takes the connection (and its open transaction) that ``store.opening`` hands over."""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
with context.begin_transaction():
    context.run_migrations()
