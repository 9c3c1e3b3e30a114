"""The sides of one card in one picture: what a back says joins the contact of its front."""

from __future__ import annotations

from dataclasses import replace
from math import dist
from typing import TYPE_CHECKING

from cardscan import geometry
from cardscan.parse.record import KINDS, Contact

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cardscan.ocr.record import CardImage
    from cardscan.parse.record import Field


def join_sides(cards: Sequence[tuple[CardImage, Contact]]) -> tuple[Contact, ...]:
    """The contacts of one page, with backs joined to the fronts that lie nearest.

    A back is a card that names nobody and gives neither e-mail nor phone, beside
    one that does: a logo with a web address, say.

    Args:
        cards: The cards of one page with what each of them says.

    Returns:
        A contact for each card, in their order; a back's is empty, its lines all
        unassigned, and its fields stand in the front's contact without line numbers.
    """
    fronts = [place for place, (_, contact) in enumerate(cards) if _is_front(contact)]
    contacts = [contact for _, contact in cards]
    for place, (card, contact) in enumerate(cards):
        if place in fronts or not fronts or not contact.fields:
            continue
        nearest = min(fronts, key=lambda front: _apart(cards[front][0], card))
        contacts[nearest] = _with_back(contacts[nearest], contact)
        lines = {index for field in contact.fields for index in field.lines} | set(contact.unassigned)
        contacts[place] = Contact(fields=(), unassigned=tuple(sorted(lines)))
    return tuple(contacts)


def _is_front(contact: Contact) -> bool:
    return any(field.kind in ("name", "email", "phone") for field in contact.fields)


def _apart(one: CardImage, other: CardImage) -> float:
    return dist(geometry.center(one.quad), geometry.center(other.quad))


def _with_back(front: Contact, back: Contact) -> Contact:
    added = [replace(field, lines=()) for field in back.fields if _is_new(front, field)]
    fields = sorted([*front.fields, *added], key=lambda field: KINDS.index(field.kind))
    return replace(front, fields=tuple(fields))


def _is_new(front: Contact, field: Field) -> bool:
    """Whether a back's field adds something: another web address, or a company where the front has none."""
    there = front.all(field.kind)
    if field.kind in ("website", "social"):
        return all(field.text.casefold() != other.text.casefold() for other in there)
    return not there
