"""``cardscan export``: files for the program that people have already."""

from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from cardscan.cli.book import BookPlace
from cardscan.cli.chosen import Chosen, rows_from
from cardscan.cli.desk import at_desk
from cardscan.cli.events import EventName
from cardscan.cli.spoken import counted
from cardscan.cli.terminal import say
from cardscan.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cardscan.cli.desk import Desk
    from cardscan.export.exporter import Exporter, Wishes
    from cardscan.followup.record import FollowUp

_TOLD = 10
"""Photos that are missing that are told one by one."""

_SUFFIXES = (".csv", ".ics", ".jsonl", ".vcf", ".xlsx")
_LONGEST_PX = 320
"""Of a picture in a file: twice what a sheet shows."""


def export(
    queue: Annotated[
        Path | None,
        typer.Argument(metavar="QUEUE", help="A queue file, with what you edited in it. [the book]"),
    ] = None,
    *,
    to: Annotated[
        str | None,
        typer.Option("--to", metavar="NAME", help="For which program; without it, all are listed."),
    ] = None,
    profile: Annotated[
        Path | None, typer.Option("--profile", metavar="FILE.toml", help="For a program that you describe.")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where it goes. [NAME.csv]")
    ] = None,
    event: EventName = None,
    due: Annotated[bool, typer.Option("--due", help="Only those with whom something is due today.")] = False,
    only_new: Annotated[
        bool,
        typer.Option("--only-new", help="Only what is new or changed since it was handed on there."),
    ] = False,
    everybody: Annotated[bool, typer.Option("--all", help="Also those that need a look first.")] = False,
    existing: Annotated[
        Path | None,
        typer.Option(
            "--existing",
            metavar="FILE",
            help="What that program has, by its own export: only what is new goes.",
        ),
    ] = None,
    unsure: Annotated[
        Literal["new", "update"] | None,
        typer.Option("--unsure", help="With --existing: take who may be there for new, or for an update."),
    ] = None,
    version: Annotated[
        Literal["3.0", "4.0"] | None, typer.Option("--vcard-version", help="Of vCards. [3.0]")
    ] = None,
    no_fold: Annotated[
        bool, typer.Option("--no-fold", help="Long lines of vCards and calendars are not broken.")
    ] = False,
    todo: Annotated[bool, typer.Option("--todo", help="Calendars get tasks, not appointments.")] = False,
    pictures: Annotated[
        bool, typer.Option("--pictures", help="With the picture of each card, in XLSX and vCards.")
    ] = False,
    photos: Annotated[
        list[Path] | None,
        typer.Option(
            "--photos",
            metavar="FOLDER",
            help="For --pictures: where photos are now. Repeatable. [where they were scanned, and here]",
        ),
    ] = None,
    book: BookPlace = None,
) -> None:
    """Write contacts and follow-ups as files that your CRM or address book imports.

    What it would refuse is not written there: it goes to a file of its own, with the reason. Follow-ups
    go to a second file where the program imports tasks. Nothing is uploaded.
    """
    from cardscan.cli.export_files import Job, export_beside, export_files  # noqa: PLC0415 - not for --help

    name, exporter = _exporter(to, profile)
    path = _path(output, name, exporter)
    _spare_queue(path, name, queue)
    if photos and not pictures:
        raise UsageError("--photos is for --pictures; type both.")
    typed: dict[str, Any] = {"version": version, "fold": not no_fold, "todo": todo}
    typed["picture"] = _no_picture if pictures else None
    with at_desk(book) as desk:
        before = _before(desk, name)
        wishes = _wishes(desk, name, exporter, typed)
        chosen = Chosen(desk=desk, due=due, everybody=everybody, before=before if only_new else {})
        with rows_from(desk, queue, event) as rows, _with_pictures(desk, wishes, photos) as wished:
            job = Job(
                desk=desk,
                name=name,
                exporter=exporter,
                wishes=wished,
                is_edited=bool(queue),
                only_new=only_new,
                before=before,
            )
            if existing:
                export_beside(job, chosen.of(rows), existing, path, unsure)
            else:
                export_files(job, chosen.of(rows), path)
    chosen.tell_left_out()
    if exporter.hint and chosen.taken:
        say(exporter.hint)


