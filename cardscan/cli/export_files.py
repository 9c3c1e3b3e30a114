"""The files of an export take their places, and the book notes who was handed on."""

from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from cardscan.cli.spoken import counted, who_is
from cardscan.cli.terminal import say
from cardscan.errors import RecordError
from cardscan.export.output import Output
from cardscan.export.state import digests, row_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from cardscan.book.handing_on import HandedOn
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
        only_new: Whether follow-ups that were handed on as they are make no task again.
        before: By row, what of the contact and of the follow-up was handed on there before.
    """

    desk: "Desk"
    name: str
    exporter: "Exporter"
    wishes: "Wishes"
    is_edited: bool
    only_new: bool
    before: "Mapping[str, tuple[str, str]]"

    @property
    def all_wishes(self) -> "Wishes":
        """The wishes, with what was handed on before."""
        contacts = frozenset(key.split()[0] for key in self.before)
        return replace(self.wishes, handed=contacts, has_task=self._has_task if self.only_new else None)

    def _has_task(self, row: "FollowUp") -> bool:
        known = self.before.get(row_key(row))
        return known is not None and known[1] == digests(row)[1]


def export_files(job: Job, rows: "Iterable[FollowUp]", path: Path, unsure: "Iterable[Unsure]" = ()) -> None:
    """Write the files for some contacts, say so, and note who was handed on; no files for nobody.

    Args:
        job: What is exported, and how.
        rows: The contacts.
        path: The first file.
        unsure: Contacts to be looked at first, who go to the file of those.
    """
    rows, doubted = iter(rows), list(unsure)
    first = next(rows, None)
    if first is None and not doubted:
        return
    noted: list[HandedOn] = []
    kept: list[FollowUp] | None = [] if job.name in _COME_BACK else None
    with Output(path) as files:
        if first is not None:
            job.exporter.export(_noted(chain([first], rows), noted, kept), files, job.all_wishes)
        for one in doubted:
            files.refuse(one.row, [one.why])
        left_out = contacts_in(path) - {one.contact_id for one in noted} if job.name == "csv" else ()
        keep = "holds contacts that this export leaves out" if left_out else None
        written = list(files.put(keep=keep))
        _tell(files, written)
    refused = [one.row for one in files.refused]
    sheets: list[tuple[Path, Sequence[FollowUp]]] = []
    if not job.is_edited:
        sheets += [(written[-1].path, refused)] if refused else []
        sheets += [(written[0].path, kept)] if kept else []
    left = files.left | {row.contact_id for row in refused}
    _remember(job, [one for one in noted if one.contact_id not in left], sheets)


def export_beside(
    job: Job,
    rows: "Iterable[FollowUp]",
    existing: Path,
    path: Path,
    unsure: "Literal['new', 'update'] | None",
) -> None:
    """Write files for those who are new in another program, and others for those to be updated there.

    Args:
        job: What is exported, and how.
        rows: The contacts.
        existing: What the program has, by its own export.
        path: The first file for the new ones.
        unsure: What those are taken for who may be there; None where they have to be looked at.
    """
    from cardscan.cli.existing import beside_existing  # noqa: PLC0415 - not needed for --help

    everyone = list(rows)
    found = beside_existing(everyone, existing, path)
    ids = {
        "new": {row.contact_id for row in found.new},
        "update": {one.row.contact_id for one in found.changed},
    }
    if unsure:
        ids[unsure] |= {one.row.contact_id for one in found.unsure}
    # Who was met at two events has two rows, and two follow-ups.
    new = (row for row in everyone if row.contact_id in ids["new"])
    export_files(job, new, path, () if unsure else found.unsure)
    if found.unsure and not unsure:
        say("If they are there, add --unsure update; if they are others, add --unsure new.")
    changed = (row for row in everyone if row.contact_id in ids["update"])
    update = path.with_name(f"{path.stem}-update{path.suffix}")
    export_files(replace(job, only_new=True), changed, update)
    _remember(job, map(_handed, found.same), ())


def contacts_in(path: Path) -> set[str]:
    """The ids of the contacts in a queue file; none where it is no queue."""
    from cardscan.export.sheet import load_sheet  # noqa: PLC0415 - pandas

    try:
        rows = load_sheet(path) if path.suffix == ".csv" and path.is_file() else ()
    except RecordError:
        return set()
    return {row.cells["contact_id"] for row in rows if row.cells.keys() >= {"contact_id", "scanned_at"}}


def _noted(
    rows: "Iterable[FollowUp]", noted: "list[HandedOn]", kept: "list[FollowUp] | None"
) -> "Iterator[FollowUp]":
    """The same contacts, what is handed on of them noted, and they themselves where the file comes back."""
    for row in rows:
        noted.append(_handed(row))
        if kept is not None:
            kept.append(row)
        yield row


def _handed(row: "FollowUp") -> "HandedOn":
    from cardscan.book.handing_on import HandedOn  # noqa: PLC0415 - SQLAlchemy

    where = row_key(row).removeprefix(f"{row.contact_id} ")
    contact, step = digests(row)
    return HandedOn(contact_id=row.contact_id, item=where, digest=contact, etag=step)


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
    job: Job, handed: "Iterable[HandedOn]", sheets: "Iterable[tuple[Path, Sequence[FollowUp]]]"
) -> None:
    """Note who was handed on, and what stands in the files that ``apply`` takes back."""
    from cardscan.book.handing_on import keep_handed_on  # noqa: PLC0415 - SQLAlchemy
    from cardscan.book.sheets import remember_queue  # noqa: PLC0415

    now = job.desk.now
    with job.desk.book.writing() as session:
        keep_handed_on(session, job.name, list(handed), at=now)
        for path, rows in sheets:
            remember_queue(session, path, rows, at=now)
