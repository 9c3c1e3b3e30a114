"""What to do first with a new entry: by its notes, its event and the owner's cadence."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, TypeVar

from cardscan.followup.cadence import first_step, reachable_by
from cardscan.followup.cell_text import SEPARATOR, one_line, values
from cardscan.followup.notes.shorthand import understand
from cardscan.followup.working_days import WorkingDays

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from cardscan.followup.notes.record import Wish
    from cardscan.followup.record import Event, FollowUp, Priority, Status, Step
    from cardscan.followup.settings import Settings

Choice = TypeVar("Choice")


_FARTHEST = timedelta(days=5 * 366)
NOTED = "note: "
"""Begins a reason that says what was understood of a note."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """An entry with its first step.

    Attributes:
        entry: With priority, status, next action and due date.
        step: The same as a step, with its reason.
    """

    entry: FollowUp
    step: Step


def plan(entry: FollowUp, event: Event, notes: Sequence[str], settings: Settings) -> Planned:
    """What to do first with somebody.

    Args:
        entry: As the card gives it, with its ``notes`` cell.
        event: Where they met.
        notes: What somebody wrote about the contact; the first one that says a thing counts.
        settings: The owner's.

    Returns:
        The entry, planned; what was understood of the notes stands in ``review_reasons``.
    """
    days = working_days(event, settings)
    wishes = [wish_of(note, said_on=event.date, days=days, settings=settings) for note in notes]
    priority: Priority = _first(wish.priority for wish in wishes) or "B"
    step = first_step(
        settings.cadence,
        event,
        priority=priority,
        reachable=reachable_by(entry),
        days=days,
        wished=_first(wish.next_action for wish in wishes),
        due=_first(wish.due for wish in wishes),
    )
    status: Status = "skipped" if any(wish.not_interested for wish in wishes) else "open"
    understood = tuple(NOTED + said for wish in wishes for said in wish.said)
    planned = replace(
        entry,
        follow_up_due=step.due,
        next_action=step.action,
        priority=priority,
        status=status,
        review_reasons=values((*entry.review_reasons, *understood)),
    )
    return Planned(entry=planned, step=step)


def wish_of(note: str, *, said_on: date, days: WorkingDays, settings: Settings) -> Wish:
    """What a note asks for.

    Args:
        note: In the owner's words.
        said_on: The day that "Tuesday" is counted from.
        days: The owner's working days.
        settings: The owner's languages.
    """
    return understand(
        note,
        said_on=said_on,
        after=said_on,
        languages=settings.owner.languages,
        working=days.on_or_after,
    )


def is_too_far(day: date, today: date) -> bool:
    """Whether a day is so far off that it is a slip: nobody plans to call in ten years."""
    return day - today > _FARTHEST


def working_days(event: Event, settings: Settings) -> WorkingDays:
    """The owner's working days; where no country is set, those of the event's."""
    owner = settings.owner
    return WorkingDays(owner.country, owner.subdivision) if owner.country else WorkingDays(event.country)


def with_note(notes: str, text: str) -> str:
    """A notes cell with one more note, or several with the separator between them, none twice."""
    return SEPARATOR.join(values((*notes.split(SEPARATOR), *one_line(text).split(SEPARATOR))))


def _first(choices: Iterable[Choice | None]) -> Choice | None:
    return next((choice for choice in choices if choice is not None), None)
