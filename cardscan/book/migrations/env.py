"""Alembic's environment: migrations run on the connection of the book that is being opened."""

from alembic import context

from cardscan.book.tables import Table

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Table.metadata,
    render_as_batch=True,  # SQLite alters a table by making it anew
)
context.run_migrations()
