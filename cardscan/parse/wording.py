"""Counts of telling words in a text: titles, legal forms, honorifics, names."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import zip_longest
from typing import TYPE_CHECKING

from cardscan.parse.lexicons import names, table, words
from cardscan.parse.text import CJK, bare, is_cjk, letters, tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

GLUED = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")
"""Where a reader lost the space between two words: "SeniorSales"."""

GLUED_LETTERS = 6
"""Fewest letters of each of two glued words; brands join shorter ones on purpose."""

DEPARTMENT_WORDS = 6

RANKS = frozenset({"ceo", "cto", "cfo", "coo", "cio", "cmo", "vp", "svp", "evp", "avp", "pdg"})
"""Ranks in short that designers also write with dots or slashes: "C.E.O."."""

JOINTS = frozenset({"und", "en", "et"})
"""Words that join two particles of a name."""

COMPOUND_LETTERS = 6
"""A head word this long also counts at the end of a compound: "Regionalverkaufsleiter"."""


@cache
def _plain(table: str, *keys: str) -> frozenset[str]:
    return frozenset(bare(word) for word in words(table, *keys))


@cache
def _letters(table: str, *keys: str) -> frozenset[str]:
    return frozenset(letters(word) for word in words(table, *keys))


@lru_cache(maxsize=4096)
def title_heads(text: str) -> int:
    """How many words in a text name an occupation or a rank."""
    if is_cjk(text):
        squeezed = text.replace(" ", "")
        return int(any(head in squeezed for head in _cjk_heads()))
    unglued = tokens(re.sub(GLUED, " ", text))
    followed = zip_longest(unglued, unglued[1:], fillvalue="of")
    return sum(_is_head(word, follower) for word, follower in followed)


def _is_head(token: str, follower: str) -> bool:
    word = bare(token)
    if word in _plain("roles", "head_at_end"):
        return bare(follower) == "of"
    heads = _plain("roles", "head")
    return (
        letters(word) in RANKS
        or any(word[start:] in heads for start in range(max(1, len(word) - COMPOUND_LETTERS + 1)))
        or any(half in heads for half in re.split(r"[/&\-]", word))
    )


def cjk_department_and_title(text: str) -> int | None:
    """Where a department ends and a rank begins in a text without a space, or None.

    Example:
        >>> cjk_department_and_title("海外営業部課長")
        5
    """
    for head in _cjk_heads() if text.endswith(_cjk_heads()) else ():
        place = len(text) - len(head)
        if place > 1 and text.endswith(head) and text[:place].endswith(_cjk_department_endings()):
            return place
    return None


@cache
def _cjk_heads() -> tuple[str, ...]:
    """The heads in Japanese, Chinese and Korean, the longest first."""
    return tuple(sorted((head for head in words("roles", "head") if CJK.match(head)), key=len, reverse=True))


@lru_cache(maxsize=4096)
def title_modifiers(text: str) -> int:
    """How many words in a text qualify a title."""
    modifiers = _plain("roles", "modifier")
    return sum(bare(token) in modifiers for token in tokens(text))


@lru_cache(maxsize=4096)
def legal_forms(text: str) -> int:
    """How many legal forms of companies a text holds, as words of their own."""
    forms = _letters("organisations", "legal")
    weak, dotted = _letters("organisations", "weak_legal"), words("organisations", "dotted_legal")
    found = _held_in(text, "cjk_legal")
    for place, token in enumerate(tokens(text.replace("(", " ").replace("[", " "))):
        word = letters(token)
        named = place > 0 and (not token.islower() or token in dotted)
        if word in forms and (named or word not in weak):
            found += 1
    return found


def completes_legal_form(upper: str, lower: str) -> bool:
    """Whether a line begins with the rest of a legal form above it: "Sp." over "z o.o.".

    Example:
        >>> completes_legal_form("Whitsun Foods", "Ltd."), completes_legal_form("Whitsun Foods Ltd", "Quay 4")
        (True, False)
    """
    last = upper.split()[-1:]
    return is_legal_form(lower) or letters("".join([*last, lower])) in _letters("organisations", "legal")


@lru_cache(maxsize=4096)
def is_legal_ending(text: str) -> bool:
    """Whether a text ends with a legal form: "Whitsun Foods Sp. z o.o."."""
    known = _letters("organisations", "legal")
    last = tokens(text)[-2:]
    return any(letters(" ".join(last[at:])) in known for at in range(len(last)))


@lru_cache(maxsize=4096)
def names_another(text: str) -> bool:
    """Whether a text goes on to name an organisation that is not the card's own: "A member of ...".

    Example:
        >>> names_another("Authorised dealer: Kestrel Boats"), names_another("Member Services Ltd")
        (True, False)
    """
    plain = bare(text).lstrip("- •·*")
    before = next((words for words in _affiliations() if plain.startswith(words)), "")
    behind = plain[len(before) :]
    return bool(before) and (behind.lstrip().startswith(":") or (" " in before and behind[:1] in (" ", "")))


@cache
def _affiliations() -> tuple[str, ...]:
    """Words before another organisation, the longest first."""
    known = {phrase for phrases in table("affiliations").values() for phrase in phrases}
    return tuple(sorted(known, key=len, reverse=True))


def is_legal_form(text: str) -> bool:
    """Whether a text is a legal form and nothing else: "Co., Ltd."."""
    forms = _letters("organisations", "legal")
    alone = all(letters(token) in forms for token in tokens(text))
    return alone or text.strip() in words("organisations", "cjk_legal")


@lru_cache(maxsize=4096)
def ends_as_organisation(text: str) -> bool:
    """Whether a Chinese, Japanese or Korean text ends with a kind of organisation."""
    return text.replace(" ", "").endswith(_cjk_organisations())


@cache
def _cjk_organisations() -> tuple[str, ...]:
    return tuple(words("organisations", "cjk"))


def _held_in(text: str, key: str) -> int:
    """How many East Asian words of organisations a text holds, spaces aside."""
    if text.isascii():
        return 0
    squeezed = text.replace(" ", "")
    return sum(word in squeezed for word in words("organisations", key))


@lru_cache(maxsize=4096)
def organisation_words(text: str) -> int:
    """How many words in a text are usual in names of organisations."""
    cjk = _held_in(text, "cjk")
    known = _plain("organisations", "word")
    return cjk + sum(bare(part) in known for token in tokens(text) for part in token.split("-"))


@lru_cache(maxsize=4096)
def unglued(text: str) -> str:
    """With a space before a kind of organisation that a reader glued to a long word, and single spaces.

    Example:
        >>> unglued("Ames  AgricultureInstitute")
        'Ames Agriculture Institute'
    """
    return " ".join(_apart(word) for word in text.split())


def _apart(word: str) -> str:
    cut = GLUED.search(word)
    if cut is None:
        return word
    front, behind = word[: cut.start()], word[cut.start() :]
    long = min(len(front), len(behind)) >= GLUED_LETTERS
    return f"{front} {behind}" if long and organisation_words(behind) else word


@lru_cache(maxsize=4096)
def department_evidence(text: str) -> float:
    """How much a text looks like a department, in [0, 1]."""
    plain = " ".join(bare(text).split())
    if is_cjk(text):
        squeezed = re.sub(r"[\s/・]", "", text)
        return float(squeezed.endswith(_cjk_department_endings()) and len(squeezed) > 2)
    if plain.startswith(_department_openings()) or plain in _plain("departments", "alone"):
        return 1.0
    last = tokens(plain)[-1:] or [""]
    several = 1 < len(tokens(plain)) <= DEPARTMENT_WORDS
    if last[0] in _plain("departments", "word"):
        return 0.8 if several else 0.3
    return 0.6 if several and last[0] in _plain("departments", "weak") and not function_words(text) else 0.0


@cache
def _cjk_department_endings() -> tuple[str, ...]:
    return tuple(words("departments", "cjk_ending"))


@cache
def _department_openings() -> tuple[str, ...]:
    return tuple(f"{opening} " for opening in _plain("departments", "opening"))


@lru_cache(maxsize=4096)
def function_words(text: str) -> int:
    """How many words in a text are those of a sentence."""
    known = _plain("function_words", "words")
    return sum(bare(token) in known for token in tokens(text))


def is_honorific(token: str) -> bool:
    """Whether a word stands before names: "Dr.", "Frau", "Dipl.-Ing."; not the initials "M.S."."""
    if re.fullmatch(r"(?:[A-Z]\.){2,}", token):
        return False
    known = _letters("honorifics", "prefix")
    if letters(token) in _letters("honorifics", "weak_prefix"):
        return token.endswith(".") or token.islower()
    return letters(token) in known or (
        "-" in token and all(letters(part) in known for part in token.split("-"))
    )


def is_credential(token: str) -> bool:
    """Whether a word stands after names: "PhD", "CPA"."""
    return letters(token) in _letters("honorifics", "suffix")


def is_generation(token: str) -> bool:
    """Whether a word tells generations of one name apart: "Jr."."""
    return letters(token) in _letters("honorifics", "generation")


def is_particle(token: str) -> bool:
    """Whether a word joins parts of a name: "van", "de la"."""
    return bare(token) in _plain("honorifics", "particle")


def without_particles(words: Sequence[str]) -> list[str]:
    """The words of a name that are no particle, nor join two of them: the "und" of "von und zu"."""
    joints = {
        place
        for place in range(1, len(words) - 1)
        if bare(words[place]) in JOINTS and is_particle(words[place - 1]) and is_particle(words[place + 1])
    }
    return [word for place, word in enumerate(words) if place not in joints and not is_particle(word)]


@lru_cache(maxsize=4096)
def is_given_name(token: str) -> bool:
    """Whether a word is a known given name."""
    return any(part in names("given") for part in re.split(r"[-.']", bare(token)) if len(part) > 1)


@lru_cache(maxsize=4096)
def is_family_name(token: str) -> bool:
    """Whether a word is a known family name."""
    return any(part in names("family") for part in re.split(r"[-.']", bare(token)) if len(part) > 1)
