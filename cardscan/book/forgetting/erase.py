"""Contacts are erased from the tables of the book, with what was read on their cards."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, or_, select

from cardscan.book.forgetting.hashes import card_text, keep_hashes, person_texts, photo_text
from cardscan.book.forgetting.traces import entries_of
from cardscan.book.plain import from_plain, row_value
from cardscan.book.rows import batches
from cardscan.book.tables import CorrectionRow, EntryRow, MergeRow, PhotoRow, PictureRow, ReadingRow
from cardscan.followup.duplicates.traits import identity_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from datetime import datetime

    from sqlalchemy import Select
    from sqlalchemy.orm import Session

Cards = dict[str, set[int]]
"""Photos by their content hash, each with numbers of cards on it."""


def erase(session: Session, contacts: Collection[str], *, at: datetime, remember: bool) -> int:
    """Erase contacts with all their entries and what was read on their cards.

    Args:
        session: Writes.
        contacts: Their ids.
        at: Now.
        remember: Whether hashes are kept, by which they are known again.

    Returns:
        How many hashes are kept.
    """
    ids = entries_of(session, contacts)
    texts = set(_person_texts(session, ids)) if remember else set()
    mine = _cards(session, ids)
    for batch in batches({*ids, *contacts}):
        session.execute(
            delete(MergeRow).where(or_(MergeRow.from_contact.in_(batch), MergeRow.to_contact.in_(batch)))
        )
        session.execute(delete(EntryRow).where(EntryRow.id.in_(batch)))  # and all that hangs on them
    session.expire_all()
    texts |= erase_cards(session, mine, shown_cards(session, mine))
    return keep_hashes(session, texts, at) if remember else 0


def erase_cards(session: Session, cards: Mapping[str, set[int]], others: Mapping[str, set[int]]) -> set[str]:
    """Erase what was read on cards; a photo that shows nobody else goes with all that is kept of it.

    Args:
        session: Writes.
        cards: The cards.
        others: Cards of the same photos that are somebody else's, and stay.

    Returns:
        What the cards are known again by.
    """
    texts: set[str] = set()
    for content_hash, numbers in cards.items():
        staying = others.get(content_hash, set())
        photo = session.scalar(select(PhotoRow).where(PhotoRow.content_hash == content_hash))
        read = list(session.scalars(_readings(photo.id))) if photo else []
        if staying:
            _take_out(session, read, numbers - staying)
        else:
            numbers = numbers | {one["card"]["number"] for row in read for one in row.readings}  # noqa: PLW2901
            texts.add(photo_text(content_hash))
            if photo:
                session.execute(delete(PhotoRow).where(PhotoRow.id == photo.id))
        texts |= {card_text(content_hash, number) for number in numbers}
    session.flush()
    session.expire_all()
    return texts


def shown_cards(session: Session, photos: Collection[str]) -> Cards:
    """The cards of photos that entries of the book show.

    Args:
        session: Reads.
        photos: Content hashes of the photos.
    """
    found: Cards = defaultdict(set)
    for batch in batches(photos):
        for content_hash, number in session.execute(_pictures().where(PhotoRow.content_hash.in_(batch))):
            found[content_hash].add(number)
    return found


def _cards(session: Session, ids: Sequence[str]) -> Cards:
    """The cards that some entries show."""
    found: Cards = defaultdict(set)
    for batch in batches(ids):
        for content_hash, number in session.execute(_pictures().where(PictureRow.entry_id.in_(batch))):
            found[content_hash].add(number)
    return found


def _pictures() -> Select[str, int]:
    return select(PhotoRow.content_hash, PictureRow.card).join(PictureRow, PictureRow.photo_id == PhotoRow.id)


def _readings(photo_id: int) -> Select[ReadingRow]:
    return (
        select(ReadingRow)
        .where(ReadingRow.photo_id == photo_id)
        .order_by(ReadingRow.read_at.desc(), ReadingRow.id.desc())
    )


def _take_out(session: Session, read: Sequence[ReadingRow], numbers: set[int]) -> None:
    """Take cards out of what was read on a photo last; the others keep their numbers.

    Another reader may have numbered the cards in another way, so what one read before is
    erased as a whole: it can be read again.
    """
    for row in read[:1]:
        row.readings = [one for one in row.readings if one["card"]["number"] not in numbers]
    for row in read[1:]:
        session.delete(row)


def _person_texts(session: Session, ids: Sequence[str]) -> Iterator[str]:
    """What the people of entries are known again by: as found, and as corrected."""
    for batch in batches(ids):
        corrections: dict[str, dict[str, Any]] = defaultdict(dict)
        for row in session.scalars(
            select(CorrectionRow).where(CorrectionRow.entry_id.in_(batch)).order_by(CorrectionRow.id)
        ):
            corrections[row.entry_id][row.column] = row_value(row.column, row.value["value"])
        for entry in session.scalars(select(EntryRow).where(EntryRow.id.in_(batch))):
            found = from_plain(entry.found)
            yield from person_texts(identity_of(found))
            yield from person_texts(identity_of(replace(found, **corrections[entry.id])))
