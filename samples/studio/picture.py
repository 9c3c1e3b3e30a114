"""A picture to be taken: which cards, where, how, and into what kind of file."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

Kind = Literal["photo", "scan", "render"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lying:
    """Where a card lies on the table.

    Attributes:
        at_mm: Its centre, from the middle of the picture.
        turn_deg: How far it is turned, counter-clockwise.
    """

    at_mm: tuple[float, float] = (0.0, 0.0)
    turn_deg: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One file of the collection.

    Attributes:
        file: Its name; the suffix names the format.
        cards: Keys of the cards that it shows; pages of a PDF in their order.
        lying: Where each of the cards lies.
        surface: A key of ``studio.surfaces.SURFACES``.
        size_px: Width and height of the upright picture.
        span_mm: How much of the table fits into the picture's width.
        pitch_deg: How far the camera leans back.
        yaw_deg: How far it stands to the side.
        troubles: Strength in [0, 1] by the key of ``studio.troubles.TROUBLES``.
        turned_ccw: Degrees by which the finished pixels are turned counter-clockwise
            without any mark: 0, 90, 180 or 270.
        exif_orientation: Orientation tag, or None for files that carry none.
        same_card_as: Id of the picture that shows the other side.
        still_life: A key of ``studio.still_lifes.STILL_LIFES``: what it shows where it shows no card.
        crumpled: How much the cards have suffered in a pocket, in [0, 1].
        held: Whether a hand holds the first card over the table.
        is_large: Whether it is rendered at its own size, because it is large.
    """

    file: str
    taken_at: datetime
    cards: tuple[str, ...] = ()
    lying: tuple[Lying, ...] = (Lying(),)
    kind: Kind = "photo"
    surface: str = "oak"
    size_px: tuple[int, int] = (2016, 1512)
    span_mm: float = 118.0
    pitch_deg: float = 0.0
    yaw_deg: float = 0.0
    troubles: Mapping[str, float] = field(default_factory=dict)
    turned_ccw: int = 0
    exif_orientation: int | None = 1
    same_card_as: str | None = None
    difficulty: Literal["easy", "medium", "hard"] = "easy"
    note: str = ""
    quality: int = 72
    still_life: str = "coffee"
    crumpled: float = 0.0
    held: bool = False
    is_large: bool = False

    @property
    def id(self) -> str:
        """The file's name without its suffix."""
        return PurePosixPath(self.file).stem

    @property
    def content(self) -> str:
        """What the picture shows, in the words of the truth file."""
        if not self.cards:
            return "not_a_business_card"
        if len(self.cards) > 1:
            return "multi"
        return "back" if self.id.endswith("_back") else "card"

    @property
    def orientation(self) -> str:
        """How the cards lie once the orientation tag has been applied."""
        if self.turned_ccw:
            return f"rotated{self.turned_ccw}"
        return "skewed" if max(abs(self.pitch_deg), abs(self.yaw_deg)) > 20 else "upright"
