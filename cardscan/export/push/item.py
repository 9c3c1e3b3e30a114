"""What goes to a server: a contact for an address book, a follow-up for a calendar."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cardscan.export.icalendar import follow_up_component, follow_up_uid
from cardscan.export.vcard import vcard, vcard_uid
from cardscan.export.wording import person_name
from cardscan.followup.calendar_file import calendar_around
from cardscan.followup.record import OPEN

if TYPE_CHECKING:
    from cardscan.export.exporter import Wishes
    from cardscan.followup.record import FollowUp

_CHANGING = (b"REV", b"DTSTAMP", b"SEQUENCE", b"PRODID", b"LAST-MODIFIED", b"CREATED")
"""Lines that say when something was written, and not what."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """Something that goes to a server.

    Attributes:
        contact_id: Whom it is about.
        who: The contact, as people call them.
        uid: Its UID, equal each time.
        name: The last part of its address there.
        data: Its content.
        content_type: Its media type.
        digest: SHA-256 of its content but for when it was made.
        is_over: Whether it is about something that is no longer to be done; it goes only where it was before.
    """

    contact_id: str
    who: str
    uid: str
    name: str
    data: bytes
    content_type: str
    digest: str
    is_over: bool = False


def contact_item(row: FollowUp, wishes: Wishes) -> Item:
    """A contact, as a vCard."""
    uid = vcard_uid(row.contact_id)
    return Item(
        contact_id=row.contact_id,
        who=_who(row),
        uid=uid,
        name=f"{uid.rpartition(':')[2]}.vcf",
        data=vcard(row, wishes),
        content_type="text/vcard; charset=utf-8",
        digest=_digest_of_lines(vcard(row, wishes)),
    )


def follow_up_item(row: FollowUp, wishes: Wishes) -> Item:
    """A follow-up, as a calendar with one appointment or task."""
    uid = follow_up_uid(row.contact_id, todo=wishes.todo)
    year = row.follow_up_due.year
    start, end = calendar_around(None if wishes.todo else wishes.now.tzinfo, year, year + 1)
    return Item(
        contact_id=row.contact_id,
        who=_who(row),
        uid=uid,
        name=f"{uid.partition('@')[0]}.ics",
        data=start + follow_up_component(row, wishes) + end,
        content_type="text/calendar; charset=utf-8",
        digest=_digest_of_lines(follow_up_component(row, wishes)),
        is_over=row.status not in OPEN,
    )


def uids_of(contact_id: str) -> frozenset[str]:
    """The UIDs of all that goes to servers about a contact."""
    steps = (follow_up_uid(contact_id, todo=todo) for todo in (False, True))
    return frozenset((vcard_uid(contact_id), *steps))


def says_the_same(one: bytes, other: bytes) -> bool:
    """Whether two vCards or calendars differ only in when they were made, and in the form of their lines.

    Servers put lines in an order of their own, and give parameters another form.
    """
    return _said(one) == _said(other)


def _said(data: bytes) -> list[tuple[bytes, bytes]]:
    whole = data.replace(b"\r\n", b"\n").replace(b"\n ", b"").replace(b"\\", b"").split(b"\n")
    lines = (line.partition(b":") for line in whole if line)
    said = ((head.partition(b";")[0].upper(), value) for head, _, value in lines)
    return sorted((name, value) for name, value in said if name not in _CHANGING)


def _digest_of_lines(data: bytes) -> str:
    return hashlib.sha256(repr(_said(data)).encode()).hexdigest()


def _who(row: FollowUp) -> str:
    return ", ".join(filter(None, (person_name(row), row.company))) or row.email or row.contact_id
