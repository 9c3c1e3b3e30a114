"""Finding the cards in a picture, and never losing text to a crop.

An outline is believed only when the text says so: what was found in the whole
picture must lie inside the chosen outlines, and none of it across their edge.
Where no set of outlines passes, the cut follows the text itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import dist, log
from statistics import median
from typing import TYPE_CHECKING

from cardscan import geometry
from cardscan.ocr.quads import USUAL_ASPECT, propose_quads

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cardscan.geometry import Quad
    from cardscan.ocr.reader import Pixels

SPECK_LENGTH = 2.0
"""Length to height of the longest piece of text that may be a speck: two letters, never a line."""

SPECKS_SHARE = 0.02
"""Of the text, by its area, what specks may make up outside the chosen outlines."""

MANY_CARDS = 3
"""Outlines from which a picture shows a table of cards, and what lies beside them may be one more."""

ALIKE_AREAS = 3.0
"""Greatest ratio between the area of a card on a table and the usual one there."""

SAME_CARD_LINES = 4.0
"""Farthest that two pieces of text on one card without an outline lie apart, in line heights."""

EDGE_SHARE = 0.03
"""Of a text's height, how far it may stick out of an outline it belongs to: boxes are loose."""

LONGEST_CARD = 2.1
"""Long side to short side of a card that was found by its parts."""

LARGEST_GROWTH = 1.6
"""How much larger a card may be than its greatest panel; a second card beside it doubles the area."""

GAPLESS = 0.9
"""Of an outline's area, what the panels of one card cover, and cards that lie apart do not."""

SMALLEST_CARD_TEXTS = 2
"""Pieces of text that make an outline a card when several cards are claimed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """Where a card lies in a picture.

    Attributes:
        quad: Its corners in picture pixels; the text runs from the first corner to the second.
        found_by: "quad", "text" or "whole", as in ``CardImage``.
    """

    quad: Quad
    found_by: str


def find_cards(pixels: Pixels, texts: Sequence[Quad]) -> tuple[Cut, ...]:
    """The cards in a picture, in reading order.

    Args:
        pixels: uint8, shape (height, width, 3), BGR.
        texts: Where text was found in it, in its pixels.

    Returns:
        At least one cut: without a trustworthy outline the text's own surroundings
        or the whole picture.
    """
    height, width = pixels.shape[:2]
    whole = geometry.rectangle(0, 0, width, height)
    if not texts:
        return (Cut(quad=whole, found_by="whole"),)
    quads = _trusted(propose_quads(pixels), texts)
    beside = _outside(quads, texts)
    if not quads or (beside and len(quads) < MANY_CARDS):
        return (_around_text(texts, whole),)
    return _in_reading_order(_table(quads, beside, texts, whole))


def _table(quads: Sequence[Quad], beside: Sequence[Quad], texts: Sequence[Quad], whole: Quad) -> list[Cut]:
    """The cuts of several cards, with what lies beside their outlines.

    It belongs to the nearest card, of which an inner panel was taken for the whole, if
    it is a single piece or leaves that card its shape; else it is one more card, whose
    outline was not seen.
    """
    cuts: list[Cut] = []
    strays: dict[Quad, list[Quad]] = {}
    for group in _groups(beside):
        home = _nearest(quads, group)
        if len(group) < SMALLEST_CARD_TEXTS or _still_a_card(home, group):
            strays.setdefault(home, []).extend(group)
        else:
            cuts.append(_around_text(group, whole))
    for quad in quads:
        if quad in strays:
            cuts.append(_around_text([*_inside(quad, texts), *strays[quad]], whole))
        else:
            cuts.append(Cut(quad=along_text(quad, texts), found_by="quad"))
    return cuts


def _nearest(quads: Sequence[Quad], group: Sequence[Quad]) -> Quad:
    place = geometry.center(geometry.around([corner for text in group for corner in text], 0, 0))
    return min(quads, key=lambda quad: dist(geometry.center(quad), place))


def _still_a_card(panel: Quad, group: Sequence[Quad]) -> bool:
    """Whether an outline that grows by the texts beside it is shaped like a card."""
    corners = [*panel, *(corner for text in group for corner in text)]
    width, height = geometry.size(geometry.around(corners, geometry.angle_deg(panel), 0))
    return max(width, height) <= LONGEST_CARD * min(width, height) and (
        width * height <= LARGEST_GROWTH * geometry.area(panel)
    )


def along_text(quad: Quad, texts: Sequence[Quad]) -> Quad:
    """The quad turned by quarters until the text inside runs along its top edge (or upside down)."""
    across = 0.0
    for text in _inside(quad, texts):
        width, height = geometry.size(text)
        across += (width - height) * (1 if _parallel(text, quad) else -1)
    return quad if across >= 0 else geometry.turned(quad, 1)


def _parallel(text: Quad, quad: Quad) -> bool:
    """Whether a text's top edge runs along the quad's top edge rather than its side."""
    turn = abs(geometry.angle_deg(text) - geometry.angle_deg(quad)) % 180
    return turn < 45 or turn > 135  # noqa: PLR2004


def _trusted(quads: Sequence[Quad], texts: Sequence[Quad]) -> tuple[Quad, ...]:
    """The outline that holds all text if one does, else those of several cards side by side."""
    sound = [
        quad
        for quad in quads
        if len(_inside(quad, texts)) >= SMALLEST_CARD_TEXTS and not any(_cuts(quad, text) for text in texts)
    ]
    for quad in quads:
        if not _outside([quad], texts) and not any(_cuts(quad, text) for text in texts):
            return _unpacked(quad, sound, texts)
    chosen: list[Quad] = []
    for quad in sound:
        if not _crowded(quad, chosen):
            chosen.extend(_unpacked(quad, sound, texts))
    alike = _alike(chosen)
    return tuple(alike) if len(alike) > 1 else ()


def _unpacked(quad: Quad, sound: Sequence[Quad], texts: Sequence[Quad]) -> tuple[Quad, ...]:
    """The cards within an outline that was drawn around several, else the outline itself."""
    held = _inside(quad, texts)
    smaller = [part for part in sound if geometry.area(part) < GAPLESS * geometry.area(quad)]
    parts: list[Quad] = []
    for part in smaller:
        if geometry.contains(quad, geometry.center(part)) and not _crowded(part, parts):
            parts.extend(_unpacked(part, smaller, texts))
    every = len(parts) >= MANY_CARDS or not _outside(parts, held)
    several = len(parts) > 1 and len(_alike(parts)) == len(parts)
    return tuple(parts) if several and every and _stand_apart(parts, quad) else (quad,)


def _stand_apart(parts: Sequence[Quad], quad: Quad) -> bool:
    """Whether parts are cards rather than the panels of one: with gaps, or shaped more like a card."""
    gaps = sum(map(geometry.area, parts)) < GAPLESS * geometry.area(quad)
    return gaps or max(map(_oddness, parts)) < _oddness(quad)


def _oddness(quad: Quad) -> float:
    """How far an outline's shape is from a card's, 0 for the usual one."""
    width, height = geometry.size(quad)
    return abs(log(max(width, height) / min(width, height) / USUAL_ASPECT))


def _crowded(quad: Quad, others: Sequence[Quad]) -> bool:
    return any(
        geometry.contains(other, geometry.center(quad)) or geometry.contains(quad, geometry.center(other))
        for other in others
    )


def _alike(quads: Sequence[Quad]) -> list[Quad]:
    """The quads of about the usual size."""
    usual = median(map(geometry.area, quads)) if quads else 0.0
    return [quad for quad in quads if usual / ALIKE_AREAS <= geometry.area(quad) <= usual * ALIKE_AREAS]


def _outside(quads: Sequence[Quad], texts: Sequence[Quad]) -> list[Quad]:
    """The texts that no outline holds, unless they are but specks."""
    beside = [
        text for text in texts if not any(geometry.contains(quad, geometry.center(text)) for quad in quads)
    ]
    lines = [text for text in beside if max(geometry.size(text)) > SPECK_LENGTH * min(geometry.size(text))]
    specks = sum(map(geometry.area, beside)) <= SPECKS_SHARE * sum(map(geometry.area, texts))
    return beside if lines or not specks else []


def _groups(texts: Sequence[Quad]) -> list[list[Quad]]:
    """Texts that lie close together, each group one card's."""
    groups: list[list[Quad]] = []
    for text in texts:
        near = [group for group in groups if any(_close(text, other) for other in group)]
        groups = [group for group in groups if group not in near]
        groups.append([text, *(other for group in near for other in group)])
    return groups


