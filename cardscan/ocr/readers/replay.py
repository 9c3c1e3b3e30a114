"""A reader that repeats what another one gave, so that the rest is tested without a model."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from cardscan import geometry
from cardscan.errors import ReaderError
from cardscan.ocr.reader import added_scripts
from cardscan.ocr.readers.recording import Recorded, load, look, save

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cardscan.geometry import Matrix, Quad
    from cardscan.ocr.reader import Pixels, Reader
    from cardscan.ocr.record import WordBox


class ReplayReader:
    """Gives the recorded boxes of the recorded picture that looks most like the one given.

    Args:
        recording: The file that ``RecordingReader.save`` wrote.

    Raises:
        RecordError: The file is missing or holds no recording.
    """

    name = "replay"
    knows_doubt = False  # it can but repeat

    def __init__(self, recording: Path | str) -> None:
        self._recorded = load(Path(recording))

    def find_text(self, pixels: Pixels) -> tuple[Quad, ...]:
        """Where text was found; see ``Reader``."""
        recorded = self._recall("find_text", pixels)
        return tuple(geometry.apply_to_quad(_scale(recorded, pixels), quad) for quad in recorded.texts)

    def read(
        self,
        pixels: Pixels,
        texts: Sequence[Quad] | None = None,  # noqa: ARG002 - what was read is recorded
    ) -> tuple[WordBox, ...]:
        """The words that were read; see ``Reader``."""
        recorded = self._recall("read", pixels)
        scale = _scale(recorded, pixels)
        return tuple(replace(word, quad=geometry.apply_to_quad(scale, word.quad)) for word in recorded.words)

    def read_lines(self, strips: Sequence[Pixels]) -> tuple[tuple[str, float], ...]:
        """The text that was read in each strip; see ``Reader``."""
        return tuple(self._recall("read_lines", strip).line for strip in strips)

    def _recall(self, call: str, pixels: Pixels) -> Recorded:
        alike = [
            (difference, number)
            for number, one in enumerate(self._recorded)
            if one.call == call and (difference := one.difference(pixels)) is not None
        ]
        if not alike:
            height, width = pixels.shape[:2]
            raise ReaderError(
                self.name,
                f"no {call} of a picture like it ({width} by {height} pixels) was recorded; record it anew",
            )
        return self._recorded[min(alike)[1]]


class RecordingReader:
    """Hands everything on to a reader and keeps what it gave.

    Args:
        reader: The reader that does the work.
    """

    def __init__(self, reader: Reader) -> None:
        self.name = reader.name
        self.knows_doubt = reader.knows_doubt
        self.scripts = added_scripts(reader)
        self._reader = reader
        self._recorded: list[Recorded] = []

    def find_text(self, pixels: Pixels) -> tuple[Quad, ...]:
        """Where the reader finds text; see ``Reader``."""
        texts = self._reader.find_text(pixels)
        self._recorded.append(replace(_call("find_text", pixels), texts=texts))
        return texts

    def read(self, pixels: Pixels, texts: Sequence[Quad] | None = None) -> tuple[WordBox, ...]:
        """The words the reader reads; see ``Reader``."""
        words = self._reader.read(pixels, texts)
        self._recorded.append(replace(_call("read", pixels), words=words))
        return words

    def read_lines(self, strips: Sequence[Pixels]) -> tuple[tuple[str, float], ...]:
        """The text the reader reads in each strip; see ``Reader``."""
        lines = self._reader.read_lines(strips)
        self._recorded.extend(
            replace(_call("read_lines", strip), line=line) for strip, line in zip(strips, lines, strict=True)
        )
        return lines

    def save(self, path: Path) -> None:
        """Write all that was given so far; ``ReplayReader`` repeats it."""
        save(tuple(self._recorded), path)


def _call(call: str, pixels: Pixels) -> Recorded:
    height, width = pixels.shape[:2]
    return Recorded(call=call, look=look(pixels), width_px=width, height_px=height)


def _scale(recorded: Recorded, pixels: Pixels) -> Matrix:
    """From the recorded picture's pixels to those of the one given, which may be a pixel larger."""
    height, width = pixels.shape[:2]
    return (width / recorded.width_px, 0.0, 0.0), (0.0, height / recorded.height_px, 0.0), (0.0, 0.0, 1.0)
