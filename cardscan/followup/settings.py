"""What the owner has set: who they are, their cadence, and what they like to send."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cardscan.followup.cadence import Cadence

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """Who follows up.

    Attributes:
        name: As it stands under a letter.
        email: The address that drafts are from.
        phone: In international form.
        company: Where they work.
        country: ISO 3166-1 alpha-2 code, for working days and public holidays.
        subdivision: ISO 3166-2 code without the country, like "BY", for regional holidays.
        time_zone: IANA name like "Europe/Berlin"; empty for the computer's own.
        languages: ISO 639-1 codes of the languages they write in, the usual one first.
    """

    name: str = ""
    email: str = ""
    phone: str = ""
    company: str = ""
    country: str | None = None
    subdivision: str | None = None
    time_zone: str = ""
    languages: tuple[str, ...] = ("en",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """Something that the owner promises people: a price list, an article, a deck.

    Attributes:
        name: As a letter calls it: "our price list".
        words: What a note calls it; the name itself always counts.
        file: A file to attach, if it is one.
        link: Where it is to be found, if it is on the web.
    """

    name: str
    words: tuple[str, ...] = ()
    file: Path | None = None
    link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What stands in the settings file; a default for everything that does not.

    Attributes:
        owner: Who follows up.
        cadence: When each step is due.
        materials: What they send.
        templates: A folder with templates of their own, which come before those of the program.
        plan_at: When the hour for follow-ups begins, local time as "09:00".
        plan_minutes: How long it is.
    """

    owner: Owner = field(default_factory=Owner)
    cadence: Cadence = field(default_factory=Cadence)
    materials: tuple[Material, ...] = ()
    templates: Path | None = None
    plan_at: str = "09:00"
    plan_minutes: int = 60
