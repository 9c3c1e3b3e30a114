"""``cardscan drafts``: letters to be read, changed and sent by their owner."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cardscan.cli.book import BookPlace
from cardscan.cli.desk import Desk, at_desk, pick
from cardscan.cli.events import EventName
from cardscan.cli.options import Ahead
from cardscan.cli.spoken import counted
from cardscan.cli.terminal import say
from cardscan.cli.today import due_now
from cardscan.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cardscan.followup.drafts.record import Draft
    from cardscan.followup.due import DueEntry

_TO_FILL_IN = "- …"
"""Where a letter says what was promised, and none of the materials is."""


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
        made = [(one, draft_of(one, desk, language)) for one in wanted(desk, to, event, ahead)]
        if mailto:
            _print_links(draft for _, draft in made)
            return
        written = _write(desk, output, made) if made else 0
    say(
        f"{counted(written, 'draft')} written to {output}." if written else "There is no new e-mail to draft."
    )
    if written:
        warn_of_name(desk)


def warn(draft: "Draft") -> None:
    """Say what has to be written into a letter before it is sent."""
    if draft.template == "send" and _TO_FILL_IN in draft.body.splitlines():
        say(f"{draft.to_name}: write what you promised into the letter, or name it among your materials.")


def warn_of_name(desk: Desk) -> None:
    """Say that letters end without a name, where nobody said whose they are."""
    if not desk.settings.owner.name:
        say("Your name is not in the settings, so they end without one: cardscan settings --make")


def wanted(desk: Desk, to: str | None, event: str | None, ahead: int) -> "Sequence[DueEntry]":
    """Whom to write to: one person, else everybody whose e-mail is due.

    Args:
        desk: Its book and its day.
        to: The person, as typed.
        event: Only people of this event, as typed.
        ahead: Days to come that count as well.
    """
    if to is None:
        return [one for one in due_now(desk, event, ahead) if one.step.action == "email"]
    from cardscan.book.touching import the_entry  # noqa: PLC0415 - SQLAlchemy

    with desk.book.reading() as session:
        return [the_entry(session, pick(session, to).entry_id, desk.today)]


def draft_of(one: "DueEntry", desk: Desk, language: str | None) -> "Draft":
    """The letter that is due to somebody, in a language, or in what suits them."""
    from cardscan.followup.drafts.due_letter import due_letter  # noqa: PLC0415 - Jinja2

    return due_letter(one, desk.settings, today=desk.today, language=language)


def _print_links(made: "Iterable[Draft]") -> None:
    from cardscan.followup.drafts.mailto import to_mailto  # noqa: PLC0415 - not needed for --help

    for draft in made:
        typer.echo(to_mailto(draft))
        if draft.attachments:
            say(f"To attach for {draft.to_name}: {', '.join(map(str, draft.attachments))}")


def _write(desk: Desk, folder: Path, letters: "Sequence[tuple[DueEntry, Draft]]") -> int:
    """Write the drafts that were not written before; how many."""
    from cardscan.book.drafts import keep_draft, kept_draft  # noqa: PLC0415 - SQLAlchemy
    from cardscan.export.safe_file import write_file  # noqa: PLC0415 - not needed for --help
    from cardscan.followup.drafts.eml import date_of, message_id, to_eml  # noqa: PLC0415
    from cardscan.followup.drafts.mailto import draft_file_name  # noqa: PLC0415

    owner = desk.settings.owner
    _make_folder(folder)
    written = 0
    for one, draft in letters:
        known = message_id(draft, owner)
        with desk.book.writing() as session:
            if before := kept_draft(session, known):
                written += _bring_up_to_date(
                    draft, before, to_eml(draft, owner=owner, now=date_of(before) or desk.now)
                )
                continue
            made = write_file(folder / draft_file_name(draft), to_eml(draft, owner=owner, now=desk.now))
            path = made.path
            keep_draft(session, one.entry.contact_id, path=path, message_id=known, at=desk.now)
        if made.moved_aside:
            say(made.moved_aside)
        written += 1
        warn(draft)
        say(f"{path}: {draft.subject}" + ("" if draft.to else " (no e-mail address is known)"))
    return written


def _make_folder(folder: Path) -> None:
    try:
        str(folder.resolve()).encode()
        folder.mkdir(parents=True, exist_ok=True)
    except UnicodeEncodeError as exc:
        raise UsageError(f"{folder} is not in UTF-8. Type another folder with -o.") from exc
    except OSError as exc:
        raise UsageError(
            f"{folder} cannot be a folder for drafts ({exc.strerror}). Type another one."
        ) from exc


def _bring_up_to_date(draft: "Draft", path: Path, data: bytes) -> bool:
    """Write a draft again where what it is made of has changed since; whether it was written."""
    from cardscan.export.safe_file import replace_file  # noqa: PLC0415 - not needed for --help

    if path.read_bytes() == data:
        say(f"{draft.to_name}: the draft is {path} already.")
        return False
    if why := replace_file(path, data):
        say(f"{draft.to_name}: the draft {path} {why}, and is left as it is; delete it to have it made anew.")
        return False
    say(f"{path}: {draft.subject} (brought up to date)")
    return True
