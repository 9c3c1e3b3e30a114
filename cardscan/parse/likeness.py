"""Whether a text is a business card's at all, or a receipt's, a menu's, a page's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cardscan import geometry
from cardscan.parse.lexicons import words
from cardscan.parse.text import bare

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cardscan.ocr.record import Reading, TextLine
    from cardscan.parse.record import Field

LINES_AT_MOST = 45
"""A card with three offices and two languages has forty lines; a receipt or a page easily more."""

SHAPE_AT_MOST = 2.8
"""Height to width of the text's surroundings; a till roll is taller."""

CLEAR = 0.6
"""Belief of the reader from which a line counts."""

RECEIPT_WORDS_AT_LEAST = 2


def is_business_card(reading: Reading, fields: Sequence[Field]) -> bool:
    """Whether what was read and found is likely to come from a business card.

    Args:
        reading: The lines.
        fields: What was found in them.
    """
    kinds = {field.kind for field in fields}
    if "email" in kinds:
        return True
    if not kinds & {"phone", "website", "social"}:
        # Without any way to reach somebody only a name with its place in a firm makes a card.
        return (
            "name" in kinds
            and bool(kinds & {"title", "company", "department"})
            and not _is_long(reading.lines)
        )
    return not (_is_long(reading.lines) or _is_strip(reading) or _is_receipt(reading.lines))


def _is_long(lines: Sequence[TextLine]) -> bool:
    return sum(line.confidence >= CLEAR for line in lines) > LINES_AT_MOST


def _is_strip(reading: Reading) -> bool:
    left, top, right, bottom = geometry.bounds([corner for line in reading.lines for corner in line.quad])
    tall_text = bottom - top > SHAPE_AT_MOST * (right - left)
    return tall_text or reading.card.height_px > SHAPE_AT_MOST * reading.card.width_px


def _is_receipt(lines: Sequence[TextLine]) -> bool:
    text = " ".join(bare(line.text) for line in lines)
    return sum(word in text for word in words("noise", "receipt")) >= RECEIPT_WORDS_AT_LEAST
