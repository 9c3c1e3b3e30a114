"""A scan does not bring back whoever was forgotten, unless it is asked to.

What the book shows is nobody's who was forgotten: a card that somebody else's entry shows
stays, and so does an entry of the event, whatever it shares with somebody who was forgotten.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, func, select

from cardscan.book.forgetting.erase import Cards, erase_cards, shown_cards
from cardscan.book.forgetting.hashes import (
    card_text,
    drop_hashes,
    forgotten,
    keep_hashes,
    person_texts,
    photo_text,
)
from cardscan.book.record import Remaining
from cardscan.book.rows import batches
from cardscan.book.tables import EntryRow, ForgottenRow, PhotoRow, PictureRow, ReadingRow
from cardscan.followup.duplicates.traits import identity_of
from cardscan.parse.identity import identify

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from datetime import datetime

    from sqlalchemy.orm import Session

    from cardscan.book.forgetting.hashes import Forgotten
    from cardscan.book.record import Find
    from cardscan.parse.record import Contact


def forgotten_photos(session: Session, photos: Collection[str]) -> frozenset[str]:
    """The photos on which all was forgotten, and of which the book holds nothing.

    Args:
        session: Reads.
        photos: Content hashes.
    """
    if not _anybody(session):
        return frozenset()
    known = forgotten(session)
    return frozenset(filter(known.has_photo, photos)) - _kept(session, photos)


def forgotten_cards(
    session: Session, content_hash: str, cards: Iterable[tuple[int, Contact]]
) -> frozenset[int]:
    """The cards of a photo that must not be kept, by their number.

    Args:
        session: Reads.
        content_hash: The photo.
        cards: Number and contact of each.
    """
    if not _anybody(session):
        return frozenset()
    known = forgotten(session)
    shown = shown_cards(session, [content_hash])[content_hash]
    return frozenset(
        number
        for number, contact in cards
        if number not in shown
        and known.has([card_text(content_hash, number), *person_texts(identify(contact))])
    )


def without_forgotten(
    session: Session, event_id: int | None, finds: Sequence[Find], photos: Collection[str], *, at: datetime
) -> Remaining:
    """What a scan found, without whom was forgotten; what is kept of their cards is erased.

    Args:
        session: Writes.
        event_id: The event; None where the book does not know it.
        finds: One a contact.
        photos: Content hashes of all photos of the scan.
        at: Now.
    """
    if not _anybody(session):
        return Remaining(finds=tuple(finds))
    known = forgotten(session)
    here = _of_event(session, event_id)
    staying: list[Find] = []
    gone: Cards = {}
    for find in finds:
        if here.intersection(_own(find)) or not known.has(_texts(find)):
            staying.append(find)
        else:
            _add_cards(gone, find)
    others = shown_cards(session, gone)
    for find in staying:
        _add_cards(others, find)
    keep_hashes(session, erase_cards(session, gone, others), at)
    return Remaining(
        finds=tuple(staying),
        left_out=frozenset(
            (photo, card) for photo, numbers in gone.items() for card in numbers - others[photo]
        ),
        cards=sum(len(numbers) for numbers in _forgotten_on(session, photos).values()),
    )


def bring_back_photos(session: Session, photos: Collection[str]) -> None:
    """Let the cards on photos be read again that were forgotten.

    Args:
        session: Writes.
        photos: Content hashes.
    """
    if not _anybody(session):
        return
    found = _forgotten_on(session, photos)
    for batch in batches(found):
        of_these = select(PhotoRow.id).where(PhotoRow.content_hash.in_(batch))
        session.execute(delete(ReadingRow).where(ReadingRow.photo_id.in_(of_these)))
    cards = [card_text(photo, card) for photo, numbers in found.items() for card in numbers]
    drop_hashes(session, [*map(photo_text, found), *cards])


def bring_back_people(session: Session, finds: Iterable[Find]) -> None:
    """Forget that the people whom a scan found were forgotten.

    Args:
        session: Writes.
        finds: One a contact.
    """
    if _anybody(session):
        drop_hashes(session, [text for find in finds for text in _texts(find)])


def _anybody(session: Session) -> bool:
    """Whether anybody was ever forgotten: mostly not, and then nothing is worth the time."""
    return session.scalar(select(ForgottenRow.hash).limit(1)) is not None


def _kept(session: Session, photos: Iterable[str]) -> frozenset[str]:
    return frozenset(
        content_hash
        for batch in batches(photos)
        for content_hash in session.scalars(
            select(PhotoRow.content_hash).where(PhotoRow.content_hash.in_(batch))
        )
    )


def _forgotten_on(session: Session, photos: Collection[str]) -> dict[str, list[int]]:
    """The cards that were forgotten on photos."""
    known: Forgotten = forgotten(session)
    highest = {
        content_hash: number
        for batch in batches(photos)
        for content_hash, number in session.execute(
            select(PhotoRow.content_hash, func.max(PictureRow.card))
            .join(PictureRow, PictureRow.photo_id == PhotoRow.id)
            .where(PhotoRow.content_hash.in_(batch))
            .group_by(PhotoRow.content_hash)
        )
    }
    found = {photo: list(known.cards_of(photo, shown=highest.get(photo, 0))) for photo in photos}
    return {photo: numbers for photo, numbers in found.items() if numbers}


def _of_event(session: Session, event_id: int | None) -> frozenset[object]:
    """The ids of an event's entries, and the pictures of their cards."""
    ids = session.scalars(select(EntryRow.id).where(EntryRow.event_id == event_id))
    pictures = session.execute(
        select(PhotoRow.content_hash, PictureRow.card)
        .join(PictureRow, PictureRow.photo_id == PhotoRow.id)
        .join(EntryRow, EntryRow.id == PictureRow.entry_id)
        .where(EntryRow.event_id == event_id)
    )
    return frozenset((*ids, *(tuple(picture) for picture in pictures)))


def _own(find: Find) -> tuple[object, ...]:
    return (find.row.contact_id, *find.pictures)


def _texts(find: Find) -> list[str]:
    return [*person_texts(identity_of(find.row)), *(card_text(*picture) for picture in find.pictures)]


def _add_cards(cards: Cards, find: Find) -> None:
    for content_hash, number in find.pictures:
        cards.setdefault(content_hash, set()).add(number)
