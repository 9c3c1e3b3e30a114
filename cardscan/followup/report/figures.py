"""How many were met at an event, how soon they were followed up, and what came of it."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, get_args

from cardscan.followup.record import OPEN, Action, Event, FollowUp, Priority, Touch

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date, tzinfo

NEXT_DAY = 1
SECOND_DAY = 2
"""Working days after the event until the end of which 24 and 48 hours last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonOfEvent:
    """Somebody who was met at the event.

    Attributes:
        entry: Their entry of its queue.
        touches: Every time that the owner got in touch, or tried to.
    """

    entry: FollowUp
    touches: tuple[Touch, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PriorityFigures:
    """How the people of one priority were followed up.

    Attributes:
        priority: Which.
        met: How many there are.
        within_24h: How many were followed up by the end of the next working day.
        followed_up: How many were followed up at all.
        answered: How many answered.
    """

    priority: Priority
    met: int
    within_24h: int
    followed_up: int
    answered: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What became of an event.  Counts are of people but where it says otherwise.

    Attributes:
        event: The event.
        as_of: The day of the report, in the owner's time zone.
        met: Everybody in its queue.
        flagged: Those whose card needs review.
        within_24h: Followed up by the end of the next working day after the event.
        within_48h: Followed up by the end of the second.
        followed_up: Followed up at all.
        answered: Who answered.
        met_again: Who came to a meeting.
        meetings: Meetings that were held; one person can have several.
        results: With whom something came about that counts towards the goal; each counts once.
        open: Whose next step is still to do, the overdue ones among them.
        overdue: Whose next step was due before ``as_of``.
        not_interested: Whom the owner skipped.
        touches: All touches by how, the most frequent first; only those that happened.
        by_priority: The same for each of A, B and C.
        median_days: Working days to the first touch, of those who were followed up; 0 is
            the event's own day; None where nobody was.
        by_working_day: How many were followed up by the end of each working day after the
            event, from its own day on and up to ``as_of`` or the last first touch; empty for
            an event still to come.
    """

    event: Event
    as_of: date
    met: int
    flagged: int
    within_24h: int
    within_48h: int
    followed_up: int
    answered: int
    met_again: int
    meetings: int
    results: int
    open: int
    overdue: int
    not_interested: int
    touches: tuple[tuple[Action, int], ...]
    by_priority: tuple[PriorityFigures, ...]
    median_days: float | None
    by_working_day: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Contacted:
    """A person with what counts: touches on the event's day or later.

    Attributes:
        entry: Their entry.
        touches: Those touches.
        days: Working days to the first of them, or None.
    """

    entry: FollowUp
    touches: tuple[Touch, ...]
    days: int | None

    @property
    def answered(self) -> bool:
        return any(touch.answered for touch in self.touches)

    @property
    def meetings(self) -> int:
        return sum(touch.channel == "meeting" and touch.answered for touch in self.touches)


def event_figures(
    event: Event,
    people: Sequence[PersonOfEvent],
    *,
    today: date,
    zone: tzinfo,
    after: Callable[[date, int], date],
) -> Figures:
    """What became of an event.

    Touches before the event's day do not count for it: people are met at several.

    Args:
        event: The event.
        people: Everybody in its queue.
        today: The day of the report.
        zone: The owner's time zone, in which a touch has its day.
        after: The working day that lies so many working days after a day.
    """
    last = max((touch.at.astimezone(zone).date() for one in people for touch in one.touches), default=today)
    ends = _working_days(event.date, max(today, last), after)
    all_of_them = [_contacted(one, event.date, zone, ends) for one in people]
    first_days = [one.days for one in all_of_them if one.days is not None]
    still_open = [one.entry for one in all_of_them if one.entry.status in OPEN]
    return Figures(
        event=event,
        as_of=today,
        met=len(all_of_them),
        flagged=sum(one.entry.needs_review for one in all_of_them),
        within_24h=sum(days <= NEXT_DAY for days in first_days),
        within_48h=sum(days <= SECOND_DAY for days in first_days),
        followed_up=len(first_days),
        answered=sum(one.answered for one in all_of_them),
        met_again=sum(one.meetings > 0 for one in all_of_them),
        meetings=sum(one.meetings for one in all_of_them),
        results=sum(any(touch.counts for touch in one.touches) for one in all_of_them),
        open=len(still_open),
        overdue=sum(entry.follow_up_due < today for entry in still_open),
        not_interested=sum(one.entry.status == "skipped" for one in all_of_them),
        touches=_by_channel(all_of_them),
        by_priority=tuple(_of_priority(priority, all_of_them) for priority in get_args(Priority)),
        median_days=median(first_days) if first_days else None,
        by_working_day=_curve(first_days, bisect_left(ends, today), is_over=event.date <= today),
    )


def _working_days(start: date, until: date, after: Callable[[date, int], date]) -> list[date]:
    """The day of the event, then the working days after it, up to the first that is not before ``until``."""
    ends = [start]
    while ends[-1] < until:
        ends.append(after(ends[-1], 1))
    return ends


def _contacted(person: PersonOfEvent, since: date, zone: tzinfo, ends: list[date]) -> _Contacted:
    days = {touch: touch.at.astimezone(zone).date() for touch in person.touches}
    touches = tuple(touch for touch in person.touches if days[touch] >= since)
    first = min((days[touch] for touch in touches), default=None)
    return _Contacted(
        entry=person.entry,
        touches=touches,
        days=None if first is None else bisect_left(ends, first),
    )


def _by_channel(people: list[_Contacted]) -> tuple[tuple[Action, int], ...]:
    counts = Counter(touch.channel for one in people for touch in one.touches)
    order = get_args(Action)
    return tuple(sorted(counts.items(), key=lambda count: (-count[1], order.index(count[0]))))


def _of_priority(priority: Priority, people: list[_Contacted]) -> PriorityFigures:
    them = [one for one in people if one.entry.priority == priority]
    return PriorityFigures(
        priority=priority,
        met=len(them),
        within_24h=sum(one.days is not None and one.days <= NEXT_DAY for one in them),
        followed_up=sum(one.days is not None for one in them),
        answered=sum(one.answered for one in them),
    )


def _curve(first_days: list[int], elapsed: int, *, is_over: bool) -> tuple[int, ...]:
    """How many had their first touch by the end of each working day."""
    if not (is_over or first_days):
        return ()
    last = max([elapsed, *first_days])
    return tuple(sum(days <= day for days in first_days) for day in range(last + 1))
