"""Readings and contacts as JSON Lines, for other programs and for later."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from cardscan.errors import RecordError
from cardscan.followup.cell_text import json_text
from cardscan.ocr.record import Reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cardscan.pipeline.record import PhotoResult

_BETWEEN = re.compile(r"[\ufeff\s]*")


def json_line(data: object) -> str:
    """One value as one line of JSON, in the characters it is written in."""
    return json_text(data)


def records_lines(results: Iterable[PhotoResult]) -> str:
    """One line of JSON a card: its photo, its number, its reading and its contact.

    Args:
        results: What a scan gave.

    Returns:
        The lines, each with its line break; cards that gave no contact are there too.
    """
    return "".join(
        json_line(
            {
                "photo": result.path,
                "card": card.number,
                "reading": card.reading.to_dict(),
                "contact": card.contact.to_dict(),
            }
        )
        + "\n"
        for result in results
        for card in result.cards
    )


def load_readings(text: str, source: str) -> tuple[Reading, ...]:
    """Readings that were saved.

    Args:
        text: JSON (one reading, or a list of them) or JSON Lines; a line of a records
            file counts as the reading it holds.
        source: Where the text is from, for messages.

    Returns:
        The readings, in their order.

    Raises:
        RecordError: The text is something else.
    """
    readings = tuple(Reading.from_dict(_bare(value), source) for value in _values(text, source))
    if not readings:
        raise RecordError(source, "there are no lines in it; make some with: cardscan read PHOTO --json")
    return readings


def _values(text: str, source: str) -> Iterator[Any]:
    """The values of a text that is one JSON value or one a line."""
    decoder = json.JSONDecoder()
    place = _next(text, 0)
    while place < len(text):
        try:
            value, place = decoder.raw_decode(text, place)
        except (ValueError, RecursionError) as exc:
            raise RecordError(
                source, f"this is no JSON ({exc}); make it with: cardscan read PHOTO --json"
            ) from exc
        yield from value if isinstance(value, list) else [value]
        place = _next(text, place)


def _next(text: str, place: int) -> int:
    """Where the next value begins."""
    found = _BETWEEN.match(text, place)
    return found.end() if found else place


def _bare(value: Any) -> Any:
    return value["reading"] if isinstance(value, dict) and "reading" in value else value
