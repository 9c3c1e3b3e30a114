"""Flat cards on a surface become a picture.

Coordinates on the table are millimetres from the middle of what the camera sees.
A picture is first rendered some times too large and then scaled down, as a lens and a
sensor average what they see.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import cv2
import numpy as np
from PIL import Image

from studio.camera import Camera, placed, scaled
from studio.draw import DOTS_PER_MM
from studio.surfaces import PX_PER_MM, SURFACES
from studio.troubles import TROUBLES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    Pixels = NDArray[np.float32]
    Matrix = NDArray[np.float64]

THICK_MM = 0.42
LIGHT_FROM_MM = (-1.3, -1.0)
"""The card's shadow falls to the other side, this far."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A flat card and where it lies.

    Attributes:
        card: The card as RGB; an alpha channel cuts it to shape.
        at_mm: Where its centre lies on the table, x to the right, y down.
        turn_deg: How far it is turned, counter-clockwise.
        thick_mm: How high its face is over the table.
        dots_per_mm: The resolution of ``card``.
    """

    card: Image.Image
    at_mm: tuple[float, float] = (0.0, 0.0)
    turn_deg: float = 0.0
    thick_mm: float = THICK_MM
    dots_per_mm: float = DOTS_PER_MM


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What is photographed and how.

    Attributes:
        things: The cards, those below first.
        surface: A key of ``studio.surfaces.SURFACES``.
        camera: The camera, at the size of the finished picture.
        troubles: Strength in [0, 1] by the key of ``studio.troubles.TROUBLES``.
        oversampled: How many times too large it is rendered; 1 for large pictures, which
            would not fit into memory, of cards drawn at about the picture's resolution.
    """

    things: Sequence[Placed]
    surface: str
    camera: Camera
    troubles: Mapping[str, float] = field(default_factory=dict)
    oversampled: int = 2


def photograph(scene: Scene, seed: int) -> Image.Image:
    """The picture that the camera takes, upright, as RGB.

    Args:
        scene: What is photographed and how.
        seed: Of everything that is left to chance.
    """
    rng = np.random.default_rng(seed)
    large = _enlarged(scene.camera, scene.oversampled)
    picture = _table(SURFACES[scene.surface](rng), large)
    for thing in scene.things:
        picture = _laid(picture, thing, large)
    size = (scene.camera.width_px, scene.camera.height_px)
    picture = np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), np.float32)
    picture = _lit(picture, rng)
    for name, trouble in TROUBLES.items():
        if strength := scene.troubles.get(name, 0.0):
            picture = trouble(picture, strength, rng)
    return Image.fromarray(np.asarray(np.clip(picture * 255 + 0.5, 0, 255), np.uint8))


def _enlarged(camera: Camera, times: int) -> Camera:
    return Camera(
        width_px=camera.width_px * times,
        height_px=camera.height_px * times,
        span_mm=camera.span_mm,
        pitch_deg=camera.pitch_deg,
        yaw_deg=camera.yaw_deg,
        roll_deg=camera.roll_deg,
    )


def _table(texture: Pixels, camera: Camera) -> Pixels:
    view = camera.photo_from_table() @ scaled(PX_PER_MM, texture.shape[1], texture.shape[0])
    size = (camera.width_px, camera.height_px)
    # A table reaches further than its texture; mirrored at the edge it goes on without a seam.
    seen = cv2.warpPerspective(texture, view, size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT_101)
    return np.asarray(seen, np.float32)


def _laid(picture: Pixels, thing: Placed, camera: Camera) -> Pixels:
    pixels = (np.asarray(thing.card.convert("RGBA")) / 255).astype(np.float32)
    to_table = placed(*thing.at_mm, thing.turn_deg) @ scaled(
        thing.dots_per_mm, thing.card.width, thing.card.height
    )
    shape = np.ascontiguousarray(pixels[..., 3])
    shadow = _shadow(shape, to_table, thing.thick_mm, camera)[..., None]
    foot = _seen(shape, camera.photo_from_table() @ to_table, camera)[..., None]
    raised = camera.photo_from_table(thing.thick_mm) @ to_table
    face = _seen(shape, raised, camera)[..., None]
    below = _blended(picture * (1 - shadow), 0.62 * pixels[..., :3].mean(), foot)
    return _blended(below, _seen(_paper(pixels), raised, camera), face)


def _blended(below: Pixels, above: Pixels, mask: Pixels) -> Pixels:
    return np.asarray(below * (1 - mask) + above * mask, np.float32)


def _paper(pixels: Pixels) -> Pixels:
    """The printed face with the tooth of paper and the fall of light over a card that is not quite flat."""
    height, width = pixels.shape[:2]
    tooth = (
        np.random.default_rng(height * width).standard_normal((height // 4, width // 4)).astype(np.float32)
    )
    rough = cv2.resize(tooth, (width, height), interpolation=cv2.INTER_LINEAR)
    bow = np.linspace(-1, 1, width, dtype=np.float32)[None, :] * 0.02 - 0.015
    # Ink is never quite black and stock never quite white in a photograph.
    return np.asarray((0.045 + 0.875 * pixels[..., :3]) * (1 + bow + 0.006 * rough)[..., None], np.float32)


def _seen(image: Pixels, view: Matrix, camera: Camera) -> Pixels:
    size = (camera.width_px, camera.height_px)
    return np.asarray(cv2.warpPerspective(image, view, size, flags=cv2.INTER_AREA), np.float32)


def _shadow(shape: Pixels, to_table: Matrix, thick_mm: float, camera: Camera) -> Pixels:
    """How dark the table is around a card, in [0, 1], shape (h, w).

    A wide soft shadow falls away from the light, a thin one lies where the card touches.
    """
    px_per_mm = camera.width_px / camera.span_mm
    total = np.zeros((camera.height_px, camera.width_px), np.float32)
    for reach, soft_mm, depth in ((1.0, 1.5, 0.34), (0.2, 0.4, 0.38)):
        lift = reach * (0.6 + thick_mm)
        moved = placed(-LIGHT_FROM_MM[0] * lift, -LIGHT_FROM_MM[1] * lift, 0.0) @ to_table
        mask = _seen(shape, camera.photo_from_table() @ moved, camera)
        total = np.maximum(total, depth * _softened(mask, soft_mm * max(1.0, lift) * px_per_mm))
    return total


def _softened(mask: Pixels, sigma_px: float) -> Pixels:
    """A wide blur, done on a smaller picture because it is the same there and quick."""
    small = cv2.resize(mask, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
    soft = cv2.GaussianBlur(small, (0, 0), max(sigma_px / 4, 0.5))
    return np.asarray(cv2.resize(soft, mask.shape[::-1], interpolation=cv2.INTER_LINEAR), np.float32)


def _lit(picture: Pixels, rng: np.random.Generator) -> Pixels:
    """Light from one side, darker corners, and the slight over-sharpening of a phone."""
    height, width = picture.shape[:2]
    rows, columns = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j].astype(np.float32)
    angle = rng.uniform(-2.6, -0.9)
    fall = 1.03 + 0.11 * (columns * np.cos(angle) + rows * np.sin(angle))
    fall -= 0.09 * (columns**2 + rows**2)
    tint = 1 + np.array([0.015, 0.0, -0.025]) * rng.uniform(-1, 1.4)
    lit = picture * fall[..., None] * tint.astype(np.float32)
    soft = cv2.GaussianBlur(lit, (0, 0), 1.6)
    return np.asarray(lit + 0.3 * (lit - soft), np.float32)
