"""Files are listed, opened and told apart before the slow work starts."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cardscan.errors import UsageError
from cardscan.ocr.folder import find_photos, shown
from cardscan.pipeline.job import result_of_error
from cardscan.pipeline.record import PhotoResult

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cardscan.ocr.folder import Listing
    from cardscan.ocr.record import Photo


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """What a scan has before it.

    Attributes:
        home: The folder that may say which event it was: the first one named.
        base: The folder that the names of the photos are relative to.
        photos: What is to be read: each file with its record.
        settled: Results of the files that will not be read.
    """

    home: Path
    base: Path
    photos: tuple[tuple[Path, Photo], ...]
    settled: tuple[PhotoResult, ...]

    @property
    def records(self) -> tuple[Photo, ...]:
        """The records of the photos that are to be read."""
        return tuple(photo for _, photo in self.photos)


def take_in(paths: Sequence[Path]) -> Intake:
    """Open every file of some folders, without decoding any pixels.

    Args:
        paths: Folders and single photos, at least one.

    Returns:
        The photos, each content once, and what became of the other files.

    Raises:
        UsageError: A path leads nowhere, or there is no photo at all.
    """
    listings = [find_photos(path) for path in paths]
    base = _common_folder([listing.folder for listing in listings])
    # A file may be reached by two of the paths; the keys keep each once.
    files = {
        _name(listing, file, base): listing.folder / file for listing in listings for file in listing.photos
    }
    ignored = {
        name: PhotoResult(path=name, status="ignored", reason=file.reason)
        for listing in listings
        for file in listing.ignored
        for name in [_name(listing, file.path, base)]
    }
    if not files:
        raise UsageError(_why_nothing(paths, len(ignored)))
    photos, settled = _open(sorted(files.items()))
    return Intake(home=listings[0].folder, base=base, photos=photos, settled=(*settled, *ignored.values()))


def _open(
    files: Iterable[tuple[str, Path]],
) -> tuple[tuple[tuple[Path, Photo], ...], tuple[PhotoResult, ...]]:
    """The photos among the files, each content once, and what became of the others."""
    from cardscan.ocr.photo import open_photo  # noqa: PLC0415 - heavy: decoders

    photos: dict[str, tuple[Path, Photo]] = {}
    settled: list[PhotoResult] = []
    for name, path in files:
        try:
            photo = open_photo(path, shown_as=name).photo
        except Exception as exc:  # noqa: BLE001 - one file never ends the batch
            settled.append(result_of_error(name, exc))
        else:
            first = photos.setdefault(photo.content_hash, (path, photo))[1]
            if first is not photo:
                reason = f"the same picture as {first.path}"
                settled.append(PhotoResult(path=name, status="ignored", photo=photo, reason=reason))
    return tuple(photos.values()), tuple(settled)


def _common_folder(folders: Sequence[Path]) -> Path:
    if len(folders) == 1:
        return folders[0]
    try:
        return Path(os.path.commonpath([folder.resolve() for folder in folders]))
    except ValueError as exc:  # two drives of a Windows computer
        raise UsageError("The photos lie on different drives; scan each drive by itself.") from exc


def _name(listing: Listing, file: Path, base: Path) -> str:
    return shown(listing.folder.resolve().relative_to(base.resolve()) / file)


def _why_nothing(paths: Sequence[Path], ignored: int) -> str:
    places = " and ".join(shown(path) for path in paths)
    others = f" ({ignored} of another kind)" if ignored else ""
    return (
        f"There are no photos in {places}{others}; "
        "name a folder with JPEG, PNG, WebP, TIFF, BMP, HEIC or PDF files."
    )
