"""Made-up contacts: families of colleagues, and second cards of the same people, misread."""

from __future__ import annotations

import random
import re
import unicodedata
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from faker import Faker

from cardscan.followup.duplicates import Person
from cardscan.followup.record import FollowUp
from cardscan.parse.text import letters

if TYPE_CHECKING:
    from collections.abc import Callable

LOCALES = ["en_GB", "de_DE", "fr_FR", "es_ES", "pl_PL", "pt_BR", "it_IT"]


def entry(name: str = "", **cells: object) -> FollowUp:
    """An entry of a queue with the cells given."""
    usual = FollowUp(
        contact_id="c",
        event_date=date(2026, 11, 20),
        event="Harbour Chamber mixer",
        follow_up_due=date(2026, 11, 23),
        next_action="call",
        full_name=name,
        scanned_at=datetime(2026, 11, 21, 9, 0, tzinfo=UTC),
    )
    return replace(usual, **cells)  # type: ignore[arg-type]


def colleagues_and_second_cards(
    seed: int, people: int, doubles: int
) -> tuple[list[Person], set[frozenset[str]]]:
    """Contacts, and which two of them are one person."""
    dice, fake = random.Random(seed), Faker(LOCALES)  # noqa: S311 - no secret
    fake.seed_instance(seed)
    first = _staff(dice, fake, people)
    again = dice.sample(range(people), doubles)
    second = [Person(key=f"d{at:05}", entries=(_misread(first[at].entries[0], dice),)) for at in again]
    return [*first, *second], {frozenset((first[at].key, f"d{at:05}")) for at in again}


def _staff(dice: random.Random, fake: Faker, people: int) -> list[Person]:
    """Companies of one to eight, each with a switchboard, an office's mailbox and a family in it."""
    found: list[Person] = []
    while len(found) < people:
        house, family = f"{fake.last_name()} {fake.last_name()}", fake.last_name()
        line, father = _number(dice), fake.first_name()
        for at in range(dice.randint(1, 8)):
            given = father if at < 2 else fake.first_name()  # father and son of one name
            last = family if at < 3 or dice.random() < 0.2 else fake.last_name()
            box = f"{letters(given)}.{letters(last)}{at or ''}@{letters(house)}.example"
            card = entry(
                f"{given} {last}",
                company=f"{house} Ltd",
                email=box,
                other_emails=(f"info@{letters(house)}.example",),
                work_phone=(line,),
                mobile_phone=(_number(dice),) if dice.random() < 0.7 else (),
                fax=(line[:-1] + "9",),
            )
            found.append(Person(key=f"c{len(found):05}", entries=(card,)))
    return found[:people]


def _number(dice: random.Random) -> str:
    return f"+1 {dice.randint(200, 999)} 555 01{dice.randint(0, 99):02}"


def _misread(card: FollowUp, dice: random.Random) -> FollowUp:
    """The card once more, at a later event, as a reader may get it wrong."""
    change = dice.choice(CHANGES)
    return replace(change(card, dice), event="Spring fair", event_date=date(2027, 3, 12))


def _as_it_is(card: FollowUp, dice: random.Random) -> FollowUp:
    return card


def look_alike(text: str) -> str:
    """A text with the first letters of those that readers take for others."""
    return re.sub(r"rn|m|l|i(?!$)", lambda m: {"rn": "m", "m": "rn", "l": "I", "i": "l"}[m[0]], text, count=1)


def dropped(text: str, dice: random.Random) -> str:
    """A text without one of its letters behind the first."""
    at = dice.randrange(1, len(text))
    return text[:at] + text[at + 1 :]


def _misread_name(card: FollowUp, dice: random.Random) -> FollowUp:
    return replace(card, full_name=look_alike(card.full_name))


def _lost_accent(card: FollowUp, dice: random.Random) -> FollowUp:
    plain = "".join(char for char in unicodedata.normalize("NFD", card.full_name) if char.isascii())
    return replace(card, full_name=plain)


def _lost_letter(card: FollowUp, dice: random.Random) -> FollowUp:
    return replace(card, full_name=dropped(card.full_name, dice))


def _misread_mailbox(card: FollowUp, dice: random.Random) -> FollowUp:
    return replace(card, email=look_alike(card.email))


def _other_phone_only(card: FollowUp, dice: random.Random) -> FollowUp:
    return replace(card, email="", mobile_phone=(), work_phone=(_number(dice),))


def _misread_company(card: FollowUp, dice: random.Random) -> FollowUp:
    return replace(card, company=look_alike(card.company), work_phone=())


def _family_name_first(card: FollowUp, dice: random.Random) -> FollowUp:
    return replace(card, full_name=" ".join(reversed(card.full_name.split())))


CHANGES: tuple[Callable[[FollowUp, random.Random], FollowUp], ...] = (
    _as_it_is,
    _misread_name,
    _lost_accent,
    _lost_letter,
    _misread_mailbox,
    _other_phone_only,
    _misread_company,
    _family_name_first,
)
