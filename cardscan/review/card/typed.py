"""What a person typed into the fields of a card, understood."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, cast, get_args

from cardscan.book.apply.checking import check_cell
from cardscan.followup.planning import is_too_far
from cardscan.followup.record import Priority
from cardscan.review.card.columns import SHOWN
from cardscan.review.card.sheet import cells_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cardscan.followup.record import FollowUp


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What was typed.

    Attributes:
        values: Column to its new value, of those that are not as they stand.
        priority: How much the contact matters; None where nothing was said.
        due: By when to get in touch; None where nothing was said.
        note: A new note; empty where there is none.
        wrong: Columns that cannot be kept as typed, each with the reason.
        odd: Sentences about what is kept although it is odd.
    """

    values: Mapping[str, Any]
    priority: Priority | None
    due: date | None
    note: str
    wrong: Mapping[str, str]
    odd: tuple[str, ...]

    @property
    def is_anything(self) -> bool:
        """Whether it changes anything."""
        return bool(self.values or self.priority or self.due or self.note)


def understand(
    form: Mapping[str, str], row: FollowUp, *, today: date, region: str | None, settled: bool = False
) -> Typed:
    """What a form says.

    Args:
        form: Name to text; others than those that are known are passed over.
        row: The row as it stands.
        today: In the owner's time zone.
        region: ISO 3166-1 alpha-2 code for phones without a country code, if known.
        settled: Whether somebody says that all of it is right: then no e-mail may be left that is none.
    """
    values, wrong, odd = _values(form, row, region, ("email",) if settled else ())
    due = _due(form, row, today, wrong)
    priority = form.get("priority")
    return Typed(
        values=values,
        priority=cast("Priority", priority) if _is_other(priority, row.priority) else None,
        due=due,
        note=" ".join(form.get("note", "").split()),
        wrong=wrong,
        odd=tuple(odd),
    )


def _is_other(priority: str | None, now: Priority) -> bool:
    return priority in get_args(Priority) and priority != now


def _values(
    form: Mapping[str, str], row: FollowUp, region: str | None, checked_anew: tuple[str, ...]
) -> tuple[dict[str, Any], dict[str, str], list[str]]:
    values: dict[str, Any] = {}
    wrong: dict[str, str] = {}
    odd: list[str] = []
    before = cells_of(row)
    for column in SHOWN:
        text = " ".join(form.get(column, before[column]).split())
        is_new = text != before[column]
        if not is_new and column not in checked_anew:
            continue
        known = before[column] if is_new else ""
        try:
            checked = check_cell(column, text, known, day_first=None, region=region)
        except ValueError as exc:
            wrong[column] = str(exc)
        else:
            odd += checked.warnings
            if is_new:
                values[column] = checked.value
    return values, wrong, odd


def _due(form: Mapping[str, str], row: FollowUp, today: date, wrong: dict[str, str]) -> date | None:
    text = form.get("due", "").strip()
    if not text or text == row.follow_up_due.isoformat():
        return None
    try:
        due = date.fromisoformat(text)
    except ValueError:
        wrong["due"] = f"{text!r} is no day; write it as {today}"
        return None
    if due < today or is_too_far(due, today):
        wrong["due"] = f"{due} has passed" if due < today else f"{due} is years away"
        return None
    return due
