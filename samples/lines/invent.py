"""What cards say, made by chance."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from studio.facts import Facts

from lines.card import Invented
from lines.companies import coined, company
from lines.eastern import eastern
from lines.jobs import department, title
from lines.locales import LOCALES
from lines.people import Person, person
from lines.reach import address, reach

if TYPE_CHECKING:
    import random

    from lines.card import Showing
    from lines.companies import Company
    from lines.locales import Locale
    from lines.reach import Reach

EASTERN_SHARE, BILINGUAL_SHARE = 0.105, 0.035


def invent(rng: random.Random, *, is_shop: bool) -> Invented:
    """Everything that one card says, of nobody whom there is.

    Args:
        rng: Source of chance.
        is_shop: Whether it probably names nobody.
    """
    luck = rng.random()
    if luck < EASTERN_SHARE:
        return _in_eastern(rng)
    card = _in_latin(rng, names_nobody=0.7 if is_shop else 0.06)
    return _bilingual(rng, card) if luck < EASTERN_SHARE + BILINGUAL_SHARE else card


def _in_latin(rng: random.Random, names_nobody: float) -> Invented:
    locale = rng.choice(LOCALES)
    fake = locale.fake(rng)
    somebody = person(rng, fake)
    firm = company(rng, locale.forms, somebody.family if rng.random() < 0.08 else fake.last_name())
    named = rng.random() >= names_nobody
    facts = _reached(
        reach(rng, locale, somebody, firm),
        locale,
        name=somebody.name if named else None,
        title=title(rng, locale.language) if named and rng.random() < 0.84 else None,
        department=department(rng) if named and rng.random() < 0.22 else None,
        address=address(rng, fake) if locale.has_addresses and rng.random() < 0.86 else (),
    )
    card = Invented(facts=facts, person=somebody if named else None, company=None)
    if facts.address and rng.random() < 0.12:
        card = replace(card, second_site=address(rng, fake)[:2])
    return card if rng.random() < 0.08 else _of_company(rng, card, firm)


def _of_company(rng: random.Random, card: Invented, firm: Company) -> Invented:
    """The card with its company's name, in one of the ways of showing it."""
    showing, logo = _shown(rng, firm)
    others = {"brand and text": [firm.brand], "acronym": [firm.brand, f"{firm.acronym} {firm.full}"],
              "other brand": [logo]}.get(showing, [])  # fmt: skip
    if firm.form:
        others.append(firm.name)
    return replace(
        card,
        facts=replace(card.facts, company=firm.full),
        company=firm,
        showing=showing,
        logo=logo,
        alternatives=tuple(others),
    )


def _shown(rng: random.Random, firm: Company) -> tuple[Showing, str]:
    """How it is named, and what the logo says then."""
    luck = rng.random()
    if 0.42 <= luck < 0.62 and firm.brand != firm.full:
        return "brand and text", firm.brand
    if 0.62 <= luck < 0.7:
        return "text", ""
    if 0.7 <= luck < 0.8 and firm.acronym:
        return "acronym", firm.full
    if 0.7 <= luck < 0.86:
        return "twice", firm.full
    return ("other brand", coined(rng)) if 0.86 <= luck < 0.92 else ("logo", firm.full)


def _in_eastern(rng: random.Random) -> Invented:
    said = eastern(rng)
    somebody = Person(given=said.latin_given, family=said.latin_family)
    firm = company(rng, ("Co., Ltd.", "Corporation", "Inc."), said.latin_family)
    in_latin_too = rng.random() < 0.3
    facts = _reached(
        reach(rng, said.locale, somebody, firm),
        said.locale,
        name=said.name,
        name_alt=somebody.name if rng.random() < 0.3 else None,
        title=said.title,
        department=said.department,
        company=said.company if rng.random() > 0.08 else None,
        address=(said.address,),
    )
    second = in_latin_too and facts.company
    return Invented(
        facts=facts,
        person=somebody,
        company=firm if second else None,
        showing="text",
        logo=facts.company or "",
        alternatives=(firm.full, firm.name) if second else (),
    )


def _bilingual(rng: random.Random, card: Invented) -> Invented:
    """The card with name, company and address in another script as well."""
    twin = eastern(rng)
    others = (*card.alternatives, twin.company) if card.company else ()
    facts = replace(card.facts, name_alt=twin.name if card.person else None)
    return replace(card, facts=facts, alternatives=others, twin=twin)


def _reached(how: Reach, locale: Locale, **said: Any) -> Facts:
    return Facts(
        country=locale.country,
        language=locale.language,
        phones=how.phones,
        emails=how.emails,
        websites=how.websites,
        email_label=how.email_label,
        web_label=how.web_label,
        social=how.social,
        **said,
    )
