"""Which row belongs to which card."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import permutations
from typing import TYPE_CHECKING

from cardscan.evaluate.agreement import Agreement, compare
from cardscan.evaluate.rows import GivenRow
from cardscan.evaluate.truth import CRITICAL, FIELDS, TrueCard

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from cardscan.evaluate.truth import TruePhoto

_NO_CARD = TrueCard()
_NO_ROW = GivenRow()
_MAX_EXACT = 7
"""Up to so many cards in a picture every pairing is tried (5,040 of them)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A card and its row; one of the two may be missing.

    Attributes:
        photo: The picture's name.
        card: The labelled card, None where the row has none.
        row: The queue's row, None where the card has none.
        on_card: Whether the picture shows a card at all.
        result: Field to agreement.
    """

    photo: str
    card: TrueCard | None
    row: GivenRow | None
    on_card: bool
    result: Mapping[str, Agreement]

    @property
    def critical(self) -> tuple[Agreement, ...]:
        """The agreements of name, e-mail and phone."""
        return tuple(self.result[field] for field in CRITICAL)


def pair_all(photos: Iterable[TruePhoto], rows: Iterable[GivenRow]) -> tuple[Pair, ...]:
    """Every labelled card with its row and every row of a labelled picture with its card.

    Args:
        photos: The labels.
        rows: The queue; rows of other pictures are left out.

    Returns:
        The pairs, picture by picture in the order of their names; without cards of which nothing
        is measured, and their rows.
    """
    cards = {photo.name: photo.cards for photo in photos}
    rows_of: dict[str, list[GivenRow]] = {}
    merged_into: dict[str, str] = {}
    for row in rows:
        first, *others = row.photos
        rows_of.setdefault(first, []).append(row)
        merged_into.update(dict.fromkeys(others, first))
    for photo, first in merged_into.items():
        if photo in cards and first in cards and photo not in rows_of:
            cards[first] = _with_backs(cards[first], cards[photo])
            cards[photo] = _without_sides(cards[photo], cards[first])
    return tuple(
        pair for photo in sorted(cards) for pair in _pairs(photo, cards[photo], rows_of.get(photo, []))
    )


def _with_backs(first: tuple[TrueCard, ...], others: tuple[TrueCard, ...]) -> tuple[TrueCard, ...]:
    """The card in a picture with what only its back says: a row that names both gives both."""
    backs = [card for card in others if card.is_back]
    if len(first) != 1 or not backs:
        return first
    (front,) = first
    added = {name: backs[0].of(name) for name in FIELDS if not front.of(name)}
    return (replace(front, values={**front.values, **added}),)


def _without_sides(cards: tuple[TrueCard, ...], first: tuple[TrueCard, ...]) -> tuple[TrueCard, ...]:
    """Those of ``cards`` that are not another side or shot of a card in the picture ``first``."""
    shown = frozenset[str]().union(*(card.ids for card in first))
    return tuple(card for card in cards if not (card.is_back or card.ids & shown))


def _pairs(photo: str, cards: Sequence[TrueCard], rows: Sequence[GivenRow]) -> Iterable[Pair]:
    size = max(len(cards), len(rows))
    all_cards = [*cards, *[None] * (size - len(cards))]
    all_rows = [*rows, *[None] * (size - len(rows))]
    results = [[compare(card or _NO_CARD, row or _NO_ROW) for row in all_rows] for card in all_cards]
    for i, j in _best([[_worth(card, row) for row in all_rows] for card in all_cards]):
        card, row = all_cards[i], all_rows[j]
        if card is None or not card.is_unknown:
            yield Pair(photo=photo, card=card, row=row, on_card=bool(cards), result=results[i][j])


def _worth(card: TrueCard | None, row: GivenRow | None) -> int:
    """How many values agree, also of fields that are not measured: a card is known by them all the same."""
    whole = replace(card or _NO_CARD, illegible=frozenset())
    return sum(field.hits for field in compare(whole, row or _NO_ROW).values())


def _best(worth: list[list[int]]) -> list[tuple[int, int]]:
    """The pairing with most agreement; in a picture of very many cards, the best pair first."""
    size = len(worth)
    if size <= _MAX_EXACT:
        order = max(permutations(range(size)), key=lambda p: sum(worth[i][j] for i, j in enumerate(p)))
        return list(enumerate(order))
    free_rows = set(range(size))
    chosen: dict[int, int] = {}
    for i, j in sorted(((i, j) for i in range(size) for j in range(size)), key=lambda p: -worth[p[0]][p[1]]):
        if i not in chosen and j in free_rows:
            chosen[i] = j
            free_rows.remove(j)
    return list(chosen.items())
