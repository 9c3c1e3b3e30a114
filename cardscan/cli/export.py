"""``cardscan export``: files for the program that people have already."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cardscan.cli.book import BookPlace
from cardscan.cli.desk import at_desk
from cardscan.cli.events import EventName, event_row
from cardscan.cli.spoken import counted, who_is
from cardscan.cli.terminal import say
from cardscan.errors import UsageError

if TYPE_CHECKING:
    from cardscan.export.exporter import Exported, Exporter
    from cardscan.followup.record import FollowUp

_LARGEST_TOLD = 10
"""Refused contacts that are told one by one; all are in the file."""


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
    everybody: Annotated[bool, typer.Option("--all", help="Also those that need a look first.")] = False,
    book: BookPlace = None,
) -> None:
    """Write contacts and follow-ups as files that your CRM or address book imports.

    What it would refuse is not written there: it goes to a file of its own, with the reason. Follow-ups
    go to a second file where the program imports tasks. Nothing is uploaded.
    """
    from cardscan.export.crm import CrmExporter, read_profile  # noqa: PLC0415 - not needed for --help
    from cardscan.export.exporter import EXPORTERS  # noqa: PLC0415

    if to and not profile:
        name, exporter = to, EXPORTERS.make(to)
    elif profile and not to:
        name, exporter = profile.stem, CrmExporter(read_profile(profile))
    else:
        raise UsageError(
            f"For which program? Type --to with one of: {', '.join(EXPORTERS.names())}; or --profile."
        )
    with at_desk(book) as desk:
        if queue:
            rows = _of_file(queue, event)
        else:
            from cardscan.book.rows import everybodys_rows  # noqa: PLC0415 - SQLAlchemy

            with desk.book.reading() as session:
                met_at = event_row(session, event) if event else None
                rows = list(everybodys_rows(session, met_at))
        if due:
            rows = [
                one for one in rows if one.status in ("open", "snoozed") and one.follow_up_due <= desk.today
            ]
    settled = [one for one in rows if everybody or not one.needs_review]
    if not settled:
        say(_nobody(len(rows)))
        return
    path = output or Path(f"{name}{exporter.suffix}")
    exported = exporter.export(settled)
    _write(path, exported, exporter)
    if len(rows) > len(settled):
        say(
            f"{counted(len(rows) - len(settled), 'contact')} left out, to be looked at first; "
            "--all takes them as they are."
        )


def _of_file(path: Path, event: str | None) -> "list[FollowUp]":
    from cardscan.export import read_queue  # noqa: PLC0415 - heavy
    from cardscan.followup.queue import folded  # noqa: PLC0415

    return [row for row in read_queue(path) if event is None or folded(event) in folded(row.event)]


def _nobody(count: int) -> str:
    if count:
        return f"All {count} contacts need a look first; --all takes them as they are."
    return "There is nobody to export."


def _write(path: Path, exported: "Exported", exporter: "Exporter") -> None:
    from cardscan.export.crm import needs_fixing  # noqa: PLC0415 - not needed for --help
    from cardscan.export.safe_file import write_file  # noqa: PLC0415

    for part in exported.parts:
        written = write_file(
            path.with_name(f"{path.stem}{part.name}{path.suffix or exporter.suffix}"), part.data
        )
        say(written.moved_aside or f"{written.path} was written.")
    say(f"{counted(exported.taken, 'contact')} written.")
    if not exported.refused:
        return
    for one in exported.refused[:_LARGEST_TOLD]:
        say(f"  {who_is(one.row)}: {'; '.join(one.why)}.")
    written = write_file(path.with_name(f"{path.stem}-needs-fixing.csv"), needs_fixing(exported.refused))
    say(
        written.moved_aside
        or f"{counted(len(exported.refused), 'contact')} to put right first: {written.path}"
    )
