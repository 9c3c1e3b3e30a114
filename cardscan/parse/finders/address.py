"""Postal addresses: lines that belong together, without what stands around them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from cardscan.parse.address.columns import columns_of
from cardscan.parse.address.evidence import ANCHORS, line_evidence, weigh
from cardscan.parse.address.fragments import fragments_of
from cardscan.parse.address.parts import address_parts
from cardscan.parse.address.runs import addresses_in, belief_of
from cardscan.parse.candidate import Candidate, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cardscan.ocr.record import TextLine
    from cardscan.parse.address.fragments import Fragment
    from cardscan.parse.address.runs import Piece

__all__ = ["find_addresses", "line_evidence", "other_offices"]

MOST_OFFICES = 5
"""Further addresses that a card's notes hold; a page of addresses is no card."""

JOINT = " ,;"
"""What stands at the end of a line that goes on below; the joined text has its own."""


def find_addresses(
    lines: Sequence[TextLine], *, region: str | None, taken: Sequence[Span]
) -> tuple[Candidate, ...]:
    """The postal addresses on a card.

    Args:
        lines: The lines of the reading.
        region: A guess of the card's country (ISO 3166-1 alpha-2), or None to take
            it from the text.
        taken: Spans of phones, e-mails, websites and social handles.

    Returns:
        One candidate an address, the contact's own (the most complete, the head
        office) first.
    """
    fragments = fragments_of(lines, taken)
    region = region or _named_region(fragments)
    found = [
        run
        for column in columns_of(lines)
        for run in addresses_in(tuple(f for index in column for f in fragments[index]), region)
    ]
    candidates = [_candidate(lines, run, region) for run in found]
    return tuple(sorted(candidates, key=lambda one: (-one.score, one.spans[0].line)))


def other_offices(addresses: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The further addresses of a card as notes: branches, and the address in a second script.

    Args:
        addresses: The addresses of one card, as ``find_addresses`` gives them.

    Returns:
        A note for each address behind the first that has a street and a town.
    """
    return tuple(
        replace(one, kind="note", parts=())
        for one in addresses[1 : 1 + MOST_OFFICES]
        if {name for name, _ in one.parts} >= {"street", "city"}
    )


def _named_region(fragments: Sequence[Sequence[Fragment]]) -> str | None:
    """The country that the card's lines name most often."""
    counts = Counter(
        region for line in fragments for fragment in line for region in weigh(fragment.text, None).regions
    )
    best = counts.most_common(2)
    clear = len(best) == 1 or (len(best) == 2 and best[0][1] > best[1][1])  # noqa: PLR2004 - the two commonest
    return best[0][0] if best and clear else None


def _candidate(lines: Sequence[TextLine], run: tuple[Piece, ...], region: str | None) -> Candidate:
    fragments = [piece.fragment for piece in run]
    spans = tuple(
        Span(line=f.line, start=f.start, end=f.start + len(f.text.rstrip(JOINT))) for f in fragments
    )
    texts = _texts(lines, spans)
    parts = address_parts(texts, region)
    return Candidate(
        kind="address",
        raw=", ".join(texts),
        value=None,
        spans=spans,
        score=_score(run, {name for name, _ in parts}),
        confidence=round(min(0.95, belief_of(run) * (0.75 + 0.05 * len(parts))), 2),
        parts=parts,
    )


def _texts(lines: Sequence[TextLine], spans: Sequence[Span]) -> list[str]:
    """The text of each line, with what is printed between two stretches of it."""
    ends: dict[int, tuple[int, int]] = {}
    for span in spans:
        start, _ = ends.get(span.line, (span.start, span.end))
        ends[span.line] = start, span.end
    return [lines[line].text[start:end] for line, (start, end) in ends.items()]


def _score(run: tuple[Piece, ...], parts: set[str]) -> float:
    """How much an address looks like the contact's own: complete, and of the head office."""
    labels = {piece.fragment.label for piece in run}
    bonus = 2.0 * ("main" in labels) - 2.0 * ("other" in labels) - 0.5 * ("named" in labels)
    anchors = {sign for piece in run for sign in piece.evidence.signs} & ANCHORS
    return round(belief_of(run) + 0.3 * len(parts) + 0.3 * len(anchors) + bonus, 3)
