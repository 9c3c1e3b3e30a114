"""Where cards come from: names, addresses and legal forms of a country, and numbers that nobody has."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from faker import Faker
from studio.invented.contact import filled
from studio.invented.english import AUSTRALIA, UNITED_KINGDOM, UNITED_STATES
from studio.invented.europe import FRANCE, GERMANY, SPAIN, SWEDEN
from studio.invented.japan import JAPAN

if TYPE_CHECKING:
    import random

ABROAD = (UNITED_KINGDOM, UNITED_STATES, AUSTRALIA, FRANCE, GERMANY, SWEDEN)
"""Countries whose fictional numbers stand on cards of countries that have none."""

HOMES = {country.code: country for country in (*ABROAD, SPAIN, JAPAN)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Locale:
    """One kind of cards.

    Attributes:
        name: Faker's name for it, which begins with the language (ISO 639-1).
        forms: Legal forms of companies there.
        has_addresses: Whether Faker knows how addresses are written there.
    """

    name: str
    forms: tuple[str, ...] = ()
    has_addresses: bool = True

    @property
    def language(self) -> str:
        """ISO 639-1."""
        return self.name[:2]

    @property
    def country(self) -> str:
        """ISO 3166-1 alpha-2."""
        return self.name[3:]

    def fake(self, rng: random.Random) -> Faker:
        """Faker for this locale, begun anew by chance."""
        faker = _faker(self.name)
        faker.seed_instance(rng.getrandbits(32))
        return faker

    def phone(self, kind: str, rng: random.Random) -> str:
        """A number that nobody has: one from abroad where the country keeps none for fiction."""
        home = HOMES.get(self.country)
        if home:
            patterns = (kind == "mobile" and home.mobile) or home.work
        else:
            abroad = rng.choice(ABROAD)
            patterns = abroad.mobile if kind == "mobile" else abroad.work
            patterns = tuple(pattern for pattern in patterns if pattern.startswith("+"))
        return filled(rng.choice(patterns), rng)


@cache
def _faker(name: str) -> Faker:
    return Faker(name)


_US = Locale(name="en_US", forms=("Inc.", "LLC", "Inc", "Corp.", "Corporation", "Co."))
_IN = Locale(name="en_IN", forms=("Pvt. Ltd.", "Private Limited", "Pvt Ltd", "LLP", "Ltd.", "(P) Ltd."))

LOCALES = (
    _US, _US, _IN, _IN,
    Locale(name="en_GB", forms=("Ltd", "Limited", "LLP", "plc", "Ltd.")),
    Locale(name="de_DE", forms=("GmbH", "AG", "GmbH & Co. KG", "e.K.", "UG")),
    Locale(name="fr_FR", forms=("SAS", "SARL", "SA")),
    Locale(name="es_ES", forms=("S.L.", "S.A.", "S.L.U.")),
    Locale(name="pt_BR", forms=("Ltda.", "S/A", "LTDA", "EIRELI")),
    Locale(name="it_IT", forms=("S.r.l.", "S.p.A.", "Srl")),
    Locale(name="nl_NL", forms=("B.V.", "BV", "N.V.")),
    Locale(name="pl_PL", forms=("Sp. z o.o.", "S.A.")),
    Locale(name="sv_SE", forms=("AB",)),
    Locale(name="tr_TR", forms=("A.Ş.", "Ltd. Şti."), has_addresses=False),
    Locale(name="en_AU", forms=("Pty Ltd", "Pty. Ltd.")),
    Locale(name="cs_CZ", forms=("s.r.o.", "a.s.")),
    Locale(name="da_DK", forms=("A/S", "ApS")),
    Locale(name="id_ID", forms=("PT", "PT.", "Tbk")),
    Locale(name="fi_FI", forms=("Oy", "Oyj")),
    Locale(name="es_MX", forms=("S.A. de C.V.",)),
    Locale(name="ro_RO", forms=("S.R.L.",)),
    Locale(name="en_CA", forms=("Inc.", "Ltd.")),
)  # fmt: skip
"""As often as a card of each is made."""
