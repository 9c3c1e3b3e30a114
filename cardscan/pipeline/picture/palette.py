"""The colours of a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cardscan.parse.record import FieldKind

Colour = tuple[int, int, int]
"""Red, green and blue, 0 to 255."""

KIND_COLOURS: Mapping[FieldKind, Colour] = {
    "name": (216, 27, 96),
    "title": (142, 36, 170),
    "department": (94, 53, 177),
    "company": (25, 118, 210),
    "email": (0, 131, 116),
    "phone": (230, 74, 25),
    "website": (2, 119, 189),
    "address": (121, 85, 72),
    "social": (85, 139, 47),
    "note": (97, 97, 97),
}
"""All dark enough for white figures on them."""

WHITE: Colour = (255, 255, 255)
PAPER: Colour = (250, 249, 246)
INK: Colour = (33, 33, 33)
PALE_INK: Colour = (117, 117, 117)
RULE: Colour = (224, 221, 214)
DOUBT: Colour = (191, 54, 12)
CARD_EDGE: Colour = (0, 230, 160)
PLAIN_LINE: Colour = (160, 160, 160)
