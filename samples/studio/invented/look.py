"""How a card looks: paper, inks, typefaces, a mark and a layout, chosen by chance until nothing collides."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Literal

from studio import layouts
from studio.design import Box, Mark, Text
from studio.fonts import MM_PER_POINT, length_mm
from studio.marks import MARKS
from studio.style import AMERICAN, EUROPEAN, JAPANESE, UPRIGHT, Face, Style

if TYPE_CHECKING:
    import random

    from studio.design import Design
    from studio.facts import Facts
    from studio.layouts import Layout


Frame = tuple[float, float, float, float]
"""Left, top, right and bottom in mm."""

Mood = Literal["light", "dark", "colour", "loud", "faint", "fainter", "white", "black"]
"""Dark on light, light on dark, colour on colour (calm, glaring), little contrast (two steps), pure stock."""

TRIES = 200
MARGIN_MM = 4.0
"""No text stands nearer to the edge."""
RULE_MM = 1.0
"""Boxes less high are rules, which no line touches; others are panels, on which lines may stand."""
CLEAR_MM = (1.5, 0.3)
"""How much stays free between two lines, sideways and downwards."""
SMALLEST_PT = 5.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """The colours of a card: its paper, the ink of the name, of the small type, and two accents."""

    paper: str
    ink: str
    small: str
    accent: str
    second: str


def _palettes(*rows: tuple[str, str, str, str, str]) -> tuple[Palette, ...]:
    names = ("paper", "ink", "small", "accent", "second")
    return tuple(Palette(**dict(zip(names, row, strict=True))) for row in rows)


PALETTES: dict[Mood, tuple[Palette, ...]] = {
    "light": _palettes(
        ("#ffffff", "#16324f", "#333c44", "#16324f", "#3f9db0"),
        ("#fdfcf8", "#2a2a35", "#2a2a35", "#7a1f2b", "#c9b27c"),
        ("#f6f3ee", "#22262b", "#3a3d40", "#b4552d", "#22262b"),
        ("#ffffff", "#14532d", "#2b2f2c", "#14532d", "#8fcf6a"),
        ("#eef3f8", "#1d1b4c", "#33314f", "#3b37a0", "#f0a6ca"),
        ("#fbf3e4", "#5b3a29", "#4a3528", "#a8734a", "#d9a566"),
        ("#ffffff", "#111111", "#222222", "#d1495b", "#2e4057"),
    ),
    "dark": _palettes(
        ("#1c1f24", "#f4ead6", "#e9e4da", "#cdb487", "#e9e4da"),
        ("#243447", "#f5f7fa", "#e4e9ef", "#ff9f43", "#e4e9ef"),
        ("#3a0f1c", "#ffffff", "#f0dfe3", "#e0a84f", "#f0dfe3"),
        ("#0f2f24", "#eaf6ee", "#d5e6da", "#8fcf6a", "#eaf6ee"),
    ),
    "colour": _palettes(
        ("#f2c14e", "#5a1320", "#4b1a24", "#5a1320", "#2e4057"),
        ("#1f6f6b", "#f7d9a8", "#f4e3c4", "#f7d9a8", "#f0a24b"),
        ("#b5d99c", "#1d3557", "#21374f", "#1d3557", "#7b2d52"),
        ("#5b2a86", "#f6d6ff", "#e9d3f2", "#f0a6ca", "#f6d6ff"),
    ),
    "loud": _palettes(
        ("#e4572e", "#fff3b0", "#ffe98a", "#17255a", "#fff3b0"),
        ("#3d5a98", "#a5e6c4", "#a5e6c4", "#f2c14e", "#a5e6c4"),
        ("#e9a0b4", "#8a1538", "#94204a", "#8a1538", "#5b2a86"),
    ),
    "faint": _palettes(
        ("#f1efeb", "#8f8a82", "#959088", "#8f8a82", "#d5d0c8"),
        ("#dfe6ea", "#8298a6", "#869aa6", "#8298a6", "#c9d5dc"),
        ("#3a3d42", "#7d838c", "#7a8089", "#7d838c", "#565b63"),
    ),
    "fainter": _palettes(
        ("#f1efeb", "#aba69e", "#aeaaa3", "#aba69e", "#dedad3"),
        ("#dfe6ea", "#9fb1bc", "#a2b3bd", "#9fb1bc", "#d2dce2"),
    ),
    "white": _palettes(("#ffffff", "#1b1b1b", "#2b2b2b", "#2b2b2b", "#b0b0b0")),
    "black": _palettes(("#121315", "#f2f2f2", "#e2e2e2", "#c9b27c", "#e2e2e2")),
}

FAMILIES = (
    ("lato-bold", "lato", "lato-bold", "lato"),
    ("garamond", "garamond-italic", "garamond", "garamond"),
    ("open-bold", "open", "open-bold", "open"),
    ("inter-bold", "inter", "inter-medium", "inter"),
    ("vollkorn-bold", "vollkorn", "vollkorn-bold", "open"),
    ("spartan-bold", "spartan", "spartan-bold", "lato"),
    ("cabin-bold", "cabin", "cabin-bold", "cabin"),
    ("quicksand-bold", "quicksand", "quicksand-bold", "quicksand"),
    ("open-narrow-bold", "open-narrow", "open-narrow-bold", "open-narrow"),
)
"""Typefaces of name, title, company and small type; all of them have the accents that the names need."""
JAPANESE_FAMILIES = (
    ("mincho-bold", "mincho", "mincho-bold", "mincho"),
    ("gothic-bold", "gothic", "gothic-bold", "gothic"),
)

LAYOUTS: tuple[Layout, ...] = (
    layouts.left_column, layouts.centred, layouts.two_columns, layouts.logo_left, layouts.band,
    layouts.side_panel, layouts.right_aligned, layouts.upright,
)  # fmt: skip


def dress(facts: Facts, rng: random.Random, mood: Mood) -> Design:
    """A design for those facts in which no line touches another, the mark or the edge.

    Args:
        facts: What it says.
        rng: Source of chance.
        mood: How paper and ink stand to each other.

    Raises:
        ValueError: None of many layouts holds so much text.
    """
    for _ in range(TRIES):
        layout, size = _format(facts, rng)
        design = layout(facts, _style(facts, rng, mood), size)
        if is_clear(design):
            return design
    raise ValueError(facts)


def is_clear(design: Design) -> bool:
    """Whether every line can be read: inside the card, of some size, and clear of everything else."""
    width, height = design.size_mm
    lines = [element for element in design.elements if isinstance(element, Text)]
    frames = [frame_of_line(line) for line in lines]
    inside = all(
        left >= MARGIN_MM and top >= MARGIN_MM and right <= width - MARGIN_MM and bottom <= height - MARGIN_MM
        for left, top, right, bottom in frames
    )
    large = all(line.face.size_pt >= SMALLEST_PT for line in lines)
    frames += [frame_of_mark(element) for element in design.elements if isinstance(element, Mark)]
    frames += [_rule(box) for box in design.elements if isinstance(box, Box) and box.size_mm[1] < RULE_MM]
    return inside and large and not any(meet(a, b) for a, b in combinations(frames, 2))


def _format(facts: Facts, rng: random.Random) -> tuple[Layout, tuple[float, float]]:
    if facts.language == "ja":
        return rng.choice((layouts.meishi, layouts.right_aligned, layouts.left_column)), JAPANESE
    layout = rng.choice(LAYOUTS)
    if layout is layouts.upright:
        return layout, UPRIGHT
    return layout, AMERICAN if facts.country == "US" else EUROPEAN


def _style(facts: Facts, rng: random.Random, mood: Mood) -> Style:
    colours = rng.choice(PALETTES[mood])
    name, title, company, body = rng.choice(JAPANESE_FAMILIES if facts.language == "ja" else FAMILIES)
    # Small type of little contrast is set larger, as on a real card of that kind.
    small_pt = rng.uniform(7.2, 8.4) if mood in {"faint", "fainter"} else rng.uniform(6.6, 8.0)
    tall = 1.15 if body in {"garamond", "open-narrow"} else 1.0
    return Style(
        name=Face(font=name, size_pt=rng.uniform(11, 14.5) * tall, colour=colours.ink),
        title=Face(
            font=title, size_pt=rng.uniform(7.6, 9) * tall, colour=rng.choice((colours.small, colours.ink))
        ),
        company=Face(font=company, size_pt=rng.uniform(8.4, 11.5) * tall, colour=colours.ink),
        body=Face(font=body, size_pt=small_pt * tall, colour=colours.small),
        paper=colours.paper,
        accent=colours.accent,
        second=colours.second,
        mark=rng.choice((None, *MARKS)),
    )


def frame_of_line(line: Text) -> Frame:
    """Where a line stands."""
    length, size = length_mm(line.text, line.face), line.face.size_pt * MM_PER_POINT
    left = line.at_mm[0] - {"left": 0.0, "centre": 0.5, "right": 1.0}[line.align] * length
    return left, line.at_mm[1] - 0.8 * size, left + length, line.at_mm[1] + 0.2 * size


def frame_of_mark(mark: Mark) -> Frame:
    """Where a mark stands."""
    (x, y), half = mark.at_mm, mark.side_mm / 2
    return x - half, y - half, x + half, y + half


def _rule(box: Box) -> Frame:
    (x, y), (width, height) = box.at_mm, box.size_mm
    return x, y, x + width, y + height


def meet(one: Frame, other: Frame) -> bool:
    """Whether two frames stand too near to each other."""
    sideways, down = CLEAR_MM
    beside = one[0] < other[2] + sideways and other[0] < one[2] + sideways
    return beside and one[1] < other[3] + down and other[1] < one[3] + down
