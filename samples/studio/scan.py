"""A flat card becomes a flatbed scan."""

from __future__ import annotations

import cv2
import numpy as np
from PIL import Image

from studio.draw import DOTS_PER_MM

MARGIN_MM = 9.0


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
