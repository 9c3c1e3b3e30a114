"""Cards at scale: people, companies and designs that chance makes from lists of parts.

``contact.invent`` says what a card prints, from the parts of one ``country``;
``look.dress`` says how, in a named mood; ``specimen`` does both, and ``note.written_on``
adds handwriting.  The same chance gives the same card.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.invented.contact import invent
from studio.invented.look import dress
from studio.invented.note import written_on
from studio.specimen import Specimen

if TYPE_CHECKING:
    import random

    from studio.invented.look import Mood


def specimen(rng: random.Random, mood: Mood = "light") -> Specimen:
    """One side of a card of a person whom nobody knows.

    Args:
        rng: Source of chance.
        mood: How paper and ink stand to each other.
    """
    facts = invent(rng)
    return Specimen(facts=facts, design=dress(facts, rng, mood))


__all__ = ["specimen", "written_on"]
