"""A name that was corrected, and its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cardscan.followup.record import FollowUp

_PARTS = ("first_name", "last_name")


def with_name_parts(values: Mapping[str, Any], row: FollowUp) -> dict[str, Any]:
    """Corrections, with the parts of a name that was corrected.

    A part that still stands in the new name stays; where one is left, the rest is the other.
    Where none is, and nobody says, there are none.

    Args:
        values: Column to its new value.
        row: The row as it stood.

    Returns:
        The same with ``first_name`` and ``last_name``, where the name says something of them
        and nobody else does.
    """
    if "full_name" not in values:
        return dict(values)
    words = values["full_name"].split()
    parts = {part: getattr(row, part) for part in _PARTS}
    kept = {part: text for part, text in parts.items() if text and _is_in(text.split(), words)}
    found = {part: kept.get(part, "") for part in parts}
    if len(kept) == 1:
        (only,) = kept
        other = next(part for part in _PARTS if part != only)
        found[other] = _rest(words, kept[only].split())
    return {**found, **values}


def _is_in(part: list[str], words: list[str]) -> bool:
    return bool(_place(part, words) is not None)


def _place(part: list[str], words: list[str]) -> int | None:
    size = len(part)
    return next((at for at in range(len(words) - size + 1) if words[at : at + size] == part), None)


def _rest(words: list[str], part: list[str]) -> str:
    """What stands before or after a part, where it is the name's beginning or its end."""
    if words[: len(part)] == part:
        return " ".join(words[len(part) :])
    if words[-len(part) :] == part:
        return " ".join(words[: -len(part)])
    return ""
