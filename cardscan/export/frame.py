"""The queue as a table of pandas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cardscan.export.queue_columns import COLUMNS, joined

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

    from cardscan.followup.record import FollowUp

_DAYS = ("event_date", "follow_up_due")


def to_frame(entries: Iterable[FollowUp]) -> pd.DataFrame:
    """The queue as a data frame, for reckoning with it.

    Args:
        entries: The queue.

    Returns:
        One row an entry in the given order, the columns of the queue: dates as
        datetime64, needs_review bool, confidence float, card int, several values
        joined by "; ", the rest texts.
    """
    import pandas as pd  # noqa: PLC0415 - takes long to load

    rows = [[_plain(getattr(entry, column)) for column in COLUMNS] for entry in entries]
    frame = pd.DataFrame(rows, columns=list(COLUMNS))
    for column in _DAYS:
        frame[column] = pd.to_datetime(frame[column])
    return frame


def _plain(value: object) -> object:
    return joined(value) if isinstance(value, tuple) else value
