"""People who are met again: a new entry of somebody who stands in an earlier queue.

Whether two entries are one person is decided as for two pictures of one card: the same
name with an e-mail or a mobile of that person's own, and no second employer.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from cardscan.followup.cell_text import SEPARATOR, one_value
from cardscan.followup.queue import event_key
from cardscan.parse.belonging import same_house, shows_same_person
from cardscan.parse.identity import identify
from cardscan.parse.record import Contact, Field

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cardscan.followup.record import FollowUp
    from cardscan.parse.identity import Identity
    from cardscan.parse.record import FieldKind, PhoneType

ID = re.compile(r"c[a-z2-7]{11}")
"""Ids that this program gives; another program's would be no stable key here."""

_PHONES: dict[str, PhoneType] = {
    "mobile_phone": "mobile",
    "work_phone": "work",
    "other_phones": "other",
    "fax": "fax",
}


def with_earlier(entries: Iterable[FollowUp], earlier: Iterable[FollowUp]) -> tuple[FollowUp, ...]:
    """The entries, with those of people who were met before tied to what is known of them.

    Such an entry takes the id of the oldest of them, so that an import updates that
    contact and makes no second one, and its notes say where they met.  Nothing else is
    taken over: the new card is the newer word on everything it says.

    Args:
        entries: New ones.
        earlier: Those of other queues; entries of the same event, and of later ones, say nothing.

    Returns:
        The entries in their order, each with an id of its own.
    """
    new, known = tuple(entries), _by_point(earlier)
    taken = {entry.contact_id for entry in new}
    found = []
    for entry in new:
        tied = _tied(entry, _before(entry, known), taken)
        taken.add(tied.contact_id)
        found.append(tied)
    return tuple(found)


Known = dict[str, list[tuple["FollowUp", "Identity"]]]
"""Earlier entries by the mailboxes and mobiles of their people."""


def _by_point(earlier: Iterable[FollowUp]) -> Known:
    known: Known = defaultdict(list)
    for entry in earlier:
        identity = _identity(entry)
        for point in identity.personal if identity.name else ():
            known[point].append((entry, identity))
    return known


def _before(entry: FollowUp, known: Known) -> list[FollowUp]:
    """Entries of the same person at earlier events, the oldest first, each once."""
    here = _identity(entry)
    found = {
        (other.event_date, other.contact_id): other
        for point in (here.personal if here.name else ())
        for other, identity in known.get(point, ())
        if other.event_date <= entry.event_date
        and event_key(other.event, other.event_date) != event_key(entry.event, entry.event_date)
        and shows_same_person(here, identity)
        and same_house(here, identity)
    }
    return [found[key] for key in sorted(found)]


def _tied(entry: FollowUp, before: list[FollowUp], taken: set[str]) -> FollowUp:
    if not before:
        return entry
    met = dict.fromkeys(f"met before: {_event(one)}" for one in before)
    notes = SEPARATOR.join([*filter(None, [entry.notes]), *met])
    oldest = before[0].contact_id
    free = oldest not in taken and ID.fullmatch(oldest)
    return replace(entry, notes=notes, contact_id=oldest if free else entry.contact_id)


def _event(entry: FollowUp) -> str:
    return ", ".join(filter(None, [one_value(entry.event), entry.event_date.isoformat()]))


def _identity(entry: FollowUp) -> Identity:
    return identify(Contact(fields=tuple(_fields(entry))))


def _fields(entry: FollowUp) -> Iterator[Field]:
    """The cells of an entry that tell one person from another, as fields."""
    singles: tuple[tuple[FieldKind, str], ...] = (
        ("name", entry.full_name),
        ("title", entry.job_title),
        ("company", entry.company),
        ("email", entry.email),
        ("address", entry.address),
    )
    yield from (_field(kind, text) for kind, text in singles if text)
    yield from (_field("email", text) for text in entry.other_emails)
    yield from (_field("website", text) for text in entry.website)
    for column, kind in _PHONES.items():
        yield from (_field("phone", text, kind) for text in getattr(entry, column))


def _field(kind: FieldKind, text: str, phone_type: PhoneType | None = None) -> Field:
    return Field(kind=kind, raw=text, value=text, confidence=1.0, type=phone_type)
