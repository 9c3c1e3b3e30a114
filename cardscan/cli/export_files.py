"""The files of an export take their places, and the book notes who was handed on."""

from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from cardscan.cli.spoken import counted, who_is
from cardscan.cli.terminal import say
from cardscan.export.output import Output

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cardscan.cli.desk import Desk
    from cardscan.export.existing import Unsure
    from cardscan.export.exporter import Exporter, Wishes
    from cardscan.export.safe_file import WrittenFile
    from cardscan.followup.record import FollowUp

_COME_BACK = ("csv", "xlsx")
"""What ``apply`` takes back, edited."""

_TOLD = 10
"""Refused contacts that are told one by one; all are in the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What is exported, and how.

    Attributes:
        is_edited: Whether the contacts are from a queue file, in which the book may not know every edit.
    """

    desk: "Desk"
    name: str
    exporter: "Exporter"
    wishes: "Wishes"
    is_edited: bool


def export_files(job: Job, rows: "Iterable[FollowUp]", path: Path, unsure: "Iterable[Unsure]" = ()) -> None:
    """Write the files for some contacts, say so, and note who was handed on; no files for nobody."""
    rows, doubted = iter(rows), list(unsure)
    first = next(rows, None)
    if first is None and not doubted:
        return
    ids: list[str] = []
    kept: list[FollowUp] | None = [] if job.name in _COME_BACK else None
    with Output(path) as files:
        if first is not None:
            job.exporter.export(_noted(chain([first], rows), ids, kept), files, job.wishes)
        for one in doubted:
            files.refuse(one.row, [one.why])
        written = list(files.put())
        _tell(files, written)
    if job.exporter.hint and files.taken:
        say(job.exporter.hint)
    refused = [one.row for one in files.refused]
    sheets: list[tuple[Path, Sequence[FollowUp]]] = []
    if not job.is_edited:
        sheets += [(written[-1].path, refused)] if refused else []
        sheets += [(written[0].path, kept)] if kept else []
    _remember(job, sorted({*ids} - {row.contact_id for row in refused}), sheets)


def export_beside(job: Job, rows: "Iterable[FollowUp]", existing: Path, path: Path) -> None:
    """Write files for those who are new in another program, and others for those to be updated there."""
    from cardscan.cli.existing import beside_existing  # noqa: PLC0415 - not needed for --help

    everyone = list(rows)
    found = beside_existing(everyone, existing, path)
    new, changed = {row.contact_id for row in found.new}, {one.row.contact_id for one in found.changed}
    # Who was met at two events has two rows, and two follow-ups.
    export_files(job, (row for row in everyone if row.contact_id in new), path, found.unsure)
    update = path.with_name(f"{path.stem}-update{path.suffix}")
    export_files(job, (row for row in everyone if row.contact_id in changed), update)
    _remember(job, [row.contact_id for row in found.same], ())


def _noted(rows: "Iterable[FollowUp]", ids: list[str], kept: "list[FollowUp] | None") -> "Iterator[FollowUp]":
    """The same contacts, their ids noted, and they themselves where the file comes back."""
    for row in rows:
        ids.append(row.contact_id)
        if kept is not None:
            kept.append(row)
        yield row


def _tell(files: "Output", written: "list[WrittenFile]") -> None:
    fixing = written[-1] if files.refused else None
    for file in written[:-1] if fixing else written:
        say(file.moved_aside or f"{file.path} was written.")
    say(f"{counted(files.taken, 'contact')} written.")
    if files.guarded:
        say(f"{counted(files.guarded, 'cell')} got a leading ' so that no spreadsheet runs what a card says.")
    for one in files.refused[:_TOLD]:
        say(f"  {who_is(one.row)}: {'; '.join(one.why)}.")
    if fixing:
        wrong = f"{counted(len(files.refused), 'contact')} to put right first: {fixing.path}"
        say(fixing.moved_aside or wrong)


def _remember(
    job: Job, contacts: "Iterable[str]", sheets: "Iterable[tuple[Path, Sequence[FollowUp]]]"
) -> None:
    """Note who was handed on, and what stands in the files that ``apply`` takes back."""
    from cardscan.book.handing_on import HandedOn, keep_handed_on  # noqa: PLC0415 - SQLAlchemy
    from cardscan.book.sheets import remember_queue  # noqa: PLC0415

    now = job.desk.now
    with job.desk.book.writing() as session:
        keep_handed_on(session, job.name, [HandedOn(contact_id=one) for one in contacts], at=now)
        for path, rows in sheets:
            remember_queue(session, path, rows, at=now)
