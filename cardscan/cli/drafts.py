"""``cardscan drafts``: letters to be read, changed and sent by their owner."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cardscan.cli.book import BookPlace
from cardscan.cli.desk import Desk, at_desk, pick
from cardscan.cli.events import EventName
from cardscan.cli.options import Ahead
from cardscan.cli.terminal import say
from cardscan.cli.today import due_now

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cardscan.followup.drafts.record import Draft
    from cardscan.followup.due import DueEntry


def drafts(
    *,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FOLDER", help="Where the drafts go.")
    ] = Path("drafts"),
    to: Annotated[
        str | None, typer.Option("--to", metavar="WHO", help="Only to this person, whatever is due.")
    ] = None,
    event: EventName = None,
    ahead: Ahead = 0,
    language: Annotated[
        str | None, typer.Option(metavar="CODE", help="en, de, fr, es, or your own. [what suits each person]")
    ] = None,
    mailto: Annotated[
        bool, typer.Option("--mailto", help="Print mailto: links on stdout; write no files.")
    ] = False,
    book: BookPlace = None,
) -> None:
    """Write a draft of every e-mail that is due; nothing is ever sent.

    Each is a file that mail programs open for writing. What a note promised is attached, or
    linked, from the materials in your settings. Templates of your own come first.
    """
    with at_desk(book) as desk:
        made = [(one, _draft(one, desk, language)) for one in _wanted(desk, to, event, ahead)]
        if mailto:
            _print_links(draft for _, draft in made)
            return
        written = _write(desk, output, made)
    say(f"{written} drafts written to {output}." if written else "There is no new e-mail to draft.")


def _wanted(desk: Desk, to: str | None, event: str | None, ahead: int) -> "Sequence[DueEntry]":
    """Whom to write to: one person, else everybody whose e-mail is due."""
    if to is None:
        return [one for one in due_now(desk, event, ahead) if one.step.action == "email"]
    from cardscan.book.touching import the_entry  # noqa: PLC0415 - SQLAlchemy

    with desk.book.reading() as session:
        return [the_entry(session, pick(session, to).entry_id, desk.today)]


def _draft(one: "DueEntry", desk: Desk, language: str | None) -> "Draft":
    from cardscan.followup.drafts.letter import make_draft  # noqa: PLC0415 - Jinja2
    from cardscan.followup.drafts.templates import Templates  # noqa: PLC0415

    return make_draft(
        one.entry,
        step=one.step,
        event=one.event,
        owner=desk.settings.owner,
        notes=one.notes,
        materials=desk.settings.materials,
        templates=Templates(folder=desk.settings.templates),
        today=desk.today,
        language=language,
    )


def _print_links(made: "Iterable[Draft]") -> None:
    from cardscan.followup.drafts.mailto import to_mailto  # noqa: PLC0415 - not needed for --help

    for draft in made:
        typer.echo(to_mailto(draft))
        if draft.attachments:
            say(f"To attach for {draft.to_name}: {', '.join(map(str, draft.attachments))}")


def _write(desk: Desk, folder: Path, made: "Sequence[tuple[DueEntry, Draft]]") -> int:
    """Write the drafts that were not written before; how many."""
    from cardscan.book.drafts import keep_draft, kept_draft  # noqa: PLC0415 - SQLAlchemy
    from cardscan.export.safe_file import write_file  # noqa: PLC0415 - not needed for --help
    from cardscan.followup.drafts.eml import message_id, to_eml  # noqa: PLC0415
    from cardscan.followup.drafts.mailto import draft_file_name  # noqa: PLC0415

    owner = desk.settings.owner
    written = 0
    for one, draft in made:
        known = message_id(draft, owner)
        with desk.book.writing() as session:
            if before := kept_draft(session, known):
                say(f"{draft.to_name}: the draft is {before} already.")
                continue
            folder.mkdir(parents=True, exist_ok=True)
            path = write_file(folder / draft_file_name(draft), to_eml(draft, owner=owner, now=desk.now)).path
            keep_draft(session, one.entry.contact_id, path=path, message_id=known, at=desk.now)
        written += 1
        say(f"{path}: {draft.subject}" + ("" if draft.to else " (no e-mail address is known)"))
    return written
