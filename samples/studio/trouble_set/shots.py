"""As many pictures of the set as are wanted."""

from __future__ import annotations

import random
import zlib
from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import cycle, islice
from typing import TYPE_CHECKING, Any

from studio.invented import specimen, written_on
from studio.picture import Lying, Picture
from studio.trouble_set.cases import CASES
from studio.truth import entry

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from studio.specimen import Specimen
    from studio.trouble_set.cases import Case

SURFACES = ("oak", "walnut", "ash", "linen", "denim", "desk", "slate", "cork", "leather")
OPENING = datetime.fromisoformat("2026-11-20T17:00:00")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shot:
    """One picture of the set.

    Attributes:
        cards: The cards that it shows, by their keys.
    """

    case: Case
    picture: Picture
    cards: Mapping[str, Specimen]

    def truth(self, folder: str) -> dict[str, Any]:
        """Its entry in the truth file.

        Args:
            folder: The folder of the pictures, relative to the truth file.
        """
        named = {"trouble": self.case.trouble, "strength": self.case.strength}
        return entry(self.picture, folder, self.cards) | named


def shots(count: int, seed: int, only: Collection[str] = ()) -> Iterator[Shot]:
    """The pictures of the set; the first ones are the same however many are wanted.

    Args:
        count: How many.
        seed: Another one gives other cards and other chances.
        only: The troubles that are wanted; all where none is named.
    """
    cases = [case for case in CASES if not only or case.trouble in only]
    numbers: Counter[tuple[str, str]] = Counter()
    for case in islice(cycle(cases), count):
        numbers[case.trouble, case.strength] += 1
        name = f"{case.trouble}_{case.strength}_{numbers[case.trouble, case.strength]:02d}".replace(
            "_none", "", 1
        )
        yield _shot(case, name, _taken_at(name), random.Random(f"{seed}/{name}"))


def _shot(case: Case, name: str, taken_at: datetime, rng: random.Random) -> Shot:
    cards = _cards(case, rng)
    keyed = {f"{name}/{number}": card for number, card in enumerate(cards, 1)}
    plain = Picture(
        file=f"{name}.jpg",
        cards=tuple(keyed),
        taken_at=taken_at,
        lying=tuple(Lying(turn_deg=rng.uniform(-5, 5)) for _ in cards),
        surface=rng.choice(SURFACES),
        pitch_deg=rng.uniform(-7, 10),
        yaw_deg=rng.uniform(-6, 6),
        troubles={"noise": 0.2},
        quality=82,
        difficulty="easy" if case.trouble == "none" else "medium",
        note=f"{case.trouble}, {case.strength}",
        **_frame(cards, rng),
    )
    return Shot(case=case, picture=case.arrange(plain, [card.design for card in cards], rng), cards=keyed)


def _taken_at(name: str) -> datetime:
    """A minute of the evening, the same whatever else is in the set."""
    return OPENING + timedelta(minutes=zlib.crc32(name.encode()) % 240)


def _cards(case: Case, rng: random.Random) -> list[Specimen]:
    """The cards; several are in landscape format, and of one size where that is asked for."""
    cards: list[Specimen] = []
    while len(cards) < case.cards:
        card = specimen(rng, case.mood)
        if case.note:
            written = written_on(card, rng, across=case.note == "across")
            cards += [written] if written else []
            continue
        width, height = card.design.size_mm
        fits = not cards or not case.same_size or card.design.size_mm == cards[0].design.size_mm
        if case.cards == 1 or (width > height and fits):
            cards.append(card)
    return cards


def _frame(cards: list[Specimen], rng: random.Random) -> dict[str, Any]:
    """A picture of the card's own format, about 1600 pixels long, with some table around the card."""
    is_upright = bool(cards) and cards[0].design.size_mm[1] > cards[0].design.size_mm[0]
    if is_upright:
        return {"size_px": (1200, 1600), "span_mm": rng.uniform(82, 96)}
    return {"size_px": (1600, 1200), "span_mm": rng.uniform(108, 130)}
