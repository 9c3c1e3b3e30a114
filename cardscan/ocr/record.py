"""What leaves the OCR stage: a photo, the flat cards in it and their text lines."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from math import isfinite
from typing import TYPE_CHECKING, Any

from cardscan import geometry
from cardscan.errors import RecordError

if TYPE_CHECKING:
    from datetime import datetime

    from cardscan.geometry import Matrix, Quad


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo:
    """One picture file, as it was made by a camera, a scanner or a designer.

    Attributes:
        path: Path relative to the scanned folder, with "/" on every system.
        content_hash: SHA-256 of the file's bytes, in hex.
        taken_at: The camera's capture time, in the camera's local time, if recorded.
    """

    path: str
    content_hash: str
    taken_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CardImage:
    """One flat, upright card cut out of a photo (the record, without its pixels).

    Attributes:
        number: The card's number in its photo, from 1; pages count through.
        page: The page of the photo it lies on, from 1.
        quad: The card's corners in the page, in page pixels after EXIF orientation.
        card_from_photo: Homography that takes page pixels to card pixels.
        width_px: Width of the flat card.
        height_px: Height of the flat card.
        found_by: "quad" where the card's edge was trusted, "text" where the cut
            follows the text, "whole" where the whole page is taken as the card.
    """

    number: int
    page: int
    quad: Quad
    card_from_photo: Matrix
    width_px: int
    height_px: int
    found_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WordBox:
    """One word as a reader saw it.

    Attributes:
        text: The word, never empty.
        quad: Its corners in card pixels.
        confidence: The reader's own belief in [0, 1].
        piece: Number of the piece of text (a run on one line, without wide gaps) in
            which the reader saw it.
    """

    text: str
    quad: Quad
    confidence: float
    piece: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLine:
    """Words that stand on one line, in reading order.

    Attributes:
        text: The line as read, words joined as printed.
        quad: Corners of the line in card pixels.
        words: Its words, left to right.
        confidence: Mean of the words' confidences, weighted by their length.
        block: Number of the block (column or paragraph) the line stands in, from 0.
        by_hand: Whether somebody wrote it on the card, rather than the printer.
        again: What a second reading gave, where the first left a value in doubt; else empty.
    """

    text: str
    quad: Quad
    words: tuple[WordBox, ...]
    confidence: float
    block: int = 0
    by_hand: bool = False
    again: str = ""

    @property
    def height_px(self) -> float:
        """Mean height of the line, in card pixels."""
        return geometry.size(self.quad)[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A QR code or another code of its kind, with what it says.

    Attributes:
        text: Its text, never empty; lines are parted by line feeds.
        format: What kind of code it is: "QRCode", "DataMatrix", "Aztec", "PDF417".
        quad: Its corners in card pixels, from the code's own top left; they may lie
            outside of a card that was cut along its text.
    """

    text: str
    format: str
    quad: Quad


@dataclass(frozen=True, slots=True, kw_only=True)
class Legibility:
    """How large and how sharp the print of a card is, in the median over its letters.

    Attributes:
        print_px: Height of the letters, as far as most of their strokes reach, in photo pixels.
        edge_px: Pixels that the edge of a stroke takes from ink to ground, in card pixels.
    """

    print_px: float
    edge_px: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Everything read on one card.

    Attributes:
        card: The card image that was read.
        lines: Its text lines, in reading order.
        reader: Name of the reader.
        codes: The codes on it or right beside it, from top to bottom of the page.
        legibility: How large and sharp its print is; None where that was not measured.
        unread_scripts: ISO 15924 codes of the scripts in which part of it seems to be printed
            that the reader does not read; "Zzzz" where it cannot be told which.
    """

    card: CardImage
    lines: tuple[TextLine, ...]
    reader: str
    codes: tuple[Code, ...] = ()
    legibility: Legibility | None = None
    unread_scripts: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The reading as plain JSON values; ``from_dict`` takes it back."""
        return asdict(self)

    @classmethod
    def from_dict(cls, data: dict[str, Any], source: str = "reading") -> Reading:
        """A reading from what ``to_dict`` gave.

        Raises:
            RecordError: A part is missing or of the wrong kind.
        """
        try:
            return cls(
                card=_card(data["card"]),
                lines=tuple(_line(line) for line in data["lines"]),
                reader=_text(data["reader"]),
                codes=tuple(_code(code) for code in data.get("codes", ())),
                legibility=_legibility(data.get("legibility")),
                unread_scripts=tuple(_script(code) for code in data.get("unread_scripts", ())),
            )
        except (KeyError, TypeError, ValueError, OverflowError) as exc:
            raise RecordError(
                source, f"this is no saved reading ({exc!r}); make one with: cardscan read PHOTO --json"
            ) from exc


def _text(data: Any) -> str:
    if not isinstance(data, str):
        raise TypeError(f"{data!r} is no text")
    return data


def _number(data: Any) -> float:
    number = float(data)
    if not isfinite(number):
        raise ValueError(f"{data!r} is no finite number")
    return number


def _size(data: Any) -> int:
    size = int(data)
    if size < 1:
        raise ValueError(f"{data!r} is no size in pixels")
    return size


def _flag(data: Any) -> bool:
    if not isinstance(data, bool):
        raise TypeError(f"{data!r} is neither true nor false")
    return data


def _length(data: Any) -> float:
    length = _number(data)
    if length < 0:
        raise ValueError(f"{data!r} is no length in pixels")
    return length


def _quad(data: Any) -> Quad:
    a, b, c, d = ((_number(x), _number(y)) for x, y in data)
    return a, b, c, d


def _row(data: Any) -> tuple[float, float, float]:
    a, b, c = (_number(value) for value in data)
    return a, b, c


def _card(data: dict[str, Any]) -> CardImage:
    top, middle, bottom = (_row(row) for row in data["card_from_photo"])
    return CardImage(
        number=int(data["number"]),
        page=int(data["page"]),
        quad=_quad(data["quad"]),
        card_from_photo=(top, middle, bottom),
        width_px=_size(data["width_px"]),
        height_px=_size(data["height_px"]),
        found_by=_text(data["found_by"]),
    )


def _code(data: dict[str, Any]) -> Code:
    return Code(text=_text(data["text"]), format=_text(data["format"]), quad=_quad(data["quad"]))


def _legibility(data: dict[str, Any] | None) -> Legibility | None:
    if data is None:
        return None
    return Legibility(print_px=_length(data["print_px"]), edge_px=_length(data["edge_px"]))


def _script(data: Any) -> str:
    code = _text(data)
    if not re.fullmatch("[A-Z][a-z]{3}", code):
        raise ValueError(f"{data!r} is no ISO 15924 code")
    return code


def _line(data: dict[str, Any]) -> TextLine:
    words = tuple(
        WordBox(
            text=_text(word["text"]),
            quad=_quad(word["quad"]),
            confidence=_number(word["confidence"]),
            piece=int(word["piece"]),
        )
        for word in data["words"]
    )
    return TextLine(
        text=_text(data["text"]),
        quad=_quad(data["quad"]),
        words=words,
        confidence=_number(data["confidence"]),
        block=int(data["block"]),
        by_hand=_flag(data.get("by_hand", False)),
        again=_text(data.get("again", "")),
    )
