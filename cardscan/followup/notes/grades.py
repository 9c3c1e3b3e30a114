"""How much a contact matters, as a note says it: "A", "prio B", "hot"."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from cardscan.followup.notes.clauses import Clauses
    from cardscan.followup.record import Priority

_GRADES = ("A", "B", "C")
_OPENS = frozenset("([,;|-–—/.!?:")
_CLOSES = frozenset(")],;|-–—!.:?+")


def grade(clauses: Clauses) -> tuple[Priority, int] | None:
    """The priority that a note gives, and the place of the unit that says it.

    A letter by itself comes before words; words that say different things say nothing.

    Args:
        clauses: The note.
    """
    letters = [
        index
        for index, unit in enumerate(clauses.units)
        if unit.first.text in _GRADES and unit.end - unit.start == 1
    ]
    if len(letters) == 1 and _is_grade(clauses, letters[0]):
        return cast("Priority", clauses.units[letters[0]].first.text), letters[0]
    for kind, stands in (("strong", _is_strong), ("weak", _is_weak)):
        found = [
            (cast("Priority", unit.roles[kind]), index)
            for index, unit in enumerate(clauses.units)
            if kind in unit.roles and stands(clauses, index)
        ]
        if found:
            return found[0] if len({priority for priority, _ in found}) == 1 else None
    return None


def _is_grade(clauses: Clauses, place: int) -> bool:
    """Whether a letter is a grade, rather than an article, an initial or part of a name."""
    units = clauses.units
    label = place - 1
    while label >= 0 and units[label].first.text in (":", "=", "-"):
        label -= 1
    if clauses.has(label, "grade_labels"):
        return clauses.is_known_behind(place)
    if place and not _separates(clauses, place - 1, _OPENS):
        return False
    return _is_closed(clauses, place)


def _is_closed(clauses: Clauses, place: int) -> bool:
    units, behind = clauses.units, place + 1
    if behind == len(units) or (clauses.has(behind, "end") and units[behind].start == units[behind].end):
        return True
    mark = units[behind].first.text
    after = units[behind + 1] if behind + 1 < len(units) else None
    if clauses.has(behind, "leads"):
        return units[place].first.text != "A"
    if mark[0] not in _CLOSES:
        return False
    if mark == ".":
        return after is None or not after.first.text[0].isupper()
    if after is not None and after.glued:
        return mark == "-" and clauses.has(behind + 1, "leads", "grade_labels")
    return True


def _separates(clauses: Clauses, place: int, marks: frozenset[str]) -> bool:
    unit = clauses.units[place]
    if unit.start == unit.end:  # the end of a line
        return True
    glued_dash = unit.first.text in "-–—/" and unit.glued
    return unit.first.text[0] in marks and unit.first.text != ":" and not glued_dash


def _is_strong(clauses: Clauses, place: int) -> bool:
    return not clauses.is_refused(place)


def _is_weak(clauses: Clauses, place: int) -> bool:
    return clauses.is_open_before(place) and clauses.is_known_behind(place) and not clauses.is_refused(place)