def _path(output: Path | None, name: str, exporter: "Exporter") -> Path:
    """Where the file goes."""
    if output is None:
        return Path(f"{name}{exporter.suffix}")
    if str(output) == "-":
        raise UsageError("An export may be several files, and goes to no stream. Type a file: -o people.csv")
    if output.suffix.lower() in _SUFFIXES and output.suffix.lower() != exporter.suffix:
        raise UsageError(
            f"{name} writes {exporter.suffix}, and {output.name} promises something else. "
            f"Type -o {output.with_suffix(exporter.suffix).name}"
        )
    return output


def _spare_queue(path: Path, name: str, queue: Path | None) -> None:
    """Make sure that no queue is written over by something else."""
    from cardscan.cli.export_files import contacts_in  # noqa: PLC0415 - not needed for --help

    is_read = queue is not None and path.resolve() == queue.resolve()
    if is_read or (name not in ("csv", "xlsx") and contacts_in(path)):
        raise UsageError(f"{path} is a queue, and would be written over. Type another file with -o.")


def _exporter(to: str | None, profile: Path | None) -> "tuple[str, Exporter]":
    from cardscan.export.crm import CrmExporter, read_profile  # noqa: PLC0415 - not needed for --help
    from cardscan.export.exporter import EXPORTERS  # noqa: PLC0415

    if to and profile:
        raise UsageError("--to and --profile name two programs; type one of the two.")
    if to:
        return to.lower(), EXPORTERS.make(to.lower())
    if profile:
        return profile.stem, CrmExporter(read_profile(profile))
    raise UsageError(
        f"For which program? Type --to with one of: {', '.join(EXPORTERS.names())}; or --profile."
    )


_OPTIONS = {"version": "--vcard-version", "fold": "--no-fold", "todo": "--todo", "picture": "--pictures"}


def _wishes(desk: "Desk", name: str, exporter: "Exporter", typed: dict[str, Any]) -> "Wishes":
    from cardscan.export.exporter import EXPORTERS, Wishes  # noqa: PLC0415 - not needed for --help

    usual = Wishes(now=desk.now, at=desk.settings.plan_at)
    typed = {wish: value for wish, value in typed.items() if value not in (None, getattr(usual, wish))}
    for wish in typed.keys() - exporter.heeds:
        heeding = [one for one in EXPORTERS.names() if wish in EXPORTERS.make(one).heeds]
        raise UsageError(f"{_OPTIONS[wish]} means nothing to {name}; it is for --to {' or '.join(heeding)}.")
    return replace(usual, **typed)


def _no_picture(_: "FollowUp") -> None:
    """What stands in the wishes until the pictures can be cut."""


@contextmanager
def _with_pictures(desk: "Desk", wishes: "Wishes", folders: list[Path] | None) -> "Iterator[Wishes]":
    """The wishes, with pictures of cards if they are wanted; who has none is told."""
    if not wishes.picture:
        yield wishes
        return
    from cardscan.pipeline.row_pictures import RowPictures  # noqa: PLC0415 - opencv

    with desk.book.reading() as session:
        cut = RowPictures(session, _folders(folders or [Path()]), longest_px=_LONGEST_PX)
        yield replace(wishes, picture=cut.of)
    if not cut.missing:
        return
    without = f"{counted(cut.rows_without, 'contact')} without a picture"
    say(f"{without}; --photos FOLDER says where the photos that were scanned are now.")
    for photo, reason in list(cut.missing.items())[:_TOLD]:
        say(f"  {photo}: {reason}")


def _folders(named: list[Path]) -> list[Path]:
    """Where photos may be: folders, and those in them; a photo is known by its content."""
    for folder in named:
        if not folder.is_dir():
            raise UsageError(f"There is no folder {folder}. Type the one that was scanned.")
    return [place for folder in named for place in (folder, *sorted(filter(Path.is_dir, folder.iterdir())))]


def _before(desk: "Desk", name: str) -> "dict[str, tuple[str, str]]":
    """By row, what of the contact and of the follow-up was handed on to a program."""
    from cardscan.book.handing_on import handed_on  # noqa: PLC0415 - SQLAlchemy

    with desk.book.reading() as session:
        found = handed_on(session, name)
    return {f"{contact} {where}": (one.digest, one.etag) for (contact, where), one in found.items()}
