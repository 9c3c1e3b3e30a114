"""A pinhole camera over a table: homographies from millimetres to pixels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]

DISTANCE_MM = 300.0
"""From the lens to the middle of the scene: an arm bent over a table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Camera:
    """Where the camera is and what it sees.

    Attributes:
        width_px: Width of the picture.
        height_px: Height of the picture.
        span_mm: How much of the table fits into the picture's width, at its middle.
        pitch_deg: How far the camera leans back from straight above.
        yaw_deg: How far it stands to the side.
        roll_deg: How far it is turned about its own axis.
    """

    width_px: int
    height_px: int
    span_mm: float
    pitch_deg: float = 0.0
    yaw_deg: float = 0.0
    roll_deg: float = 0.0

    def photo_from_table(self, height_mm: float = 0.0) -> Matrix:
        """Homography from a plane over the table, in mm from its middle, to pixels; shape (3, 3).

        Args:
            height_mm: How high over the table the plane lies.
        """
        focal = self.width_px * DISTANCE_MM / self.span_mm
        turned = _about_x(self.pitch_deg) @ _about_y(self.yaw_deg) @ _about_z(self.roll_deg)
        lens = np.array([[focal, 0, self.width_px / 2], [0, focal, self.height_px / 2], [0, 0, 1]])
        # The camera looks along +z, so what is higher on the table is nearer.
        shift = np.array([0, 0, DISTANCE_MM]) - turned[:, 2] * height_mm
        plane: Matrix = lens @ np.column_stack([turned[:, 0], turned[:, 1], shift])
        return plane


def placed(x_mm: float, y_mm: float, turn_deg: float) -> Matrix:
    """Homography from a card, in mm from its centre, to the table; shape (3, 3).

    Args:
        x_mm: Where the centre lies on the table, to the right.
        y_mm: Where it lies, downwards.
        turn_deg: How far the card is turned, counter-clockwise.
    """
    move = np.array([[1, 0, x_mm], [0, 1, y_mm], [0, 0, 1.0]])
    return np.asarray(move @ _about_z(-turn_deg), np.float64)


def scaled(px_per_mm: float, width_px: int, height_px: int) -> Matrix:
    """Homography from an image's pixels to mm from its centre; shape (3, 3)."""
    s = 1 / px_per_mm
    return np.array([[s, 0, -width_px * s / 2], [0, s, -height_px * s / 2], [0, 0, 1.0]])


def _about_x(deg: float) -> Matrix:
    c, s = np.cos(np.radians(deg)), np.sin(np.radians(deg))
    return np.array([[1, 0, 0], [0, c, s], [0, -s, c]])


def _about_y(deg: float) -> Matrix:
    c, s = np.cos(np.radians(deg)), np.sin(np.radians(deg))
    return np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]])


def _about_z(deg: float) -> Matrix:
    c, s = np.cos(np.radians(deg)), np.sin(np.radians(deg))
    return np.array([[c, -s, 0], [s, c, 0], [0, 0, 1.0]])
