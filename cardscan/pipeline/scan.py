"""A folder of photos becomes the rows of a follow-up queue."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from cardscan.followup import resolve_event, with_earlier
from cardscan.ocr.folder import shown
from cardscan.parse.country import check_country
from cardscan.pipeline.executors import choose_executor
from cardscan.pipeline.intake import take_in
from cardscan.pipeline.job import Job, run_job
from cardscan.pipeline.record import Progress, ScanReport
from cardscan.pipeline.rows import queue_rows
from cardscan.pipeline.sides import join_pictures
from cardscan.pipeline.worker import make_reader, with_languages

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cardscan.followup import FollowUp
    from cardscan.ocr.reader import Reader
    from cardscan.pipeline.intake import Intake
    from cardscan.pipeline.record import PhotoResult


def scan_photo(
    path: str | Path,
    *,
    reader: str | Reader = "rapidocr",
    languages: str | None = None,
    country: str | None = None,
) -> PhotoResult:
    """What is on one photo: its cards, their text lines and their contacts.

    Args:
        path: The photo: JPEG, PNG, WebP, TIFF, BMP, HEIC or PDF.
        reader: The name of a reader, or a reader.
        languages: Tesseract's codes of languages to read as well, like "kor" or "rus+ell".
        country: ISO 3166-1 alpha-2 code for phones without a country code.

    Returns:
        The result.  A photo that cannot be read is a result too, with the status
        "failed" and the reason.

    Raises:
        UsageError: No reader has that name, it cannot read these languages, or there is no
            such country.
        MissingExtraError: The reader needs something that is not installed.

    Example:
        >>> result = scan_photo("card.jpg")  # doctest: +SKIP
        >>> [card.contact.first("email").text for card in result.cards]  # doctest: +SKIP
    """
    path = Path(path)
    job = Job(path=path, shown_as=shown(path), country=check_country(country))
    return run_job(job, make_reader(with_languages(reader, languages)))


def scan_folder(  # noqa: PLR0913 - each is one thing a caller may say
    folder: str | Path | Sequence[str | Path],
    *,
    event: str | None = None,
    event_date: str | date | None = None,
    country: str | None = None,
    reader: str | Reader = "rapidocr",
    languages: str | None = None,
    workers: int | None = None,
    earlier: Sequence[FollowUp] = (),
    today: date | None = None,
    now: datetime | None = None,
    on_progress: Callable[[Progress], None] | None = None,
) -> ScanReport:
    """The follow-up queue of a folder of photos.

    Two sides of a card in two photos, and two photos of one side, become one row.
    Nothing is written; ``cardscan.export.write_queue`` takes the report's rows.

    Args:
        folder: A folder, a photo, or several of them; names are relative to the
            folder, or to the one that holds them all.
        event: The event's name; else ``event.toml`` in the (first) folder says it, else
            the folder's name.
        event_date: The event's day: a date, ISO 8601, "today" or "yesterday"; else
            ``event.toml`` says it, else the photos' capture dates where they agree.
        country: ISO 3166-1 alpha-2 code for phones without a country code.
        reader: The name of a reader, or a reader.
        languages: Tesseract's codes of languages to read as well, like "kor" or "rus+ell".
        workers: Processes to read with; None for as many as suit the computer.  More
            than one needs the usual ``if __name__ == "__main__":`` in a script.
        earlier: Entries of earlier queues: people who stand in them keep their id.
        today: The day that "today" means.
        now: The time that is written into the rows as that of the scan.
        on_progress: Called after every photo.

    Returns:
        The report: one result a file, and the rows of the queue.

    Raises:
        UsageError: There are no photos, the event's date is not known, or an argument
            cannot be.
        RecordError: ``event.toml`` does not hold what it must.
        MissingExtraError: The reader needs something that is not installed.
    """
    start = perf_counter()
    now = now or datetime.now(UTC).astimezone()
    intake = take_in([Path(folder)] if isinstance(folder, str | Path) else [Path(path) for path in folder])
    resolved = resolve_event(
        intake.home,
        (photo for _, photo in intake.photos),
        name=event,
        on=_day(event_date),
        country=country,
        today=today or now.date(),
    )
    chosen = with_languages(reader, languages)
    read = _read_all(intake, resolved.country, chosen, workers, on_progress or _tell_nobody)
    results = join_pictures((*intake.settled, *read), country=resolved.country)
    rows = queue_rows(results, resolved, now)
    tied = with_earlier(rows, earlier)
    return ScanReport(
        event=resolved,
        results=results,
        followups=tied,
        seconds=perf_counter() - start,
        met_before=sum(one != other for one, other in zip(rows, tied, strict=True)) if earlier else None,
    )


def _day(event_date: str | date | None) -> str | None:
    """The event's day as it would be typed; of a date with a time, the day."""
    if isinstance(event_date, datetime):
        event_date = event_date.date()
    return event_date.isoformat() if isinstance(event_date, date) else event_date


def _read_all(
    intake: Intake,
    country: str | None,
    reader: str | Reader,
    workers: int | None,
    on_progress: Callable[[Progress], None],
) -> list[PhotoResult]:
    jobs = [Job(path=path, shown_as=photo.path, country=country) for path, photo in intake.photos]
    executor = choose_executor(reader, len(jobs), workers)
    on_progress(Progress(done=0, total=len(jobs), flagged=0))
    results: list[PhotoResult] = []
    flagged = 0
    with closing(executor.run(jobs)) as done:
        for result in done:
            results.append(result)
            flagged += result.flagged
            on_progress(Progress(done=len(results), total=len(jobs), flagged=flagged))
    return results


def _tell_nobody(_: Progress) -> None:
    """Progress that nobody asked for."""
