"""The tables of the book."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import JSON, Dialect, ForeignKey, MetaData, String, Text, TypeDecorator, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

Plain = dict[str, Any]
"""JSON values."""


class Instant(TypeDecorator[datetime]):
    """A moment, kept as ISO 8601 text in UTC: the same in every database, and it sorts."""

    impl = String(32)
    cache_ok = True

    def process_bind_param(  # noqa: D102 - SQLAlchemy's own
        self,
        value: datetime | None,
        dialect: Dialect,  # noqa: ARG002
    ) -> str | None:
        return None if value is None else value.astimezone(UTC).isoformat(timespec="microseconds")

    def process_result_value(  # noqa: D102 - SQLAlchemy's own
        self,
        value: Any,
        dialect: Dialect,  # noqa: ARG002
    ) -> datetime | None:
        return None if value is None else datetime.fromisoformat(value)


class Table(DeclarativeBase):
    """Base of all tables."""

    # Constraints have names, so that a migration can change them in every database.
    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {datetime: Instant, Plain: JSON, list[Any]: JSON, str: Text}  # noqa: RUF012


def _of(table: str, *, index: bool = True, key: bool = False) -> Any:
    """A column that names a row of another table, and goes with it."""
    return mapped_column(ForeignKey(f"{table}.id", ondelete="CASCADE"), index=index, primary_key=key)


class EventRow(Table):
    """An event.

    Attributes:
        key: Its name, folded, and its date: what makes two events the same.
        first_name: The name that it had when its first card was scanned; with ``first_date``
            it is what the ids of its contacts come from.
    """

    __tablename__ = "events"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    first_key: Mapped[str] = mapped_column(index=True)
    first_name: Mapped[str]
    first_date: Mapped[date]
    name: Mapped[str]
    date: Mapped[date] = mapped_column(index=True)
    country: Mapped[str | None]
    place: Mapped[str]
    goal: Mapped[str]
    owner: Mapped[str]
    next_action: Mapped[str | None]
    tags: Mapped[list[Any]]
    note: Mapped[str]
    made_at: Mapped[datetime]


class PhotoRow(Table):
    """A picture file by its content, wherever it lies.

    Attributes:
        taken_at: Capture time in the camera's own time, ISO 8601.
    """

    __tablename__ = "photos"

    id: Mapped[int] = mapped_column(primary_key=True)
    content_hash: Mapped[str] = mapped_column(String(64), unique=True)
    taken_at: Mapped[str | None]


class SightingRow(Table):
    """A photo among those of an event.

    Attributes:
        path: What it was called when it was scanned last.
        folder: The folder of the computer in which that path lay, printable too; empty where nobody knows.
    """

    __tablename__ = "sightings"

    event_id: Mapped[int] = _of("events", key=True, index=False)
    photo_id: Mapped[int] = _of("photos", key=True)
    path: Mapped[str]
    folder: Mapped[str]


class ReadingRow(Table):
    """What a reader saw on a photo.

    Attributes:
        read_by: The reader with its languages.
        readings: The lines and codes of each card on it, as JSON; what they mean is made of
            them anew in every scan, so that a better program finds more in them.
    """

    __tablename__ = "readings"
    __table_args__ = (UniqueConstraint("photo_id", "read_by"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    photo_id: Mapped[int] = _of("photos")
    read_by: Mapped[str]
    readings: Mapped[list[Any]]
    read_at: Mapped[datetime]


class EntryRow(Table):
    """One contact of one event: a row of its queue.

    Attributes:
        id: The contact's id as its event, photo and card give it.
        contact_id: Whom it is about: the oldest id of that person.
        found: The row as the program made it, as JSON.
        contact: Its fields with raw text, value, confidence, lines and issues, as JSON.
        full_name: The name as it stands in the queue now, corrections and all; so are the next two.
        scanned_at: When it was first scanned, ISO 8601 as in the queue.
        gone_at: When the photos no longer gave it, or somebody took it out of the sheet.
        gone_by: "scan" or "person"; a row that a person took out is not brought back by a scan.
    """

    __tablename__ = "entries"

    id: Mapped[str] = mapped_column(String(16), primary_key=True)
    contact_id: Mapped[str] = mapped_column(String(16), index=True)
    event_id: Mapped[int] = _of("events")
    found: Mapped[Plain]
    contact: Mapped[Plain]
    full_name: Mapped[str]
    company: Mapped[str]
    email: Mapped[str]
    scanned_at: Mapped[str]
    gone_at: Mapped[datetime | None]
    gone_by: Mapped[str]


class PictureRow(Table):
    """A picture of the card that an entry is from."""

    __tablename__ = "pictures"

    entry_id: Mapped[str] = _of("entries", key=True, index=False)
    photo_id: Mapped[int] = _of("photos", key=True)
    card: Mapped[int] = mapped_column(primary_key=True)


class CorrectionRow(Table):
    """What a person changed in a column of an entry; the latest one counts.

    Attributes:
        value: The cell's value, as JSON under "value".
        before: What stood there, as JSON under "value".
        source: "sheet", "note" or "review".
        who: Who changed it, by name; empty where nobody knows.
    """

    __tablename__ = "corrections"

    id: Mapped[int] = mapped_column(primary_key=True)
    entry_id: Mapped[str] = _of("entries")
    column: Mapped[str]
    value: Mapped[Plain]
    before: Mapped[Plain]
    source: Mapped[str]
    who: Mapped[str]
    at: Mapped[datetime]


class FollowUpRow(Table):
    """What is to be done next with the contact of an entry.

    Attributes:
        number: The step's place in the cadence, from 0; None for staying in touch.
        set_by: Who chose the day: "cadence", "note" or "person".
    """

    __tablename__ = "followups"

    entry_id: Mapped[str] = _of("entries", key=True, index=False)
    due: Mapped[date] = mapped_column(index=True)
    action: Mapped[str]
    priority: Mapped[str]
    status: Mapped[str]
    number: Mapped[int | None]
    why: Mapped[str]
    set_by: Mapped[str]


class NoteRow(Table):
    """What somebody wrote about a contact: on the card, beside the photo, or later.

    Attributes:
        source: "card", "sidecar", "sheet", "note" or "review".
    """

    __tablename__ = "notes"

    id: Mapped[int] = mapped_column(primary_key=True)
    entry_id: Mapped[str] = _of("entries")
    text: Mapped[str]
    source: Mapped[str]
    at: Mapped[datetime]


class TouchRow(Table):
    """Once that somebody got in touch with the contact of an entry.

    Attributes:
        number: The step that it was, where it was one.
    """

    __tablename__ = "touches"

    id: Mapped[int] = mapped_column(primary_key=True)
    entry_id: Mapped[str] = _of("entries")
    at: Mapped[datetime] = mapped_column(index=True)
    channel: Mapped[str]
    note: Mapped[str]
    answered: Mapped[bool]
    counts: Mapped[bool]


class MergeRow(Table):
    """An entry that was given to another contact; kept so that it can be undone.

    Attributes:
        from_contact: Whose it was.
        to_contact: Whose it became.
        why: In sentences.
        undone_at: When somebody split the two again.
    """

    __tablename__ = "merges"

    id: Mapped[int] = mapped_column(primary_key=True)
    entry_id: Mapped[str] = _of("entries")
    from_contact: Mapped[str] = mapped_column(String(16))
    to_contact: Mapped[str] = mapped_column(String(16))
    why: Mapped[str]
    at: Mapped[datetime]
    undone_at: Mapped[datetime | None]


class ApartRow(Table):
    """Two entries that a person said are two people: never merged by the program again."""

    __tablename__ = "apart"

    one: Mapped[str] = _of("entries", key=True, index=False)
    other: Mapped[str] = _of("entries", key=True)


class SheetRow(Table):
    """A queue file that was written, or read back.

    Attributes:
        path: The file.
    """

    __tablename__ = "sheets"

    id: Mapped[int] = mapped_column(primary_key=True)
    path: Mapped[str] = mapped_column(index=True)
    at: Mapped[datetime]


class ShownRow(Table):
    """A row as it stood in a queue file: what a changed cell is told by.

    Attributes:
        cells: Column to text, as JSON.
    """

    __tablename__ = "shown"

    sheet_id: Mapped[int] = _of("sheets", key=True, index=False)
    contact_id: Mapped[str] = mapped_column(String(16), primary_key=True)
    entry_id: Mapped[str] = _of("entries")
    cells: Mapped[Plain]


class DraftRow(Table):
    """A draft that was written to a file."""

    __tablename__ = "drafts"

    id: Mapped[int] = mapped_column(primary_key=True)
    entry_id: Mapped[str] = _of("entries")
    path: Mapped[str]
    message_id: Mapped[str]
    at: Mapped[datetime]


class HandedOnRow(Table):
    """A contact that was handed on to another program.

    Attributes:
        entry_id: The entry that gave the contact its id.
        target: The program: the name of an exporter, or the address of a server's address book,
            calendar or mailbox.
        item: The UID of what is there; of a file, the row.
        digest: SHA-256 of what was written there; of a file, of what it told of the contact.
        etag: What the server called that state; of a file, the SHA-256 of the follow-up.
    """

    __tablename__ = "handed_on"
    __table_args__ = (UniqueConstraint("target", "item", "entry_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    entry_id: Mapped[str] = _of("entries")
    target: Mapped[str]
    item: Mapped[str]
    digest: Mapped[str]
    etag: Mapped[str]
    at: Mapped[datetime]


class SecretRow(Table):
    """A random value that this book has and no other: the key of the hashes of the forgotten."""

    __tablename__ = "secrets"

    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class ForgottenRow(Table):
    """A hash of somebody who was forgotten: a card, an e-mail, a phone, a name with its company."""

    __tablename__ = "forgotten"

    hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    at: Mapped[datetime]
