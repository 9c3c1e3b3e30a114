"""A flat card becomes a flatbed scan."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np
from PIL import Image, ImageFilter

from studio.draw import DOTS_PER_MM

if TYPE_CHECKING:
    from collections.abc import Sequence

MARGIN_MM = 9.0
SHEET_MM = (210.0, 297.0)
SHEET_DOTS_PER_MM = 200 / 25.4


def sheet(cards: Sequence[Image.Image], at_mm: Sequence[tuple[float, float]], seed: int) -> Image.Image:
    """Several cards on one A4 scan, each a little crooked, as RGB.

    Args:
        cards: The flat cards at ``DOTS_PER_MM``.
        at_mm: Where the centre of each lies, from the sheet's upper left corner.
        seed: Of the crookedness and the sensor's noise.
    """
    rng = np.random.default_rng(seed)
    lid = Image.new("RGB", _whole_px(SHEET_MM), "#fafafa")
    scale = SHEET_DOTS_PER_MM / DOTS_PER_MM
    for card, (x, y) in zip(cards, at_mm, strict=True):
        flat = card.resize((round(card.width * scale), round(card.height * scale)), Image.Resampling.LANCZOS)
        crooked = flat.convert("RGBA").rotate(rng.uniform(-1.8, 1.8), Image.Resampling.BICUBIC, expand=True)
        left, top = (
            round(centre * SHEET_DOTS_PER_MM - side / 2)
            for centre, side in zip((x, y), crooked.size, strict=True)
        )
        edge = crooked.getchannel("A").filter(ImageFilter.GaussianBlur(2)).point(lambda value: value // 3)
        lid.paste("#8c8c8c", (left + 2, top + 2), edge)
        lid.paste(crooked, (left, top), crooked)
    grain = rng.normal(0, 1.6, (lid.height, lid.width, 1))
    return Image.fromarray(np.asarray(np.clip(np.asarray(lid) * 0.985 + 2 + grain, 0, 255), np.uint8))


def _whole_px(size_mm: tuple[float, float]) -> tuple[int, int]:
    width, height = size_mm
    return round(width * SHEET_DOTS_PER_MM), round(height * SHEET_DOTS_PER_MM)


def scan(card: Image.Image, seed: int, dots_per_inch: int = 300, turn_deg: float = 0.7) -> Image.Image:
    """The card on the scanner's white lid, a little crooked, as RGB.

    Args:
        card: The flat card at ``DOTS_PER_MM``.
        seed: Of the sensor's noise.
        dots_per_inch: Resolution of the scan.
        turn_deg: How crooked it lies, counter-clockwise.
    """
    scale = dots_per_inch / 25.4 / DOTS_PER_MM
    margin = round(MARGIN_MM * DOTS_PER_MM)
    whole = (card.width + 2 * margin, card.height + 2 * margin)
    shadow = Image.new("L", whole, 0)
    shadow.paste(150, (margin + 8, margin + 8, margin + card.width + 14, margin + card.height + 16))
    soft = cv2.GaussianBlur(np.asarray(shadow), (0, 0), 7)
    lid = Image.fromarray(np.asarray(250 - soft * 0.35, np.uint8)).convert("RGB")
    lid.paste(card, (margin, margin))
    crooked = lid.rotate(turn_deg, Image.Resampling.BICUBIC, fillcolor="#fafafa")
    flat = crooked.resize((round(whole[0] * scale), round(whole[1] * scale)), Image.Resampling.LANCZOS)
    grain = np.random.default_rng(seed).normal(0, 1.6, (flat.height, flat.width, 1))
    return Image.fromarray(np.asarray(np.clip(np.asarray(flat) * 0.985 + 2 + grain, 0, 255), np.uint8))
