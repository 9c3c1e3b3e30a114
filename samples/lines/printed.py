"""Lines as they are printed, before they have a place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import random

Look = Literal["text", "lettering", "drawing"]
"""Plain print; a logo's letters, which a reader reads worse; what is no print but may be read as such."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """One line.

    Attributes:
        text: What it says.
        size: Its height, in heights of the card's plain print.
        look: What it looks like.
    """

    text: str
    size: float
    look: Look = "text"


Block = tuple[Printed, ...]
"""Lines that stand together."""


def cased(rng: random.Random, text: str, capitals: float) -> str:
    """The text, with that chance in capitals."""
    return text.upper() if rng.random() < capitals else text


def halves(text: str, at: int, size: float) -> Block:
    """A text on two lines.

    Args:
        text: What they say.
        at: The words on the first one.
        size: Of both.
    """
    words = text.split()
    return (
        Printed(text=" ".join(words[:at]), size=size),
        Printed(text=" ".join(words[at:]), size=size),
    )
