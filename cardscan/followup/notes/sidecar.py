"""The notes that lie beside the photos: a text for one photo, a table for many."""

from __future__ import annotations

import os
import unicodedata
from collections import defaultdict
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from cardscan.followup.cell_text import one_line
from cardscan.followup.notes.record import SidecarNote, Sidecars
from cardscan.followup.notes.sidecar_file import UnusableError, rows_of, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LONGEST_NOTE = 2_000
"""Characters of a note that are kept."""

TABLE = "notes.csv"
_TEXT = ".txt"


def read_sidecars(folder: Path, photos: Sequence[str]) -> Sidecars:
    """The notes beside the photos of a folder.

    ``IMG_1.txt`` and ``IMG_1.jpg.txt`` belong to ``IMG_1.jpg`` in the same folder, in any case.
    ``notes.csv`` in a photo's folder, or in one above it, has the columns ``photo`` and ``note``,
    and ``card`` if it likes.  Hidden files and links that lead out of the folder are passed over.

    Args:
        folder: The folder that was scanned.
        photos: Its photos, as paths from the folder with ``/``.

    Returns:
        The notes of each photo, its own text before the tables, and what could not be used.
    """
    reading = _Reading(folder, photos)
    for file in _files(folder, photos):
        reading.take(file)
    return reading.result()


class _Reading:
    """Notes while they are gathered."""

    def __init__(self, folder: Path, photos: Sequence[str]) -> None:
        self._folder, self._photos = folder, photos
        self._notes: dict[str, list[SidecarNote]] = defaultdict(list)
        self._used: list[str] = []
        self._unused: list[str] = []
        self._by_text: dict[str, list[str]] = defaultdict(list)
        self._by_name: dict[str, list[str]] = defaultdict(list)
        for photo in photos:
            path = PurePosixPath(photo)
            # A photo without a suffix has one name twice.
            for name in dict.fromkeys((path.name, path.stem)):
                self._by_text[_key(str(path.with_name(name + _TEXT)))].append(photo)
                self._by_name[_key(name)].append(photo)

    def take(self, file: str) -> None:
        """Take the notes of one file, if it holds any."""
        is_table = PurePosixPath(file).name.casefold() == TABLE
        belongs_to = self._by_text.get(_key(file), ())
        if not is_table and not belongs_to:
            return
        try:
            text = text_of(self._folder / file)
            if is_table:
                self._take_rows(file, text)
            else:
                for photo in belongs_to:
                    self._add(photo, file, text, None)
        except UnusableError as exc:
            self._unused.append(f"{one_line(file)}: {exc}.")
        else:
            self._used.append(file)

    def result(self) -> Sidecars:
        """What was gathered."""
        notes = {photo: tuple(notes) for photo, notes in self._notes.items()}
        return Sidecars(notes=notes, used=tuple(self._used), unused=tuple(dict.fromkeys(self._unused)))

    def _take_rows(self, file: str, text: str) -> None:
        for line, row in rows_of(text):
            if not row.get("note", "").strip():
                continue
            where, wanted = f"{one_line(file)} line {line}", row.get("photo", "").strip()
            found = self._photos_called(wanted, PurePosixPath(file).parent)
            card = row.get("card", "").strip()
            if not found:
                self._unused.append(f"{where}: there is no photo {one_line(wanted)!r}.")
            elif len(found) > 1:
                those = " or ".join(map(one_line, found))
                self._unused.append(f"{where}: {one_line(wanted)!r} can be {those}; write one of them.")
            elif card and not _is_card(card):
                self._unused.append(f"{where}: the card's number is {one_line(card)!r}; write 1, 2, 3 …")
            else:
                self._add(found[0], file, row["note"], int(card) if card else None)

    def _photos_called(self, wanted: str, folder: PurePosixPath) -> list[str]:
        """The photos that a table in ``folder`` can mean, the nearest reading that fits any."""
        path = wanted.replace("\\", "/").removeprefix("./")
        called = _key(PurePosixPath(path).name)
        here = [_key(str(folder / path)), _key(path)]
        named = [
            photo for photo in self._by_name.get(called, ()) if PurePosixPath(photo).is_relative_to(folder)
        ]
        for whole in here:
            exact = [photo for photo in named if _key(photo) == whole]
            bare = [photo for photo in named if _key(str(PurePosixPath(photo).with_suffix(""))) == whole]
            if exact or bare:
                return exact or bare
        return [] if "/" in path else named

    def _add(self, photo: str, file: str, text: str, card: int | None) -> None:
        note = one_line(text)
        if not note:
            return
        if len(note) > LONGEST_NOTE:
            note = note[: LONGEST_NOTE - 1] + "…"
            self._unused.append(
                f"{one_line(file)}: a note is longer than 2,000 characters; the rest was cut off."
            )
        self._notes[photo].append(SidecarNote(text=note, source=file, card=card))


def _files(folder: Path, photos: Sequence[str]) -> Iterator[str]:
    """The visible files beside the photos and above them, texts before tables, as paths from the folder."""
    folders = {above for photo in photos for above in PurePosixPath(photo).parents}
    base = folder.resolve()
    found = [
        str(place / name)
        for place in sorted(folders)
        for name in _names(folder / place)
        if name.casefold().endswith((_TEXT, ".csv")) and not name.startswith(".")
    ]
    inside = (file for file in found if (folder / file).resolve().is_relative_to(base))
    regular = (file for file in inside if (folder / file).is_file())
    yield from sorted(regular, key=lambda file: (not file.casefold().endswith(_TEXT), file))


def _names(folder: Path) -> list[str]:
    try:
        return sorted(os.listdir(folder))  # noqa: PTH208 - names are all that is needed
    except OSError:  # the scan says what it could not list
        return []


def _key(path: str) -> str:
    """A path so that the names of all systems compare: macOS takes accents apart, Windows ignores case."""
    return unicodedata.normalize("NFC", path).casefold()


def _is_card(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 4 and int(text) >= 1  # noqa: PLR2004 - 9,999 cards
