"""What a note says to do, and by when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, cast

from cardscan.followup.notes.clauses import ACTIONS, Clauses

if TYPE_CHECKING:
    from datetime import date

    from cardscan.followup.notes.calendar_days import Day
    from cardscan.followup.notes.record import WorkingDay
    from cardscan.followup.record import Action

_SENT = ("note", "connect")
"""What "send" can stand for besides an e-mail, where the thing to be sent says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Something to do, or a day, in a note.

    Attributes:
        place: The unit that says it.
        clause: The first unit of its clause.
    """

    place: int
    clause: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldAction(Told):
    """Something to do: ``action`` is how."""

    action: Action


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldDay(Told):
    """A day by which something is to be done: ``on``; None with ``why_not`` where it is not clear."""

    on: date | None
    why_not: str = ""


def actions_of(clauses: Clauses) -> tuple[ToldAction, ...]:
    """What is to be done by the note's writer, in the note's order.

    Args:
        clauses: The note.
    """
    found = []
    for place, unit in enumerate(clauses.units):
        if unit.day is not None or not _is_asked(clauses, place):
            continue
        start, end = clauses.of(place)
        kind = next((unit.roles[role] for role in ("do", "thing", "send") if role in unit.roles), None)
        if kind is None:
            continue
        if "send" in unit.roles:
            kind = _sent(clauses, place, end)
        if kind == "email" and any(clauses.has(other, "by_post") for other in range(start, end)):
            kind = "note"
        found.append(ToldAction(place=place, clause=start, action=cast("Action", kind)))
    return tuple(found)


def waits(clauses: Clauses) -> int | None:
    """The place of what the others are to do, where the note says that they get in touch."""
    for place, unit in enumerate(clauses.units):
        if (
            unit.day is None
            and _is_by_them(clauses, place)
            and not clauses.is_refused(place)
            and not clauses.has(place + 1, "past")
        ):
            return place
    return None


def days_of(clauses: Clauses, working: WorkingDay) -> tuple[ToldDay, ...]:
    """The days by which something is to be done, in the note's order.

    Args:
        clauses: The note, its days made units.
        working: The first working day on or after a day.
    """
    found = []
    for place, unit in enumerate(clauses.units):
        if unit.day is None or not _is_due(clauses, place, unit.day):
            continue
        on = _shifted(clauses, place, unit.day.on, working) if unit.day.on else None
        found.append(ToldDay(place=place, clause=clauses.of(place)[0], on=on, why_not=unit.day.why_not))
    return tuple(found)


def _is_asked(clauses: Clauses, place: int) -> bool:
    if not clauses.has(place, "do", "thing", "send"):
        return False
    if clauses.is_refused(place) or clauses.has(place + 1, "past", "companies"):
        return False
    if clauses.has(place, "labels") and _names_number(clauses, place):
        return False
    is_noun = clauses.has(place, "thing") and not (clauses.has(place, "do") and clauses.is_theirs(place))
    if is_noun and clauses.is_open_before(place) and clauses.is_known_behind(place):
        return True
    return clauses.has(place, "do", "send") and not clauses.is_theirs(place) and _is_verb(clauses, place)


def _names_number(clauses: Clauses, place: int) -> bool:
    """Whether "tel" or "email" only stands before a number or an address."""
    behind = place + 1
    while behind < len(clauses.units) and clauses.units[behind].first.text in (":", ".", "=", "+", "("):
        behind += 1
    if behind == len(clauses.units):
        return False
    first = clauses.units[behind].first
    is_address = "@" in first.text or first.text.startswith(("http", "www."))
    is_number = first.is_number and clauses.units[behind].day is None
    return is_address or is_number or clauses.has(behind, "number")


def _is_verb(clauses: Clauses, place: int) -> bool:
    """Whether a verb is an order, rather than part of something else: "Salesforce call logging"."""
    before, behind = place - 1, place + 1
    if clauses.has(before, "past", "possessive") and not clauses.is_edge(before):
        return clauses.is_open_before(place) and clauses.is_known_behind(place)
    ours = clauses.has(before, "us") or (clauses.has(before, "will") and clauses.has(before - 1, "us"))
    known_before = ours or clauses.is_open_before(place)
    if clauses.is_unknown(behind) and not clauses.units[behind].is_name and clauses.has(place, "labels"):
        return clauses.has(before, "wants", "to")
    return known_before or (clauses.is_known_behind(place) and clauses.is_unknown(before))


def _sent(clauses: Clauses, place: int, end: int) -> str:
    things = (clauses.units[behind].roles for behind in range(place + 1, end))
    kinds = [roles.get("thing", roles.get("do")) for roles in things]
    return next((kind for kind in kinds if kind in _SENT), "email")


def _is_due(clauses: Clauses, place: int, day: Day) -> bool:
    """Whether something is to be done by the day, rather than that something happens then."""
    before = place - 1
    if day.standing and not _shows_day(clauses, place):
        return False
    if clauses.has(before, "block") and not clauses.has(before, "dated", "before", "after"):
        return False
    if day.exact and _is_part_of_name(clauses, place):
        return False
    start, end = clauses.of(place)
    others = [index for index in range(start, end) if index != place]
    doing = [index for index in others if _is_doing(clauses, index)]
    if not doing:
        return not any(_speaks_against(clauses, index) for index in others)
    between = range(max((index for index in doing if index < place), default=place) + 1, place)
    return not (day.vague and any(clauses.is_unknown(i) and not clauses.units[i].is_name for i in between))


def _speaks_against(clauses: Clauses, place: int) -> bool:
    """Whether a word shows that nothing is to be done by the day, in a clause that names no action."""
    if clauses.is_unknown(place) or clauses.has(place, "past", "not_interested_alone", *ACTIONS):
        return True
    return clauses.has(place, "block") and not clauses.has(place, "small", "dated", "end")


def _is_doing(clauses: Clauses, place: int) -> bool:
    if clauses.has(place, "any") and clauses.units[place].day is None:
        return not clauses.is_refused(place)
    return _is_by_them(clauses, place) or _is_asked(clauses, place)


def _is_by_them(clauses: Clauses, place: int) -> bool:
    """Whether the others are to get in touch: "she calls", "Ada will call", but not "hates calls"."""
    if clauses.has(place, "theirs"):
        return not clauses.is_unknown(place - 1) or clauses.units[place - 1].is_name
    return clauses.has(place, "do") and clauses.is_theirs(place)


def _shows_day(clauses: Clauses, place: int) -> bool:
    """Whether a word that can be a name or another word stands like a day."""
    unit, before = clauses.units[place], place - 1
    if "months" in unit.roles:
        return clauses.has(before, "dated", "before", "after", "within", "on")
    return clauses.is_known_behind(place) and not clauses.is_unknown(before)


def _is_part_of_name(clauses: Clauses, place: int) -> bool:
    """Whether it is the first word of a name: "Sunday Times"."""
    unit, behind = clauses.units[place], place + 1
    if clauses.has(behind, "companies") and unit.first.text[0].isupper():
        return True
    if not (clauses.is_unknown(behind) and clauses.units[behind].is_name and unit.first.text[0].isupper()):
        return False
    return unit.first.is_word and not clauses.has(place - 1, "dated", "on", "next", *ACTIONS)


def _shifted(clauses: Clauses, place: int, day: date, working: WorkingDay) -> date:
    if clauses.has(place - 1, "after"):
        return working(day + timedelta(days=1))
    if not clauses.has(place - 1, "before"):
        return day
    for ahead in range(1, 8):
        earlier = day - timedelta(days=ahead)
        if working(earlier) == earlier:
            return earlier
    return day - timedelta(days=1)
