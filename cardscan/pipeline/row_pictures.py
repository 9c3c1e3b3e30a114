"""The pictures of the cards that rows of the queue are from, for whatever shows people."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from cardscan.book.card_images import card_images, folders_of_first_photo, hashes_of_first_photo
from cardscan.errors import PhotoError, ReaderError
from cardscan.ocr.photo import open_photo
from cardscan.pipeline.card_picture import LONGEST_PX, CardPhoto, find_cards_again
from cardscan.pipeline.worker import make_reader

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sqlalchemy.orm import Session

    from cardscan.followup.record import FollowUp
    from cardscan.ocr.photo import OpenPhoto
    from cardscan.ocr.reader import Reader

_GONE = "it is not in the folder any more."
_CHANGED = "it is another picture than the one that was scanned."

_ESCAPE = re.compile(r"\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|([\\nrt]))")
_LETTERS = {"\\": "\\", "n": "\n", "r": "\r", "t": "\t"}
_BYTE = 0x80
"""From here on, a byte that is no UTF-8, as Python disguises it in a path."""


class RowPictures:
    """Cuts the card of a row from its photo: that with the name, where a contact has several pictures.

    Cards that the book knows are not found again.  Rows of one photo that follow each other
    have it decoded once.

    Args:
        session: Reads.
        folders: Where the photos are, beside the folders in which the book remembers them.
        longest_px: Longer side of the pictures at most.
        reader: Finds the cards of photos that the book does not know; or its name.

    Attributes:
        missing: The photos that gave no picture, each with the reason, as a sentence.
        rows_without: How many rows got no picture.
    """

    def __init__(
        self,
        session: Session,
        folders: Sequence[Path],
        *,
        longest_px: int = LONGEST_PX,
        reader: str | Reader = "rapidocr",
    ) -> None:
        self.missing: dict[str, str] = {}
        self.rows_without = 0
        self._session = session
        self._folders = tuple(folders)
        self._longest_px = longest_px
        self._reader = reader
        self._last: tuple[tuple[str, str, date], CardPhoto] | None = None

    def of(self, row: FollowUp) -> bytes | None:
        """The picture of a row's card.

        Args:
            row: A row of the queue.

        Returns:
            A JPEG file; None where there is none, and the reason is in ``missing``.
        """
        try:
            return self.photo_of(row).picture(row.card, longest_px=self._longest_px)
        except (PhotoError, ReaderError) as exc:  # one photo never ends the whole
            self.rows_without += 1
            self.missing.setdefault(_name(row), exc.reason)
            return None

    def photo_of(self, row: FollowUp) -> CardPhoto:
        """The photo that a row's card is cut from.

        Args:
            row: A row of the queue.

        Raises:
            PhotoError: It is not there, or cannot be read.
            ReaderError: Its cards could not be found again.
        """
        key = (_name(row), row.event, row.event_date)
        if self._last is None or self._last[0] != key:
            self._last = None  # two photos at a time would take twice the memory
            self._last = key, self._opened(row)
        return self._last[1]

    def _opened(self, row: FollowUp) -> CardPhoto:
        opened = self._found(row)
        cards = card_images(self._session, opened.photo.content_hash)
        if cards is None:
            self._reader = make_reader(self._reader)
            cards = tuple(find_cards_again(opened, self._reader))
        return CardPhoto(opened, cards)

    def _found(self, row: FollowUp) -> OpenPhoto:
        """A row's photo where it may lie: the one that was scanned, where the book knows."""
        if not row.photo:
            raise PhotoError(_name(row), "it names no photo.")
        scanned = hashes_of_first_photo(self._session, row)
        reason = _GONE
        for path in [_place(folder, row.photo[0]) for folder in self._folders_of(row)]:
            if not _may_be_there(path):
                continue
            try:
                opened = open_photo(path, shown_as=row.photo[0])
            except PhotoError as exc:  # the right one may lie in the next folder
                reason = exc.reason
                continue
            if not scanned or opened.photo.content_hash in scanned:
                return opened
            reason = _CHANGED
        raise PhotoError(row.photo[0], reason)

    def _folders_of(self, row: FollowUp) -> tuple[Path, ...]:
        """Where a row's photo may lie: in the folders given, then in those that the book remembers."""
        remembered = map(_path_of, folders_of_first_photo(self._session, row))
        return tuple(dict.fromkeys((*self._folders, *filter(Path.is_absolute, remembered))))


def _name(row: FollowUp) -> str:
    return row.photo[0] if row.photo else f"the row of {row.contact_id}"


def _place(folder: Path, shown: str) -> Path:
    """Where the photo of a row lies.

    Raises:
        PhotoError: Outside of the folder: somebody else wrote that into the queue.
    """
    path = _path_of(shown)
    if path.anchor or ".." in path.parts:
        raise PhotoError(shown, "it does not lie below the folder.")
    return folder / path


def _may_be_there(path: Path) -> bool:
    """Whether a file lies there; where nobody may look, opening it says so."""
    try:
        return path.is_file()
    except PermissionError:
        return True
    except OSError:  # no file has such a name: it is too long
        return False


def _path_of(shown: str) -> Path:
    """The path that ``shown`` in ``cardscan.ocr.folder`` has made printable."""
    return Path(_ESCAPE.sub(_unescaped, shown))


def _unescaped(match: re.Match[str]) -> str:
    """A character that was escaped."""
    byte, code, letter = match.groups()
    if letter:
        return _LETTERS[letter]
    number = int(byte or code, 16)
    return chr(0xDC00 + number if byte and number >= _BYTE else number)
