"""The queue CSV, written and read: UTF-8 with a byte-order mark, comma, CRLF, header row."""

from __future__ import annotations

import codecs
import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING

from cardscan.errors import RecordError
from cardscan.export.dates import day_first as order_of
from cardscan.export.guard import unguard
from cardscan.export.queue_columns import COLUMNS, DATE_COLUMNS, from_cells, to_cells
from cardscan.export.safe_file import write_file
from cardscan.export.sheet import load_sheet
from cardscan.followup.queue import event_key

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import BinaryIO

    from cardscan.export.safe_file import WrittenFile
    from cardscan.export.sheet import Row
    from cardscan.followup.record import FollowUp


def write_queue(path: str | Path, followups: Iterable[FollowUp], *, force: bool = False) -> WrittenFile:
    """Write the queue CSV, whole or not at all, and never over somebody's work or another event's queue.

    Args:
        path: Where it should go.
        followups: The entries, written in the order they come.
        force: Overwrite what is there, even where somebody has worked in it.

    Returns:
        Where it went: ``path``, or the next free ``queue-2.csv`` beside it together
        with a sentence that says why.

    Raises:
        UsageError: The folder does not exist or cannot be written to.
    """
    entries = tuple(followups)
    keep = None if force else _other_event(Path(path), entries)
    return write_file(Path(path), queue_bytes(entries), force=force, keep=keep)


def _other_event(path: Path, entries: Iterable[FollowUp]) -> str | None:
    """Why a queue that is there must be kept: it is of other events; None where it need not for that."""
    try:
        there = read_queue(path)
    except (RecordError, OSError):
        return None  # no queue, or one in which somebody worked
    if _cards(there) <= _cards(entries):
        return None  # of the same event, whose name or day was put right since
    events = {event_key(entry.event, entry.event_date) for entry in entries}
    is_other = events and events.isdisjoint(event_key(entry.event, entry.event_date) for entry in there)
    return "holds the queue of another event" if is_other else None


def _cards(entries: Iterable[FollowUp]) -> set[tuple[str, tuple[str, ...], int]]:
    """The cards of a queue, each with whose it is: two events may well have photos of the same names."""
    return {(entry.contact_id, entry.photo, entry.card) for entry in entries}


def queue_bytes(followups: Iterable[FollowUp]) -> bytes:
    """The queue CSV as bytes; the entries stand in the order they come."""
    stream = io.BytesIO()
    write_entries(stream, followups)
    return stream.getvalue()


def write_entries(stream: BinaryIO, followups: Iterable[FollowUp]) -> int:
    """Write the queue CSV to a stream, an entry after the other; it stays open.

    Returns:
        How many cells got a leading ``'``, as a spreadsheet would have run them.
    """
    stream.write(codecs.BOM_UTF8)
    text = io.TextIOWrapper(stream, "utf-8", newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    guarded = 0
    for entry in followups:
        cells = to_cells(entry)
        guarded += sum(cell[:1] == "'" and unguard(cell) != cell for cell in cells)
        writer.writerow(cells)
    text.detach()
    return guarded


def read_queue(path: str | Path, *, day_first: bool | None = None) -> tuple[FollowUp, ...]:
    """The entries of a queue CSV, also after a spreadsheet has saved it in its own way.

    Other delimiters, UTF-16 or the Windows code page, reordered, added or missing
    columns and dates in a local form are understood.

    Args:
        path: The file.
        day_first: Whether dates like 03/04/2026 put the day before the month; where
            it is not said, the dates of the file must settle it.

    Returns:
        The entries, in the order of the rows.

    Raises:
        RecordError: The file is no queue, or a cell does not hold what it must; the
            sentence names the row and the column.
    """
    rows = load_sheet(Path(path))
    source = str(path)
    order = _date_order(rows, source) if day_first is None else day_first
    return tuple(_entry(row, source, order) for row in rows)


def _date_order(rows: Iterable[Row], source: str) -> bool | None:
    try:
        return order_of(row.cells.get(column, "") for row in rows for column in DATE_COLUMNS)
    except ValueError as exc:
        raise RecordError(source, f"{exc}.") from exc


def _entry(row: Row, source: str, order: bool | None) -> FollowUp:
    try:
        return from_cells(row.cells, day_first=order)
    except ValueError as exc:
        raise RecordError(source, f"row {row.number}, {exc}.") from exc
