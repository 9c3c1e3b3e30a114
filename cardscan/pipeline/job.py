"""One photo to read, and its result, whatever happens to it."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cardscan.errors import MissingExtraError, NotAPhotoError, PhotoError, UsageError
from cardscan.pipeline.record import PhotoResult

if TYPE_CHECKING:
    from pathlib import Path

    from cardscan.ocr.reader import Reader
    from cardscan.pipeline.record import Status

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One photo to read; small, so that it travels between processes.

    Attributes:
        path: The file.
        shown_as: Its name in messages and in the queue.
        country: ISO 3166-1 alpha-2 code for phones without a country code, if known.
    """

    path: Path
    shown_as: str
    country: str | None = None


def run_job(job: Job, reader: Reader) -> PhotoResult:
    """The result of one photo.

    Args:
        job: The photo.
        reader: Reads the words.

    Returns:
        The result; a photo that fails on the way is "failed" as a whole, so that a
        part of it is never taken for all of it.

    Raises:
        MissingExtraError: The reader needs something that is not installed.
        UsageError: The reader cannot work as it was asked to.
    """
    from cardscan.pipeline.stages import read_photo  # noqa: PLC0415 - heavy: every stage

    try:
        return read_photo(job.path, shown_as=job.shown_as, reader=reader, country=job.country)
    except (MissingExtraError, UsageError):
        raise  # every photo would fail in the same way
    except Exception as exc:  # noqa: BLE001 - one photo never ends the batch
        return result_of_error(job.shown_as, exc)


def result_of_error(shown_as: str, error: Exception) -> PhotoResult:
    """The result of a photo on which something went wrong.

    Args:
        shown_as: The photo's name.
        error: What was raised while it was opened or read.
    """
    if isinstance(error, PhotoError):
        status: Status = "ignored" if isinstance(error, NotAPhotoError) else "failed"
        return PhotoResult(path=shown_as, status=status, reason=error.reason)
    # The message of an unknown error may hold text of the card: only its kind is shown.
    _log.debug("reading %s failed", shown_as, exc_info=error)
    reason = f"reading it failed unexpectedly ({type(error).__name__})"
    return PhotoResult(path=shown_as, status="failed", reason=reason)
