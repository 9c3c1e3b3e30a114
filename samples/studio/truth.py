"""What a perfect reader would find in the pictures."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from studio.facts import Facts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from studio.picture import Picture
    from studio.specimen import Specimen

BLANK = Facts(country="", language="").fields() | {"notes": [], "country": None}


def entry(picture: Picture, folder: str, cards: Mapping[str, Specimen]) -> dict[str, Any]:
    """The entry of one picture.

    Args:
        picture: The picture.
        folder: The folder of the pictures, relative to the truth file.
        cards: The cards by their keys.
    """
    sides = [cards[name] for name in picture.cards]
    codes = [side.qr for side in sides if side.qr]
    return {
        "id": picture.id,
        "file": f"{folder}/{picture.file}",
        "kind": picture.kind,
        "content": picture.content,
        "language": sides[0].facts.language if sides else None,
        "difficulty": picture.difficulty,
        "orientation": picture.orientation,
        "rotate_cw_to_upright": picture.turned_ccw,
        "exif_orientation": picture.exif_orientation,
        "has_qr": bool(codes),
        "qr_text": codes,
        "note": picture.note,
        "same_card_as": picture.same_card_as,
        "illegible": [],
    } | _found(sides)


def _found(sides: list[Specimen]) -> dict[str, Any]:
    if len(sides) == 1:
        return {"fields": _fields(sides[0])}
    if not sides:
        return {"fields": BLANK}
    return {"fields": BLANK, "cards": [_fields(side) for side in sides]}


def _fields(side: Specimen) -> dict[str, Any]:
    """What is printed on a side, and what somebody has written on it."""
    return side.facts.fields() | {"notes": list(side.design.notes)}


def write_truth(entries: Iterable[dict[str, Any]], path: Path) -> None:
    """Writes the entries of all pictures as JSON.

    Args:
        entries: The entries in the order of the file.
        path: The truth file.
    """
    path.write_text(json.dumps(list(entries), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
