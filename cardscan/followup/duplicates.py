"""People who are met again: a new entry of somebody who stands in an earlier queue.

Whether two entries are one person is decided as for two pictures of one card: the same
name with an e-mail or a mobile of that person's own, and no second employer.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cardscan.followup.cell_text import SEPARATOR
from cardscan.parse.belonging import shows_same_person
from cardscan.parse.identity import identify
from cardscan.parse.record import Contact, Field

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cardscan.followup.record import FollowUp
    from cardscan.parse.identity import Identity
    from cardscan.parse.record import FieldKind, PhoneType

_PHONES: dict[str, PhoneType] = {
    "mobile_phone": "mobile",
    "work_phone": "work",
    "other_phones": "other",
    "fax": "fax",
}
_FILLED = (
    ("job_title",),
    ("department",),
    ("company",),
    ("email",),
    ("mobile_phone",),
    ("work_phone",),
    ("fax",),
    ("website",),
    ("address", "street", "city", "region", "postal_code", "country"),
    ("social",),
)
"""Columns that an earlier entry fills where the new card leaves them empty; those of an address together."""


def with_earlier(entries: Iterable[FollowUp], earlier: Iterable[FollowUp]) -> tuple[FollowUp, ...]:
    """The entries, with those of people who were met before tied to what is known of them.

    Such an entry takes the id of the oldest of them, so that an import updates that
    contact and makes no second one; what the new card leaves empty is filled from the
    latest, and the notes say where they were met.

    Args:
        entries: New ones.
        earlier: Those of other events; entries of the same event say nothing.

    Returns:
        The entries in their order.
    """
    known = [(entry, _identity(entry)) for entry in sorted(earlier, key=lambda entry: entry.event_date)]
    given: set[str] = set()
    return tuple(_tied(entry, list(_same(entry, known)), given) for entry in entries)


def _same(entry: FollowUp, known: Sequence[tuple[FollowUp, Identity]]) -> Iterator[FollowUp]:
    here = _identity(entry)
    for other, identity in known:
        is_own = (other.event, other.event_date) == (entry.event, entry.event_date)
        is_known = bool(here.name and here.personal & identity.personal)
        if is_known and not is_own and shows_same_person(here, identity):
            yield other


def _tied(entry: FollowUp, before: Sequence[FollowUp], given: set[str]) -> FollowUp:
    """The entry with what is known of the person; an id is given to one entry only."""
    if not before:
        return entry
    oldest, latest = before[0], before[-1]
    met = dict.fromkeys(f"{one.event}, {one.event_date.isoformat()}" for one in before)
    notes = SEPARATOR.join(filter(None, [entry.notes, *(f"met before: {event}" for event in met)]))
    found = replace(_filled(entry, latest), notes=notes)
    if oldest.contact_id in given:
        return found
    given.add(oldest.contact_id)
    return replace(found, contact_id=oldest.contact_id)


def _filled(entry: FollowUp, before: FollowUp) -> FollowUp:
    """The entry with what its card leaves empty, and a word on where that came from."""
    empty = [group for group in _FILLED if not getattr(entry, group[0]) and getattr(before, group[0])]
    if not empty:
        return entry
    added = {column: getattr(before, column) for group in empty for column in group}
    names = ", ".join(group[0].replace("_", " ") for group in empty)
    reason = f"{names}: not on this card; taken from that of {before.event}"
    return replace(entry, **added, review_reasons=(*entry.review_reasons, reason))


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
