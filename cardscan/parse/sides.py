"""The sides of one card: what a back says joins the contact of its front."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from math import dist, prod
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from cardscan import geometry
from cardscan.parse.identity import phone_key, script_of
from cardscan.parse.record import CRITICAL, KINDS, Contact

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cardscan.ocr.record import CardImage
    from cardscan.parse.record import Field

SEVERAL = ("email", "website", "social", "note")
"""Kinds of which a contact can have several, told apart by their text."""

MISREAD = 80
"""Similarity in percent of two readings of one value: two of ten letters differ."""


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
    contacts = [contact for _, contact in cards]
    for place, front in fronts_of_backs(cards).items():
        back = contacts[place]
        contacts[front] = with_side(contacts[front], back)
        lines = {index for field in back.fields for index in field.lines} | set(back.unassigned)
        contacts[place] = Contact(fields=(), unassigned=tuple(sorted(lines)))
    return tuple(contacts)


def fronts_of_backs(cards: Sequence[tuple[CardImage, Contact]]) -> dict[int, int]:
    """Which of the cards of one page are backs, by their place, each with the place of its front.

    Args:
        cards: As for ``join_sides``.
    """
    fronts = [place for place, (_, contact) in enumerate(cards) if _is_front(contact)]
    return {
        place: min(fronts, key=lambda front: _apart(cards[front][0], card))
        for place, (card, contact) in enumerate(cards)
        if fronts and place not in fronts and contact.fields
    }


def _is_front(contact: Contact) -> bool:
    return any(field.kind in CRITICAL for field in contact.fields)


def _apart(one: CardImage, other: CardImage) -> float:
    return dist(geometry.center(one.quad), geometry.center(other.quad))


def with_side(front: Contact, side: Contact) -> Contact:
    """The contact of a card with what only its other side says.

    Args:
        front: What the side with the name says; nothing of it is changed.
        side: What the other side says.

    Returns:
        The contact with the side's further e-mails, phones, websites and handles, with
        each other field that the front does not give, and with a name in another script
        as a note.  What is added has no line numbers: they would be another reading's.
    """
    fields = [field for field in map(partial(_as_of_side, front), side.fields) if field is not None]
    return _with_fields(front, [field for field in fields if _is_new(front, field)])


def with_second_shot(first: Contact, second: Contact) -> Contact:
    """The contact of a card that was photographed twice.

    Args:
        first: What is read on one picture.
        second: What is read on another one of the same side.

    Returns:
        ``first`` where it has no doubts or both have, else ``second``; with what only the
        other one gives.  A value much like one that is there is not added: where two
        readings of a value differ, one is a misreading.
    """
    other = second
    if first.needs_review and not second.needs_review:
        lines = {index for field in first.fields for index in field.lines} | set(first.unassigned)
        fields = tuple(replace(field, lines=()) for field in second.fields)
        first, other = replace(second, fields=fields, unassigned=tuple(sorted(lines))), first
    added = [field for field in other.fields if _is_new(first, field) and not _is_reread(first, field)]
    return _with_fields(first, added)


def _with_fields(contact: Contact, added: Sequence[Field]) -> Contact:
    fields = [*contact.fields, *(replace(field, lines=()) for field in added)]
    critical = [field.confidence for field in added if field.kind in CRITICAL]
    return replace(
        contact,
        fields=tuple(sorted(fields, key=lambda field: KINDS.index(field.kind))),
        confidence=round(contact.confidence * prod(critical), 3),
    )


def _as_of_side(front: Contact, field: Field) -> Field | None:
    """A side's field as the front's contact can hold it: a second name is a note, or nothing."""
    name = front.first("name")
    if field.kind != "name":
        return field
    if name is None or script_of(name) == script_of(field):
        return None
    return replace(field, kind="note", parts=())


def _is_new(front: Contact, field: Field) -> bool:
    """Whether a side's field adds something: another web address, or a company where the front has none."""
    there = front.all(field.kind)
    if field.kind == "phone":
        return all(phone_key(field) != phone_key(other) for other in there)
    if field.kind in SEVERAL:
        return all(field.text.casefold() != other.text.casefold() for other in there)
    return not there


def _is_reread(contact: Contact, field: Field) -> bool:
    """Whether a contact has a value that may be the same one, read in another way."""
    return any(fuzz.ratio(field.text, other.text) >= MISREAD for other in contact.all(field.kind))
