"""Fictional cards as readings, without pictures: for fitting the parser and for judging it at scale.

``invent`` says what a card says, ``blocks`` how it is printed, ``layouts`` and ``placing``
where, ``misreading`` what a reader makes of it; ``files`` writes readings, labels and
what the parser found.  The same seed gives the same cards.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lines.blocks import blocks_of
from lines.clutter import watermarks
from lines.invent import invent
from lines.layouts import LAYOUTS
from lines.misreading import read
from lines.placing import placed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cardscan.ocr.record import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeCard:
    """One card.

    Attributes:
        id: What its photo would be called.
        layout: The family of its layout.
        language: ISO 639-1 code of its main language.
        reading: What a reader saw.
        fields: What a perfect reader finds, as in the truth of the samples.
    """

    id: str
    layout: str
    language: str
    reading: Reading
    fields: dict[str, Any]


def cards(count: int, seed: int) -> Iterator[MadeCard]:
    """So many cards, every one by a chance of its own.

    Args:
        count: How many.
        seed: Another one gives other cards.
    """
    for number in range(1, count + 1):
        yield _card(f"{number:05}", random.Random(f"{seed}-{number}"))


def _card(name: str, rng: random.Random) -> MadeCard:
    layout = rng.choice(tuple(LAYOUTS))
    card = invent(rng, is_shop=layout == "shop")
    blocks = blocks_of(rng, card, is_shop=layout == "shop")
    sheet, lines = placed(rng, layout, blocks, watermarks(rng))
    return MadeCard(
        id=name,
        layout=layout,
        language=card.facts.language,
        reading=read(rng, sheet, lines),
        fields=card.fields(),
    )


__all__ = ["LAYOUTS", "MadeCard", "cards"]
