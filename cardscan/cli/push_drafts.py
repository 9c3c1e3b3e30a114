"""Drafts go to a mailbox, each once, and the book notes which went."""

from typing import TYPE_CHECKING

import typer

from cardscan.cli.drafts import warn, warn_of_name
from cardscan.cli.spoken import counted
from cardscan.cli.terminal import say
from cardscan.errors import ExitCode, ServerError
from cardscan.export.push.mailbox import open_mailbox
from cardscan.followup.drafts.eml import message_id, to_eml

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cardscan.cli.desk import Desk
    from cardscan.export.push.address import Address
    from cardscan.export.push.mailbox import Mailbox
    from cardscan.followup.drafts.record import Draft


def push_drafts(
    desk: "Desk", address: "Address", letters: "Sequence[tuple[str, Draft]]", *, dry_run: bool
) -> None:
    """Put letters into the folder of drafts where they never were.

    Args:
        desk: Its book notes what went, one by one.
        address: The mailbox.
        letters: Contact id and letter.
        dry_run: Whether it is only shown.
    """
    from cardscan.book.handing_on import HandedOn, handed_on, keep_handed_on  # noqa: PLC0415 - SQLAlchemy

    owner = desk.settings.owner
    target = f"{address.user} at {address.url}"
    with desk.book.reading() as session:
        before = {item for _, item in handed_on(session, target)}
    named = [(contact, message_id(draft, owner), draft) for contact, draft in letters]
    left = [one for one in named if one[1] not in before]
    gone: list[str] = []
    try:
        with open_mailbox(address) as mailbox:
            for contact, known, draft in left:
                _put(desk, mailbox, draft, dry_run=dry_run)
                if dry_run:
                    continue
                with desk.book.writing() as session:
                    keep_handed_on(session, target, [HandedOn(contact_id=contact, item=known)], at=desk.now)
                gone.append(known)
    except ServerError as exc:
        if not gone:
            raise
        say(f"cardscan: {exc}")
    if len(named) > len(left):
        say(f"{counted(len(named) - len(left), 'draft')} went there before.")
    if dry_run:
        return
    say(f"{counted(len(gone), 'draft')} put there; send them when you have read them.")
    if gone:
        warn_of_name(desk)
    for _, _, draft in left[len(gone) :]:
        say(f"  {draft.to_name} did not go")
    if len(gone) < len(left):
        say("Running this again does the rest.")
        raise typer.Exit(ExitCode.SOME_FAILED)


def _put(desk: "Desk", mailbox: "Mailbox", draft: "Draft", *, dry_run: bool) -> None:
    """Put a letter where it is not yet; it is, where a run ended before the book could note it."""
    owner = desk.settings.owner
    letter = f"{mailbox.folder}: {draft.subject}, to {draft.to or draft.to_name}"
    is_there = mailbox.has(message_id(draft, owner))
    if dry_run:
        say(f"  is in {letter}" if is_there else f"  would be put into {letter}")
    elif not is_there:
        mailbox.put(to_eml(draft, owner=owner, now=desk.now))
        say(f"  {letter}")
        warn(draft)
