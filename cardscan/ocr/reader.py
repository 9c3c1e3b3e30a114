"""What a reader is: it takes pixels and gives word boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from cardscan.registry import Registry

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    import numpy.typing as npt

    from cardscan.geometry import Quad
    from cardscan.ocr.record import WordBox

    Pixels = npt.NDArray[np.uint8]
    """uint8, shape (height, width, 3), channels in OpenCV's order (BGR)."""


@runtime_checkable
class Reader(Protocol):
    """Reads the words in a picture.

    A reader starts no threads of its own, loads its model at first use, keeps no
    state between pictures and needs no network, ever.

    Attributes:
        name: The name it is registered under.
        knows_doubt: Whether reading a line again tells more where its belief is low.
    """

    name: str
    knows_doubt: bool

    def find_text(self, pixels: Pixels) -> tuple[Quad, ...]:
        """Where text stands in a picture, without reading it.

        Args:
            pixels: uint8, shape (height, width, 3), BGR.

        Returns:
            One quad a piece of text, in the picture's pixels, in any order.
        """
        ...

    def read(self, pixels: Pixels, texts: Sequence[Quad] | None = None) -> tuple[WordBox, ...]:
        """The words in a picture that stands upright.

        Args:
            pixels: uint8, shape (height, width, 3), BGR.
            texts: Where text stands in it, each quad from the text's own top left, if that
                is known already: a reader may then save itself the search.

        Returns:
            Word boxes in the picture's pixels; the words of a piece of text
            follow each other, left to right.
        """
        ...

    def read_lines(self, strips: Sequence[Pixels]) -> tuple[tuple[str, float], ...]:
        """The text of strips that hold one line each, and the belief in it.

        Args:
            strips: Each uint8, shape (height, width, 3), BGR, one upright line.

        Returns:
            Text and confidence in [0, 1] of each strip, in their order; empty text
            and 0 where nothing is read.
        """
        ...


def added_scripts(reader: Reader) -> tuple[str, ...]:
    """ISO 15924 codes of the scripts that a reader was asked to read beside its own.

    A reader that was given languages says so in an attribute ``scripts``.
    """
    return tuple(getattr(reader, "scripts", ()))


readers: Registry[Reader] = Registry("reader", "cardscan.readers", home="cardscan.ocr.readers")
"""All readers by name; ``replay`` is for tests and not offered to users."""
