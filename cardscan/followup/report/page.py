"""The figures of an event as one page: plots, the same as tables, and who is still waiting."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from cardscan.followup.record import OPEN
from cardscan.followup.report.figures import SECOND_DAY
from cardscan.followup.report.table import count_of, percent, report_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinja2 import Template

    from cardscan.followup.record import FollowUp
    from cardscan.followup.report.figures import Figures, PersonOfEvent

_BAR_WIDTH = 420
"""Width of a bar of everybody, in the units of the drawing."""

_CURVE_WIDTH = 600
_CURVE_HEIGHT = 200
_LONGEST_CURVE = 30
"""Working days that the curve shows; touches later than that follow nothing up."""

_SHORTEST_CURVE = 5
_MOST_DAY_LABELS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bar of the plot.

    Attributes:
        label: What it counts.
        width: In the units of the drawing.
        text: The count and its share.
    """

    label: str
    width: float
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """The share of people followed up, by working day after the event; lengths in units of the drawing.

    Attributes:
        path: The line, as SVG writes it.
        area: The surface below it.
        ticks: The place of each labelled working day and its number.
        limit: The place of the end of 48 hours.
        shares: Each day's number, count and share, for the table.
    """

    path: str
    area: str
    ticks: tuple[tuple[float, int], ...]
    limit: float
    shares: tuple[tuple[int, int, str], ...]


def report_page(figures: Figures, people: Sequence[PersonOfEvent]) -> str:
    """The report of an event as one HTML page that needs nothing else: no script, no other file.

    Args:
        figures: Those of the event.
        people: Everybody in its queue; those whose next step is to do are listed, the longest overdue first.
    """
    return _template().render(shown(figures, people))


def shown(figures: Figures, people: Sequence[PersonOfEvent]) -> dict[str, Any]:
    """What ``figures.html.j2`` shows, for whatever page it stands in.

    Args:
        figures: As for ``report_page``.
        people: The same.
    """
    return {
        "figures": figures,
        "rows": report_table(figures),
        "bars": _bars(figures),
        "curve": _curve(figures),
        "waiting": _waiting(people),
    }


@cache
def _template() -> Template:
    loader = PackageLoader("cardscan.followup.report", "")
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template("report.html.j2")


def _bars(figures: Figures) -> tuple[Bar, ...]:
    met = figures.met
    counts = (
        ("Met", met),
        ("Within 24 h", figures.within_24h),
        ("Within 48 h", figures.within_48h),
        ("Answered", figures.answered),
        ("Came to a meeting", figures.met_again),
    )
    return tuple(
        Bar(
            label=label,
            width=round(_BAR_WIDTH * count / max(met, 1), 1),
            text=str(count) if label == "Met" else f"{count} ({percent(count, met)})",
        )
        for label, count in counts
    )


def _curve(figures: Figures) -> Curve | None:
    """None where there is nothing to draw."""
    counts = figures.by_working_day[: _LONGEST_CURVE + 1]
    if not (figures.met and counts):
        return None
    last = max(len(counts) - 1, _SHORTEST_CURVE)
    points = [
        (round(_CURVE_WIDTH * day / last, 1), round(_CURVE_HEIGHT * (1 - count / figures.met), 1))
        for day, count in enumerate(counts)
    ]
    path = f"M0 {points[0][1]}" + "".join(f" H{x} V{y}" for x, y in points[1:])
    every = -(-last // _MOST_DAY_LABELS)
    return Curve(
        path=path,
        area=f"{path} V{_CURVE_HEIGHT} H0 Z",
        ticks=tuple((round(_CURVE_WIDTH * day / last, 1), day) for day in range(0, last + 1, every)),
        limit=round(_CURVE_WIDTH * SECOND_DAY / last, 1),
        shares=tuple((day, count, count_of(count, figures.met)) for day, count in enumerate(counts)),
    )


def _waiting(people: Sequence[PersonOfEvent]) -> tuple[FollowUp, ...]:
    found = [person.entry for person in people if person.entry.status in OPEN]
    return tuple(
        sorted(
            found, key=lambda entry: (entry.follow_up_due, entry.priority, entry.full_name, entry.contact_id)
        )
    )
