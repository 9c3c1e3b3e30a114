"""Of two readings of a line the one whose values pass more checks; where they differ, doubt."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from cardscan.parse.record import Issue

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cardscan.ocr.record import TextLine
    from cardscan.parse.candidate import Candidate
    from cardscan.parse.record import Field

DIFFERENT = 0.5
"""Belief at most in a value that two readings give differently; on real cards half of these were right,
the better reading taken."""

SHOWN = 60
"""Characters of the second reading that are shown."""


KINDS = ("email", "phone", "website")
"""Kinds of values that are read a second time."""

MOST_LINES = 12
"""Lines of a card of which the better reading is sought: each takes a check of the whole card."""

FEW = 3
"""Letters in which two readings differ that a person finds by looking at both."""

CHECKS = 2
"""What a value can pass: to be one, and to have nothing odd about it."""


def better_read(
    lines: Sequence[TextLine], check: Callable[[Sequence[TextLine]], Sequence[Candidate]]
) -> tuple[TextLine, ...]:
    """The lines, each as the reading has it whose values pass more checks; the first one where none does.

    Args:
        lines: The lines of one card.
        check: Finds the values on lines that can be checked by their form.
    """
    best = tuple(lines)
    twice = [index for index, line in enumerate(lines) if line.again and line.again != line.text][:MOST_LINES]
    found = check(best) if twice else ()
    for index in twice:
        first = _on_line(index, found)
        if _passed(first) == CHECKS * len(first):
            continue  # nothing passes more, and a check goes through the whole card
        swapped = replace(lines[index], text=lines[index].again, again=lines[index].text)
        other = (*best[:index], swapped, *best[index + 1 :])
        found_other = check(other)
        second = _on_line(index, found_other)
        alike = [one.kind for one in first] == [one.kind for one in second]
        if alike and _passed(second) > _passed(first):
            best, found = other, found_other
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
    own = [lines[index] for index in field.lines]
    if field.kind not in KINDS or not any(line.again.strip() for line in own):
        return field
    again = " ".join(line.again.strip() or line.text for line in own)
    holds = _holds_digits if field.kind == "phone" else _holds_letters
    if holds(again, field.raw) or holds(again, field.text):
        return field
    issue = Issue(code=f"{field.kind}-read-twice", message=_difference(field, again), doubt=True)
    return replace(field, confidence=min(field.confidence, DIFFERENT), issues=(*field.issues, issue))


def _difference(field: Field, again: str) -> str:
    """What a person should look at: both readings, and how little they differ."""
    found = fuzz.partial_ratio_alignment(field.raw, again)
    stretch = again[found.dest_start : found.dest_end].strip() if found else ""
    apart = Levenshtein.distance(field.raw, stretch)
    if not 0 < apart <= FEW:
        return f"{field.text!r} was read a second time as {again[:SHOWN]!r}; compare it with the card"
    sign = "digit" if field.kind == "phone" else "letter"
    how = f"one {sign}" if apart == 1 else f"{apart} {sign}s"
    return f"the two readings differ in {how}: {field.raw!r} / {stretch!r}; compare them with the card"


def _holds_digits(text: str, value: str) -> bool:
    """Whether a number stands in a text and does not go on; an o is a zero, as the phones are found."""
    digits = r"\D*".join(char for char in _plain(value).replace("o", "0") if char.isdigit())
    return bool(re.search(rf"{digits}(?!\d)", _plain(text).replace("o", "0")))


def _holds_letters(text: str, value: str) -> bool:
    """Whether an address stands in a text, and does not go on: ".co" is not ".com"."""
    letters = r"\s*".join(map(re.escape, "".join(_plain(value).split())))
    return bool(re.search(rf"{letters}(?!\.?[a-z0-9])", _plain(text)))


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
