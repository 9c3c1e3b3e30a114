"""A folder of photos becomes the rows of a follow-up queue."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from cardscan.followup import in_queue_order, resolve_event
from cardscan.followup.duplicates import with_earlier
from cardscan.followup.notes.sidecar import read_sidecars
from cardscan.ocr.folder import shown
from cardscan.parse.country import check_country
from cardscan.pipeline.executors import choose_executor
from cardscan.pipeline.intake import take_in
from cardscan.pipeline.job import Job, run_job
from cardscan.pipeline.keeper import keeper_of
from cardscan.pipeline.left_out import without_cards
from cardscan.pipeline.record import Progress, ScanReport
from cardscan.pipeline.rows import finds
from cardscan.pipeline.sides import join_pictures
from cardscan.pipeline.worker import make_reader, with_languages

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cardscan.book.store import Book
    from cardscan.followup import FollowUp
    from cardscan.followup.settings import Settings
    from cardscan.ocr.reader import Reader
    from cardscan.pipeline.executors import Executor
    from cardscan.pipeline.intake import Intake
    from cardscan.pipeline.keeper import Keeper
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
    book: Book | None = None,
    settings: Settings | None = None,
    read_again: bool = False,
    another_event: bool = False,
    bring_back: bool = False,
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
        book: Where everything is kept: photos that were read before are not read again, and
            what people corrected or did since stands in the rows.  None keeps nothing.
        settings: The owner's: their cadence, working days and languages; None for the usual ones.
        read_again: Read every photo, also those that the book has.
        another_event: Whether photos that were scanned as another event's are this one's too.
        bring_back: Whether people whom the book was made to forget are kept again.
        today: The day that "today" means.
        now: The time that is written into the rows as that of the scan.
        on_progress: Called after every photo.

    Returns:
        The report: one result a file, and the rows of the queue.

    Raises:
        UsageError: There are no photos, the event's date is not known, or an argument
            cannot be.
        OtherEventError: The photos were scanned as another event's.
        RecordError: ``event.toml`` does not hold what it must.
        BookError: The book cannot be read or written.
        MissingExtraError: The reader needs something that is not installed.
    """
    start = perf_counter()
    now = now or datetime.now(UTC).astimezone()
    intake = take_in([Path(folder)] if isinstance(folder, str | Path) else [Path(path) for path in folder])
    chosen = with_languages(reader, languages)
    keeper = keeper_of(
        book, reader=chosen, languages=languages, now=now, folder=intake.base, bring_back=bring_back
    )
    resolved = keeper.take_event(
        resolve_event(
            intake.home,
            intake.records,
            name=event,
            on=_day(event_date),
            country=country,
            known=keeper.events_named,
            today=today or now.date(),
        ),
        intake.records,
        is_another=another_event,
    )
    known = () if read_again else keeper.known(intake.records, resolved.country)
    executor_of = partial(choose_executor, chosen, workers=workers)
    read = _read(intake, resolved.country, executor_of, known, keeper, on_progress or _tell_nobody)
    sidecars = read_sidecars(intake.base, [photo.path for photo in intake.records])
    settled = [result for result in intake.settled if result.path not in sidecars.used]
    results = join_pictures((*settled, *known, *read), country=resolved.country)
    found = finds(results, resolved, now, settings=settings, sidecars=sidecars)
    remaining = keeper.without_forgotten(resolved, found, intake.records)
    kept = keeper.settle(resolved, remaining.finds, intake.records)
    rows = in_queue_order(kept.rows)
    tied = with_earlier(rows, earlier)
    tied_now = sum(one != other for one, other in zip(rows, tied, strict=True))
    return ScanReport(
        event=resolved,
        results=without_cards(results, remaining.left_out),
        followups=tied,
        seconds=perf_counter() - start,
        read_before=sum(result.status != "ignored" for result in known),
        notes_read=sum(map(len, sidecars.notes.values())),
        notes_unused=sidecars.unused,
        forgotten=remaining.cards,
        merged=kept.merged,
        doubtful=kept.doubtful,
        met_before=tied_now + kept.met_before if earlier or kept.met_before else None,
    )


def _day(event_date: str | date | None) -> str | None:
    """The event's day as it would be typed; of a date with a time, the day."""
    if isinstance(event_date, datetime):
        event_date = event_date.date()
    return event_date.isoformat() if isinstance(event_date, date) else event_date


def _read(  # noqa: PLR0913, PLR0917 - the pieces of scan_folder
    intake: Intake,
    country: str | None,
    executor_of: Callable[[int], Executor],
    known: Sequence[PhotoResult],
    keeper: Keeper,
    on_progress: Callable[[Progress], None],
) -> list[PhotoResult]:
    """Read the photos that are not known yet, and keep each as soon as it is read."""
    names = {result.path for result in known}
    jobs = [
        Job(path=path, shown_as=photo.path, country=country)
        for path, photo in intake.photos
        if photo.path not in names
    ]
    progress = Progress(
        done=len(known), total=len(intake.photos), flagged=sum(result.flagged for result in known)
    )
    on_progress(progress)
    results: list[PhotoResult] = []
    with closing(executor_of(len(jobs)).run(jobs)) as done:
        for result in done:
            keeper.keep(result)
            results.append(result)
            progress = replace(progress, done=progress.done + 1, flagged=progress.flagged + result.flagged)
            on_progress(progress)
    return results


def _tell_nobody(_: Progress) -> None:
    """Progress that nobody asked for."""
