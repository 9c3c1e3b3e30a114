"""Words that companies, slogans and services are made of; the parser's own lists give the rest."""

# ruff: noqa: SIM905 - lists of so many words are read more easily as text.

from __future__ import annotations

import re
from functools import cache

from cardscan.parse.lexicons import names, words

PLAIN = tuple(
    """amber bridge cloud stone river field harbour garden light mountain ocean pearl silver gold north south
    west east blue green red white black rapid clear bright smart royal grand crown star moon sky wind fire
    water earth forest oak pine cedar maple willow lotus rose lily eagle falcon hawk lion tiger wolf bear fox
    swan dragon atlas titan summit peak zenith pulse wave spark flow core axis orbit pixel data code logic
    byte node link mesh grid vector matrix sigma trinity unity harmony legacy heritage horizon vista panorama
    compass anchor beacon lantern mosaic canvas studio craft forge mill works supply trade market house home
    kitchen table bread salt spice honey lemon olive grape vine leaf root seed bloom petal""".split()
)
"""What a company calls itself."""

UNLISTED_TRADES = tuple(
    """Textures Habitat Movers Cycles Optics Yarns Tiles Cuts Beds Roofing Rentals Grooming Boats Sails Wheels
    Tyres Gadgets Toys Gems Clay Knits Threads Frames Prints Pixels Bites Brews Greens Pools Lawns Locks Keys
    Signs Doors Windows Blinds Rugs Lamps Hides Blades Pumps Valves Bearings Castings Alloys Polymers Resins
    Coatings Adhesives Sensors Drives Motors Drones Cranes Lifts""".split()
)
"""What a company deals in, in words that the parser need not know."""

LATIN_WORD = re.compile("[a-z\u00df-\u024f]+(?:-[a-z\u00df-\u024f]+)*")

TOWNS = ("Nordvale", "Eastmere", "Kirrawell", "Sundale", "Port Ember", "Lakemarsh", "Brindlow", "Oakhaven",
         "Saltmarsh", "Vellbrück", "Montclarin", "Rivabella", "Ostrina Nova", "Karshava")  # fmt: skip

SYLLABLES = tuple(
    """ka re mi to na lo vi sen dar el ra fin mon tas ver al qui zor ben lux ter va no pri sol ma ni co dex ur
    gen bio teq ax om ny xa vo lim ron cel tra dyn syn arc""".split()
)

SAYINGS = {
    "en": tuple(
        """we your our the to with for you and in of is make build better future life every day people quality
        trust since more than just solutions service care passion experience first together beyond ideas value
        smile world time best partner success one step ahead clean power health wealth learn grow connect
        inspire create deliver simple smart sustainable""".split()
    ),
    "de": tuple(
        """wir machen mehr aus Ihrer Idee für die Zukunft der Menschen mit Herz und Verstand alles aus einer
        Hand""".split()
    ),
    "fr": tuple(
        """votre partenaire de confiance pour une vie meilleure avec passion depuis toujours nous créons le
        futur""".split()
    ),
    "es": tuple(
        """su mejor aliado para el futuro con pasión y calidad desde siempre creando valor para la
        gente""".split()
    ),
    "pt": tuple(
        "seu melhor parceiro para o futuro com paixão e qualidade criando valor para as pessoas".split()
    ),
}
"""The words of slogans, by language (ISO 639-1)."""


@cache
def given_names() -> tuple[str, ...]:
    """Given names that the parser knows, capitalised."""
    return tuple(sorted(name.title() for name in names("given") if len(name) > 2))


@cache
def family_names() -> tuple[str, ...]:
    """Family names that the parser knows, capitalised."""
    return tuple(sorted(name.title() for name in names("family") if len(name) > 2))


@cache
def listed_trades() -> tuple[str, ...]:
    """Words of companies' names that the parser knows, capitalised."""
    known = words("organisations", "word")
    return tuple(sorted(word.title() for word in known if LATIN_WORD.fullmatch(word)))
