"""Whether a text is a business card's at all, or a receipt's, a menu's, a page's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cardscan import geometry
from cardscan.parse.legibility import why_unread
from cardscan.parse.lexicons import words
from cardscan.parse.text import bare
from cardscan.parse.unread_scripts import why_script_unread

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

SURE_COMPANY = 0.55
"""Belief of its finder above which a company tells a card from running text."""

RECEIPT_WORDS_AT_LEAST = 2

PRICES_AT_LEAST = 3
PRICE = re.compile(r"(?:^|\s|[$€£¥₩])\d{1,4}(?:[.,]\d{3})*[.,]\d{2}\s*(?:[$€£]|EUR|USD|GBP)?$")
"""Lines that end in an amount of money, and how many of them make a bill."""


def why_no_card(reading: Reading, fields: Sequence[Field]) -> str | None:
    """What speaks against a business card, in words; None for a card.

    Args:
        reading: The lines.
        fields: What was found in them.
    """
    kinds = {field.kind for field in fields}
    reachable = bool(kinds & {"phone", "website", "social"})
    placed = "name" in kinds and (bool(kinds & {"title", "department"}) or any(map(_is_sure_company, fields)))
    if "email" in kinds:
        return None
    if _is_receipt(reading.lines):
        return "it looks like a receipt"
    if placed and (reachable or not _is_long(reading.lines)):
        return None  # somebody of some firm: neither length nor shape takes that back
    if not reachable:
        nothing = "there is text on it, but no name, e-mail, phone or website of a business card"
        return why_unread(reading) or why_script_unread(reading) or nothing
    if _is_long(reading.lines):
        return "it holds more text than a business card, like a page or a poster"
    return "its text runs down a long strip, like a receipt's" if _is_strip(reading) else None


def _is_sure_company(field: Field) -> bool:
    """Whether a field names a firm and not just a line for which nothing else was found."""
    return field.kind == "company" and field.confidence > SURE_COMPANY


def is_other_paper(reading: Reading) -> bool:
    """Whether a text has the length, the shape or the words of a page or a receipt.

    Args:
        reading: The lines.
    """
    return bool(reading.lines) and (
        _is_long(reading.lines) or _is_strip(reading) or _is_receipt(reading.lines)
    )


def _is_long(lines: Sequence[TextLine]) -> bool:
    return sum(line.confidence >= CLEAR for line in lines) > LINES_AT_MOST


def _is_strip(reading: Reading) -> bool:
    left, top, right, bottom = geometry.bounds([corner for line in reading.lines for corner in line.quad])
    tall_text = bottom - top > SHAPE_AT_MOST * (right - left)
    return tall_text or reading.card.height_px > SHAPE_AT_MOST * reading.card.width_px


def _is_receipt(lines: Sequence[TextLine]) -> bool:
    text = " ".join(bare(line.text) for line in lines)
    if sum(bool(PRICE.search(line.text)) for line in lines) >= PRICES_AT_LEAST:
        return True
    return sum(word in text for word in words("noise", "receipt")) >= RECEIPT_WORDS_AT_LEAST
