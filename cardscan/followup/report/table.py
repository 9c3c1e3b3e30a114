"""The figures of an event as rows for a terminal and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cardscan.followup.cell_text import one_line
from cardscan.followup.report.goal import goal_number, result_sentence

if TYPE_CHECKING:
    from cardscan.followup.record import Action
    from cardscan.followup.report.figures import Figures, PriorityFigures

CHANNELS: dict[Action, str] = {
    "call": "calls",
    "email": "e-mails",
    "note": "notes by post",
    "meeting": "meetings",
    "connect": "contact requests",
}
"""What touches are called, by how."""

NONE = "–"
"""What stands where there is nothing to count."""


def report_table(figures: Figures) -> tuple[tuple[str, str], ...]:
    """The figures as rows: what is counted, and how many.

    Args:
        figures: Those of an event.
    """
    met = figures.met
    rows = (
        ("Event", ", ".join(filter(None, [one_line(figures.event.name), figures.event.date.isoformat()]))),
        ("As of", figures.as_of.isoformat()),
        ("Met", str(met)),
        ("Flagged for review", count_of(figures.flagged, met)),
        ("Followed up within 24 h", count_of(figures.within_24h, met)),
        ("Followed up within 48 h", count_of(figures.within_48h, met)),
        ("Followed up at all", count_of(figures.followed_up, met)),
        ("Answered", count_of(figures.answered, met)),
        ("Meetings", meetings(figures)),
        ("Results", result_sentence(figures.results, figures.event.goal)),
        ("Open now", f"{figures.open}, {figures.overdue} overdue"),
        ("Not interested", str(figures.not_interested)),
        ("Median to the first touch", median_text(figures.median_days)),
        ("Touches", ", ".join(f"{count} {CHANNELS[how]}" for how, count in figures.touches) or NONE),
    )
    return rows + tuple(
        (f"Priority {one.priority}", _of_priority(one)) for one in figures.by_priority if one.met
    )


def _of_priority(one: PriorityFigures) -> str:
    followed_up = f"{one.within_24h} within 24 h, {one.followed_up} followed up"
    return f"{one.met} met, {followed_up}, {one.answered} answered"


def report_json(figures: Figures) -> dict[str, Any]:
    """The figures as plain JSON values, days as ISO 8601.

    Args:
        figures: Those of an event.
    """
    counts = (
        "met",
        "flagged",
        "within_24h",
        "within_48h",
        "followed_up",
        "answered",
        "met_again",
        "meetings",
    )
    more = ("results", "open", "overdue", "not_interested")
    return {
        "event": figures.event.name,
        "event_date": figures.event.date.isoformat(),
        "as_of": figures.as_of.isoformat(),
        "goal": figures.event.goal,
        "goal_number": goal_number(figures.event.goal),
        **{name: getattr(figures, name) for name in (*counts, *more)},
        "touches": dict(figures.touches),
        "by_priority": {
            one.priority: {
                "met": one.met,
                "within_24h": one.within_24h,
                "followed_up": one.followed_up,
                "answered": one.answered,
            }
            for one in figures.by_priority
        },
        "median_working_days_to_first_touch": figures.median_days,
        "followed_up_by_working_day": list(figures.by_working_day),
    }


def percent(part: int, whole: int) -> str:
    """A share in words; all and none only where it is all or none.

    Example:
        >>> percent(199, 200), percent(1, 300), percent(0, 0)
        ('99 %', '1 %', '–')
    """
    if not whole:
        return NONE
    share = round(100 * part / whole)
    return f"{min(max(share, 1 if part else 0), 100 if part >= whole else 99)} %"


def count_of(part: int, whole: int) -> str:
    """A count and its share: "3 of 4 (75 %)"."""
    return f"{part} of {whole} ({percent(part, whole)})" if whole else NONE


def meetings(figures: Figures) -> str:
    """How many meetings there were, and with how many people where that is not the same."""
    people = f" with {figures.met_again} people" if figures.meetings != figures.met_again else ""
    return f"{figures.meetings}{people}"


def median_text(days: float | None) -> str:
    """Working days in words.

    Example:
        >>> median_text(1.0), median_text(2.5), median_text(None)
        ('1 working day', '2.5 working days', '–')
    """
    if days is None:
        return NONE
    return f"{days:g} working day{'' if days == 1 else 's'}"
