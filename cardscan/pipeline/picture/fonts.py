"""Fonts that have the characters of a text."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PIL import ImageFont

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

_SYSTEM_FONTS = (
    *("DejaVuSans.ttf", "NotoSans-Regular.ttf", "Arial.ttf", "Helvetica.ttc", "segoeui.ttf"),
    *("NotoSansCJK-Regular.ttc", "NotoSansJP-Regular.otf", "wqy-zenhei.ttc", "DroidSansFallbackFull.ttf"),
    *("Arial Unicode.ttf", "Hiragino Sans GB.ttc", "AppleSDGothicNeo.ttc"),
    *("YuGothM.ttc", "msgothic.ttc", "msyh.ttc", "malgun.ttf"),
)
"""What Linux, macOS and Windows usually have, by file name; Pillow knows the folders."""

_NO_CHARACTER = "\uffff"


@cache
def plain_font(size_px: int) -> FreeTypeFont:
    """The font that Pillow brings along, for our own words and figures.

    Args:
        size_px: Height of a line, about.
    """
    return ImageFont.load_default(size_px)  # type: ignore[return-value]  # FreeType is in every wheel


def font_for(text: str, size_px: int) -> FreeTypeFont | None:
    """A font that has every character of a text.

    Args:
        text: The text, in any script.
        size_px: Height of a line, about.

    Returns:
        The font, or None where this computer has none.
    """
    fonts = (plain_font(size_px), *_installed(size_px))
    return next((font for font in fonts if _has_all(font, text)), None)


@cache
def _installed(size_px: int) -> tuple[FreeTypeFont, ...]:
    return tuple(font for name in _SYSTEM_FONTS for font in _load(name, size_px))


def _load(name: str, size_px: int) -> tuple[FreeTypeFont, ...]:
    try:
        return (ImageFont.truetype(name, size_px),)
    except OSError:
        return ()


def _has_all(font: FreeTypeFont, text: str) -> bool:
    return all(_has(font, character) for character in set(text) if not character.isspace())


@cache
def _has(font: FreeTypeFont, character: str) -> bool:
    """Whether the font draws a character otherwise than it draws one that does not exist."""
    return bytes(font.getmask(character)) != bytes(font.getmask(_NO_CHARACTER))
