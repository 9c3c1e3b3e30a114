"""Drawn cards laid on a table and photographed, with the places of their text lines."""

import cv2
import numpy as np
from drawn_card import ink_box

from cardscan import geometry

DARK_TABLE = (52, 60, 74)
LIGHT_TABLE = (205, 214, 222)


def photograph(*cards, size=(1400, 1000), ground=DARK_TABLE):
    """A photo of cards, each given as its pixels and the quad it is laid on: uint8, BGR."""
    photo = np.full((size[1], size[0], 3), ground, np.uint8)
    for pixels, quad in cards:
        matrix = np.array(photo_from_card(pixels, quad))
        cv2.warpPerspective(pixels, matrix, size, dst=photo, borderMode=cv2.BORDER_TRANSPARENT)
    return photo


def photo_from_card(pixels, quad):
    """The homography by which a drawn card is laid on a quad of the photo."""
    height, width = pixels.shape[:2]
    corners = np.array(geometry.rectangle(0, 0, width, height), np.float32)
    matrix = cv2.getPerspectiveTransform(corners, np.array(quad, np.float32))
    return tuple(tuple(map(float, row)) for row in matrix)


def texts_on(lines, pixels, quad):
    """Where the lines of a drawn card stand in the photo of it, as a reader would find them."""
    matrix = photo_from_card(pixels, quad)
    return [geometry.apply_to_quad(matrix, geometry.rectangle(*ink_box(*line))) for line in lines]


def farthest_corner_px(quad, expected):
    """The greatest distance between corners of the same number."""
    return max(np.hypot(x - u, y - v) for (x, y), (u, v) in zip(quad, expected, strict=True))
