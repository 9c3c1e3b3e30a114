"""What in a text speaks for an address, each sign with its weight in [0, 1].

Weights were set by hand on labelled cards of a dozen countries: 0.75 alone makes a
line an address, 0.3 to 0.5 needs a second sign, less only tips the balance.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cardscan.parse.address.east_asia import east_asian_belief
from cardscan.parse.address.words import Mention, Word, street_endings
from cardscan.parse.finders.narrow import narrow
from cardscan.parse.text import bare

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cardscan.parse.address.postal import PostalCode

Sign = tuple[str, float]
"""A name ("street number", "city" …) and a weight."""

HOUSE_NUMBER = re.compile(
    r"^\W{0,3}(?:[A-Z]{1,2}[-/]?)?\d+\s?[A-Za-z]?(?:[-/]\d*[A-Za-z]?)*\.?[\s,]+"
    r"(?:[NSEW]\.? )?[A-ZÀ-Þ][^\W\d_]+"
    r"|^\d+[A-ZÀ-Þ][^\W\d_]{3,}"
)
"""A number that opens the text, before a word; the reader may lose the space."""

PLOT_NUMBER = re.compile(
    r"#\s?[A-Z]?-?\d|(?<![\d+-])\d{1,3}-\d{1,4}[A-Z]?-\d{1,4}\b|\d[A-Z]?/\d+/\d|\b[A-Z]-\d{1,3}[A-Z]?\b,?"
)
"""Numbers in forms that houses and plots have."""

UNIT_NUMBER = re.compile(r"\b(?:\d{1,2}F|F\d{1,2}|\d{1,2}/F|[BL]\d)\b")
"""A floor in its shortest form: "12F"."""

CLOSING_NUMBER = re.compile(
    r"^(?:[A-ZÀ-Þ][^\W\d_]{3,}|(?:Am|An|Auf|Aan|Bei|Beim|Het|Hinter|Im|In|Unter|Vor|Zum|Zur)\s)[^\d,]*,?\s"
    r"\d{1,4}\s?[a-zA-Z]?(?:[-/]\d{1,4}[a-zA-Z]?)?(?:\s?(?:bis|ter|hs|II|III)|,?\s(?:m|lok|p)\.\s?\w{1,3})?$"
)
"""A name and a number that ends the text, as streets of the continent are written."""

ABBREVIATED = re.compile(
    r"^(?:C/|R\.)\s?(?:(?:de|del|el|la|las|los)\s){0,2}[A-ZÀ-Þ][^,\d]{2,},?\s*(?:n[ºo°]?\s*)?\d{1,5}\b"
)
"""Calle and rua, shortened to a letter that means nothing elsewhere."""

NUMBER_BEFORE_NAME = re.compile(r"(?:^|[\s,#])\d+[A-Za-z]?[,.]?\s*[^\W\d_]")

PART_END = re.compile(r"[,;:|)]")
"""Ends a part of an address: what follows is no part of the same street's name."""

COMMA = re.compile(r"[^\W_][.)]?\s*[,;](?!\d)")

ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth", "ground", "top", "upper", "lower"})

ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th", "o", "a", "e", "er", "eme", "etage"})

OPENING = 3
"""A word that starts before this index opens the text; a bracket may stand before it."""

FEWEST_LETTERS = 3
"""With fewer a text is a number, whatever its form."""

SHORT_WORD = 3
"""Words up to this length ("al", "via") are streets only beside a number or with a dot."""

LONG_WORD = 8
"""Words beyond this length that end like a street are one, without a number."""

STEP_ENOUGH = 0.5
"""East Asian belief from which a text is an address by itself."""


def signs_of(
    text: str, found: tuple[Word, ...], mentions: tuple[Mention, ...], codes: tuple[PostalCode, ...]
) -> dict[str, float]:
    """The signs of an address in a text.

    Args:
        text: A line or a part of one.
        found: Its words.
        mentions: The lexicons' phrases in it.
        codes: Postal codes in it, the surest first.

    Returns:
        The greatest weight of each sign.
    """
    weights: dict[str, float] = {}
    for sign, weight in _all(text, found, mentions, codes):
        weights[sign] = max(weight, weights.get(sign, 0.0))
    return weights


def _all(
    text: str, found: tuple[Word, ...], mentions: tuple[Mention, ...], codes: tuple[PostalCode, ...]
) -> Iterator[Sign]:
    if codes:
        yield "code", codes[0].belief
    belief = east_asian_belief(text)
    if belief:
        yield "east asian" if belief >= STEP_ENOUGH else "east asian step", belief
    for mention in mentions:
        yield from _street_signs(text, found, mention)
        yield from _place_signs(text, found, mention)
    for word in found:
        yield from _ending_signs(text, word)
    yield from _number_signs(narrow(text), found)
    commas = len(COMMA.findall(text))
    if commas:
        yield "commas", min(0.3, 0.12 * commas + 0.1 * text.rstrip().endswith((",", ";")))


