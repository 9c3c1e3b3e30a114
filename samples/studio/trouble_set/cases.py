"""The troubles of the set, each at its strengths."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from studio.trouble_set.arrange import (
    askew,
    changed,
    cut_off,
    far,
    filling,
    on_the_scanner,
    spoilt,
    spread,
    tilted,
    touching,
)

if TYPE_CHECKING:
    from studio.invented.look import Mood
    from studio.trouble_set.arrange import Arrangement


Note = Literal["beside", "across"]
"""Handwriting in free space, or across the print."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A trouble at one strength.

    Attributes:
        arrange: What it does to a picture without troubles.
        cards: How many cards the picture shows.
        mood: How paper and ink of the cards stand to each other.
        same_size: Whether all cards of the picture have one size.
        note: Where somebody has written on the card, if so.
    """

    trouble: str
    strength: str
    arrange: Arrangement
    cards: int = 1
    mood: Mood = "light"
    same_size: bool = False
    note: Note | None = None


def _by_strength(trouble: str, **arrangements: Arrangement) -> tuple[Case, ...]:
    return tuple(Case(trouble=trouble, strength=name, arrange=how) for name, how in arrangements.items())


def _levels(trouble: str, mild: float, strong: float) -> tuple[Case, ...]:
    """A trouble of light, lens or sensor at two strengths."""
    return _by_strength(trouble, mild=spoilt(**{trouble: mild}), strong=spoilt(**{trouble: strong}))


def _inks(trouble: str, strength: str, mood: Mood, **fields: str) -> Case:
    return Case(trouble=trouble, strength=strength, arrange=changed(**fields), mood=mood)


def _several(strength: str, cards: int, arrange: Arrangement, *, same_size: bool = False) -> Case:
    return Case(trouble="several", strength=strength, arrange=arrange, cards=cards, same_size=same_size)


def _written(strength: str, note: Note) -> Case:
    return Case(trouble="handwriting", strength=strength, arrange=changed(), note=note)


def _nothing(*still_lifes: str) -> tuple[Case, ...]:
    return tuple(
        Case(trouble="no_card", strength=name, arrange=changed(still_life=name, span_mm=span), cards=0)
        for name, span in zip(still_lifes, (200.0, 210.0, 250.0, 300.0, 330.0), strict=True)
    )


_AS_IT_IS = changed()

CASES: tuple[Case, ...] = (
    *(Case(trouble="none", strength="none", arrange=_AS_IT_IS) for _ in range(4)),
    *_by_strength("perspective", mild=tilted(16, 22), strong=tilted(33, 40)),
    *_by_strength("turned", **{str(deg): changed(turned_ccw=deg) for deg in (90, 180, 270)}),
    *_by_strength("skew", mild=askew(8, 15), medium=askew(20, 38), strong=askew(40, 70)),
    # The tag tells a viewer to turn pixels that stand upright as they are stored.
    *_by_strength("wrong_exif", **{
        str(tag): changed(turned_ccw=turned, exif_orientation=tag)
        for tag, turned in ((6, 270), (3, 180), (8, 90))
    }),
    *_levels("blur", 0.5, 0.9),
    *_levels("shake", 0.4, 0.7),
    *_levels("noise", 0.8, 1.5),
    *_by_strength("jpeg", mild=changed(quality=25), strong=changed(quality=9)),
    *_by_strength("low_resolution", mild=far(1.7), strong=far(2.6)),
    *_levels("shade", 0.7, 1.1),
    *_levels("glare", 0.5, 0.72),
    *_levels("gradient", 0.7, 1.0),
    *_levels("dim", 0.7, 1.0),
    *_levels("warm", 0.8, 1.4),
    _inks("light_on_dark", "plain", "dark"),
    _inks("light_on_dark", "on_dark", "dark", surface="slate"),
    _inks("coloured", "calm", "colour"),
    _inks("coloured", "loud", "loud"),
    _inks("low_contrast", "mild", "faint"),
    _inks("low_contrast", "strong", "fainter"),
    _inks("white_on_white", "plain", "white", surface="sheet"),
    _inks("dark_on_dark", "plain", "black", surface="felt"),
    *_by_strength("edge_to_edge", plain=filling),
    *_by_strength("partly_outside", one_side=cut_off(1), corner=cut_off(2)),
    *_by_strength("in_hand", plain=changed(held=True)),
    *_by_strength("busy_background", newspaper=changed(surface="newspaper")),
    _several("2", 2, spread(1)),
    _several("3", 3, spread(1)),
    _several("4_touching", 4, touching(2), same_size=True),
    _several("4_turned", 4, spread(2, turned=True)),
    _several("6", 6, spread(2)),
    _several("12", 12, spread(3)),
    *(
        Case(trouble="scanner_sheet", strength=str(cards), arrange=on_the_scanner(2), cards=cards)
        for cards in (4, 6, 8)
    ),
    *_by_strength("crumpled", mild=changed(crumpled=0.5), strong=changed(crumpled=1.0)),
    _written("mild", "beside"),
    _written("strong", "across"),
    *_nothing("receipt", "playing_cards", "letter", "lunch", "certificate"),
)  # fmt: skip
"""In the order of the set; four pictures without trouble beside one of each case."""
