"""The lines that name the company: in the logo, above the address, at the foot."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lines.printed import Block, Printed, cased
from lines.words import SYLLABLES

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence

    from lines.card import Invented

MISTAKEN = "OoIlC(ES"
"""What letters of an odd shape are read as."""


def company_blocks(rng: random.Random, card: Invented) -> dict[str, Block]:
    """The company's lines in "logo", "firm" (above the address) and "foot"; none where it is not named."""
    size = rng.choice((rng.uniform(1.2, 2), rng.uniform(1.5, 3.5), rng.uniform(0.95, 1.3)))
    if card.facts.language in ("ja", "zh", "ko"):
        return _in_eastern(rng, card)
    logo: Block = lettering(rng, card.logo, size) if card.logo else ()
    if card.showing == "acronym" and card.company:
        initials = Printed(text=card.company.acronym, size=size * 1.3, look="lettering")
        logo = (initials, *(replace(line, size=line.size * 0.45) for line in logo))
    if logo and rng.random() < 0.1:
        logo = (_broken(rng, logo[0]), *logo[1:])
    if card.twin and card.company:
        logo = (*logo, Printed(text=card.twin.company, size=0.9))
    return {"logo": logo} | _as_text(rng, card)


def lettering(rng: random.Random, text: str, size: float) -> Block:
    """A logo's words on one line or several, which may differ in size."""
    words = text.split()
    count = 1 if len(words) < 2 else rng.choice((1, 1, 1, 2, 2) if len(words) < 4 else (1, 1, 2, 2, 3))
    cuts = sorted(rng.sample(range(1, len(words)), count - 1))
    shape = rng.choices((str.upper, str.lower, str), (2, 0.3, 3.7))[0]
    lines: list[Printed] = []
    for begin, end in zip((0, *cuts), (*cuts, len(words)), strict=True):
        part = shape(" ".join(words[begin:end]))
        lines.append(Printed(text=part, size=size * _grown(rng, first=not lines), look="lettering"))
    return tuple(lines)


def _grown(rng: random.Random, *, first: bool) -> float:
    """How large a line of a logo is beside its first one."""
    return 1 if first else rng.choice((1, 1, 1, rng.uniform(0.35, 0.8), rng.uniform(1, 1.5)))


def _broken(rng: random.Random, line: Printed) -> Printed:
    """A line whose letters are of so odd a shape that a reader makes something else of it."""
    if rng.random() < 0.4:
        text = f"{rng.choice(SYLLABLES)}{rng.choice('oO0(')}{rng.choice(SYLLABLES)}"
    else:
        kept = [letter for letter in line.text if rng.random() > 0.15]
        text = "".join(rng.choice(MISTAKEN) if rng.random() < 0.3 else letter for letter in kept).strip()
    return Printed(text=text or "O", size=line.size, look="drawing")


def _as_text(rng: random.Random, card: Invented) -> dict[str, Block]:
    """The registered name in plain print, where the logo does not say it, or says it as well."""
    # How often it stands above the address rather than at the foot, and how often in capitals.
    place = {
        "brand and text": (0.65, 0.2),
        "text": (0.7, 0.25),
        "twice": (1.0, 0.2),
        "other brand": (0.4, 0.0),
    }
    if card.showing not in place or not card.company:
        return {}
    above, capitals = place[card.showing]
    line = Printed(text=cased(rng, card.company.full, capitals), size=rng.uniform(0.75, 1.2))
    return {"firm" if rng.random() < above else "foot": (line,)}


def _in_eastern(rng: random.Random, card: Invented) -> dict[str, Block]:
    if not card.facts.company:
        return {}
    logo = [Printed(text=card.facts.company, size=rng.uniform(1, 1.8))]
    if card.company:
        logo.append(Printed(text=card.company.full, size=rng.uniform(0.7, 1)))
    return {"logo": tuple(logo)}


def share_line(rng: random.Random, blocks: dict[str, Block], clutter: Sequence[str]) -> dict[str, Block]:
    """The blocks with the company's line above the address run into another line.

    Args:
        rng: Source of chance.
        blocks: All blocks of the card; "firm" is not empty.
        clutter: Slogans and services that may follow on the same line.
    """
    *rest, firm = blocks["firm"]
    other = rng.choices(("address", "person", "reach", "clutter", "word"), (0.35, 0.2, 0.2, 0.15, 0.1))[0]
    if blocks.get(other) and other == "person":
        *named, last = blocks["person"]
        line = replace(last, text=f"{last.text}{rng.choice((', ', ' - ', ' | ', ' at ', ' @ '))}{firm.text}")
        # The block's first line mostly is the name, and a company stands behind it on no card.
        return blocks | {"firm": tuple(rest), "person": (*named, line)} if named else blocks
    if blocks.get(other):
        first, *more = blocks[other]
        line = replace(first, text=f"{firm.text}{rng.choice((', ', ' - ', ' | ', ' · '))}{first.text}")
        return blocks | {"firm": tuple(rest), other: (line, *more)}
    text = f"{rng.choice(('© ', 'for ', 'c/o ', 'by ', 'at '))}{firm.text}"
    if other == "clutter":
        text = f"{firm.text}{rng.choice((' - ', ' | ', ', '))}{rng.choice(clutter)}"
    return blocks | {"firm": (*rest, replace(firm, text=text))}
