"""``cardscan push``: contacts, follow-ups and drafts go to servers of your own."""

from dataclasses import replace
from importlib.util import find_spec
from typing import TYPE_CHECKING, Annotated

import typer

from cardscan.cli.book import BookPlace
from cardscan.cli.chosen import Chosen, rows_from
from cardscan.cli.desk import at_desk
from cardscan.cli.drafts import draft_of, wanted
from cardscan.cli.events import EventName
from cardscan.cli.examples import examples
from cardscan.cli.options import Ahead
from cardscan.cli.terminal import say
from cardscan.errors import MissingExtraError

if TYPE_CHECKING:
    from collections.abc import Callable

    from cardscan.cli.desk import Desk
    from cardscan.export.exporter import Wishes
    from cardscan.export.push.address import Address
    from cardscan.export.push.item import Item
    from cardscan.followup.record import FollowUp

DryRun = Annotated[bool, typer.Option("--dry-run", help="Show what would be done, and do nothing.")]
Due = Annotated[bool, typer.Option("--due", help="Only those with whom something is due today.")]
Everybody = Annotated[bool, typer.Option("--all", help="Also those that need a look first.")]
Place = Annotated[
    str,
    typer.Argument(
        metavar="URL", help="Of the server, with your name: https://ada@dav.example/. No password."
    ),
]

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Put contacts, follow-ups and drafts on servers of your own. The password comes from "
    "CARDSCAN_PASSWORD or your keyring.",
)


@app.callback()
def _needs_extra() -> None:
    if any(find_spec(name) is None for name in ("requests", "imapclient", "keyring")):
        raise MissingExtraError("What speaks with servers", "pip install 'cardscan-followup[push]'")


@app.command(epilog=examples("cardscan push carddav https://ada@dav.example/ --dry-run"))
def carddav(
    url: Place,
    *,
    event: EventName = None,
    due: Due = False,
    everybody: Everybody = False,
    dry_run: DryRun = False,
    book: BookPlace = None,
) -> None:
    """Put contacts into an address book, and keep them up to date there.

    What somebody edited or deleted there is left so. Running it again does what was not done.
    """
    from cardscan.cli.push_items import push_items  # noqa: PLC0415 - not needed for --help
    from cardscan.export.push.collection import ADDRESS_BOOK  # noqa: PLC0415 - not needed for --help
    from cardscan.export.push.item import contact_item  # noqa: PLC0415

    with at_desk(book) as desk:
        wishes = _wishes(desk)
        chosen = Chosen(desk=desk, due=due, everybody=everybody)
        items = _items(chosen, event, lambda row: contact_item(row, wishes))
        push_items(
            desk, _address(url), ADDRESS_BOOK, items, dry_run=dry_run, is_whole=_is_whole(chosen, event)
        )


@app.command(epilog=examples("cardscan push caldav https://ada@dav.example/ada/calendar/ --todo"))
def caldav(
    url: Place,
    *,
    event: EventName = None,
    due: Due = False,
    everybody: Everybody = False,
    todo: Annotated[bool, typer.Option("--todo", help="As tasks, not as appointments.")] = False,
    dry_run: DryRun = False,
    book: BookPlace = None,
) -> None:
    """Put follow-ups into a calendar, and move them there when they move.

    One that is done, or is not to be done, is marked so there.
    """
    from cardscan.cli.push_items import push_items  # noqa: PLC0415 - not needed for --help
    from cardscan.export.push.collection import CALENDAR  # noqa: PLC0415 - not needed for --help
    from cardscan.export.push.item import follow_up_item  # noqa: PLC0415

    with at_desk(book) as desk:
        wishes = replace(_wishes(desk), todo=todo)
        chosen = Chosen(desk=desk, due=due, everybody=everybody)
        items = _items(chosen, event, lambda row: follow_up_item(row, wishes))
        kind = replace(CALENDAR, component="VTODO" if todo else "VEVENT")
        push_items(desk, _address(url), kind, items, dry_run=dry_run, is_whole=_is_whole(chosen, event))


@app.command(epilog=examples("cardscan push drafts imaps://ada@mail.example"))
def drafts(
    url: Annotated[
        str,
        typer.Argument(
            metavar="URL", help="Of the mailbox, with your name: imaps://ada@mail.example. No password."
        ),
    ],
    *,
    event: EventName = None,
    ahead: Ahead = 0,
    dry_run: DryRun = False,
    book: BookPlace = None,
) -> None:
    """Put a draft of every e-mail that is due into your mailbox; nothing is ever sent.

    Each goes there once: what you changed, sent or deleted does not come again.
    """
    from cardscan.cli.push_drafts import push_drafts  # noqa: PLC0415 - not needed for --help
    from cardscan.export.push.mailbox import SCHEMES  # noqa: PLC0415

    with at_desk(book) as desk:
        letters = [
            (one.entry.contact_id, draft_of(one, desk, None)) for one in wanted(desk, None, event, ahead)
        ]
        if not letters:
            say("There is no e-mail to draft.")
            return
        push_drafts(desk, _address(url, SCHEMES), letters, dry_run=dry_run)


def _address(url: str, schemes: tuple[str, ...] = ("https", "http")) -> "Address":
    from cardscan.cli.password import password_of  # noqa: PLC0415 - not needed for --help
    from cardscan.export.push.address import read_address  # noqa: PLC0415

    address = read_address(url, schemes)
    return replace(address, password=password_of(address))


def _wishes(desk: "Desk") -> "Wishes":
    from cardscan.export.exporter import Wishes  # noqa: PLC0415 - not needed for --help

    return Wishes(now=desk.now, at=desk.settings.plan_at)


def _items(chosen: Chosen, event: str | None, item: "Callable[[FollowUp], Item]") -> "list[Item]":
    """An item for each contact; who was met twice in a queue is there once."""
    with rows_from(chosen.desk, None, event) as rows:
        items = list({row.contact_id: item(row) for row in chosen.of(rows)}.values())
    chosen.tell_left_out()
    return items


def _is_whole(chosen: Chosen, event: str | None) -> bool:
    """Whether everybody was taken, so that who is not there is gone."""
    return not (event or chosen.due or chosen.doubted)
