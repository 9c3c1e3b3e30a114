"""Labels of what people settled, as a file that ``load_truth`` reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cardscan.evaluate.judged import Judged, label_of
from cardscan.followup.cell_text import json_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cardscan.followup.record import FollowUp


def labels_text(judged: Iterable[Judged], beside: Iterable[FollowUp]) -> str:
    """The labels as JSON, picture by picture, ending in a line break.

    Args:
        judged: Rows that somebody looked at.
        beside: The other rows of the same pictures, of which only is told that they are there: else
            a queue would seem to have invented them.
    """
    cards = (*judged, *(Judged(found=row, truth=row) for row in beside))
    pictures: dict[tuple[str, str, str], dict[str, Any]] = {}
    for one in sorted(cards, key=lambda one: (_picture(one.found), one.found.card)):
        path, event, on = key = _picture(one.found)
        about = {"file": path, "event": event, "event_date": on, "from_book": True, "cards": []}
        pictures.setdefault(key, about)["cards"].append(label_of(one))
    return json_text(list(pictures.values()), indent=1) + "\n"


def _picture(row: FollowUp) -> tuple[str, str, str]:
    """Path, event and day; the first photo of a row names it."""
    return next(iter(row.photo), ""), row.event, row.event_date.isoformat()