def _street_signs(text: str, found: tuple[Word, ...], mention: Mention) -> Iterator[Sign]:
    numbered = any(word.text.isdigit() for word in found)
    short = mention.end - mention.start <= SHORT_WORD and text[mention.end : mention.end + 1] != "."
    if _follows(text, found, mention):
        if mention.is_a("after_name"):
            yield _street(0.45, numbered=numbered)
        if mention.is_a("after_name_unsure"):
            # A number before the name is what makes "Dr" a drive and "St" a street.
            yield _street(0.1, numbered=bool(NUMBER_BEFORE_NAME.search(text)) and text[:1] != "(")
    if mention.is_a("before_name") and _leads(text, found, mention) and (numbered or not short):
        yield _street(0.45 if mention.start < OPENING else 0.25, numbered=numbered)


def _street(weight: float, *, numbered: bool) -> Sign:
    return ("street number", 0.75) if numbered else ("street", weight)


def _follows(text: str, found: tuple[Word, ...], mention: Mention) -> bool:
    """Whether a word stands before a phrase in the same part of the text."""
    if not mention.first:
        return False
    return not PART_END.search(text, found[mention.first - 1].end, mention.start)


def _leads(text: str, found: tuple[Word, ...], mention: Mention) -> bool:
    """Whether a word stands behind a phrase in the same part of the text."""
    if mention.last + 1 >= len(found):
        return False
    return not PART_END.search(text, mention.end, found[mention.last + 1].start)


def _beside_number(text: str, found: tuple[Word, ...], mention: Mention) -> bool:
    """Whether "5", "5th" or "first" stands before a phrase, or a number behind it."""
    if mention.last + 1 < len(found) and found[mention.last + 1].text.isdigit():
        return True
    if not _follows(text, found, mention):
        return False
    last = bare(found[mention.first - 1].text)
    ordinal = mention.first > 1 and last in ORDINAL_ENDINGS and found[mention.first - 2].text.isdigit()
    return last.isdigit() or last in ORDINALS or ordinal


def _place_signs(text: str, found: tuple[Word, ...], mention: Mention) -> Iterator[Sign]:
    beside = _beside_number(text, found, mention)
    more, alone = len(found) > 1, mention.alone
    opens = mention.start < OPENING
    hyphened = text[max(0, mention.start - 1) : mention.start] == "-"
    rows = (
        ("building", more or alone, "building", 0.35),
        ("district", more, "district", 0.3),
        ("district_suffix", hyphened, "district", 0.45),
        ("unit", True, "unit", 0.45 if beside or mention.first < mention.last else 0.1),
        ("house", beside, "house", 0.5),
        ("box", True, "box", 0.75 if beside else 0.1),
        ("landmark", opens and more, "landmark", 0.4),
        ("code_label", beside, "code", 0.7),
        ("city", alone, "city", 0.45),
        ("city", not alone, "city inside", 0.2),
        ("region", alone, "region", 0.2 if mention.is_code else 0.35),
        ("country", alone, "country", 0.4),
    )
    for kind, holds, sign, weight in rows:
        if holds and mention.is_a(kind):
            yield sign, weight


def _ending_signs(text: str, word: Word) -> Iterator[Sign]:
    """Street names of one word: "Beispielstraße", "Beispielstr."."""
    key = bare(word.text)
    whole = key.endswith(street_endings()) and len(key) > len("strasse") - 1
    cut = key.endswith("str") and len(key) > len("str") + 1 and text[word.end : word.end + 1] == "."
    if whole or cut:
        numbered = bool(re.match(r"\.?\s?\d", text[word.end :]))
        yield _street(0.3 if cut or len(key) > LONG_WORD else 0.1, numbered=numbered)


def _number_signs(plain: str, found: tuple[Word, ...]) -> Iterator[Sign]:
    if sum(len(word.text) for word in found if not word.text.isdigit()) < FEWEST_LETTERS:
        return
    if HOUSE_NUMBER.search(plain):
        yield "opening number", 0.25
    if CLOSING_NUMBER.search(plain):
        yield "closing number", 0.25
    if ABBREVIATED.search(plain):
        yield "street number", 0.55
    if PLOT_NUMBER.search(plain):
        yield "house", 0.4
    if UNIT_NUMBER.search(plain):
        yield "unit", 0.3
