"""The pictures that the page shows: cards, pieces of them, and whole photos."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from typing import TYPE_CHECKING

from cardscan import geometry
from cardscan.book.card_images import reading_of
from cardscan.book.rows import rows_of
from cardscan.errors import PhotoError, ReaderError
from cardscan.ocr.warp import strip
from cardscan.pipeline.card_picture import as_jpeg
from cardscan.pipeline.row_pictures import RowPictures
from cardscan.pipeline.worker import make_reader
from cardscan.review.card.boxes import boxes
from cardscan.review.card.sheet import found_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from sqlalchemy.orm import Session

    from cardscan.book.store import Book
    from cardscan.followup.record import FollowUp
    from cardscan.geometry import Quad
    from cardscan.ocr.reader import Pixels, Reader

CARD_PX = 1400
"""Longer side of a card: as many pixels as a large screen has for it."""

SMALL_PX = 360
BOX_PX = 900
PHOTO_PX = 2400
_ROOM = 0.2
"""Of a line's height: what is shown around it, so that a letter at its end is not cut."""

_KEPT_SMALL = 500
_KEPT = 6
"""Cards that are kept decoded: the one that is looked at, and those beside it."""


_Key = tuple[tuple[str, ...], int, str, str, str]
"""The card of a row: its photo, its number there, the event, its day, and when it was scanned."""


class Pictures:
    """Cuts pictures from the photos of the book; the last ones stay at hand.

    Args:
        book: The book.
        folders: Where photos are, beside the folders that the book remembers.
        reader: Reads parts of cards again; or its name.
    """

    def __init__(self, book: Book, folders: Sequence[Path], reader: str | Reader = "rapidocr") -> None:
        self._book = book
        self._folders = tuple(folders)
        self._reader = reader
        self._kept: OrderedDict[_Key, Pixels] = OrderedDict()
        self._small: OrderedDict[_Key, bytes] = OrderedDict()
        self._lock = Lock()  # photos are large: one is decoded at a time

    def missing(self, entry_id: str) -> str:
        """Why there is no picture of a card; empty where there is one.

        Args:
            entry_id: The contact's entry.
        """
        with self._lock, self._book.reading() as session:
            try:
                RowPictures(session, self._folders, reader=self._reader).photo_of(
                    self._row(session, entry_id)
                )
            except (PhotoError, ReaderError) as exc:
                return exc.reason
        return ""

    def card(self, entry_id: str) -> bytes:
        """A card, flat and upright, as JPEG.

        Args:
            entry_id: The contact's entry.

        Raises:
            PhotoError: There is no picture of it; the reason says why.
        """
        return as_jpeg(self._flat(entry_id), longest_px=CARD_PX)

    def small(self, entry_id: str) -> bytes:
        """A card as a list shows it, as JPEG.

        Args:
            entry_id: The contact's entry.

        Raises:
            PhotoError: There is no picture of it; the reason says why.
        """
        with self._lock, self._book.reading() as session:
            row = self._row(session, entry_id)
            key = _key(row)
            if key not in self._small:
                self._small[key] = as_jpeg(self._cut(session, row), longest_px=SMALL_PX)
                while len(self._small) > _KEPT_SMALL:
                    self._small.popitem(last=False)
            return self._small[key]

    def box(self, entry_id: str, number: int) -> bytes:
        """A piece of text on a card, as JPEG.

        Args:
            entry_id: The contact's entry.
            number: Its place among the card's boxes.

        Raises:
            PhotoError: There is no such piece, or no picture of the card.
        """
        with self._book.reading() as session:
            reading = reading_of(session, self._row(session, entry_id))
            found = boxes(reading, found_of(session, entry_id)) if reading else ()
        if not 0 <= number < len(found):
            raise PhotoError(entry_id, "nothing was read there.")
        return as_jpeg(strip(self._flat(entry_id), _with_room(found[number].quad)), longest_px=BOX_PX)

    def photo(self, entry_id: str) -> bytes:
        """The whole photo that a card lies on, as JPEG.

        Args:
            entry_id: The contact's entry.

        Raises:
            PhotoError: It is not there, or cannot be read.
        """
        with self._lock, self._book.reading() as session:
            row = self._row(session, entry_id)
            photo = RowPictures(session, self._folders).photo_of(row)
            return photo.whole(row.card, longest_px=PHOTO_PX)

    def read(self, entry_id: str, box: tuple[float, float, float, float]) -> str:
        """What a reader reads in a part of a card.

        Args:
            entry_id: The contact's entry.
            box: Left, top, right and bottom in hundredths of the card's width and height.

        Returns:
            The text, lines joined by spaces; empty where nothing is read.

        Raises:
            PhotoError: There is no picture of the card.
            ReaderError: The reader failed.
        """
        flat = self._flat(entry_id)
        height, width = flat.shape[:2]
        left, right = (round(width * min(max(edge, 0), 100) / 100) for edge in (box[0], box[2]))
        top, bottom = (round(height * min(max(edge, 0), 100) / 100) for edge in (box[1], box[3]))
        if right - left < 1 or bottom - top < 1:
            return ""
        with self._lock:
            self._reader = make_reader(self._reader)
            words = self._reader.read(flat[top:bottom, left:right].copy())
        return " ".join(word.text for word in words)

    def _flat(self, entry_id: str) -> Pixels:
        """A card at its own size."""
        with self._lock, self._book.reading() as session:
            return self._cut(session, self._row(session, entry_id))

    def _cut(self, session: Session, row: FollowUp) -> Pixels:
        """The card of a row, while nobody else cuts one."""
        key = _key(row)
        if key not in self._kept:
            self._kept[key] = (
                RowPictures(session, self._folders, reader=self._reader).photo_of(row).flat(row.card)
            )
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        return self._kept[key]

    @staticmethod
    def _row(session: Session, entry_id: str) -> FollowUp:
        row = rows_of(session, [entry_id]).get(entry_id)
        if row is None:
            raise PhotoError(entry_id, "nobody in the queue has this id.")
        return row


def _key(row: FollowUp) -> _Key:
    return row.photo[:1], row.card, row.event, row.event_date.isoformat(), row.scanned_at.isoformat()


def _with_room(quad: Quad) -> Quad:
    return geometry.around(quad, geometry.angle_deg(quad), _ROOM * geometry.size(quad)[1])
