"""``cardscan who`` and ``cardscan stale``: what happened with somebody, and with whom nothing did."""

from typing import TYPE_CHECKING, Annotated

import typer

from cardscan.cli.book import BookPlace
from cardscan.cli.desk import at_desk, pick
from cardscan.cli.options import AsJson, Person
from cardscan.cli.spoken import ACTIONS, next_of, spoken_day, who_is
from cardscan.cli.terminal import console, safe, say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cardscan.book.history import Happening
    from cardscan.followup.due import DueEntry
    from cardscan.followup.record import FollowUp


def who(person: Person, *, as_json: AsJson = False, book: BookPlace = None) -> None:
    """Print what is known of somebody: where you met, every touch, what comes next."""
    from cardscan.book.history import history  # noqa: PLC0415 - SQLAlchemy
    from cardscan.book.touching import the_entry  # noqa: PLC0415
    from cardscan.followup.owner_file import zone  # noqa: PLC0415

    with at_desk(book) as desk, desk.book.reading() as session:
        known = pick(session, person)
        now = the_entry(session, known.entry_id, desk.today)
        happenings = history(session, known.contact_id, zone(desk.settings.owner))
    if as_json:
        from cardscan.pipeline.saved import json_line  # noqa: PLC0415 - not needed for --help

        typer.echo(json_line(_as_dict(now, happenings)))
        return
    to = console()
    for line in (*_lines(now.entry), "", *map(_told, happenings), "", next_of(now)):
        to.print(safe(line), soft_wrap=True)


def stale(
    *,
    days: Annotated[int, typer.Option(min=1, max=36500, metavar="N", help="For how many days.")] = 90,
    as_json: AsJson = False,
    book: BookPlace = None,
) -> None:
    """Print whom you did not get in touch with for long, the longest first."""
    from rich.table import Table  # noqa: PLC0415 - not needed for --help

    from cardscan.book.history import stale_people  # noqa: PLC0415 - SQLAlchemy
    from cardscan.followup.owner_file import zone  # noqa: PLC0415

    with at_desk(book) as desk, desk.book.reading() as session:
        found = stale_people(session, days, today=desk.today, zone=zone(desk.settings.owner))
    if as_json:
        from cardscan.pipeline.saved import json_line  # noqa: PLC0415 - not needed for --help

        typer.echo(
            json_line(
                [
                    {
                        "contact_id": one.person.entry.contact_id,
                        "full_name": one.person.entry.full_name,
                        "company": one.person.entry.company,
                        "since": one.since.isoformat(),
                        "days": one.days,
                        "touched": one.touched,
                    }
                    for one in found
                ]
            )
        )
        return
    table = Table(box=None, pad_edge=False)
    for column in ("days", "since", "who", "next"):
        table.add_column(column, overflow="fold", justify="right" if column == "days" else "left")
    for one in found:
        since = spoken_day(one.since) + ("" if one.touched else ", never since the event")
        table.add_row(str(one.days), since, safe(who_is(one.person.entry)), safe(next_of(one.person)))
    if found:
        console().print(table)
    say(f"{len(found)} people without a touch for {days} days or more.")


def _lines(entry: "FollowUp") -> list[str]:
    """What the card says, a line each; what it does not say is left out."""
    cells = (
        ("", who_is(entry)),
        ("", ", ".join(filter(None, (entry.job_title, entry.department)))),
        ("mobile", "; ".join(entry.mobile_phone)),
        ("phone", "; ".join((*entry.work_phone, *entry.other_phones))),
        ("e-mail", "; ".join(filter(None, (entry.email, *entry.other_emails)))),
        ("website", "; ".join(entry.website)),
        ("address", entry.address),
        ("social", "; ".join(entry.social)),
        ("priority", entry.priority),
        ("notes", entry.notes),
        ("look at", "; ".join(entry.review_reasons) if entry.needs_review else ""),
    )
    return [f"{label + ' ' if label else ''}{text}" for label, text in cells if text]


def _told(one: "Happening") -> str:
    label = ACTIONS.get(one.what, one.what)  # type: ignore[call-overload]
    if one.answered is not None:
        label += ", answered" if one.answered else ", no answer"
    return f"{spoken_day(one.on)}  {label}{': ' + one.text if one.text else ''}"


def _as_dict(now: "DueEntry", happenings: "Iterable[Happening]") -> dict[str, object]:
    from cardscan.export.queue_columns import COLUMNS, to_cells  # noqa: PLC0415 - not needed for --help

    return {
        **dict(zip(COLUMNS, to_cells(now.entry), strict=True)),
        "why": now.step.why,
        "history": [
            {"on": one.on.isoformat(), "what": one.what, "text": one.text, "answered": one.answered}
            for one in happenings
        ],
    }
