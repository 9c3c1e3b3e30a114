"""Cards on which somebody has written with a pen: loops as a hand draws them."""

import cv2
import numpy as np
from drawn_card import LINES, card, ink_box

from cardscan import geometry
from cardscan.ocr.record import WordBox

BLUE, RED = (148, 62, 30), (44, 32, 178)
"""Ballpoint, in BGR."""

NOTE_AT = (560, 330)
SLOPE_DEG = 5.0
NOTE_PX, FOOT_PX, LETTER_PX = 76, 66, 30


def piece(text, quad, number, confidence):
    """One piece of text as a reader gives it, its words side by side."""
    words, letters, left = text.split(), len(text), 0
    top, bottom = (np.subtract(quad[end], quad[start]) for start, end in ((0, 1), (3, 2)))
    found = []
    for word in words:
        shares = left / letters, (left + len(word)) / letters
        upper = [tuple(quad[0] + top * share) for share in shares]
        lower = [tuple(quad[3] + bottom * share) for share in shares]
        corners = (upper[0], upper[1], lower[1], lower[0])
        found.append(WordBox(text=word, quad=corners, confidence=confidence, piece=number))
        left += len(word) + 1
    return found


def print_words(*, confidence=0.999, lines=LINES):
    """The words of a drawn card's lines, each line a piece, numbered from 0."""
    quads = [geometry.rectangle(*ink_box(*line)) for line in lines]
    return [
        word
        for number, (line, quad) in enumerate(zip(lines, quads, strict=True))
        for word in piece(line[0], quad, number, confidence)
    ]


def penned(pixels, text="wants quote", *, ink=BLUE, at=NOTE_AT, stroke_px=3):
    """The card with a note, and the note's quad.

    Each letter is a loop of the pen, of its own height and on its own foot: nobody could
    read it, but its strokes are a hand's.
    """
    page, (left, top) = np.zeros(pixels.shape[:2], np.uint8), at
    for place, letter in enumerate(text):
        if letter != " ":
            loop = _loop(left, top + FOOT_PX + (0, -6, 5, -3, 7)[place % 5], (34, 58, 30, 44)[place % 4])
            cv2.polylines(page, [loop], isClosed=False, color=255, thickness=stroke_px, lineType=cv2.LINE_AA)
        left += LETTER_PX
    turn = cv2.getRotationMatrix2D(at, SLOPE_DEG, 1)
    page = cv2.warpAffine(page, turn, page.shape[::-1], flags=cv2.INTER_LINEAR)
    frame = geometry.rectangle(at[0] - 8, top, left + 4, top + NOTE_PX)
    share = (page / 255.0)[..., None]
    drawn = pixels * (1 - share) + np.array(ink) * share
    matrix = (tuple(turn[0]), tuple(turn[1]), (0.0, 0.0, 1.0))
    return np.ascontiguousarray(drawn.astype(np.uint8)), geometry.apply_to_quad(matrix, frame)


def _loop(left, foot, height):
    """The points of one letter: int32, shape (points, 2)."""
    t = np.linspace(0, 2 * np.pi, 40)
    x = left + LETTER_PX * 0.8 * t / (2 * np.pi) + 11 * np.sin(t)
    return np.column_stack([x, foot - height * (1 - np.cos(t)) / 2]).astype(np.int32)


def penned_card(text="wants quote", *, confidence=0.93, lines=LINES, **pen):
    """A drawn card with a note: its pixels and its words, the note's piece numbered 9."""
    pixels, quad = penned(card(lines), text, **pen)
    return pixels, [*print_words(lines=lines), *piece(text, quad, 9, confidence)]
