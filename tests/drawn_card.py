"""Clean cards of fictional people, drawn with the font that Pillow brings."""

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

LINES = (
    ("Jane Marlowe", 56, (60, 60)),
    ("Head of Bread", 36, (60, 150)),
    ("Harbour Bakery", 48, (60, 260)),
    ("jane@harbour.example", 36, (60, 380)),
    ("+44 20 7946 0958", 36, (60, 450)),
)
"""Text, height in pixels and place of the top left corner."""

OTHER_LINES = (("Tom Fenwick", 56, (80, 90)), ("tom@quayside.example", 36, (80, 400)))

SIZE = (1000, 560)


def card(lines=LINES, *, ground=(255, 255, 255), ink=(20, 20, 20), size=SIZE):
    """A drawn card: uint8, shape (height, width, 3), BGR."""
    picture = Image.new("RGB", size, ground)
    draw = ImageDraw.Draw(picture)
    for text, height, place in lines:
        draw.text(place, text, fill=ink, font=ImageFont.load_default(height))
    return np.ascontiguousarray(np.array(picture)[:, :, ::-1])


def ink_box(text, height, place):
    """Left, top, right and bottom of a line's ink, in card pixels."""
    return ImageDraw.Draw(Image.new("L", SIZE)).textbbox(place, text, font=ImageFont.load_default(height))


def line(text):
    """One line alone: uint8, shape (60, width, 3), BGR."""
    width = round(ImageFont.load_default(36).getlength(text)) + 40
    return card([(text, 36, (20, 8))], size=(width, 60))


def blank(width, height, grey=255):
    """A picture of one grey: uint8, shape (height, width, 3), BGR."""
    return np.full((height, width, 3), grey, np.uint8)


def tilted(pixels, upright_deg):
    """The picture tilted, so that ``upright_deg`` counter-clockwise would level it."""
    height, width = pixels.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), -upright_deg, 1)
    return cv2.warpAffine(pixels, matrix, (width, height), borderValue=(255, 255, 255))
