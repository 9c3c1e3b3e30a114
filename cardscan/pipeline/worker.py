"""A process that reads photos for another one."""

from __future__ import annotations

import os
import signal
from importlib import import_module
from typing import TYPE_CHECKING

from cardscan.errors import CardscanError, UsageError
from cardscan.pipeline.job import run_job

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from cardscan.ocr.reader import Reader
    from cardscan.pipeline.record import PhotoResult

READY = "ready"
"""A worker's first word: it has started, whatever comes later is about a photo."""

_THREAD_VARIABLES = ("OMP_NUM_THREADS", "OMP_THREAD_LIMIT", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


def work(connection: Connection, reader: str | Reader) -> None:
    """Read the photos that come through the connection, until it is closed.

    The reader is built once; pixels stay here, only records are sent back.  An
    error that would meet every photo is sent back in place of a result.

    Args:
        connection: Jobs come in, results go out.
        reader: The reader, or the name under which it is registered.
    """
    # Ctrl-C reaches every process of the terminal; the one that gives out the work decides.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _use_one_thread()
    # An installation that is broken shows here, before the first photo could be blamed.
    import_module("cardscan.pipeline.stages")
    try:
        connection.send(READY)
        built: Reader | None = None
        while True:
            job = connection.recv()
            try:
                built = built or make_reader(reader)
                answer: PhotoResult | CardscanError = run_job(job, built)
            except CardscanError as exc:
                answer = exc
            connection.send(answer)
    except (EOFError, OSError):
        return  # the other side has closed the connection, or is gone


def make_reader(reader: str | Reader) -> Reader:
    """The reader itself.

    Args:
        reader: A reader, or the name under which one is registered.

    Raises:
        UsageError: No reader has that name.
    """
    if not isinstance(reader, str):
        return reader
    from cardscan.ocr.reader import readers  # noqa: PLC0415 - not needed for a reader at hand

    if reader not in readers.names():
        raise readers.unknown(reader)
    return readers.make(reader)


def with_languages(reader: str | Reader, languages: str | None) -> str | Reader:
    """The reader with the languages it is to read, ready to be sent to workers.

    Args:
        reader: A reader, or the name under which one is registered.
        languages: Tesseract's language codes, parted by "+" or commas; None for the
            reader's own.

    Returns:
        ``reader`` itself where no languages are asked for.

    Raises:
        UsageError: A code is none, Tesseract has no data for it, or the reader takes no
            languages.
        MissingExtraError: Tesseract is not installed.
    """
    if languages is None:
        return reader
    from cardscan.ocr.reader import readers  # noqa: PLC0415 - not needed without languages
    from cardscan.ocr.readers.languages import TAKERS, check_languages  # noqa: PLC0415

    checked = check_languages(languages)
    if isinstance(reader, str) and reader not in readers.names():
        raise readers.unknown(reader)
    if reader not in TAKERS:
        name = reader if isinstance(reader, str) else reader.name
        raise UsageError(
            f"The reader {name} cannot be told languages; "
            f"leave --lang out, or read with {' or '.join(TAKERS)}."
        )
    return readers.make(reader, languages=checked)


def _use_one_thread() -> None:
    """As many workers as cores, one thread each: more only get in each other's way."""
    for variable in _THREAD_VARIABLES:
        os.environ[variable] = "1"
    import cv2  # noqa: PLC0415 - reads the environment when it loads

    cv2.setNumThreads(1)
