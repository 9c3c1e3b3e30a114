"""One photo on the command line, where a failure ends the command."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from cardscan.cli.terminal import say
from cardscan.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from cardscan.pipeline.record import PhotoResult


def scan_single(
    photo: Path, *, reader: str, languages: str | None = None, country: str | None = None
) -> PhotoResult:
    """What is on one photo.

    Args:
        photo: The photo.
        reader: Name of the reader.
        languages: Tesseract's codes of languages to read as well.
        country: ISO 3166-1 alpha-2 code for phones without a country code.

    Returns:
        The result of a photo that was read; it may hold no card.

    Raises:
        UsageError: The file is no picture we read.
        Exit: It cannot be read, which has been told.
    """
    from cardscan.pipeline.scan import scan_photo  # noqa: PLC0415 - heavy

    result = scan_photo(photo, reader=reader, languages=languages, country=country)
    if result.status == "ignored":
        raise UsageError(f"{result.path}: {result.reason}")
    if result.status == "failed":
        say(f"{result.path}: {result.reason}")
        raise typer.Exit(ExitCode.SOME_FAILED)
    if not any(card.reading.lines for card in result.cards):
        say(f"{result.path}: {result.reason}")
    return result
