"""What of an entry tells one person from another."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cardscan.followup.cell_text import one_value
from cardscan.parse.belonging import same_house, shows_same_person
from cardscan.parse.identity import Identity, identify
from cardscan.parse.record import Contact, Field
from cardscan.parse.text import bare, letters, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cardscan.followup.record import FollowUp
    from cardscan.parse.record import FieldKind, PhoneType

_PHONES: dict[str, PhoneType] = {
    "mobile_phone": "mobile",
    "work_phone": "work",
    "other_phones": "other",
    "fax": "fax",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One contact with everything that was scanned of it.

    Attributes:
        key: The contact's id.
        entries: Its entries, one for each event at which it was met.
    """

    key: str
    entries: tuple[FollowUp, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """One entry in a form that can be compared with another.

    Attributes:
        identity: Whose card it is and how that person is reached.
        words: The words of the name, bare, in the order printed.
        printed_name: The name as printed.
        printed_company: The company as printed.
        printed: Each mailbox and mobile of ``identity`` with its text as printed.
    """

    identity: Identity
    words: tuple[str, ...]
    printed_name: str
    printed_company: str
    printed: tuple[tuple[str, str], ...]

    @property
    def mailboxes(self) -> frozenset[str]:
        """E-mail addresses that one person reads."""
        return self.identity.emails & self.identity.personal

    @property
    def mobiles(self) -> frozenset[str]:
        """Phones that one person answers."""
        return self.identity.phones & self.identity.personal

    @property
    def is_named(self) -> bool:
        """Whether the name holds a letter: an encoding can have destroyed it."""
        return any(any(char.isalpha() for char in word) for word in self.words)

    def without(self, points: frozenset[str]) -> Traits:
        """The same, those mailboxes and mobiles being no longer one person's own."""
        if not points & self.identity.personal:
            return self
        return replace(self, identity=replace(self.identity, personal=self.identity.personal - points))


def is_one_person(one: Identity, other: Identity) -> bool:
    """Whether two entries are of one person: by name, a mailbox or mobile of their own, and the employer.

    Args:
        one: What one card says.
        other: What the other one says.
    """
    shared = one.personal & other.personal
    return bool(shared) and shows_same_person(one, other) and same_house(one, other)


def identity_of(entry: FollowUp) -> Identity:
    """What tells the person of an entry from others."""
    return identify(Contact(fields=tuple(_fields(entry))))


def traits_of(entry: FollowUp) -> Traits:
    """An entry in a form that can be compared with another."""
    identity = identity_of(entry)
    return Traits(
        identity=identity,
        words=tuple(filter(None, map(letters, tokens(entry.full_name) or [entry.full_name]))),
        printed_name=one_value(entry.full_name),
        printed_company=one_value(entry.company),
        printed=tuple(_printed(entry)),
    )


def _printed(entry: FollowUp) -> Iterator[tuple[str, str]]:
    yield from ((bare(text), one_value(text)) for text in (entry.email, *entry.other_emails) if text)
    yield from ((_digits(text), one_value(text)) for text in entry.mobile_phone)


def _digits(phone: str) -> str:
    """A phone as an identity has it."""
    return re.sub(r"\D", "", phone) + "x"


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