def _close(one: Quad, other: Quad) -> bool:
    left, top, right, bottom = geometry.bounds(one)
    other_left, other_top, other_right, other_bottom = geometry.bounds(other)
    reach = SAME_CARD_LINES * min(*geometry.size(one), *geometry.size(other))
    across = max(left, other_left) - min(right, other_right)
    down = max(top, other_top) - min(bottom, other_bottom)
    return across <= reach and down <= reach


def _inside(quad: Quad, texts: Sequence[Quad]) -> list[Quad]:
    return [text for text in texts if geometry.contains(quad, geometry.center(text))]


def _cuts(quad: Quad, text: Quad) -> bool:
    """Whether an edge of the quad runs through a text: an end inside, an end outside."""
    a, b, c, d = text
    ends = (((a[0] + d[0]) / 2, (a[1] + d[1]) / 2), ((b[0] + c[0]) / 2, (b[1] + c[1]) / 2))
    margin = EDGE_SHARE * min(geometry.size(text)) + 2
    inside = [geometry.contains(quad, end, margin) for end in ends]
    return inside[0] != inside[1]


def _around_text(texts: Sequence[Quad], whole: Quad) -> Cut:
    """A level cut that holds all text, or the whole picture where that is no closer."""
    upright = _text_angle_deg(texts)
    line_px = sorted(min(geometry.size(text)) for text in texts)[len(texts) // 2]
    quad = geometry.around([corner for text in texts for corner in text], upright, 2 * line_px)
    if abs(upright) < 1 and geometry.area(quad) > 0.8 * geometry.area(whole):
        return Cut(quad=along_text(whole, texts), found_by="whole")
    return Cut(quad=along_text(quad, texts), found_by="text")


def _text_angle_deg(texts: Sequence[Quad]) -> float:
    """The angle that levels most text, weighted by length, in [-45, 45)."""
    weighted = sorted(((geometry.angle_deg(text) + 45) % 90 - 45, max(geometry.size(text))) for text in texts)
    half = sum(length for _, length in weighted) / 2
    passed = 0.0
    for angle, length in weighted:
        passed += length
        if passed >= half:
            return angle
    return 0.0


def _in_reading_order(cuts: Sequence[Cut]) -> tuple[Cut, ...]:
    """Rows of cards from top to bottom, and within a row from left to right."""
    rows: list[list[Cut]] = []
    for cut in sorted(cuts, key=lambda cut: geometry.center(cut.quad)[1]):
        _, y = geometry.center(cut.quad)
        _, top, _, bottom = geometry.bounds(rows[-1][0].quad) if rows else (0.0, 0.0, 0.0, 0.0)
        if rows and y < (top + 3 * bottom) / 4:
            rows[-1].append(cut)
        else:
            rows.append([cut])
    return tuple(cut for row in rows for cut in sorted(row, key=lambda cut: geometry.center(cut.quad)[0]))
