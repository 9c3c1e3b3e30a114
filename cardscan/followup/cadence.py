"""When to get in touch next, and how: the owner's habit as a table, and the step that follows from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from cardscan.followup.cell_text import one_line
from cardscan.followup.record import Step

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from cardscan.followup.record import Action, Event, FollowUp, Priority
    from cardscan.followup.working_days import WorkingDays

_USUAL: tuple[Action, ...] = ("call", "email", "connect", "note")
"""What is tried first where nobody said how: the quickest way to an answer."""

_LACKS: dict[Action, str] = {
    "call": "no phone number is known",
    "email": "no e-mail address is known",
    "note": "no postal address is known",
    "meeting": "neither phone nor e-mail is known",
    "connect": "no profile or website is known",
}
"""Why an action is impossible, as it ends a sentence."""

AS_NOTED = ", as noted"
"""Ends the reason of a first step that a note asks for."""

_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
"""What ordinals end in, by their last digit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CadenceStep:
    """One further step while nobody answers.

    Attributes:
        action: How to get in touch.
        after: Working days since the step before was done; 0 for the same day.
    """

    action: Action
    after: int


_FURTHER_STEPS = (
    CadenceStep(action="email", after=2),
    CadenceStep(action="call", after=3),
    CadenceStep(action="note", after=5),
    CadenceStep(action="meeting", after=10),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cadence:
    """When each step is due.

    Attributes:
        first_after: Working days from the event to the first step, for the priorities
            A, B and C; 0 is the event's own day if people work on it, else the next
            day on which they do.
        steps: The further steps, in their order, while there is no answer.
        stay_in_touch_days: Calendar days between two touches after that; 0 for none.
        stay_in_touch_action: How to stay in touch.
    """

    first_after: tuple[int, int, int] = (0, 1, 5)
    steps: tuple[CadenceStep, ...] = _FURTHER_STEPS
    stay_in_touch_days: int = 90
    stay_in_touch_action: Action = "email"


def reachable_by(entry: FollowUp) -> frozenset[Action]:
    """The ways in which a contact can be reached, by what is known of them.

    Args:
        entry: The contact's entry of the queue; a fax is no phone.
    """
    ways: dict[Action, bool] = {
        "call": bool(entry.mobile_phone or entry.work_phone or entry.other_phones),
        "email": bool(entry.email or entry.other_emails),
        "note": bool(entry.address or entry.street),
        "connect": bool(entry.social or entry.website),
    }
    ways["meeting"] = ways["call"] or ways["email"]
    return frozenset(action for action, possible in ways.items() if possible)


def first_step(  # noqa: PLR0913 - the step depends on all of these
    cadence: Cadence,
    event: Event,
    *,
    priority: Priority,
    reachable: AbstractSet[Action],
    days: WorkingDays,
    wished: Action | None = None,
    due: date | None = None,
) -> Step:
    """What to do first with somebody met at an event.

    Args:
        cadence: The owner's habit.
        event: Where they met.
        priority: How much the contact matters.
        reachable: How the contact can be reached.
        days: The owner's working days.
        wished: How a note says to get in touch; kept even where it seems impossible,
            as whoever wrote it may know more than the card.
        due: By when, if a note says so.

    Returns:
        Step 0: by the wish, else the event's own next action, else a call, an e-mail,
        a profile or a note by post, whichever is first possible.
    """
    intended = wished or event.next_action or _first_possible(reachable)
    action = intended if wished or intended in reachable else _first_possible(reachable)
    why = f"1st step after {one_line(event.name)}"
    if wished or due:
        why += AS_NOTED
    if intended not in reachable:
        why += f"; {_LACKS[intended]}"
    if due is not None:
        return Step(number=0, action=action, due=due, why=why, set_by="note")
    wait = cadence.first_after["ABC".index(priority)]
    return Step(number=0, action=action, due=_working_day(days, event.date, wait), why=why)


def next_step(  # noqa: PLR0913 - the step depends on all of these
    cadence: Cadence,
    step: Step,
    *,
    on: date,
    answered: bool,
    reachable: AbstractSet[Action],
    days: WorkingDays,
) -> Step | None:
    """What to do after ``step`` was done.

    While nobody answers, the cadence's further steps follow one another; a step that
    is not possible is passed over, with its wait.  After the last, or after an
    answer, it is staying in touch.

    Somebody who does not answer when the owner stays in touch is tried again after
    the same time, by another way: nothing is open between the two, so chasing them
    would be a nuisance; giving up would lose somebody who was only busy; and a third
    e-mail into a mailbox that nobody reads would be wasted.

    Args:
        cadence: The owner's habit.
        step: What was done.
        on: The day on which it was done, in the owner's time zone.
        answered: Whether the contact answered, or they spoke.
        reachable: How the contact can be reached.
        days: The owner's working days.

    Returns:
        The next step; None where there is none, because the cadence does not stay in touch.
    """
    if not answered and step.number is not None:
        for number, further in enumerate(cadence.steps[step.number :], start=step.number + 1):
            if further.action in reachable:
                due = _working_day(days, on, further.after)
                why = f"{_ordinal(number + 1)} step, no answer since {_spoken(on)}"
                return Step(number=number, action=further.action, due=due, why=why)
    return _stay_in_touch(cadence, step, on=on, answered=answered, reachable=reachable, days=days)


def _stay_in_touch(  # noqa: PLR0913 - as next_step
    cadence: Cadence,
    step: Step,
    *,
    on: date,
    answered: bool,
    reachable: AbstractSet[Action],
    days: WorkingDays,
) -> Step | None:
    if not cadence.stay_in_touch_days:
        return None
    in_vain = step.action if step.number is None and not answered else None
    ways = [way for way in (cadence.stay_in_touch_action, *_USUAL) if way in reachable]
    action = next((way for way in ways if way != in_vain), _first_possible(reachable))
    due = days.on_or_after(on + timedelta(days=cadence.stay_in_touch_days))
    why = f"staying in touch, {'answered on' if answered else 'no answer since'} {_spoken(on)}"
    return Step(number=None, action=action, due=due, why=why)


def _first_possible(reachable: AbstractSet[Action]) -> Action:
    """The usual way; a note by post where nothing is known, as its address may be found out."""
    return next((action for action in _USUAL if action in reachable), "note")


def _working_day(days: WorkingDays, day: date, count: int) -> date:
    return days.after(day, count) if count else days.on_or_after(day)


def _ordinal(number: int) -> str:
    """The number as "1st", "2nd", "11th"."""
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{_ENDINGS.get(number % 10, 'th')}"


def _spoken(day: date) -> str:
    """The day as "23 Nov 2026"."""
    return f"{day.day} {day:%b %Y}"
