"""Cutting a quad out of a picture and flattening it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import cv2
import numpy as np

from cardscan import geometry

if TYPE_CHECKING:
    from cardscan.geometry import Matrix, Quad
    from cardscan.ocr.reader import Pixels


def flat_from_picture(quad: Quad, width_px: int, height_px: int) -> Matrix:
    """The homography that takes a quad's corners to those of a rectangle.

    Args:
        quad: Corners in picture pixels.
        width_px: Width of the rectangle.
        height_px: Height of the rectangle.
    """
    target = geometry.rectangle(0, 0, width_px, height_px)
    matrix = cv2.getPerspectiveTransform(np.array(quad, np.float32), np.array(target, np.float32))
    return cast("Matrix", tuple(tuple(float(value) for value in row) for row in matrix))


def warp(pixels: Pixels, matrix: Matrix, width_px: int, height_px: int) -> Pixels:
    """The picture seen through a homography.

    Args:
        pixels: uint8, shape (height, width, 3).
        matrix: The homography flat_from_picture.
        width_px: Width of the result.
        height_px: Height of the result.

    Returns:
        uint8, shape (height_px, width_px, 3); what lies outside the picture
        repeats its border.
    """
    shrinks = abs(matrix[0][0]) + abs(matrix[0][1]) < 1
    flags = cv2.INTER_LINEAR if shrinks else cv2.INTER_CUBIC
    flat = cv2.warpPerspective(
        pixels, np.array(matrix), (width_px, height_px), flags=flags, borderMode=cv2.BORDER_REPLICATE
    )
    return cast("Pixels", flat)


def strip(pixels: Pixels, quad: Quad) -> Pixels:
    """One piece of text, cut out and level, at its own size.

    Args:
        pixels: uint8, shape (height, width, 3).
        quad: Its corners in the picture.

    Returns:
        uint8, shape (at least 1, at least 1, 3).
    """
    width, height = (max(1, round(side)) for side in geometry.size(quad))
    return warp(pixels, flat_from_picture(quad, width, height), width, height)
