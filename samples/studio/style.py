"""How a card is set: typefaces, colours, sizes."""

from __future__ import annotations

from dataclasses import dataclass, replace

Size = tuple[float, float]
"""Width and height in millimetres."""

EUROPEAN: Size = (85.0, 55.0)
AMERICAN: Size = (88.9, 50.8)
JAPANESE: Size = (91.0, 55.0)
UPRIGHT: Size = (55.0, 85.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """A typeface at a size and in a colour.

    Attributes:
        font: A key of ``studio.fonts.FILES``.
        size_pt: Type size in points.
        colour: "#rrggbb".
        tracking_em: Extra space between letters, in units of the type size.
    """

    font: str
    size_pt: float
    colour: str
    tracking_em: float = 0.0

    def but(self, *, size_pt: float | None = None, colour: str | None = None) -> Face:
        """The same face at another size or in another colour."""
        return replace(self, size_pt=size_pt or self.size_pt, colour=colour or self.colour)


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """The look that all lines of one card share.

    Attributes:
        paper: Colour of the card stock.
        accent: Colour of bands, rules and the mark.
        second: Second colour of the mark.
        mark: A key of ``studio.marks.MARKS``, or None for a card without a logo.
    """

    name: Face
    title: Face
    company: Face
    body: Face
    paper: str = "#ffffff"
    accent: str = "#333333"
    second: str = "#999999"
    mark: str | None = None
