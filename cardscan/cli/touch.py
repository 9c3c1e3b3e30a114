"""``cardscan done`` and ``cardscan log``: the owner got in touch."""

from typing import Annotated

import typer

from cardscan.cli.book import BookPlace
from cardscan.cli.desk import at_desk, moment_of, picked
from cardscan.cli.options import Person
from cardscan.cli.spoken import ACTIONS, next_of, who_is
from cardscan.cli.terminal import say
from cardscan.errors import UsageError
from cardscan.followup.record import Action

Answered = Annotated[
    bool | None,
    typer.Option(
        "--answered/--no-answer",
        help="Whether they answered, or you spoke. [by the words of the note; of a meeting, yes]",
    ),
]
Counts = Annotated[bool, typer.Option("--counts", help="It counts towards the event's goal.")]
When = Annotated[
    str | None, typer.Option("--on", metavar="DAY", help="When it was: 2026-11-23 or yesterday. [now]")
]


def done(
    person: Person,
    note: Annotated[str, typer.Argument(help="What came of it: what is asked for there comes next.")] = "",
    *,
    answered: Answered = None,
    counts: Counts = False,
    on: When = None,
    book: BookPlace = None,
) -> None:
    """Say that what was due with somebody is done; the next step is planned.

    Until there is an answer, the steps of your cadence follow; after one, you stay in touch.
    """
    _touch(person, None, note, answered=answered, counts=counts, on=on, book=book)


def log(
    person: Person,
    how: Annotated[str, typer.Argument(help="How: call, email, note, meeting or connect.")],
    note: Annotated[str, typer.Argument(help="What came of it: what is asked for there comes next.")] = "",
    *,
    answered: Answered = None,
    counts: Counts = False,
    on: When = None,
    book: BookPlace = None,
) -> None:
    """Keep that you got in touch with somebody, whatever was due.

    Where it was what is due, or they answered, the next step is planned.
    """
    _touch(person, _channel(how), note, answered=answered, counts=counts, on=on, book=book)


def _channel(how: str) -> Action:
    for action, spoken in ACTIONS.items():
        if how.strip().casefold() in (action, spoken):
            return action
    raise UsageError(f"{how!r} is no way to get in touch. Type one of: {', '.join(ACTIONS)}.")


def _touch(
    person: str,
    channel: Action | None,
    note: str,
    *,
    answered: bool | None,
    counts: bool,
    on: str | None,
    book: str | None,
) -> None:
    from cardscan.book.touching import keep_touch, the_entry  # noqa: PLC0415 - SQLAlchemy
    from cardscan.followup.notes.answers import touch_of  # noqa: PLC0415

    with at_desk(book) as desk:
        entry_id = picked(desk, person)
        with desk.book.writing() as session:
            touch = touch_of(
                note,
                the_entry(session, entry_id, desk.today).step.action,
                at=moment_of(on, desk),
                languages=desk.settings.owner.languages,
                channel=channel,
                answered=answered,
                counts=counts,
            )
            after = keep_touch(session, entry_id, touch, today=desk.today, settings=desk.settings)
    told = "answered" if touch.answered else "no answer"
    say(f"{who_is(after.entry)}: {ACTIONS[touch.channel]}, {told}. {next_of(after)}")
