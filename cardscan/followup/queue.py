"""A contact becomes an entry of the follow-up queue."""

from __future__ import annotations

import base64
import hashlib
import unicodedata
from typing import TYPE_CHECKING

from cardscan.followup.cell_text import SEPARATOR, one_line, one_value, values
from cardscan.followup.planning import plan
from cardscan.followup.record import FollowUp
from cardscan.followup.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from cardscan.followup.planning import Planned
    from cardscan.followup.record import Event
    from cardscan.ocr.record import Photo
    from cardscan.parse.record import Contact, Field, FieldKind, Issue, PhoneType

_SPOKEN = {"email": "e-mail", "title": "job title"}
"""What a field is called in a sentence, where its kind is not the word."""

_ID_LENGTH = 11
"""Base32 characters after the leading "c": 55 bits, so that even a million
contacts share an id with a chance of 1 in 70,000."""


def event_key(name: str, on: date) -> tuple[str, str]:
    """What makes two events the same: the name, its case, width and spaces folded, and the day.

    Args:
        name: As somebody wrote it.
        on: The day.
    """
    return folded(name), on.isoformat()


def folded(name: str) -> str:
    """A name with its case, width and spaces folded."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def contact_id(event: Event, photo: Photo, card: int) -> str:
    """The id of one card of one photo of one event: the same in every run.

    Twelve characters: "c", then the first eleven Base32 characters (lower case)
    of the SHA-256 of the event's name (case and width folded, spaces collapsed) and
    date, the photo's content hash and the card's number.  The leading letter keeps
    spreadsheets from taking an id for a number such as 7e234.

    Args:
        event: The event; of one whose name or date was put right, what it was first called.
        photo: The photo; its path does not count, so that a moved file keeps its ids.
        card: The card's number in the photo, from 1.

    Returns:
        The id.
    """
    name, day = event.first_known_as or (event.name, event.date)
    identity = "\n".join((*event_key(name, day), photo.content_hash, str(card)))
    digest = hashlib.sha256(identity.encode("utf-8", "replace")).digest()
    return "c" + base64.b32encode(digest).decode("ascii").lower()[:_ID_LENGTH]


def follow_up(  # noqa: PLR0913 - an entry is made of these
    contact: Contact,
    *,
    event: Event,
    photo: Photo,
    card: int,
    scanned_at: datetime,
    more_photos: tuple[Photo, ...] = (),
    notes: tuple[str, ...] = (),
    by_hand: tuple[str, ...] = (),
    settings: Settings | None = None,
) -> Planned:
    """The queue's entry for a contact.

    Args:
        contact: What the card says.
        event: Where the card was collected.
        photo: The picture that shows the name; it gives the id.
        card: The card's number in ``photo``, from 1.
        scanned_at: When the card was scanned; kept to the second.
        more_photos: Further pictures of the same card: its back, a second shot.
        notes: What somebody wrote about the contact elsewhere than on the card.
        by_hand: What somebody wrote on the card; it is among the contact's notes already.
        settings: The owner's; their cadence says what is due when.

    Returns:
        The entry with its first step; open, with priority B, where no note says otherwise.
        Every text is as a cell can hold it, so that writing and reading the queue gives the
        same entry again.
    """
    bare = _entry(contact, event, photo, card, scanned_at, more_photos, notes)
    return plan(bare, event, (*notes, *by_hand), settings or Settings())


def _entry(  # noqa: PLR0913, PLR0917 - as follow_up
    contact: Contact,
    event: Event,
    photo: Photo,
    card: int,
    scanned_at: datetime,
    more_photos: tuple[Photo, ...],
    notes: tuple[str, ...],
) -> FollowUp:
    """The entry before anything is planned."""
    emails = _texts(contact, "email")
    return FollowUp(
        contact_id=contact_id(event, photo, card),
        event_date=event.date,
        event=one_line(event.name),
        follow_up_due=event.date,
        next_action="note",
        full_name=full_name(contact),
        first_name=_part(contact, "name", "first"),
        last_name=_part(contact, "name", "last"),
        job_title=_first(contact, "title"),
        department=SEPARATOR.join(_texts(contact, "department")),
        company=_first(contact, "company"),
        email=emails[0] if emails else "",
        other_emails=emails[1:],
        mobile_phone=_phones(contact, "mobile"),
        work_phone=_phones(contact, "work"),
        other_phones=_phones(contact, "other", None),
        fax=_phones(contact, "fax"),
        website=_texts(contact, "website"),
        address=_first(contact, "address"),
        street=_part(contact, "address", "street"),
        city=_part(contact, "address", "city"),
        region=_part(contact, "address", "region"),
        postal_code=_part(contact, "address", "postal_code"),
        country=_part(contact, "address", "country"),
        social=_texts(contact, "social"),
        notes=SEPARATOR.join(values((*_texts(contact, "note"), *notes))),
        needs_review=contact.needs_review,
        review_reasons=_reasons(contact),
        confidence=round(contact.confidence, 2),
        photo=values((photo.path, *(other.path for other in more_photos))),
        card=card,
        scanned_at=scanned_at.replace(microsecond=0),
    )


def in_queue_order(entries: Iterable[FollowUp]) -> tuple[FollowUp, ...]:
    """The entries in the queue's order: by the path of their first photo, then by card."""
    return tuple(sorted(entries, key=lambda entry: (entry.photo[:1], entry.card)))


def full_name(contact: Contact) -> str:
    """The name as the queue gives it: without honorifics and credentials; empty where there is none."""
    field = contact.first("name")
    if field is None:
        return ""
    bare = one_value(field.text).removeprefix(field.part("prefix") + " ")
    return bare.removesuffix(" " + field.part("suffix")).strip(" ,")


def _texts(contact: Contact, kind: FieldKind) -> tuple[str, ...]:
    return values(tuple(field.text for field in contact.all(kind)))


def _first(contact: Contact, kind: FieldKind) -> str:
    return next(iter(_texts(contact, kind)), "")


def _part(contact: Contact, kind: FieldKind, name: str) -> str:
    field: Field | None = contact.first(kind)
    return one_value(field.part(name)) if field else ""


def _phones(contact: Contact, *types: PhoneType | None) -> tuple[str, ...]:
    return values(tuple(phone.text for phone in contact.all("phone") if phone.type in types))


def _reasons(contact: Contact) -> tuple[str, ...]:
    """Each issue's sentence, behind the name of the field that it is about."""
    of_card = [issue.message for issue in contact.issues]
    of_fields = [reason_of(field, issue) for field in contact.fields for issue in field.issues]
    return values((*of_card, *of_fields))


def reason_of(field: Field, issue: Issue) -> str:
    """What ``review_reasons`` says of a field: an issue's sentence, behind the name of the field."""
    return f"{_SPOKEN.get(field.kind, field.kind)}: {issue.message}"
