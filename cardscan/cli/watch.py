"""``cardscan watch``: photos are read as they arrive in a folder."""

import time
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cardscan.cli.book import BookPlace
from cardscan.cli.desk import at_desk
from cardscan.cli.options import Country, Languages, ReaderName
from cardscan.cli.terminal import say
from cardscan.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from cardscan.followup import Event
    from cardscan.pipeline.scan_process import Scan
    from cardscan.watch.batch import Batches
    from cardscan.watch.rooms import Rooms


def watch(
    inbox: Annotated[Path, typer.Argument(metavar="INBOX", help="The folder in which photos arrive.")],
    *,
    event: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="The event. [else event.toml, else the folder's name]"),
    ] = None,
    event_date: Annotated[
        str | None, typer.Option(metavar="DATE", help="Its day. [else event.toml, else the plan, else today]")
    ] = None,
    country: Country = None,
    reader: ReaderName = "rapidocr",
    lang: Languages = None,
    workers: Annotated[
        int | None, typer.Option(min=1, help="Processes that read. [as many as suit this computer]")
    ] = None,
    photo_timeout: Annotated[
        float | None,
        typer.Option(min=0, metavar="SECONDS", help="As for cardscan scan: the longest time for one photo."),
    ] = None,
    book: BookPlace = None,
    another_event: Annotated[
        bool, typer.Option("--another-event", help="The photos are of another event as well, which is right.")
    ] = False,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", help="Where the queue goes.")
    ] = Path("queue.csv"),
    archive: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="Where photos go to be read. [INBOX-read, beside it]"),
    ] = None,
    quarantine: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="Where photos go that cannot be read. [INBOX-not-read]"),
    ] = None,
    settle: Annotated[
        float,
        typer.Option(
            min=0.1, max=3600, metavar="SECONDS", help="How long a photo must not have grown to be whole."
        ),
    ] = 3,
    poll: Annotated[
        bool, typer.Option("--poll", help="Look for changes, on a drive whose changes nothing tells.")
    ] = False,
    once: Annotated[
        bool, typer.Option("--once", help="Read what is there and end, for a timetable like cron's.")
    ] = False,
) -> None:
    """Read photos as they arrive in a folder, until you press Ctrl-C.

    Each photo is moved to the archive as soon as it has stopped growing, and read there; the queue
    is written anew after each batch, as cardscan scan writes it for the archive. Whatever
    happens, the same command goes on from there.
    """
    from cardscan.pipeline.scan_process import Scan  # noqa: PLC0415 - heavy
    from cardscan.watch.rooms import make_rooms  # noqa: PLC0415
    from cardscan.watch.stopping import stopping  # noqa: PLC0415

    _check(output, reader, lang, once=once)
    with ExitStack() as held, stopping(lambda: _stopped(inbox)):
        rooms = make_rooms(inbox, archive, quarantine)
        if not _is_alone(rooms, held, once=once):
            return
        met = _event(rooms, book, name=event, on=event_date, country=country)
        said = {"reader": reader, "lang": lang, "workers": workers, "photo-timeout": photo_timeout}
        scan = Scan(
            folder=rooms.archive,
            event=met.name,
            event_date=met.date.isoformat(),
            country=met.country,
            book=book,
            queue=output,
            more=(
                *(f"--{name}={value}" for name, value in said.items() if value is not None),
                *(("--another-event",) if another_event else ()),
            ),
        )
        if not once:
            say(
                f"Watching {inbox} for cards of {met.name}, {met.date}. Photos go to {rooms.archive}, "
                f"what cannot be read to {rooms.quarantine}. The queue is {output}."
            )
        batches = _watch(rooms, scan, held, settle=settle, poll=poll or None, once=once)
    if batches.set_aside:
        raise typer.Exit(ExitCode.SOME_FAILED)


def _check(output: Path, reader: str, lang: str | None, *, once: bool) -> None:
    """Everything that would be wrong at every photo is told before the first one arrives."""
    from cardscan.export import check_output  # noqa: PLC0415
    from cardscan.ocr.reader import readers  # noqa: PLC0415
    from cardscan.pipeline.worker import with_languages  # noqa: PLC0415
    from cardscan.watch.bell import check_installed  # noqa: PLC0415

    if not once:
        check_installed()
    if output == Path("-"):
        raise UsageError("The queue is written again and again; give it a file with -o.")
    check_output(output)
    if reader not in readers.names():
        raise readers.unknown(reader)
    with_languages(reader, lang)


def _is_alone(rooms: "Rooms", held: ExitStack, *, once: bool) -> bool:
    """Whether no other process watches for this archive any more; with ``once`` nobody waits for that."""
    from cardscan.watch.turns import Turn  # noqa: PLC0415

    turn = held.enter_context(Turn(rooms.own / "watching.lock"))
    if turn.take():
        return True
    if once:
        say(f"Another cardscan watch reads into {rooms.archive}; it reads what is there.")
        return False
    say(f"Another cardscan watch reads into {rooms.archive}; this one begins when that one ends.")
    while not turn.take():
        time.sleep(0.5)
    return True


def _event(
    rooms: "Rooms", book: str | None, *, name: str | None, on: str | None, country: str | None
) -> "Event":
    """The event of the archive; the book is opened for it, so that one out of reach is told at once."""
    from cardscan.book.events import events_named  # noqa: PLC0415 - SQLAlchemy
    from cardscan.watch.pinned import pinned_event  # noqa: PLC0415

    with at_desk(book) as desk, desk.book.reading() as session:
        return pinned_event(
            rooms,
            name=name,
            on=on,
            country=country,
            known=lambda called: events_named(session, called),
            today=desk.today,
        )


def _watch(
    rooms: "Rooms", scan: "Scan", held: ExitStack, *, settle: float, poll: bool | None, once: bool
) -> "Batches":
    """Watch, and hand out what the batches came to."""
    from cardscan.watch.arrivals import Arrivals  # noqa: PLC0415
    from cardscan.watch.batch import Batches  # noqa: PLC0415
    from cardscan.watch.bell import Bell  # noqa: PLC0415
    from cardscan.watch.claims import sweep  # noqa: PLC0415
    from cardscan.watch.turns import Turn  # noqa: PLC0415
    from cardscan.watch.watching import Watch  # noqa: PLC0415

    sweep(rooms)
    batches = Batches(rooms, scan, held.enter_context(Turn(rooms.own / "reading.lock")), say)
    watching = Watch(rooms, Arrivals(rooms.inbox, settle), batches, settle_s=settle, tell=say)
    if once:
        watching.once()
    else:
        watching.run(held.enter_context(Bell(rooms.inbox, poll=poll, tell=say)))
    return batches


def _stopped(inbox: Path) -> str:
    return (
        f"Stopped. Photos that arrive wait in {inbox}; run the same command again to go on. "
        "Nothing is lost or read twice."
    )
