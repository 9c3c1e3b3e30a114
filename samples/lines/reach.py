"""How to reach somebody: reserved domains, and numbers that nobody has."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from studio.facts import Phone

from cardscan.parse.text import bare
from lines.companies import coined
from lines.words import PLAIN

if TYPE_CHECKING:
    import random
    from collections.abc import Mapping

    from faker import Faker

    from lines.companies import Company
    from lines.locales import Locale
    from lines.people import Person

NOBODYS_HOSTS = ("example.com", "example.net", "example.org")
"""Where those have their mail who have no domain of their own."""

DOMAIN_ENDS = ("group", "online", "int", "india", "tech", "global", "shop", "world", "uk")
KINDS = (("work",), ("mobile",), ("work", "mobile"), ("work", "mobile"), ("work", "fax"),
         ("work", "mobile", "fax"))  # fmt: skip
LABELS: tuple[Mapping[str, str], ...] = (
    {},
    {"work": "T: ", "mobile": "M: ", "fax": "F: ", "email": "E: ", "web": "W: "},
    {"work": "Tel. ", "mobile": "Mobile ", "fax": "Fax ", "email": "Email: ", "web": "Web: "},
    {"work": "Phone: ", "mobile": "Cell: ", "fax": "Fax: "},
)
BUILDINGS = ("Tower", "Business Park", "House", "Building", "Plaza", "Complex", "Industrial Estate", "Centre")
CODE_LETTERS = 8
"""Letters of a postal code on a line of its own."""

LONG_LINE = 30
"""Letters of an address that is printed on two lines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """Phones, e-mail and website, with what is printed before them."""

    phones: tuple[Phone, ...]
    emails: tuple[str, ...]
    websites: tuple[str, ...]
    email_label: str
    web_label: str
    social: tuple[str, ...]


def reach(rng: random.Random, locale: Locale, person: Person, company: Company) -> Reach:
    """How to reach a person of a company."""
    labels = rng.choice(LABELS)
    own = domain(rng, company)
    mailbox = _mailbox(rng, person, company)
    return Reach(
        phones=tuple(
            Phone(text=locale.phone(kind, rng), type=kind, label=labels.get(kind) or _needed(kind))
            for kind in rng.choice(KINDS)
        ),
        emails=(f"{mailbox}@{own or rng.choice(NOBODYS_HOSTS)}",) if rng.random() < 0.88 else (),
        websites=(rng.choice(("www.", "www.", "")) + own,) if own and rng.random() < 0.72 else (),
        email_label=labels.get("email", ""),
        web_label=labels.get("web", ""),
        social=(f"{rng.choice(('@', 'Skype: '))}{plain(company.brand)[:12]}",) if rng.random() < 0.12 else (),
    )


def plain(text: str) -> str:
    """Its letters and digits as they stand in a domain."""
    return re.sub("[^a-z0-9]", "", bare(text))


def domain(rng: random.Random, company: Company) -> str:
    """The company's domain, which tells its name in one of many ways; empty where it has none."""
    brand, luck = plain(company.brand), rng.random()
    if luck < 0.3:
        name = brand
    elif luck < 0.5:
        name = plain(company.name)
    elif luck < 0.6:
        name = plain(company.acronym or "".join(word[0] for word in company.full.split()))
    elif luck < 0.68:
        name = brand[: rng.choice((4, 5, 6, 8))]
    elif luck < 0.76:
        name = brand + rng.choice(DOMAIN_ENDS)
    elif luck < 0.82:
        name = f"{plain(company.brand.split()[0])}-{plain(company.brand.split()[-1])}".strip("-")
    else:
        name = "" if luck < 0.92 else plain(coined(rng))
    return f"{name[:30]}.example" if len(name) > 1 else ""


def address(rng: random.Random, fake: Faker) -> tuple[str, ...]:
    """The lines of an address, mostly with the code beside the town, sometimes with a building above."""
    lines = [line.strip() for line in fake.address().splitlines()]
    alone = any(len(line) <= CODE_LETTERS and re.search(r"\d", line) for line in lines[-2:])
    if len(lines) > 2 and alone and rng.random() < 0.8:
        lines[-2:] = [" ".join(lines[-2:])]
    if len(lines) == 1 and len(lines[0]) > LONG_LINE and rng.random() < 0.7:
        words = lines[0].split()
        lines = [" ".join(words[: len(words) // 2]), " ".join(words[len(words) // 2 :])]
    if rng.random() < 0.2:
        lines.insert(0, f"{rng.choice(PLAIN).title()} {rng.choice(BUILDINGS)}")
    return tuple(lines)


def _needed(kind: str) -> str:
    """Nothing else would tell a fax from a phone."""
    return "Fax " if kind == "fax" else ""


def _mailbox(rng: random.Random, person: Person, company: Company) -> str:
    given, family = plain(person.given.split()[0]), plain(person.family.split()[0])
    initials = given[:1] + family[:1]
    choices = (
        f"{given}.{family}", given, f"{given[:1]}{family}", f"{given}{family}", f"{given[:1]}.{family}",
        family, "info", "contact", "sales", plain(company.brand)[:8], f"{given}{rng.randint(1, 99)}",
        f"{initials}x",
    )  # fmt: skip
    return rng.choice(choices).strip(".") or "hello"
