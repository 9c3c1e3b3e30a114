"""Somebody who is due, with the links that reach them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

import phonenumbers

from cardscan.errors import RecordError
from cardscan.followup.drafts.due_letter import due_letter
from cardscan.followup.drafts.mailto import to_mailto
from cardscan.followup.owner_file import zone

if TYPE_CHECKING:
    from datetime import date

    from cardscan.followup.drafts.record import Draft
    from cardscan.followup.due import DueEntry
    from cardscan.followup.record import Touch
    from cardscan.review.workplace import Workplace


_WRITTEN = ("email", "meeting")
"""Steps for which there is a letter."""

_LAST_TOUCHES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Caller:
    """Somebody to get in touch with.

    Attributes:
        due: The contact, with what is to be done and why.
        phones: Each number, with the link that calls it; an empty link where none can be made.
        mails: Each address, with the link that begins a letter.
        attach: Names of the files that the letter promises: a link cannot attach them.
        touches: The last times that the owner got in touch, each with its day in the owner's time zone.
    """

    due: DueEntry
    phones: tuple[tuple[str, str], ...]
    mails: tuple[tuple[str, str], ...]
    attach: tuple[str, ...]
    touches: tuple[tuple[date, Touch], ...]


def caller(one: DueEntry, place: Workplace) -> Caller:
    """Somebody who is due.

    Args:
        one: The contact.
        place: Its settings say how letters are written.
    """
    row, owners_zone = one.entry, zone(place.settings.owner)
    phones = dict.fromkeys((*row.mobile_phone, *row.work_phone, *row.other_phones))
    mails = dict.fromkeys(filter(None, (row.email, *row.other_emails)))
    letter = _letter(one, place)
    return Caller(
        due=one,
        phones=tuple((phone, call_link(phone)) for phone in phones),
        mails=tuple((mail, _mail_link(mail, letter)) for mail in mails),
        attach=tuple(path.name for path in letter.attachments) if letter else (),
        touches=tuple(
            (touch.at.astimezone(owners_zone).date(), touch) for touch in one.touches[-_LAST_TOUCHES:]
        ),
    )


def call_link(phone: str) -> str:
    """The link that calls a number; empty where it cannot be called from everywhere.

    Args:
        phone: As the queue has it.

    Source:
        RFC 3966.

    Example:
        >>> call_link("+44 20 7946 0958 ext. 12")
        'tel:+442079460958;ext=12'
    """
    try:
        number = phonenumbers.parse(phone)
    except phonenumbers.NumberParseException:
        return ""
    if not phonenumbers.is_possible_number(number):
        return ""
    plain = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return f"tel:{plain};ext={number.extension}" if number.extension else f"tel:{plain}"


def _letter(one: DueEntry, place: Workplace) -> Draft | None:
    """The letter that is due; None where something else is."""
    if one.step.action not in _WRITTEN:
        return None
    try:
        return due_letter(one, place.settings, today=place.today)
    except RecordError:  # of a template of the owner's, which ``cardscan drafts`` tells about
        return None


def _mail_link(mail: str, letter: Draft | None) -> str:
    """The link that begins the letter that is due, where it goes to this address; else an empty one."""
    return to_mailto(letter) if letter and mail == letter.to else f"mailto:{quote(mail, safe='@')}"
