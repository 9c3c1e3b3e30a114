"""What goes wrong when a card is photographed, each with a name and a strength from 0 to 1."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    Pixels = NDArray[np.float32]
    Trouble = Callable[[Pixels, float, np.random.Generator], Pixels]

REFERENCE_PX = 2000.0
"""Lengths below are for a picture of this width and grow with it."""


def dim(picture: Pixels, strength: float, rng: np.random.Generator) -> Pixels:  # noqa: ARG001
    """Less light; the camera's gain then shows as noise."""
    return np.asarray(picture * (1 - 0.72 * strength), np.float32)


def warm(picture: Pixels, strength: float, rng: np.random.Generator) -> Pixels:  # noqa: ARG001
    """The yellow cast of lamps."""
    cast = np.array([1 + 0.07 * strength, 1 - 0.04 * strength, 1 - 0.38 * strength], np.float32)
    return np.asarray(picture * cast, np.float32)


def shade(picture: Pixels, strength: float, rng: np.random.Generator) -> Pixels:
    """The soft shadow of the hand and the phone, reaching in from a lower corner."""
    height, width = picture.shape[:2]
    mask = np.zeros((height // 8, width // 8), np.float32)
    side = rng.choice([-1, 1])
    centre = (round(mask.shape[1] * (0.5 + 0.42 * side)), round(mask.shape[0] * rng.uniform(0.8, 0.95)))
    axes = (round(mask.shape[1] * 0.36), round(mask.shape[0] * 0.75))
    cv2.ellipse(mask, centre, axes, 28.0 * side, 0, 360, 1.0, -1)
    soft = cv2.GaussianBlur(mask, (0, 0), mask.shape[1] * 0.035)
    return np.asarray(
        picture * (1 - 0.62 * strength * cv2.resize(soft, (width, height))[..., None]), np.float32
    )


def gradient(picture: Pixels, strength: float, rng: np.random.Generator) -> Pixels:
    """Light from one side only: the other side of the picture lies nearly in the dark."""
    height, width = picture.shape[:2]
    angle = rng.uniform(0, 2 * np.pi)
    rows, columns = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j].astype(np.float32)
    away = np.clip(0.5 + 0.42 * (columns * np.cos(angle) + rows * np.sin(angle)), 0, 1)
    return np.asarray(picture * (1.08 - 0.86 * strength * away)[..., None], np.float32)


def glare(picture: Pixels, strength: float, rng: np.random.Generator) -> Pixels:
    """A lamp mirrored in the coating: a bright, soft spot that washes the ink out."""
    height, width = picture.shape[:2]
    x, y = rng.uniform(0.35, 0.65) * width, rng.uniform(0.35, 0.65) * height
    rows, columns = np.mgrid[0:height, 0:width].astype(np.float32)
    radius = width * (0.06 + 0.07 * strength)
    spot = np.exp(-(((columns - x) / (1.7 * radius)) ** 2) - ((rows - y) / radius) ** 2)
    return np.asarray(picture + (1.05 - picture) * (0.9 * strength * spot)[..., None], np.float32)


def blur(picture: Pixels, strength: float, rng: np.random.Generator) -> Pixels:  # noqa: ARG001
    """Out of focus."""
    sigma = 3.2 * strength * picture.shape[1] / REFERENCE_PX
    return np.asarray(cv2.GaussianBlur(picture, (0, 0), max(sigma, 0.01)), np.float32)


def shake(picture: Pixels, strength: float, rng: np.random.Generator) -> Pixels:
    """The camera moved along a short straight way while the shutter was open."""
    length = max(3, round(16 * strength * picture.shape[1] / REFERENCE_PX))
    kernel = np.zeros((length, length), np.float32)
    angle = rng.uniform(0, np.pi)
    half = (length - 1) / 2
    ends = [tuple(round(half + k * half * f(angle)) for f in (np.cos, np.sin)) for k in (-1, 1)]
    cv2.line(kernel, ends[0], ends[1], 1.0)
    return np.asarray(cv2.filter2D(picture, -1, kernel / kernel.sum()), np.float32)


def noise(picture: Pixels, strength: float, rng: np.random.Generator) -> Pixels:
    """Grain of a small sensor: more in the light, coarser in the colours."""
    height, width = picture.shape[:2]
    grain = rng.standard_normal((height, width, 1), np.float32)
    blotch = rng.standard_normal((height // 2, width // 2, 3), np.float32)
    coarse = cv2.resize(blotch, (width, height), interpolation=cv2.INTER_LINEAR)
    amount = strength * (0.03 + 0.05 * np.sqrt(np.clip(picture, 0, 1)))
    return np.asarray(picture + amount * (grain + 0.6 * coarse), np.float32)


TROUBLES: dict[str, Trouble] = {
    "shade": shade,
    "gradient": gradient,
    "glare": glare,
    "dim": dim,
    "warm": warm,
    "blur": blur,
    "shake": shake,
    "noise": noise,
}
"""In the order in which light meets them: on the table, in the lens, on the sensor."""
