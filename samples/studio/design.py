"""A design: what stands where on a flat card, in millimetres."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from studio.style import Face, Size

Align = Literal["left", "centre", "right"]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One line of type, standing on its baseline.

    Attributes:
        at_mm: Where the baseline starts, has its middle or ends, as ``align`` says.
    """

    text: str
    face: Face
    at_mm: Point
    align: Align = "left"


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A filled rectangle: a band, a rule, a panel."""

    at_mm: Point
    size_mm: Size
    colour: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A logo in a square.

    Attributes:
        kind: A key of ``studio.marks.MARKS``.
        at_mm: Centre of the square.
        side_mm: Side of the square.
        colours: Main and second colour.
    """

    kind: str
    at_mm: Point
    side_mm: float
    colours: tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A QR code with its quiet zone.

    Attributes:
        at_mm: Top-left corner.
        side_mm: Side, quiet zone included.
    """

    payload: str
    at_mm: Point
    side_mm: float
    colour: str = "#111111"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scribble:
    """A line written by hand, its letters dancing a little.

    Attributes:
        at_mm: Where the first letter stands.
        angle_deg: Counter-clockwise slope of the line.
        hand: A key of ``studio.fonts.FILES``.
    """

    text: str
    at_mm: Point
    size_pt: float = 19.0
    angle_deg: float = 5.0
    colour: str = "#1d3f94"
    hand: str = "hand"


Element = Text | Box | Mark | Code | Scribble


@dataclass(frozen=True, slots=True, kw_only=True)
class Design:
    """One side of a card, its elements painted in their order."""

    size_mm: Size
    paper: str
    elements: tuple[Element, ...]

    @property
    def notes(self) -> tuple[str, ...]:
        """What is written on it by hand, line by line."""
        return tuple(element.text for element in self.elements if isinstance(element, Scribble))

    def plus(self, *elements: Element) -> Design:
        """The same design with more on top."""
        return replace(self, elements=(*self.elements, *elements))
