"""What a reader makes of printed lines: lines left out or run together, wrong letters, doubts."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cardscan.ocr.lines import group_lines
from cardscan.ocr.record import CardImage, Reading, WordBox

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator, Sequence

    from lines.placing import Placed
    from lines.sheet import Sheet

READER = "invented"
LOOKALIKES = {"l": "I1", "I": "l1", "O": "0Q", "o": "0c", "a": "o", "e": "c", "m": ("rn",), "S": "5",
              "B": "8", "i": "l", "t": "f", "n": ("ri",), "u": "v"}  # fmt: skip
JOINER = "\N{WORD JOINER}"
"""Stands in for a space that is not read."""

LARGE = 1.25
"""From this size on, lettering is a drawing as much as it is text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Eye:
    """How well a card is read.

    Attributes:
        wrong: Chance that a letter is misread or left out.
        merging: Chance that two columns side by side are read as one line.
    """

    wrong: float
    merging: float


def read(rng: random.Random, sheet: Sheet, lines: Sequence[Placed]) -> Reading:
    """The reading of a card with these lines on it.

    Args:
        rng: Source of chance.
        sheet: The card.
        lines: What is printed on it.
    """
    eye = Eye(wrong=rng.choice((0.001, 0.002, 0.006, 0.018)), merging=rng.choice((0, 0, 0, 0.05, 0.25)))
    seen = [line for line in lines if rng.random() >= (0.09 if _is_large(line) else 0.012)]
    words = [
        word
        for piece, run in enumerate(_runs(rng, seen, eye))
        for line in run
        for word in _words(rng, line, piece, eye)
    ]
    return Reading(card=_card(sheet), lines=group_lines(words), reader=READER)


def _is_large(line: Placed) -> bool:
    return line.look == "lettering" and line.size > LARGE


def _runs(rng: random.Random, lines: Sequence[Placed], eye: Eye) -> Iterator[list[Placed]]:
    """Lines that are read as one piece of text; nearly all of them alone."""
    rest = list(lines)
    while rest:
        line = rest.pop(0)
        beside = next((other for other in rest if _stand_beside(line, other)), None)
        if beside and rng.random() < eye.merging:
            rest.remove(beside)
            # One box around both: the second one gets the height of the first.
            yield [line, replace(beside, top_px=line.top_px, height_px=line.height_px)]
        else:
            yield [line]


def _stand_beside(line: Placed, other: Placed) -> bool:
    low, high = sorted((line.height_px, other.height_px))
    off = abs(line.top_px + line.height_px / 2 - other.top_px - other.height_px / 2)
    return other.left_px > line.left_px + line.width_px and off < 0.35 * low and low > 0.6 * high


def _words(rng: random.Random, line: Placed, piece: int, eye: Eye) -> Iterator[WordBox]:
    """The words of a line as read, each with the reader's belief in it."""
    wrong = eye.wrong * (3 if _is_large(line) else 1)
    step = line.width_px / len(line.text)
    for match in re.finditer(r"\S+", _joined(rng, line.text)):
        printed = match.group()
        text = _misread(rng, printed.replace(JOINER, ""), wrong)
        if text:
            left, right = line.left_px + match.start() * step, line.left_px + match.end() * step
            bottom = line.top_px + line.height_px
            quad = ((left, line.top_px), (right, line.top_px), (right, bottom), (left, bottom))
            belief = _belief(rng, line, is_right=text == printed)
            yield WordBox(text=text, quad=quad, confidence=belief, piece=piece)


def _joined(rng: random.Random, text: str) -> str:
    """The text, seldom with two of its words as one."""
    spaces = [at for at, letter in enumerate(text) if letter == " "]
    if not spaces or rng.random() >= 0.03:
        return text
    at = rng.choice(spaces)
    return text[:at] + JOINER + text[at + 1 :]


def _misread(rng: random.Random, word: str, wrong: float) -> str:
    return "".join(_letter(rng, letter) if rng.random() < wrong else letter for letter in word)


def _letter(rng: random.Random, letter: str) -> str:
    return "" if rng.random() < 0.3 else rng.choice(LOOKALIKES.get(letter, letter))


def _belief(rng: random.Random, line: Placed, *, is_right: bool) -> float:
    """How sure the reader is of a word, in [0, 1]: less of wrong ones, but not of all of them."""
    if line.look == "drawing":
        return rng.uniform(0.3, 0.93)
    if not is_right and rng.random() < 0.65:
        return rng.uniform(0.45, 0.96)
    if _is_large(line) and rng.random() < 0.25:
        return rng.uniform(0.6, 0.99)
    return rng.uniform(0.55, 0.97) if rng.random() < 0.04 else max(0.9, 1 - abs(rng.gauss(0, 0.012)))


def _card(sheet: Sheet) -> CardImage:
    width, height = float(sheet.width_px), float(sheet.height_px)
    return CardImage(
        number=1,
        page=1,
        quad=((0.0, 0.0), (width, 0.0), (width, height), (0.0, height)),
        card_from_photo=((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
        width_px=sheet.width_px,
        height_px=sheet.height_px,
        found_by="quad",
    )
