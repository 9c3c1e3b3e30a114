"""Companies, offices and shops that do not exist."""

from __future__ import annotations

import string
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lines.words import (
    PLAIN,
    SYLLABLES,
    TOWNS,
    UNLISTED_TRADES,
    family_names,
    given_names,
    listed_trades,
)

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence

BODIES = ("University", "Institute", "Ministry", "College", "Association", "Society", "Federation", "Council",
          "Foundation", "Centre", "Bank", "School", "Chamber", "Museum", "Embassy", "Agency")  # fmt: skip
TOPICS = ("Technology", "Science", "Trade", "Health", "Education", "Commerce", "Arts", "Engineering",
          "Agriculture", "Sport", "Tourism", "Management")  # fmt: skip
ENDINGS = ("Labs", "", "365", "4U", "Lab", "Tech", "Soft", "Co")
FORM_SHARE = 0.42


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """What it is called.

    Attributes:
        name: Its name without legal form.
        brand: What a logo says.
        acronym: Its initials, where it uses them.
        form: Its legal form, where it prints one.
    """

    name: str
    brand: str
    acronym: str = ""
    form: str = ""

    @property
    def full(self) -> str:
        """Name and legal form, in the order in which they are printed."""
        if self.form.startswith("PT"):
            return f"{self.form} {self.name}"
        return f"{self.name} {self.form}".strip()


def company(rng: random.Random, forms: Sequence[str], owner: str) -> Company:
    """A company.

    Args:
        rng: Source of chance.
        forms: Legal forms where it is.
        owner: A family name, for companies that are called by one.
    """
    form = rng.choice(forms) if rng.random() < FORM_SHARE else ""
    luck = rng.random()
    if luck < 0.58:
        return _firm(rng, luck, form, owner)
    if luck < 0.7:
        return _public_body(rng)
    if luck < 0.8:
        name = _two_words(rng)
        return Company(name=name, brand=name, form=form)
    if luck < 0.86:
        brand = f"{rng.choice(given_names())}'s"
        return Company(name=f"{brand} {trade(rng, 0.5)}", brand=brand, form=form)
    if luck < 0.93:
        return _initialled(rng, form)
    name = coined(rng) + rng.choice(ENDINGS)
    return Company(name=name, brand=name, form=form)


def coined(rng: random.Random) -> str:
    """One word that is no word, or two words written as one."""
    luck = rng.random()
    if luck < 0.5:
        return "".join(rng.choices(SYLLABLES, k=rng.choice((2, 2, 3, 3, 4)))).capitalize()
    word = rng.choice(PLAIN).capitalize()
    if luck < 0.8:
        return word + rng.choice(PLAIN)
    return word + (rng.choice(PLAIN).capitalize() if rng.random() < 0.3 else "")


def trade(rng: random.Random, known: float = 0.6) -> str:
    """What it deals in, with that chance in a word that the parser knows."""
    return rng.choice(listed_trades() if rng.random() < known else UNLISTED_TRADES)


def _firm(rng: random.Random, luck: float, form: str, owner: str) -> Company:
    """A coined name alone, with what it deals in, or a family's name."""
    if luck < 0.5:
        brand = coined(rng) + (f" {trade(rng)}" if luck >= 0.4 else "")
        name = brand if luck < 0.16 else f"{brand} {trade(rng)}"
    else:
        brand = owner + rng.choice(("", f" & {rng.choice(family_names())}", " & Sons", " Bros"))
        name = f"{brand} {trade(rng)}" if rng.random() < 0.6 else brand
    return Company(name=name, brand=brand, form=form)


def _public_body(rng: random.Random) -> Company:
    body, topic, town = rng.choice(BODIES), rng.choice(TOPICS), rng.choice(TOWNS)
    aim = rng.choice(("Research", "Training", "Policy"))
    name = rng.choice(
        (
            f"{body} of {town}", f"{town} {body} of {topic}", f"The {town} {body}", f"{town} {topic} {body}",
            f"{town} {body} for {topic} and {aim}", f"{town} {body}", f"{body} de {topic} {town}",
        )
    )  # fmt: skip
    initials = "".join(word[0] for word in name.split() if word[0].isupper())
    acronym = initials if len(initials) > 2 and rng.random() < 0.45 else ""
    return Company(name=name, brand=acronym or name, acronym=acronym)


def _two_words(rng: random.Random) -> str:
    first, second = (word.capitalize() for word in rng.sample(PLAIN, 2))
    last = rng.choice((f"& {second}", second, rng.choice(UNLISTED_TRADES), rng.choice(listed_trades())))
    return f"{rng.choice(('The ', ''))}{first} {last}"


def _initialled(rng: random.Random, form: str) -> Company:
    """Called by letters that mostly are its initials."""
    parts = [rng.choice(PLAIN).capitalize(), rng.choice(listed_trades()), trade(rng)]
    initials = "".join(part[0] for part in parts)
    if rng.random() < 0.2:
        initials = "".join(rng.choices(string.ascii_uppercase, k=rng.choice((2, 3, 4))))
    if rng.random() < 0.35:
        parts[0] = initials
    return Company(name=" ".join(parts), brand=initials, acronym=initials, form=form)
