"""What tells one picture from another of the same name: its path and its event."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cardscan.errors import RecordError
from cardscan.followup.cell_text import one_value

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from cardscan.evaluate.rows import GivenRow
    from cardscan.evaluate.truth import TruePhoto


def picture_key(path: str, event: str, on: str) -> str:
    """What a picture is called where its name does not do.

    Args:
        path: Below the folder that was scanned.
        event: Its event.
        on: The event's day, ISO 8601.

    Example:
        >>> picture_key("tuesday/ada.jpg", "Autumn fair", "2026-11-20")
        'tuesday/ada.jpg (Autumn fair, 2026-11-20)'
    """
    return f"{one_value(path)} ({one_value(event)}, {on})"


def as_labelled(photos: Sequence[TruePhoto], rows: Sequence[GivenRow], queue: Path) -> tuple[GivenRow, ...]:
    """The rows, with their pictures called as they are where these are labelled.

    Labels that a person wrote know a picture by its name; those from a book by its path and event.

    Args:
        photos: The labels.
        rows: Of a queue.
        queue: Its file.

    Raises:
        RecordError: All labels are from a book, and no row is of one of their pictures.
    """
    keys = {photo.name for photo in photos if photo.is_from_book}
    if rows and len(keys) == len(photos) > 0 and not any(row.keys[0] in keys for row in rows):
        raise RecordError(
            str(queue),
            "none of its rows is of a labelled photo. These labels are from a book: they are of one path "
            "and one event, so scan the same folder, as the same event.",
        )
    return tuple(_named(row, keys) for row in rows)


def _named(row: GivenRow, keys: set[str]) -> GivenRow:
    called = zip(row.photos, row.keys, strict=True)
    return replace(row, photos=tuple(key if key in keys else name for name, key in called))
