"""The form of the book, and how an older book gets it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import inspect, text

from cardscan.book.backup import back_up
from cardscan.errors import BookError

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection, Engine

VERSIONS = ("0001", "0002", "0003", "0004")
"""The book's forms, the newest last: the migrations' revisions."""


def bring_up_to_date(engine: Engine, name: str, path: Path | None) -> None:
    """Give a book this version's form; all that is in it stays.

    Args:
        engine: The book's connections.
        name: What to call it in an error.
        path: Its file, which is copied aside first; None where it is on a server.

    Raises:
        BookError: The book is of a newer version, or is somebody else's database.
    """
    with engine.connect() as connection:
        version = _version(connection, name)
    if version == VERSIONS[-1]:
        return
    if version and path:
        back_up(path, at_once=True)
    with engine.execution_options(immediate=True).begin() as connection:
        migrate(connection, VERSIONS[-1])


def migrate(connection: Connection, version: str) -> None:
    """Run the migrations up to a version, within the transaction of the connection.

    Args:
        connection: To the book.
        version: One of ``VERSIONS``.
    """
    from alembic import command  # noqa: PLC0415 - seldom needed
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", "cardscan.book:migrations")
    config.attributes["connection"] = connection
    command.upgrade(config, version)


def _version(connection: Connection, name: str) -> str | None:
    tables = inspect(connection).get_table_names()
    if "alembic_version" not in tables:
        if tables:
            raise BookError(name, "this is another program's database. Name another file.")
        return None
    version = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    if version is not None and version not in VERSIONS:
        raise BookError(
            name, "a newer version of cardscan has written it. Install that version; nothing was changed."
        )
    return version
