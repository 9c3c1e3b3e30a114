"""What somebody wrote on a card: kept from the fields of the print, and put in the notes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cardscan.parse.record import Field, Issue

if TYPE_CHECKING:
    from cardscan.ocr.record import Reading, TextLine
    from cardscan.parse.record import Contact

SURE = 0.98
"""Belief from which a note is taken as it was read: of the drawn notes nine in ten are then right."""

LEGIBLE = 0.6
"""Belief below which what was read is no word: strokes taken for letters."""

LOOK = Issue(code="handwriting", message="handwriting, read as well as possible: look at the card")
UNREAD = Issue(code="handwriting-unread", message="there is handwriting on the card")


def print_of(reading: Reading) -> Reading:
    """The reading without what is written by hand.

    Args:
        reading: The lines of one card.
    """
    return replace(reading, lines=tuple(line for line in reading.lines if not line.by_hand))


def with_handwriting(contact: Contact, reading: Reading) -> Contact:
    """The contact with what is written by hand as notes, and line numbers of the whole reading.

    Args:
        contact: What the print says, found in ``print_of(reading)``.
        reading: All lines of the card.

    Returns:
        The contact with a note for each line that can be read, and with a reason to look at
        the card where the reader was not sure; none of them sets ``needs_review``.
    """
    places = [index for index, line in enumerate(reading.lines) if not line.by_hand]
    written = [index for index, line in enumerate(reading.lines) if line.by_hand]
    legible = [index for index in written if reading.lines[index].confidence >= LEGIBLE]
    printed = (
        replace(field, lines=tuple(places[index] for index in field.lines)) for field in contact.fields
    )
    unassigned = {*(places[index] for index in contact.unassigned), *written} - {*legible}
    return replace(
        contact,
        fields=(*printed, *(_note(reading.lines[index], index) for index in legible)),
        unassigned=tuple(sorted(unassigned)),
        issues=(*contact.issues, UNREAD) if len(legible) < len(written) else contact.issues,
    )


def _note(line: TextLine, index: int) -> Field:
    return Field(
        kind="note",
        raw=line.text,
        value=None,
        confidence=round(line.confidence, 3),
        lines=(index,),
        issues=() if line.confidence >= SURE else (LOOK,),
    )
