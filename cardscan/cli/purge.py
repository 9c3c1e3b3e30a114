"""``cardscan purge``: those are erased whom nobody has met for long."""

from typing import TYPE_CHECKING, Annotated

import typer

from cardscan.cli.book import BookPlace
from cardscan.cli.desk import at_desk
from cardscan.cli.forget import Yes, agreed, tell_erased
from cardscan.cli.terminal import say
from cardscan.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cardscan.book.people import Known


def purge(
    *,
    older_than: Annotated[
        str, typer.Option("--older-than", metavar="TIME", help="For how long: 2y, 18m, 10w or 90d.")
    ],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only list them.")] = False,
    yes: Yes = False,
    book: BookPlace = None,
) -> None:
    """Erase everybody with whom nothing happened for long: no event, touch, note or correction.

    As with forget, but no hash is kept: who is scanned again is there again.
    """
    from cardscan.book.forgetting.age import day_before, not_met_since  # noqa: PLC0415 - SQLAlchemy
    from cardscan.book.forgetting.forget import forget  # noqa: PLC0415
    from cardscan.followup.owner_file import zone  # noqa: PLC0415

    with at_desk(book) as desk:
        before = day_before(desk.today, older_than)
        with desk.book.reading() as session:
            found = not_met_since(session, before, zone=zone(desk.settings.owner))
        _list(found)
        say(f"People with whom nothing happened since {before}: {len(found)}.")
        if dry_run or not found:
            return
        if not agreed("Erase them for good?", yes=yes):
            say("Nobody was erased.")
            return
        with desk.book.reading() as session:
            if not_met_since(session, before, zone=zone(desk.settings.owner)) != found:
                raise UsageError("The book has changed meanwhile, and nobody was erased. Run it again.")
        contacts = [one.contact_id for one in found]
        erased = forget(desk.book, contacts, at=desk.now, remember=False)
    tell_erased(erased)


def _list(found: "Sequence[Known]") -> None:
    for one in found:
        say(f"  {one.contact_id}  {one}")
