"""Lines that hold a doubtful value are read a second time, so that parsing knows where readings differ."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, cast

import cv2

from cardscan.ocr.lines import pieces_of
from cardscan.ocr.warp import strip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cardscan.ocr.reader import Pixels, Reader
    from cardscan.ocr.record import TextLine

CLEAR_WORD = 0.97
"""Belief in every word from which a line is not read again.  On real cards half of the silently wrong
e-mails and phones stood in the others and came out differently, beside one right value in seventy."""

STRETCH = 1.3
"""How much wider a line is shown the second time: enough for other letters to come out where the
reader was guessing.  Larger margins, contrast and narrower lines caught fewer."""

VALUE = re.compile(r"@|\bwww\b|\w\.\w\w|(?:\d\W?){6}", re.IGNORECASE)
"""What may be an e-mail, a website or a phone.  Names do not gain: they come out alike or are clear."""

BROKEN = re.compile(
    r"\s@|@\s|@[^\s.]{0,63}(?:\s|$)|(?:@|www)\S{0,99}(?:,|\s{1,3}[a-z]{2}\s{0,3}$)", re.IGNORECASE
)
"""An e-mail or website with a gap or a comma where none can be: doubtful, whatever the belief."""


def read_again(pixels: Pixels, lines: Sequence[TextLine], reader: Reader) -> tuple[TextLine, ...]:
    """The lines of a card, those with a doubtful value with what a second reading gave.

    Args:
        pixels: The flat, upright card, uint8, shape (height, width, 3), BGR.
        lines: Its lines.
        reader: What read them.
    """
    if not reader.knows_doubt:
        return tuple(lines)
    return tuple(
        replace(line, again=_again(pixels, line, reader)) if _is_doubtful(line) else line for line in lines
    )


def _is_doubtful(line: TextLine) -> bool:
    if BROKEN.search(line.text):
        return True
    return min(word.confidence for word in line.words) < CLEAR_WORD and bool(VALUE.search(line.text))


def _again(pixels: Pixels, line: TextLine, reader: Reader) -> str:
    wide = [
        cv2.resize(strip(pixels, piece), None, fx=STRETCH, fy=1, interpolation=cv2.INTER_CUBIC)
        for piece in pieces_of(line.words)
    ]
    return " ".join(text for text, _ in reader.read_lines(cast("list[Pixels]", wide)))
