"""What a trouble does to a picture that would have none."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from studio.picture import Lying

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Sequence

    from studio.design import Design
    from studio.picture import Picture

    Arrangement = Callable[[Picture, Sequence[Design], random.Random], Picture]

GAP_MM = 9.0
LOOSE_MM = 3.0
"""How far a card that is laid beside another one misses its place."""
FINE_PX_PER_MM = 12.0
LARGE_PX_PER_MM = 8.5
"""Resolution of pictures of a few and of many cards: the small type can just be read."""


def changed(**fields: Any) -> Arrangement:
    """The picture with other values in those fields."""
    return lambda picture, _designs, _rng: replace(picture, **fields)


def spoilt(**strengths: float) -> Arrangement:
    """The picture with those troubles of light, lens and sensor on top."""
    return lambda picture, _designs, _rng: replace(picture, troubles={**picture.troubles, **strengths})


def tilted(least_deg: float, most_deg: float) -> Arrangement:
    """The picture taken from the side."""

    def arrange(picture: Picture, _designs: Sequence[Design], rng: random.Random) -> Picture:
        pitch, yaw = rng.uniform(least_deg, most_deg), rng.uniform(-0.5, 0.5) * most_deg
        return replace(picture, pitch_deg=pitch, yaw_deg=yaw, span_mm=picture.span_mm * (1 + most_deg / 200))

    return arrange


def askew(least_deg: float, most_deg: float) -> Arrangement:
    """The card turned on the table, with so much more of the table that it stays in the picture."""

    def arrange(picture: Picture, designs: Sequence[Design], rng: random.Random) -> Picture:
        turn = rng.choice((-1, 1)) * rng.uniform(least_deg, most_deg)
        diagonal = sum(side**2 for side in designs[0].size_mm) ** 0.5
        span = max(picture.span_mm, 1.12 * diagonal * max(1.0, picture.size_px[0] / picture.size_px[1]))
        return replace(picture, lying=(Lying(turn_deg=turn),), span_mm=span)

    return arrange


def far(times: float) -> Arrangement:
    """The card small in the picture."""

    def arrange(picture: Picture, _designs: Sequence[Design], rng: random.Random) -> Picture:
        lying = Lying(at_mm=(rng.uniform(-25, 25), rng.uniform(-18, 18)), turn_deg=rng.uniform(-6, 6))
        return replace(picture, span_mm=picture.span_mm * times, lying=(lying,))

    return arrange


def filling(picture: Picture, designs: Sequence[Design], rng: random.Random) -> Picture:
    """The card fills the picture: nothing of the table is seen."""
    width, height = designs[0].size_mm
    scale = 1600 / max(width, height)
    return replace(
        picture,
        size_px=(round(width * scale), round(height * scale)),
        span_mm=width - 1.4,
        pitch_deg=0.0,
        yaw_deg=0.0,
        lying=(Lying(turn_deg=rng.uniform(-0.3, 0.3)),),
    )


def cut_off(sides: int) -> Arrangement:
    """One or two sides of the card lie outside the picture, up to where the text begins."""

    def arrange(picture: Picture, designs: Sequence[Design], rng: random.Random) -> Picture:
        width, height = designs[0].size_mm
        seen = (picture.span_mm, picture.span_mm * picture.size_px[1] / picture.size_px[0])
        out = [rng.choice((-1, 1)) * (side / 2 - part / 2 + 2.6) for side, part in
               zip(seen, (width, height), strict=True)]  # fmt: skip
        if sides == 1:
            out[rng.randrange(2)] = 0.0
        lying = Lying(at_mm=(out[0], out[1]), turn_deg=rng.uniform(-0.5, 0.5))
        return replace(picture, lying=(lying,), pitch_deg=0.0, yaw_deg=0.0)

    return arrange


def spread(columns: int, *, turned: bool = False) -> Arrangement:
    """Several cards in rows on the table.

    Args:
        columns: How many stand side by side.
        turned: Whether each lies in a direction of its own.
    """

    def arrange(picture: Picture, designs: Sequence[Design], rng: random.Random) -> Picture:
        widest = max(max(design.size_mm) for design in designs)
        highest = widest if turned else max(design.size_mm[1] for design in designs)
        cell = (widest + GAP_MM, highest + GAP_MM)
        turns = [rng.choice((0, 90, 180, 270)) if turned else 0 for _ in designs]
        lying = tuple(
            Lying(
                at_mm=(x + rng.uniform(-1, 1) * LOOSE_MM, y + rng.uniform(-1, 1) * LOOSE_MM),
                turn_deg=turn + rng.uniform(-4, 4),
            )
            for (x, y), turn in zip(grid(len(designs), columns, cell), turns, strict=True)
        )
        return _framed(picture, lying, columns, cell, margin_mm=10.0)

    return arrange


def touching(columns: int) -> Arrangement:
    """Several cards of one size, edge to edge."""

    def arrange(picture: Picture, designs: Sequence[Design], rng: random.Random) -> Picture:
        cell = designs[0].size_mm
        # All of them lie a little crooked together, as they were pushed.
        lying = tuple(
            Lying(at_mm=at, turn_deg=rng.uniform(-0.15, 0.15)) for at in grid(len(designs), columns, cell)
        )
        return _framed(picture, lying, columns, cell, margin_mm=16.0)

    return arrange


def on_the_scanner(columns: int) -> Arrangement:
    """Several cards on the glass of a flatbed scanner."""

    def arrange(picture: Picture, designs: Sequence[Design], rng: random.Random) -> Picture:
        cell = (101.0, 68.0)
        lying = tuple(
            Lying(at_mm=(x + rng.uniform(-2, 2), y + rng.uniform(-2, 2)))
            for x, y in grid(len(designs), columns, cell)
        )
        return replace(picture, kind="scan", lying=lying, exif_orientation=None)

    return arrange


def grid(count: int, columns: int, cell_mm: tuple[float, float]) -> list[tuple[float, float]]:
    """The centres of so many cells in rows, around the middle, in mm."""
    rows = -(-count // columns)
    return [
        ((k % columns - (columns - 1) / 2) * cell_mm[0], (k // columns - (rows - 1) / 2) * cell_mm[1])
        for k in range(count)
    ]


def _framed(
    picture: Picture, lying: tuple[Lying, ...], columns: int, cell_mm: tuple[float, float], margin_mm: float
) -> Picture:
    """The picture so large that it shows all cells and a margin."""
    rows = -(-len(lying) // columns)
    width, height = (n * side + 2 * margin_mm for n, side in zip((columns, rows), cell_mm, strict=True))
    is_large = len(lying) > 4
    scale = LARGE_PX_PER_MM if is_large else min(FINE_PX_PER_MM, 2000 / max(width, height))
    return replace(
        picture,
        lying=lying,
        span_mm=width,
        size_px=(round(width * scale), round(height * scale)),
        is_large=is_large,
        pitch_deg=picture.pitch_deg / 2,
        yaw_deg=picture.yaw_deg / 2,
    )
