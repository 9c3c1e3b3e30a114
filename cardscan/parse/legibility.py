"""Whether the print of a card is too small or too blurred in its photo to be believed.

Source: 60 labelled photographs, each as it is, reduced in three steps and blurred in
three steps.  Beyond the thresholds every second row that nothing else flags has a
wrong or missing value, short of them every fourth or fewer.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cardscan.parse.record import Issue

if TYPE_CHECKING:
    from cardscan.ocr.record import Reading
    from cardscan.parse.record import Contact

SMALL_PRINT_PX = 6.5
"""Height of the letters, in photo pixels, below which they are mistaken for each other."""

BLURRED_EDGE = 0.007
"""Width of a stroke's edge, as a share of the card's longer side, from which small print is lost.

On a card of 85 mm that is 0.6 mm, the thickness of a bold stroke.
"""


def doubted(contact: Contact, reading: Reading) -> Contact:
    """The contact, in doubt as a whole where its print is too small or too blurred.

    Args:
        contact: What a card says.
        reading: The lines it was found in, with their measure.
    """
    trouble = _trouble(reading)
    if trouble is None:
        return contact
    code, what, remedy = trouble
    issue = Issue(code=code, message=f"{what}: check every value, or {remedy}", doubt=True)
    return replace(contact, issues=(issue, *contact.issues))


def why_unread(reading: Reading) -> str | None:
    """Why nothing of a card was made out, if its print is too small or too blurred, in words.

    Args:
        reading: The lines of one picture, with their measure.
    """
    trouble = _trouble(reading)
    if trouble is None:
        return None
    _, what, remedy = trouble
    return f"{what}: if it shows a card, {remedy}"


def is_legible(reading: Reading) -> bool:
    """Whether the print of a card is large and sharp enough in its photo to be believed."""
    return _trouble(reading) is None


def _trouble(reading: Reading) -> tuple[str, str, str] | None:
    """Code of the trouble, what it is and what helps."""
    seen = reading.legibility
    if seen is None:
        return None
    if seen.print_px < SMALL_PRINT_PX:
        height = f"the print is only {round(seen.print_px)} pixels high in this photo"
        return "print-small", height, "take it closer"
    if seen.edge_px >= BLURRED_EDGE * max(reading.card.width_px, reading.card.height_px):
        return "photo-blurred", "this photo is too blurred to be believed", "take it again"
    return None
