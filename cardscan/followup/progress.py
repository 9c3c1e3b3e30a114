"""What comes next: after the owner got in touch, after a note, after the event was put right."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cardscan.followup.cadence import AS_NOTED, first_step, next_step, reachable_by

if TYPE_CHECKING:
    from datetime import date

    from cardscan.followup.cadence import Cadence
    from cardscan.followup.notes.record import Wish
    from cardscan.followup.record import Action, Event, FollowUp, Priority, Step, Touch
    from cardscan.followup.working_days import WorkingDays

NOTED = "noted: "
"""Begins the reason of a step that a note asks for."""


def after_touch(  # noqa: PLR0913 - what comes next depends on all of these
    step: Step,
    touch: Touch,
    *,
    on: date,
    wish: Wish | None,
    left: tuple[Action, str] | None = None,
    entry: FollowUp,
    cadence: Cadence,
    days: WorkingDays,
) -> Step | None:
    """What is to be done after the owner got in touch.

    Args:
        step: What was to be done.
        touch: What was done.
        on: The day, in the owner's time zone.
        wish: What the owner wrote about it; a day or an action named there comes first.
        left: What earlier notes ask for that was not done yet, with their words.
        entry: The contact.
        cadence: The owner's habit.
        days: The owner's working days.

    Returns:
        The next step: the one noted now, else what earlier notes left for later, else the
        cadence's.  ``step`` itself where something else was done: before its time, or
        although somebody was promised this.  None where nothing is to follow.
    """
    if wish and wish.not_interested:
        return None
    following = next_step(
        cadence, step, on=on, answered=touch.answered, reachable=reachable_by(entry), days=days
    )
    if wish and (wish.due or wish.next_action):
        # "No answer, try again tomorrow" names no way: the same one.
        again = step if touch.channel == step.action and not touch.answered else following or step
        return _noted(replace(following or step, action=again.action), wish, days.after(on, 1))
    if step.action != touch.channel:
        early = not touch.answered and step.number is not None
        if early or _is_noted(step):
            return step
    if left:
        action, words = left
        why = f"{NOTED}{action} ({words})"
        return replace(following or step, action=action, due=days.after(on, 1), why=why, set_by="note")
    return following


def after_note(step: Step, wish: Wish) -> Step:
    """The step with what a note asks for.

    Args:
        step: What is to be done.
        wish: What the note asks for, of a note that was written after the event: it does
            not move with the event's date.
    """
    if not (wish.due or wish.next_action):
        return step
    return replace(_noted(step, wish, step.due), set_by="person")


def of_priority(  # noqa: PLR0913 - as first_step
    step: Step,
    priority: Priority,
    *,
    event: Event,
    today: date,
    cadence: Cadence,
    days: WorkingDays,
) -> Step:
    """The first step, due as the cadence has it for another priority, but not before today.

    Args:
        step: The first step, as the cadence planned it.
        priority: How much the contact matters now.
        event: Where they met.
        today: In the owner's time zone.
        cadence: The owner's habit.
        days: The owner's working days.
    """
    anew = first_step(
        cadence, event, priority=priority, reachable={step.action}, days=days, wished=step.action
    )
    return replace(step, due=max(anew.due, days.on_or_after(today)))


def asks_for(step: Step) -> bool:
    """Whether a note asks for just this: not only for a day."""
    return step.why.startswith(NOTED) and f"{step.action} (" in step.why


def _is_noted(step: Step) -> bool:
    """Whether a note asks for the step, and not only the cadence."""
    return step.set_by == "note" or step.why.startswith(NOTED) or AS_NOTED in step.why


def _noted(step: Step, wish: Wish, otherwise: date) -> Step:
    return replace(
        step,
        action=wish.next_action or step.action,
        due=wish.due or otherwise,
        why=f"{NOTED}{', '.join(wish.said)}",
        set_by="note",
    )
