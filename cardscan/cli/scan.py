"""``cardscan scan``: photos become a follow-up queue."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cardscan.cli.book import BookPlace, book_of_scan
from cardscan.cli.desk import owner_settings, time_of
from cardscan.cli.options import Country, Languages, ReaderName
from cardscan.cli.other_event import asking
from cardscan.cli.terminal import say, write_data
from cardscan.errors import ExitCode, StoppedError, UsageError

if TYPE_CHECKING:
    from cardscan.book.store import Book
    from cardscan.followup import FollowUp
    from cardscan.pipeline.record import ScanReport

STDOUT = Path("-")


def scan(
    photos: Annotated[
        list[Path], typer.Argument(metavar="FOLDER_OR_PHOTOS", help="A folder of photos, or photos.")
    ],
    *,
    event: Annotated[
        str | None, typer.Option(help="The event's name. [else event.toml, else the folder's name]")
    ] = None,
    event_date: Annotated[
        str | None,
        typer.Option(
            metavar="DATE",
            help="The event's day: 2026-11-20, today or yesterday. [else event.toml, else the photos' own]",
        ),
    ] = None,
    country: Country = None,
    reader: ReaderName = "rapidocr",
    lang: Languages = None,
    workers: Annotated[
        int | None, typer.Option(min=1, help="Processes that read. [as many as suit this computer]")
    ] = None,
    earlier: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="QUEUE",
            help="The queue of an earlier event: people you met there keep their id. Repeatable.",
        ),
    ] = None,
    book: BookPlace = None,
    no_book: Annotated[bool, typer.Option("--no-book", help="Keep nothing of this scan in a book.")] = False,
    read_again: Annotated[
        bool, typer.Option("--read-again", help="Read photos again that the book has already.")
    ] = False,
    another_event: Annotated[
        bool, typer.Option("--another-event", help="The photos are of another event as well, which is right.")
    ] = False,
    bring_back: Annotated[
        bool, typer.Option("--bring-back", help="Keep people on the photos again who were forgotten.")
    ] = False,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", help="Where the queue goes; - for stdout.")
    ] = Path("queue.csv"),
    force: Annotated[
        bool, typer.Option("--force", help="Overwrite the queue even where somebody has worked in it.")
    ] = False,
    records: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="Also write lines and fields of every card, as JSON Lines; - for stdout."
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the summary as JSON.")] = False,
    quiet: Annotated[
        bool,
        typer.Option(
            "--quiet",
            "-q",
            help="No progress and no table; failures and cards without a contact are still told.",
        ),
    ] = False,
) -> None:
    """Read the cards on photos and write the follow-up queue.

    Folders are read with their subfolders. A photo that fails is told and does not
    stop the rest: the queue holds the others, and the exit code is 10. What is read is
    kept in the book: the same command again reads only what is new.
    """
    from cardscan.cli.progress import ProgressBar  # noqa: PLC0415 - heavy
    from cardscan.pipeline.scan import scan_folder  # noqa: PLC0415 - heavy

    _check(output, records, earlier or [], as_json=as_json)
    met = _met(earlier or [])
    settings = owner_settings()
    now = time_of(settings)

    def run(is_another: bool) -> "ScanReport":
        with ProgressBar(visible=not quiet) as bar:
            try:
                return scan_folder(
                    photos,
                    event=event,
                    event_date=event_date,
                    country=country,
                    reader=reader,
                    languages=lang,
                    workers=workers,
                    earlier=met,
                    book=kept_in,
                    settings=settings,
                    read_again=read_again,
                    another_event=is_another,
                    bring_back=bring_back,
                    now=now,
                    on_progress=bar.update,
                )
            except KeyboardInterrupt as exc:
                raise StoppedError(bar.stopped(kept=kept_in is not None)) from exc

    with book_of_scan(book, wanted=not no_book) as kept_in:
        report = asking(run, kept_in, another_event=another_event)
        try:
            _hand_out(report, output, records, kept_in, now=now, force=force, as_json=as_json, quiet=quiet)
        except KeyboardInterrupt as exc:
            raise StoppedError(_stopped_writing(output, records)) from exc
    if report.failed:
        raise typer.Exit(ExitCode.SOME_FAILED)


def _check(output: Path, records: Path | None, earlier: list[Path], *, as_json: bool) -> None:
    """Everything that would fail after the reading fails before it."""
    from cardscan.export import check_output  # noqa: PLC0415

    if output == STDOUT and as_json:
        raise UsageError("The queue and the summary cannot both go to stdout; give the queue a file with -o.")
    if records == STDOUT and output == STDOUT:
        raise UsageError("The queue and the records cannot both go to stdout; give one of them a file.")
    if records == STDOUT and as_json:
        raise UsageError("The records and the summary cannot both go to stdout; give the records a file.")
    for path in (output, records):
        if path and path != STDOUT:
            check_output(path)
    written = {path.resolve() for path in (output, records) if path and path != STDOUT}
    if any(queue.resolve() in written for queue in earlier):
        raise UsageError(
            "The queue of an earlier event would be overwritten; give the new one a name with -o."
        )
    if records and output.resolve() == records.resolve():
        raise UsageError("The queue and the records cannot go to the same file; give them two names.")


def _met(queues: list[Path]) -> "list[FollowUp]":
    """The entries of earlier queues; one that cannot be read is told before the reading begins."""
    from cardscan.export import read_queue  # noqa: PLC0415 - heavy

    return [entry for queue in queues for entry in read_queue(queue)]


def _hand_out(
    report: "ScanReport",
    output: Path,
    records: Path | None,
    book: "Book | None",
    *,
    now: datetime,
    force: bool,
    as_json: bool,
    quiet: bool,
) -> None:
    from cardscan.cli.summary import summary_json, tell_failures, tell_summary  # noqa: PLC0415 - heavy

    if records:
        _write_records(report, records, force=force)
    queue = _write_queue(report, output, force=force)
    if book and output != STDOUT:
        _remember(report, Path(queue), book, at=now)
    if as_json:
        typer.echo(summary_json(report, queue))
    if quiet:
        tell_failures(report)
    else:
        tell_summary(report, queue, kept=book is not None)


def _stopped_writing(output: Path, records: Path | None) -> str:
    """What to tell a user who stopped while the results were written; no file is ever half written."""
    files = " and ".join(str(path) for path in (records, output) if path and path != STDOUT)
    left = f" What is in {files} is whole, be it of this scan or of an earlier one." if files else ""
    return f"Stopped while the results were written.{left} Run the same command again to have them all."


def _write_queue(report: "ScanReport", output: Path, *, force: bool) -> str:
    """Write the queue, and say where it is."""
    from cardscan.export import queue_bytes, write_queue  # noqa: PLC0415 - heavy

    if output == STDOUT:
        write_data(queue_bytes(report.followups))
        return "stdout"
    written = write_queue(output, report.followups, force=force)
    if written.moved_aside:
        say(written.moved_aside)
    return str(written.path)


def _remember(report: "ScanReport", queue: Path, book: "Book", *, at: datetime) -> None:
    """Note what the queue shows, so that what somebody changes in it can be told."""
    from cardscan.book.sheets import remember_queue  # noqa: PLC0415 - SQLAlchemy

    with book.writing() as session:
        remember_queue(session, queue, report.followups, at=at)


def _write_records(report: "ScanReport", path: Path, *, force: bool) -> None:
    from cardscan.export.safe_file import write_file  # noqa: PLC0415
    from cardscan.pipeline.saved import records_lines  # noqa: PLC0415

    # A lone surrogate, which UTF-8 cannot hold, becomes the escape that JSON has for it.
    data = records_lines(report.results).encode("utf-8", "backslashreplace")
    if path == STDOUT:
        write_data(data)
        return
    written = write_file(path, data, force=force)
    if written.moved_aside:
        say(written.moved_aside)
