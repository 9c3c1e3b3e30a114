"""Entries in the book: the contacts that scans found."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import delete, exists, select, update

from cardscan.book.merging import take_id
from cardscan.book.notes import OF_THE_CARD, keep_notes
from cardscan.book.plain import to_plain
from cardscan.book.rows import batches, refresh
from cardscan.book.steps import hand_over_step, keep_first_step
from cardscan.book.tables import CorrectionRow, DraftRow, EntryRow, NoteRow, PhotoRow, PictureRow, TouchRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    from cardscan.book.record import Find
    from cardscan.book.tables import EventRow

Picture = tuple[str, int]
"""A photo's content hash, and the number of a card in it."""


def keep_finds(
    session: Session, event: EventRow, finds: Sequence[Find], *, photos: Iterable[str], at: datetime
) -> tuple[str, ...]:
    """Put what a scan found into the book; what people corrected stays as they left it.

    A contact that was found before keeps its entry, also where another picture of its card
    stands for it now.  An entry whose pictures were all scanned again without giving it is gone.

    Args:
        session: Writes.
        event: The event.
        finds: One a contact.
        photos: Content hashes of all photos that were scanned.
        at: Now.

    Returns:
        The ids of the entries, in the order of the finds.
    """
    known = {entry.id: entry for entry in session.scalars(_entries_of(event.id))}
    pictures = _pictures(session, event.id)
    ids = _ids(finds, known, pictures)
    photo_ids = _photo_ids(session, {photo for find in finds for photo, _ in find.pictures})
    for entry_id, find in zip(ids, finds, strict=True):
        entry = known.get(entry_id) or EntryRow(
            id=entry_id, contact_id=entry_id, event_id=event.id, scanned_at=find.row.scanned_at.isoformat()
        )
        _fill(entry, find)
        session.add(entry)
        session.flush()
        keep_first_step(session, entry_id, find.row, find.step)
        keep_notes(session, entry_id, find.notes, at)
        _keep_pictures(session, entry_id, [(photo_ids[photo], card) for photo, card in find.pictures])
    refresh(session, ids)
    left = _left(known.values(), pictures, ids, set(photos))
    heirs = {
        picture: entry_id for entry_id, find in zip(ids, finds, strict=True) for picture in find.pictures
    }
    for entry in left:
        _let_go(session, entry, [heirs[one] for one in sorted(pictures[entry.id]) if one in heirs], at)
    return ids


def _entries_of(event_id: int) -> Select[EntryRow]:
    return select(EntryRow).where(EntryRow.event_id == event_id)


def _pictures(session: Session, event_id: int) -> dict[str, set[Picture]]:
    """The pictures of each entry of an event."""
    found: dict[str, set[Picture]] = defaultdict(set)
    rows = session.execute(
        select(PictureRow.entry_id, PhotoRow.content_hash, PictureRow.card)
        .join(PhotoRow, PhotoRow.id == PictureRow.photo_id)
        .join(EntryRow, EntryRow.id == PictureRow.entry_id)
        .where(EntryRow.event_id == event_id)
    )
    for entry_id, content_hash, card in rows:
        found[entry_id].add((content_hash, card))
    return found


def _ids(
    finds: Sequence[Find], known: Mapping[str, EntryRow], pictures: Mapping[str, set[Picture]]
) -> tuple[str, ...]:
    """The entry of each find: its own, else one that no find has as its own and that shows its card."""
    own = {find.row.contact_id for find in finds}
    of_picture = {
        picture: entry_id for entry_id in sorted(known.keys() - own) for picture in pictures.get(entry_id, ())
    }
    ids: list[str] = []
    for find in finds:
        others = [of_picture[picture] for picture in find.pictures if picture in of_picture]
        free = [entry_id for entry_id in others if entry_id not in ids]
        is_new = find.row.contact_id not in known
        ids.append(free[0] if is_new and free else find.row.contact_id)
    return tuple(ids)


def _fill(entry: EntryRow, find: Find) -> None:
    entry.found = to_plain(find.row)
    entry.contact = find.contact.to_dict()
    entry.full_name, entry.company, entry.email = find.row.full_name, find.row.company, find.row.email
    if entry.gone_by != "person":
        entry.gone_at, entry.gone_by = None, ""


def _photo_ids(session: Session, hashes: Iterable[str]) -> dict[str, int]:
    return {
        content_hash: photo_id
        for batch in batches(hashes)
        for content_hash, photo_id in session.execute(
            select(PhotoRow.content_hash, PhotoRow.id).where(PhotoRow.content_hash.in_(batch))
        )
    }


def _keep_pictures(session: Session, entry_id: str, pictures: Iterable[tuple[int, int]]) -> None:
    session.execute(delete(PictureRow).where(PictureRow.entry_id == entry_id))
    session.add_all(
        PictureRow(entry_id=entry_id, photo_id=photo_id, card=card)
        for photo_id, card in dict.fromkeys(pictures)
    )


def _left(
    known: Iterable[EntryRow], pictures: Mapping[str, set[Picture]], ids: Sequence[str], scanned: set[str]
) -> list[EntryRow]:
    """Entries that were not found again although all their photos were scanned."""
    return [
        entry
        for entry in known
        if entry.id not in ids
        and not entry.gone_at
        and {photo for photo, _ in pictures.get(entry.id, ())} <= scanned
    ]


def _let_go(session: Session, entry: EntryRow, heirs: Sequence[str], at: datetime) -> None:
    """Take an entry out of the queue; its history goes to whoever has its card now.

    Where nobody has, and a person has worked on it, that person knows better.
    """
    if heirs:
        heir = session.get_one(EntryRow, heirs[0])
        _give(session, entry, heir)
        _hand_over(session, entry.id, heir.id)
    worked_on = any(
        session.scalar(select(exists().where(table.entry_id == entry.id)))
        for table in (CorrectionRow, TouchRow)
    )
    if heirs or not worked_on:
        entry.gone_at, entry.gone_by = at, "scan"


def _hand_over(session: Session, entry_id: str, heir_id: str) -> None:
    """Let what a person did with one entry stand at another one."""
    hand_over_step(session, entry_id, heir_id)
    by_a_person = NoteRow.source.not_in(OF_THE_CARD)
    session.execute(update(NoteRow).where(NoteRow.entry_id == entry_id, by_a_person).values(entry_id=heir_id))
    for table in (CorrectionRow, TouchRow, DraftRow):
        session.execute(update(table).where(table.entry_id == entry_id).values(entry_id=heir_id))
    refresh(session, [heir_id])


def _give(session: Session, entry: EntryRow, heir: EntryRow) -> None:
    """Let two entries of one card be one contact: the one that either was merged with, if any."""
    if entry.contact_id == entry.id:
        take_id(session, entry.id, heir.contact_id)
    elif heir.contact_id == heir.id:
        take_id(session, heir.id, entry.contact_id)
