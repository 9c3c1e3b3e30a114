"""Lines that belong to no field: slogans, services, other companies, drawings, watermarks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lines.companies import company, trade
from lines.locales import LOCALES
from lines.printed import Block, Printed, halves
from lines.words import PLAIN, SAYINGS, UNLISTED_TRADES, family_names, listed_trades

if TYPE_CHECKING:
    import random

SCRAPS = ("O", "@)", "((", "W", "CE", "A>", "oo", "/\\/", "III", "(S", "lE", "Ko", "mm", "VV", "~X")
"""What a reader makes of a drawing."""

TIES = ("A member of ", "Authorized dealer: ", "A ", "Member: ", "Partner of ", "In association with ",
        "powered by ", "")  # fmt: skip
WATERMARKS = (
    "SPECIMEN",
    "Preview",
    "SAMPLE",
    "Your Logo",
    "mockups by Rivabella",
    "Lakemarsh Stock",
    "DRAFT",
)
NUMBERS = ("GSTIN: 36AAAAA0000A1Z5", "VAT No. GB 000 0000 00", "HRB 00000", "USt-IdNr. DE000000000",
           "ISO 9001:2015", "Working hours 9-18")  # fmt: skip


def saying(rng: random.Random, language: str) -> str:
    """A slogan, in the language of the card or in English."""
    words = SAYINGS.get(language, SAYINGS["en"]) if rng.random() < 0.6 else SAYINGS["en"]
    luck = rng.random()
    some = rng.choices(words, k=rng.choice((2, 3, 3, 4, 4, 5, 6, 7)))
    if luck < 0.25:
        text = " ".join(word.capitalize() for word in some)
    elif luck < 0.4:
        text = "".join(f"{word.capitalize()}. " for word in rng.sample(words, 3)).strip()
    elif luck < 0.55:
        text = f"{trade(rng)} {rng.choice(('&', 'for', '+', 'and'))} {trade(rng)}"
    else:
        text = " ".join(some).capitalize() + rng.choice(("", "", "", ".", "!"))
    return text.upper() if rng.random() < 0.15 else text


def slogan_block(rng: random.Random, language: str) -> Block:
    """A slogan on one line or two, on about every third card."""
    if rng.random() >= 0.32:
        return ()
    text, size = saying(rng, language), rng.uniform(0.6, 1.1)
    count = len(text.split())
    if count > 4 and rng.random() < 0.4:
        return halves(text, count // 2, size)
    return (Printed(text=text, size=size),)


def service(rng: random.Random) -> str:
    """Something that the company does."""
    words = (*listed_trades(), *UNLISTED_TRADES, *PLAIN)
    return " ".join(word.title() for word in rng.choices(words, k=rng.choice((1, 2, 2, 3))))


def services_block(rng: random.Random, *, is_shop: bool) -> Block:
    """What the company does, one a line or several, and companies that it has to do with."""
    lines: list[Printed] = []
    if rng.random() < (0.45 if is_shop else 0.15):
        offered, size = [service(rng) for _ in range(rng.randint(2, 6))], rng.uniform(0.65, 1)
        mark = rng.choice(("", "• ", "- "))
        texts = [mark + text for text in offered]
        if rng.random() < 0.5:
            joint = rng.choice((" | ", " • ", ", "))
            texts = [joint.join(offered[at : at + 3]) for at in range(0, len(offered), 3)]
        lines += [Printed(text=text, size=size) for text in texts]
    for _ in range(rng.choice((0, 0, 0, 0, 0, 0, 0, 1, 1, 3))):
        other = company(rng, rng.choice(LOCALES).forms, rng.choice(family_names())).full
        lines.append(Printed(text=rng.choice(TIES) + other, size=rng.uniform(0.6, 0.95)))
    return tuple(lines)


def scraps(rng: random.Random) -> Block:
    """What is read of drawings."""
    count = rng.choice((0, 0, 0, 0, 1, 1, 2))
    return tuple(
        Printed(text=rng.choice(SCRAPS), size=rng.uniform(1.2, 4), look="drawing") for _ in range(count)
    )


def watermarks(rng: random.Random) -> Block:
    """What lies across the whole card on the pictures of some designers."""
    if rng.random() >= 0.05:
        return ()
    line = Printed(text=rng.choice(WATERMARKS), size=rng.uniform(0.9, 3), look="drawing")
    return (line,) * rng.choice((1, 1, 2, 3))
