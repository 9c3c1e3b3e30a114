"""What a card says: a person, a company and how to reach them, made by chance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.facts import Facts, Phone
from studio.invented.english import AUSTRALIA, UNITED_KINGDOM, UNITED_STATES
from studio.invented.europe import FRANCE, GERMANY, SPAIN, SWEDEN
from studio.invented.japan import JAPAN

if TYPE_CHECKING:
    import random
    from collections.abc import Mapping, Sequence

    from studio.invented.country import Country

COUNTRIES = (
    UNITED_KINGDOM, UNITED_STATES, GERMANY, FRANCE, UNITED_KINGDOM, UNITED_STATES, SPAIN, AUSTRALIA, SWEDEN,
    JAPAN,
)  # fmt: skip
"""As often as a card of each is drawn."""

COMPANY_STARTS = ("Harrow", "Copper", "Silver", "Juni", "Amber", "North", "Cinder", "Vesper", "Tide", "Brisk",
                  "Elder", "Larch", "Quill", "Sable", "Ember", "Pine")  # fmt: skip
COMPANY_ENDS = ("gate", "mere", "well", "line", "peak", "crest", "path", "wharf", "loom", "stone", "vale")
JAPANESE_STARTS = {"青桐": "aogiri", "浜風": "hamakaze", "霧島坂": "kirishimazaka", "白樺": "shirakaba",
                   "朝凪": "asanagi", "若葉": "wakaba"}  # fmt: skip


def invent(rng: random.Random) -> Facts:
    """Everything that one card prints, of nobody whom there is.

    Args:
        rng: Source of chance.
    """
    country = rng.choice(COUNTRIES)
    given, family = rng.choice(country.given), rng.choice(country.family) + rng.choice(country.family_ends)
    company, domain = _company(country, rng)
    labels = rng.choice(country.labels)
    in_script = country.family_first
    return Facts(
        country=country.code,
        language=country.language,
        name=_cased(f"{family} {given}" if in_script else f"{given} {family}", rng),
        name_alt=f"{_latin(given, country)} {_latin(family, country)}" if in_script else None,
        title=rng.choice(country.titles),
        department=rng.choice(country.departments) if rng.random() < 0.25 else None,
        company=company,
        phones=_phones(country, labels, rng),
        emails=(f"{_mailbox(_latin(given, country), _latin(family, country), rng)}@{domain}",),
        websites=(rng.choice(("www.", "")) + domain,) if rng.random() < 0.75 else (),
        address=_address(country, rng) if rng.random() < 0.8 else (),
        email_label=labels.get("email", ""),
        web_label=labels.get("web", ""),
    )


def filled(pattern: str, rng: random.Random) -> str:
    """The pattern with its ``#`` and ``%`` replaced by digits."""
    return "".join(str(rng.randint(c == "%", 9)) if c in "#%" else c for c in pattern)


def _cased(name: str, rng: random.Random) -> str:
    return name.upper() if rng.random() < 0.15 else name


def _company(country: Country, rng: random.Random) -> tuple[str, str]:
    """A company's name and its domain, which is reserved for examples."""
    trade, form = rng.choice(country.trades), rng.choice(country.forms)
    if country.family_first:
        own, latin = rng.choice(list(JAPANESE_STARTS.items()))
        return f"{form}{own}{trade}", f"{latin}.example"
    own = rng.choice(COMPANY_STARTS) + rng.choice(COMPANY_ENDS)
    name = " ".join(part for part in (own, trade, form) if part)
    domain = f"{own.lower()}{rng.choice(('', '-' + country.code.lower(), '-group'))}.example"
    return (name.upper() if rng.random() < 0.15 else name), domain


def _phones(country: Country, labels: Mapping[str, str], rng: random.Random) -> tuple[Phone, ...]:
    kinds = ["work"]
    if country.mobile:
        kinds = rng.choice((["work"], ["work", "mobile"], ["work", "mobile"], ["mobile"]))
    if "fax" in labels and "work" in kinds and rng.random() < 0.3:
        kinds = [*kinds, "fax"]
    return tuple(_phone(kind, country, labels, rng) for kind in kinds)


def _phone(kind: str, country: Country, labels: Mapping[str, str], rng: random.Random) -> Phone:
    patterns = country.mobile if kind == "mobile" else country.work
    return Phone(text=filled(rng.choice(patterns), rng), type=kind, label=labels.get(kind, ""))


def _address(country: Country, rng: random.Random) -> tuple[str, ...]:
    """Street and town as they stand there; in Japan the postal code stands first."""
    street, town = filled(rng.choice(country.streets), rng), rng.choice(country.towns)
    return (town, street) if country.family_first else (street, town)


def _mailbox(given: str, family: str, rng: random.Random) -> str:
    given, family = (name.lower().split()[0] for name in (given, family))
    choices: Sequence[str] = (f"{given}.{family}", f"{given[0]}.{family}", given, f"{given[0]}{family}")
    return rng.choice(choices)


def _latin(name: str, country: Country) -> str:
    """The name in the letters that stand in e-mail addresses."""
    if name in country.latin:
        return country.latin[name]
    plain = {letter.upper(): spelt.capitalize() for letter, spelt in country.latin.items()}
    return "".join({**plain, **country.latin}.get(letter, letter) for letter in name)
