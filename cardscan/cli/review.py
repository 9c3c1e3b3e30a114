"""``cardscan review``: settle what is in doubt, on a page in the browser."""

import sys
from contextlib import AbstractContextManager, nullcontext
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cardscan.cli.book import BookPlace
from cardscan.cli.desk import Desk, at_desk, time_of
from cardscan.cli.terminal import say
from cardscan.errors import MissingExtraError, UsageError

if TYPE_CHECKING:
    from cardscan.review.server import Place


def review(
    photos: Annotated[
        list[Path] | None,
        typer.Argument(metavar="FOLDER", help="Where photos are. [where they were scanned]"),
    ] = None,
    *,
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port of the page; 0 for a free one.")] = 0,
    no_browser: Annotated[
        bool, typer.Option("--no-browser", help="Only print the address of the page.")
    ] = False,
    share: Annotated[
        bool, typer.Option("--share", help="Let a phone in the same network send photos to FOLDER.")
    ] = False,
    event: Annotated[
        str | None, typer.Option(metavar="NAME", help="For --share: the event. [as for cardscan scan]")
    ] = None,
    event_date: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="For --share: its day. [else event.toml, else today]"),
    ] = None,
    address: Annotated[
        str | None,
        typer.Option(metavar="IP", help="For --share: the address of this computer that the phone reaches."),
    ] = None,
    book: BookPlace = None,
) -> None:
    """Open a page that shows each card in doubt, and takes what you say of it.

    The page is served on this computer, to nobody else, until you press Ctrl-C. What you
    settle is in the book at once. With --share, a second page, which only takes photos,
    is open to the network.
    """
    _check_installed()
    if (event or event_date or address) and not share:
        raise UsageError("--event, --event-date and --address are for --share; type it too.")
    if share and len(photos or []) != 1:
        raise UsageError("Name the folder that the photos are to go to: cardscan review photos/ --share")
    from cardscan.review.app import review_app, workplace_of  # noqa: PLC0415 - an extra
    from cardscan.review.server import open_place, serve  # noqa: PLC0415

    with at_desk(book) as desk:
        work = workplace_of(desk.book, desk.settings, lambda: time_of(desk.settings), photos or [])
        work.twins.look()
        place = open_place(port=port)
        phone = (
            _taking_photos(desk, photos, event=event, event_date=event_date, address=address, book=book)
            if share
            else nullcontext()
        )
        with phone:
            serve(review_app(work), place, on_ready=lambda: _tell(place, no_browser=no_browser))
    say("Stopped.")


def _check_installed() -> None:
    for module in ("starlette", "uvicorn", "python_multipart", "segno"):
        if find_spec(module) is None:
            raise MissingExtraError(module, "pip install 'cardscan-followup[review]'")


def _tell(place: "Place", *, no_browser: bool) -> None:
    say(f"The page is {place.link}")
    say("Press Ctrl-C to stop; what you settle is kept at once.")
    if not no_browser:
        import webbrowser  # noqa: PLC0415 - not needed for --help

        webbrowser.open(place.link)


def _taking_photos(
    desk: Desk,
    photos: list[Path] | None,
    *,
    event: str | None,
    event_date: str | None,
    address: str | None,
    book: str | None,
) -> AbstractContextManager[None]:
    """What takes photos from a phone, and says how the phone gets there."""
    from cardscan.pipeline.scan_process import Scan  # noqa: PLC0415
    from cardscan.review.share.network import qr_for_terminal  # noqa: PLC0415 - an extra
    from cardscan.review.share.sharing import place_for_phones, sharing  # noqa: PLC0415

    (folder,) = photos or [Path()]
    _make_folder(folder)
    day = event_date or (None if (folder / "event.toml").exists() else "today")
    scan = Scan(folder=folder, event=event, event_date=day, book=book)
    place = place_for_phones(address)
    if sys.stderr.isatty():
        sys.stderr.write(qr_for_terminal(place.link))
    say(f"For a phone in the same network, once: {place.link}")
    say(
        f"The phone can send photos to {folder}, and see nothing else. Until you press Ctrl-C, {place.host} "
        "is open to your network: who comes without that link, or after the first phone, is turned away."
    )
    return sharing(scan, place, clock=lambda: time_of(desk.settings), tell=say)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as exc:
        raise UsageError(f"{folder} cannot be a folder for photos ({exc.strerror}). Name another.") from exc
