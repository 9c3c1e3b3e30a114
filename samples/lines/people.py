"""People whom nobody knows, with names that the parser knows and names that it does not."""

from __future__ import annotations

import string
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lines.words import SYLLABLES, family_names, given_names

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence

    from faker import Faker

PREFIXES = ("Dr. ", "Prof. ", "Mr. ", "Er. ", "Dipl.-Ing. ")
SUFFIXES = (", PhD", ", MBA", " M.Tech", ", CPA", ", PMP")


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A name.

    Attributes:
        given: Given names with a middle initial, as printed.
        family: Family name.
        prefix: What is printed before it, with its trailing space.
        suffix: What is printed behind it.
    """

    given: str
    family: str
    prefix: str = ""
    suffix: str = ""

    @property
    def name(self) -> str:
        """Without what is printed before and behind."""
        return f"{self.given} {self.family}"


def person(rng: random.Random, fake: Faker) -> Person:
    """Somebody."""
    given = _part(rng, fake.first_name(), given_names(), known=0.85)
    family = _part(rng, fake.last_name(), family_names(), known=0.78)
    odd = rng.random()
    if odd < 0.1:
        given += f" {rng.choice(string.ascii_uppercase)}."
    elif odd < 0.14:
        given += f" {rng.choice(given_names())}"
    elif odd < 0.18:
        family += f" {fake.last_name()}"
    elif odd < 0.2:
        given = f"{given[0]}."
    return Person(
        given=given,
        family=family,
        prefix=rng.choice(PREFIXES) if rng.random() < 0.09 else "",
        suffix=rng.choice(SUFFIXES) if rng.random() < 0.08 else "",
    )


def _part(rng: random.Random, usual: str, listed: Sequence[str], known: float) -> str:
    """A name of the country, one that the parser knows (up to that share), or one that nobody has."""
    luck = rng.random()
    if luck < 0.45:
        return usual
    if luck < known:
        return rng.choice(listed)
    return "".join(rng.choices(SYLLABLES, k=rng.choice((2, 3)))).capitalize()
