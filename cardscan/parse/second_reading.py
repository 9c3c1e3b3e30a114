"""Of two readings of a line the one whose values pass more checks; where they differ, doubt."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

from cardscan.parse.record import Issue

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cardscan.ocr.record import TextLine
    from cardscan.parse.candidate import Candidate
    from cardscan.parse.record import Field

DIFFERENT = 0.5
"""Belief at most in a value that two readings give differently; of these, on real cards, five in six
were wrong."""

SHOWN = 60
"""Characters of the second reading that are shown."""


KINDS = ("email", "phone", "website")
"""Kinds of values that are read a second time."""


def better_read(
    lines: Sequence[TextLine], check: Callable[[Sequence[TextLine]], Sequence[Candidate]]
) -> tuple[TextLine, ...]:
    """The lines, each as the reading has it whose values pass more checks; the first one where none does.

    Args:
        lines: The lines of one card.
        check: Finds the values on lines that can be checked by their form.
    """
    best = tuple(lines)
    for index, line in enumerate(lines):
        if not line.again or line.again == line.text:
            continue
        swapped = replace(line, text=line.again, again=line.text)
        other = (*best[:index], swapped, *best[index + 1 :])
        first, second = (_on_line(index, check(reading)) for reading in (best, other))
        alike = [one.kind for one in first] == [one.kind for one in second]
        if alike and _passed(second) > _passed(first):
            best = other
    return best


def _on_line(index: int, candidates: Sequence[Candidate]) -> list[Candidate]:
    return [one for one in candidates if one.kind in KINDS and index in one.lines]


def _passed(candidates: Sequence[Candidate]) -> int:
    """How many checks the candidates pass: to have a value, and nothing odd about it."""
    return sum((one.value is not None) + (not one.issues) for one in candidates)


def compared(field: Field, lines: Sequence[TextLine]) -> Field:
    """The field, in doubt where the second reading of its lines gives another value.

    Args:
        field: An e-mail, a phone or a website; others are not read a second time.
        lines: The lines of its card.
    """
    again = " ".join(lines[index].again for index in field.lines)
    if field.kind not in KINDS or not again.strip():
        return field
    key = _digits if field.kind == "phone" else _letters
    if key(field.raw) in key(again) or key(field.text) in key(again):
        return field
    issue = Issue(
        code=f"{field.kind}-read-twice",
        message=f"{field.text!r} was read a second time as {again[:SHOWN]!r}; compare it with the card",
        doubt=True,
    )
    return replace(field, confidence=min(field.confidence, DIFFERENT), issues=(*field.issues, issue))


def _digits(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKC", text) if char.isdigit())


def _letters(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())
