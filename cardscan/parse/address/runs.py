"""Which of the lines in a column are one address: where it begins and where it ends."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from math import prod
from typing import TYPE_CHECKING

from cardscan.parse.address.evidence import ANCHORS, STRONG, weigh
from cardscan.parse.lexicons import names, words
from cardscan.parse.text import bare, is_cjk

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cardscan.parse.address.evidence import Evidence
    from cardscan.parse.address.fragments import Fragment

WEAK = 0.18
"""Belief from which a line at the edge of an address belongs to it."""

ENOUGH = 0.7
"""Belief from which lines together are an address."""

LABELLED = 0.5
"""Belief in whatever stands behind "Address:"; it still needs a sign of its own."""

MOST_NEUTRAL = 2
"""Lines in a row that say nothing and still stand inside an address."""

OPENERS = ANCHORS | {
    "street",
    "opening number",
    "closing number",
    "building",
    "district",
    "unit",
    "landmark",
    "city",
    "east asian step",
}
"""Signs of which an address's first line shows one, or it ends in a comma."""

SHORTEST = 6
"""Letters and digits in the shortest address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of a line, and what speaks for it.

    Attributes:
        fragment: The stretch.
        evidence: What it shows.
    """

    fragment: Fragment
    evidence: Evidence

    @property
    def belief(self) -> float:
        """How much it looks like part of an address, in [0, 1], its label counted."""
        return max(self.evidence.belief, LABELLED if self.fragment.label else 0.0)


def addresses_in(column: Sequence[Fragment], region: str | None) -> Iterator[tuple[Piece, ...]]:
    """The addresses in one column, from top to bottom.

    Args:
        column: What is left of the column's lines, from top to bottom.
        region: A guess of the country (ISO 3166-1 alpha-2), for postal codes.
    """
    for run in _between_barriers(column, region):
        for part in _split(run):
            kept = _trimmed(part)
            if _is_address(kept):
                yield kept


def _between_barriers(column: Sequence[Fragment], region: str | None) -> Iterator[list[Piece]]:
    """Stretches of a column without labels, companies, titles or phones in between."""
    run: list[Piece] = []
    label: str | None = None
    for fragment in column:
        piece = Piece(fragment=fragment, evidence=weigh(fragment.text, region))
        if fragment.label or not fragment.text or piece.evidence.barred:
            yield run
            run = []
        if fragment.text and not (piece.evidence.barred and not fragment.label):
            run.append(_with_label(piece, label))
        label = fragment.label if not fragment.text else None
    yield run


def _with_label(piece: Piece, label: str | None) -> Piece:
    """The piece under the label that stands on a line of its own above it."""
    if label is None or piece.fragment.label:
        return piece
    return replace(piece, fragment=replace(piece.fragment, label=label))


def _split(run: list[Piece]) -> Iterator[list[Piece]]:
    """Parts a run where the script changes, a second code comes, or too much says nothing."""
    part: list[Piece] = []
    for piece in run:
        if part and _begins_another(part, piece):
            yield part
            part = []
        part.append(piece)
    yield part


def _begins_another(part: list[Piece], piece: Piece) -> bool:
    scripts = {_script(other) for other in part if other.belief >= STRONG} - {None}
    if piece.belief >= STRONG and _script(piece) and scripts and _script(piece) not in scripts:
        return True
    quiet = [other.belief < WEAK for other in part[-MOST_NEUTRAL - 1 :]]
    if len(quiet) > MOST_NEUTRAL and all(quiet):
        return True
    coded = [at for at, other in enumerate(part) if _has_code(other)]
    if not coded:
        return False
    opens = piece.evidence.signs & {"street number", "opening number", "house"} and piece.belief >= STRONG
    return _has_code(piece) or (bool(opens) and not is_cjk(piece.fragment.text) and coded[-1] > 0)


def _script(piece: Piece) -> str | None:
    """Either "cjk" or "latin", or None for a text of hardly any letters."""
    text = piece.fragment.text
    if is_cjk(text):
        return "cjk"
    return "latin" if sum(char.isalpha() for char in text) >= SHORTEST else None


def _has_code(piece: Piece) -> bool:
    return any(code.belief >= STRONG for code in piece.evidence.codes)


def _trimmed(part: list[Piece]) -> tuple[Piece, ...]:
    """Without the lines at either end that belong to something else."""
    start, end = 0, len(part)
    while start < end and not (_may_end(part[start]) and _may_begin(part[start])):
        start += 1
    while end > start and not _may_end(part[end - 1]):
        end -= 1
    return tuple(part[start:end])


def _may_end(piece: Piece) -> bool:
    return bool(piece.fragment.label) or (piece.belief >= WEAK and not piece.evidence.body)


def _may_begin(piece: Piece) -> bool:
    """Whether a line can be an address's first: a person with credentials has commas, too."""
    if piece.fragment.label or not piece.evidence.signs.isdisjoint(OPENERS):
        return True
    parts = bare(piece.fragment.text).replace(".", " ").rstrip(" ,;").split()
    titled = parts[:1] and parts[0] in words("honorifics", "prefix")
    named = titled or (parts[:1] and parts[0] in names("given") and parts[-1] in _name_ends())
    return piece.fragment.text.endswith((",", ";")) and not named


@cache
def _name_ends() -> frozenset[str]:
    """Words that end a person's line, bare: family names and credentials."""
    return names("family") | {bare(word).replace(".", "") for word in words("honorifics", "suffix")}


def _is_address(run: tuple[Piece, ...]) -> bool:
    text = "".join(char for piece in run for char in piece.fragment.text if char.isalnum())
    signs = frozenset(sign for piece in run for sign in piece.evidence.signs)
    labelled = any(piece.fragment.label for piece in run) and not signs.isdisjoint(
        {"city", "country", "east asian step", "street", "building"}
    )
    anchored = not signs.isdisjoint(ANCHORS) or labelled or signs >= {"city", "country"}
    return len(text) >= SHORTEST and anchored and belief_of(run) >= ENOUGH


def belief_of(run: Sequence[Piece]) -> float:
    """How much the pieces together look like an address, in [0, 1]."""
    return 1 - prod(1 - piece.belief for piece in run)
