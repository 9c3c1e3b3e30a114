"""Contacts as vCards, as phones, address books and servers take them in."""

from __future__ import annotations

import base64
import re
import uuid
from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING

from icalendar import Component
from icalendar.parser import Parameters
from icalendar.prop import vAdr, vBinary, vN, vOrg, vText, vUri

from cardscan.export.wording import person_name, where_met
from cardscan.followup.cell_text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cardscan.export.exporter import VcardVersion, Wishes
    from cardscan.export.output import Output
    from cardscan.followup.record import FollowUp

_PHONES = {
    "mobile_phone": ("CELL", "VOICE"),
    "work_phone": ("WORK", "VOICE"),
    "other_phones": ("VOICE",),
    "fax": ("FAX", "WORK"),
}
"""What a column of phones is.  Many readers heed the first type alone, and only in capitals."""

_LINK = re.compile(r"(?:https?://)?[^\s@:/?#]+\.[^\s@:/?#]+(?:[:/?#]\S*)?")
"""A website, or a page of a social network; the name that somebody has there is none."""

_FOLD = b"\r\n "
_SPACE = uuid.UUID("5d3f0f3b-6c0f-5c1e-8a43-3f6f2d5c9b10")
"""What the ids of contacts are hashed with, so that no other program gives the same."""


class _Card(Component):
    """Content lines are the same in vCards and calendars."""

    name = "VCARD"


@dataclass(frozen=True, slots=True)
class VcardExporter:
    """One file with a vCard for each contact."""

    suffix: str = ".vcf"
    heeds: frozenset[str] = frozenset({"version", "fold", "picture"})
    hint: str = ""

    def export(self, rows: Iterable[FollowUp], output: Output, wishes: Wishes) -> None:
        """See ``Exporter``."""
        stream = output.file()
        written: set[str] = set()
        for row in rows:
            if row.contact_id not in written:  # who was met at two events has two rows
                stream.write(vcard(row, wishes))
                output.taken += 1
            written.add(row.contact_id)


def vcard(row: FollowUp, wishes: Wishes) -> bytes:
    """A contact as a vCard.

    Args:
        row: The contact.
        wishes: Its version, whether it is folded, its picture, and the time of its REV.

    Returns:
        The vCard, lines ended by CRLF.  It has the same UID each time.

    Source:
        RFC 2426 (3.0), RFC 6350 (4.0).
    """
    card = _Card()
    for name, value, types in _properties(row, wishes):
        value.params = Parameters({"TYPE": list(types)} if types else {})
        card.add(name, value, encode=False)
    if picture := wishes.picture and wishes.picture(row):
        card.add("PHOTO", _picture(picture, wishes.version), encode=False)
    lines: bytes = card.to_ical(sorted=False)
    return lines if wishes.fold else lines.replace(_FOLD, b"")


def vcard_uid(contact_id: str) -> str:
    """The UID of a contact's vCard."""
    return uuid.uuid5(_SPACE, contact_id).urn


_Property = tuple[str, vText | vN | vOrg | vAdr | vUri, "Sequence[str]"]


def _properties(row: FollowUp, wishes: Wishes) -> Iterator[_Property]:
    yield "VERSION", vText(wishes.version), ()
    yield from _name(row)
    if not person_name(row):  # then phones show it among the companies
        yield ("X-ABShowAs", vText("COMPANY"), ()) if wishes.version == "3.0" else ("KIND", vText("org"), ())
    if row.company or row.department:
        parts = (row.company, row.department) if row.department else (row.company,)
        yield "ORG", vOrg(tuple(map(one_line, parts))), ()
    if row.job_title:
        yield "TITLE", _text(row.job_title), ()
    for column, types in _PHONES.items():
        for phone in getattr(row, column):
            yield "TEL", _text(phone), types
    for address in filter(None, (row.email, *row.other_emails)):
        # Version 4.0 knows no kinds of e-mail addresses.
        yield "EMAIL", _text(address), ("INTERNET",) if wishes.version == "3.0" else ("WORK",)
    yield from _whereabouts(row)
    yield "NOTE", _text(where_met(row)), ()
    yield "CATEGORIES", _text(row.event), ()
    yield "UID", vText(vcard_uid(row.contact_id)), ()
    yield "REV", vText(wishes.now.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")), ()


def _name(row: FollowUp) -> Iterator[_Property]:
    """N and FN, which readers want both; a card without a person is named after its company."""
    first, last = one_line(row.first_name), one_line(row.last_name)
    whole = one_line(person_name(row))
    yield "N", vN((last if first or last else whole, first, "", "", "")), ()
    yield "FN", _text(whole or row.company or row.email or row.contact_id), ()


def _whereabouts(row: FollowUp) -> Iterator[_Property]:
    street = row.street or ("" if row.city or row.postal_code else row.address)
    places = (street, row.city, row.region, row.postal_code, row.country)
    if any(places):
        yield "ADR", vAdr(("", "", *map(one_line, places))), ("WORK",)
    for address in (*row.website, *row.social):
        if _LINK.fullmatch(address):
            yield "URL", vUri(address if "://" in address else f"https://{address}"), ()


def _picture(data: bytes, version: VcardVersion) -> vBinary | vUri:
    if version == "4.0":
        return vUri(f"data:image/jpeg;base64,{base64.b64encode(data).decode()}")
    picture = vBinary(data)
    picture.params = Parameters({"ENCODING": "b", "TYPE": "JPEG"})
    return picture


def _text(text: str) -> vText:
    return vText(one_line(text))
