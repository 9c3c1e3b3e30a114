"""Drawn lines of text, worn as a photo wears them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, cast

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from cardscan.ocr.scripts.training.writing import phrase

if TYPE_CHECKING:
    from cardscan.ocr.reader import Pixels
    from cardscan.ocr.scripts.training.writing import Hand

FONTS = Path("/usr/share/fonts")
SIZE_PX = 48
"""Size of the type before it is seen smaller."""

NUMBERED = 0.15
"""Share of lines with a number behind the words."""

DARK = 0.75
"""Share of lines that are dark on light."""


def drawn(hand: Hand, chance: np.random.Generator) -> Pixels:
    """A worn line of text in a script, cut as readers cut lines: uint8, shape (height, width, 3), BGR."""
    fonts = _fonts(hand)
    font = _font(fonts[int(chance.integers(len(fonts)))], hand.index)
    text = phrase(hand, chance)
    if chance.random() < NUMBERED:
        text += f" {chance.integers(1, 9999)}"
    left, top, right, bottom = (round(side) for side in font.getbbox(text))
    before, above, behind, below = (round(SIZE_PX * share) for share in chance.uniform(0.02, 0.3, 4))
    page = Image.new("L", (right - left + before + behind, bottom - top + above + below), 0)
    ImageDraw.Draw(page).text((before - left, above - top), text, fill=255, font=font)
    return _worn(np.array(page, np.float32) / 255, chance)


def shapes(chance: np.random.Generator) -> Pixels:
    """A strip that is no text: codes, rules, logos, grain."""
    height, width = 48, int(chance.integers(60, 400))
    canvas = np.zeros((height, width), np.float32)
    kind = chance.integers(3)
    if kind == 0:
        cell = int(chance.integers(3, 9))
        grid = chance.random((height // cell + 1, width // cell + 1)) < chance.uniform(0.2, 0.6)
        canvas = np.kron(grid, np.ones((cell, cell)))[:height, :width].astype(np.float32)
    elif kind == 1:
        for _ in range(chance.integers(1, 6)):
            _draw_shape(canvas, chance)
    else:
        field = chance.random((height, width)).astype(np.float32)
        blotches = cv2.GaussianBlur(field, (0, 0), chance.uniform(1, 5))
        canvas = (blotches - blotches.min()) / (np.ptp(blotches) + 1e-6)
    return _worn(canvas, chance)


def _draw_shape(canvas: np.ndarray, chance: np.random.Generator) -> None:
    height, width = canvas.shape
    a, b = ((int(chance.integers(width)), int(chance.integers(height))) for _ in range(2))
    thick = int(chance.choice([-1, 2, 4, 8]))
    kind = chance.integers(3)
    if kind == 0:
        cv2.line(canvas, a, b, 1.0, abs(thick))
    elif kind == 1:
        cv2.circle(canvas, a, int(chance.integers(4, 30)), 1.0, thick)
    else:
        cv2.rectangle(canvas, a, b, 1.0, thick)


def _worn(ink: np.ndarray, chance: np.random.Generator) -> Pixels:
    """Ink (float32, 0 to 1) on paper, seen small, askew, blurred, grainy, light or dark."""
    height, width = ink.shape
    slant, turn = chance.normal(0, 0.06), chance.normal(0, 0.012)
    matrix = np.array([[1, slant, -slant * height / 2], [turn, 1, -turn * width / 2]])
    ink = cv2.warpAffine(ink, matrix, (width, height))
    share = chance.uniform(13, 48) / SIZE_PX
    small = cv2.resize(ink, None, fx=share, fy=share, interpolation=cv2.INTER_AREA)
    small = cv2.GaussianBlur(small, (0, 0), chance.uniform(0.2, 1.1))
    low, high = sorted(chance.uniform(0, 255, 2))
    high = min(255.0, max(high, low + 60))
    grey = low + (high - low) * (1 - small if chance.random() < DARK else small)
    slope = np.linspace(0, chance.normal(0, 15), small.shape[1])[None, :]
    grey = grey + slope + chance.normal(0, chance.uniform(0, 8), small.shape)
    ok, data = cv2.imencode(".jpg", np.clip(grey, 0, 255).astype(np.uint8), [1, int(chance.integers(40, 96))])
    return cast("Pixels", cv2.imdecode(data, cv2.IMREAD_COLOR)) if ok else cast("Pixels", grey)


def _fonts(hand: Hand) -> tuple[Path, ...]:
    found = tuple(
        path
        for path in _files()
        if path.name.startswith(hand.fonts) and "Math" not in path.name and "Slanted" not in path.name
    )
    if not found:
        raise FileNotFoundError(
            f"no font for {hand.script}; install those that the package's docstring names"
        )
    return found


@cache
def _files() -> tuple[Path, ...]:
    return tuple(sorted(path for path in FONTS.rglob("*") if path.suffix in {".ttf", ".ttc", ".otf"}))


@cache
def _font(path: Path, index: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(path), SIZE_PX, index=index if path.suffix == ".ttc" else 0)
