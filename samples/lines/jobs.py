"""What people do, and in which part of the company."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from cardscan.parse.lexicons import table
from cardscan.parse.text import CJK
from lines.words import PLAIN

if TYPE_CHECKING:
    import random

NEW_FIELDS = ("Wellness", "Beauty", "Chief Happiness", "Growth", "Digital", "Water", "Sound", "People",
              "Creative")  # fmt: skip
NEW_ROLES = ("Wizard", "Guru", "Ninja", "Alchemist", "Hero", "Catalyst", "Steward", "Companion", "Relations",
             "Operations", "Sales")  # fmt: skip
"""Titles without a word that says that they are titles."""

SUBJECTS = ("Chemistry", "Marine Science", "Finance", "Export", "Quality", "Physics", "Marketing", "Sales",
            "Human Resources", "Trade", "Public Affairs", "Legal", "Mechanical Engineering",
            "Computer Science", "Customer", "Nursing", "Product", "Digital")  # fmt: skip
DEGREES = ("B.Sc (Hons), M.Tech", "LL.B, FCA", "PhD, FIE", "M.Com., CAIIB")


def title(rng: random.Random, language: str) -> str:
    """A job title, in the language of the card or in English."""
    roles = _roles(language) if rng.random() < 0.6 else _roles("en")
    luck = rng.random()
    if luck < 0.12:
        return f"{rng.choice(NEW_FIELDS)} {rng.choice(NEW_ROLES)}"
    first, second = (word.title() for word in rng.choices(roles.get("modifier", ("senior",)), k=2))
    head, other = (_shown(word) for word in rng.choices(roles["head"], k=2))
    if head == "Head":
        head = f"Head of {second}"
    if luck < 0.25:
        return head
    if luck < 0.6:
        return f"{first} {head}"
    if luck < 0.72:
        return f"{second} {first} {head}"
    if luck < 0.82:
        return f"{head} {rng.choice(('&', 'and', '/'))} {other}"
    return f"{head}, {first}" if luck < 0.92 else f"{head} - {rng.choice(PLAIN).title()} {second}"


def department(rng: random.Random) -> str:
    """A part of a company or of a university."""
    subject, luck = rng.choice(SUBJECTS), rng.random()
    if luck < 0.45:
        return f"{rng.choice(_parts('opening'))} {subject}".replace(" Of ", " of ").replace(" For ", " for ")
    if luck < 0.9:
        return f"{subject} {rng.choice(_parts('word' if luck < 0.75 else 'weak'))}"
    return rng.choice((subject, f"{subject} & {rng.choice(('Research', 'Policy', 'Data'))}"))


def _shown(head: str) -> str:
    return head.title() if len(head) > 3 else head.upper()


@cache
def _roles(language: str) -> dict[str, Any]:
    """The words of titles in a language, or in English where the parser's list has none of it in letters."""
    roles: dict[str, Any] = table("roles")
    own: dict[str, Any] = roles.get(language, {})
    english: dict[str, Any] = roles["en"]
    return own if own.get("head") and not any(map(CJK.search, own["head"])) else english


@cache
def _parts(key: str) -> tuple[str, ...]:
    return tuple(word.title() for word in table("departments")["en"][key])
