"""A specimen: one side of one fictional card, its facts beside its design."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from studio.design import Design
    from studio.facts import Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class Specimen:
    """One side of a card.

    Attributes:
        qr: What its QR code holds, if it carries one.
    """

    facts: Facts
    design: Design
    qr: str | None = None
