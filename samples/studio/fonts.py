"""The typefaces, found among the fonts that the Debian packages in README.md install."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import ImageFont

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studio.style import Face

MM_PER_POINT = 25.4 / 72

ROOTS = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path.home() / ".local/share/fonts")

FILES = {
    "lato": "Lato-Regular.ttf",
    "lato-light": "Lato-Light.ttf",
    "lato-thin": "Lato-Thin.ttf",
    "lato-bold": "Lato-Bold.ttf",
    "lato-heavy": "Lato-Heavy.ttf",
    "garamond": "EBGaramond12-Regular.otf",
    "garamond-italic": "EBGaramond12-Italic.otf",
    "garamond-bold": "EBGaramond12-Bold.otf",
    "vollkorn": "Vollkorn-Regular.ttf",
    "vollkorn-bold": "Vollkorn-Bold.ttf",
    "open": "OpenSans-Regular.ttf",
    "open-light": "OpenSans-Light.ttf",
    "open-bold": "OpenSans-Semibold.ttf",
    "open-narrow": "OpenSans-CondLight.ttf",
    "open-narrow-bold": "OpenSans-CondBold.ttf",
    "inter": "Inter-Regular.otf",
    "inter-medium": "Inter-Medium.otf",
    "inter-bold": "InterDisplay-Bold.otf",
    "inter-thin": "InterDisplay-ExtraLight.otf",
    "quicksand": "Quicksand-Medium.ttf",
    "quicksand-bold": "Quicksand-Bold.ttf",
    "spartan": "LeagueSpartan-Regular.otf",
    "spartan-bold": "LeagueSpartan-Bold.otf",
    "jura": "Jura-Medium.otf",
    "jura-bold": "Jura-Bold.otf",
    "cabin": "Cabin-Regular.otf",
    "cabin-bold": "Cabin-Bold.otf",
    "script": "DancingScript-Bold.otf",
    "hand": "dkg.ttf",
    "hand-quick": "Kristi.ttf",
    "hand-round": "Breip.ttf",
    "hand-upright": "femkeklaver.ttf",
    "gothic": "NotoSansCJK-Regular.ttc",
    "gothic-bold": "NotoSansCJK-Bold.ttc",
    "mincho": "NotoSerifCJK-Regular.ttc",
    "mincho-bold": "NotoSerifCJK-Bold.ttc",
}


class FontMissingError(FileNotFoundError):
    """A typeface that a design uses is not installed.

    Attributes:
        file: The font file that was looked for.
    """

    def __init__(self, file: str) -> None:
        self.file = file
        super().__init__(file)

    def __str__(self) -> str:
        return f"the font {self.file} is not installed; samples/README.md names the packages"


@lru_cache(maxsize=1)
def installed() -> dict[str, Path]:
    """Every installed font file by its name."""
    return {path.name: path for root in ROOTS for path in sorted(root.rglob("*.[ot]t[fc]"))}


@lru_cache(maxsize=256)
def font(key: str, size_px: float) -> ImageFont.FreeTypeFont:
    """The typeface of that key at a size in pixels.

    Raises:
        FontMissingError: Its file is not installed.
    """
    try:
        path = installed()[FILES[key]]
    except KeyError as exc:
        raise FontMissingError(FILES[key]) from exc
    return ImageFont.truetype(path, size_px)


def length_mm(text: str, face: Face) -> float:
    """How long a line is when it is set in that face."""
    per_point = font(face.font, 100.0).getlength(text) / 100 + face.tracking_em * (len(text) - 1)
    return per_point * face.size_pt * MM_PER_POINT


def fitted(face: Face, texts: Sequence[str], width_mm: float) -> Face:
    """The face at a size at which none of the lines is too long, or as it is."""
    longest = max(length_mm(text, face) for text in texts)
    return replace(face, size_pt=face.size_pt * min(1.0, width_mm / longest))
