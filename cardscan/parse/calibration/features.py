"""What is known of a value when its chance is told: figures, without any of its text."""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING

from cardscan.parse.evidence import mailbox_fit
from cardscan.parse.legibility import BLURRED_EDGE, SMALL_PRINT_PX
from cardscan.parse.text import letters
from cardscan.parse.validators.domain import host_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from cardscan.ocr.record import CardImage, Legibility, Reading
    from cardscan.parse.record import Contact, Field

FEATURES: dict[str, tuple[str, ...]] = {
    "name": ("belief", "print", "size", "sharpness", "oddities", "mailbox"),
    "email": ("belief", "print", "size", "sharpness", "again", "mailbox", "twice"),
    "phone": ("belief", "print", "size", "sharpness", "again", "oddities"),
    "website": ("belief", "print", "twice"),
    "title": ("belief", "print"),
    "department": ("belief", "print"),
    "company": ("belief", "print", "oddities"),
    "address": ("belief", "print", "size", "sharpness", "oddities"),
}
"""What counts for a field, in the order of its weights.

``belief``: log odds of what its finder says.  ``print``: the same of the word that the
reader believes least.  ``size``: logarithm of the letters' height over the least legible
one.  ``sharpness``: 1 for a hard edge, 0 for one at the limit of legibility.  ``again``: 1
where a second reading says the same, -1 where it does not.  ``oddities``: minus the
number of its issues.  ``mailbox``: how well name and e-mail fit, in [0, 1].  ``twice``: 1 where
e-mail and website have the same domain.
"""

MOST_ODDS = 7.0
"""Log odds beyond which a belief says nothing more: 0.999."""

UNKNOWN_SIZE, UNKNOWN_SHARPNESS = 1.0, 0.5
"""What is assumed where legibility was not measured: the middle of usual photos."""


def features(field: Field, contact: Contact, reading: Reading) -> dict[str, float]:
    """What is known of one value.

    Args:
        field: The value, with the belief of its finder; its kind is one of ``FEATURES``.
        contact: The contact it belongs to.
        reading: The card that it was read on.

    Returns:
        The features that count for its kind, by name, in the order of ``FEATURES``.
    """
    return {name: _MEASURES[name](field, contact, reading) for name in FEATURES[field.kind]}


def _log_odds(chance: float) -> float:
    return _bounded(log(max(chance, 1e-9) / max(1 - chance, 1e-9)), MOST_ODDS)


def _bounded(value: float, most: float) -> float:
    return max(-most, min(most, value))


def _least_belief(field: Field, reading: Reading) -> float:
    """The reader's belief in the word of a value that it believes least; 1 for what a code says."""
    raw = letters(field.raw)
    lines = [reading.lines[index] for index in field.lines]
    words = [word for line in lines for word in line.words]
    own = [word.confidence for word in words if letters(word.text) and _shares(letters(word.text), raw)]
    return min(own or [line.confidence for line in lines], default=1.0)


def _shares(word: str, raw: str) -> bool:
    return word in raw or raw in word


def _size(seen: Legibility | None) -> float:
    return _bounded(log(max(seen.print_px, 1) / SMALL_PRINT_PX), 2) if seen else UNKNOWN_SIZE


def _sharpness(seen: Legibility | None, card: CardImage) -> float:
    longer = max(card.width_px, card.height_px)
    return _bounded(1 - seen.edge_px / (BLURRED_EDGE * longer), 1) if seen else UNKNOWN_SHARPNESS


def _again(field: Field, reading: Reading) -> float:
    if any(issue.code == f"{field.kind}-read-twice" for issue in field.issues):
        return -1.0
    return float(any(reading.lines[index].again for index in field.lines))


def _mailbox(contact: Contact) -> float:
    """How well the name explains the best of the mailboxes."""
    name = contact.first("name")
    boxes = [email.text.split("@", maxsplit=1)[0] for email in contact.all("email")]
    return mailbox_fit(name.text.split(), boxes) if name else 0.0


def _domain_twice(contact: Contact) -> bool:
    """Whether an e-mail and a website have the same domain: two readings that agree."""
    mail, sites = (
        {host_of(field.text).removeprefix("www.") for field in contact.all(kind)}
        for kind in ("email", "website")
    )
    return bool(mail & sites)


_MEASURES: dict[str, Callable[[Field, Contact, Reading], float]] = {
    "belief": lambda field, _contact, _reading: _log_odds(field.confidence),
    "print": lambda field, _contact, reading: _log_odds(_least_belief(field, reading)),
    "size": lambda _field, _contact, reading: _size(reading.legibility),
    "sharpness": lambda _field, _contact, reading: _sharpness(reading.legibility, reading.card),
    "again": lambda field, _contact, reading: _again(field, reading),
    "oddities": lambda field, _contact, _reading: -float(len(field.issues)),
    "mailbox": lambda _field, contact, _reading: _mailbox(contact),
    "twice": lambda _field, contact, _reading: float(_domain_twice(contact)),
}
