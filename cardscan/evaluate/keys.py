"""The form in which two values are compared: without what does not make them different."""

from __future__ import annotations

import re
import unicodedata

import phonenumbers

_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
"""Kana, Han and Hangul."""
_IN_BRACKETS = re.compile(r"\(.*?\)")
_NOT_IN_A_NAME = re.compile(r"[^\w'-]")
_NOT_WORDS = re.compile(r"[^\w]+")
_EXTENSION = re.compile(r"(?i)\s*(?:ext|x|extn)\b")

_HONORIFICS = frozenset(
    "arch avv ca cs dipl dipl-ing don dott dottssa dr eng er frau geom herr ing m madame mag miss mme "  # noqa: SIM905 - words, to be read
    "monsieur mr mrs ms prof professor rag shri sir smt sr sra".split()
)
_CREDENTIALS = frozenset(
    "abr aca aia ap ba bcom be bs bsc btech ccim cfa cfp chfc cipd cissp clu cpa crs dds esq "  # noqa: SIM905 - as above
    "fca fcips frics gri ii iii iv jd jr leed leedap llb llm ma mba mbbs mcips md me mrics ms "
    "msc mtech pe phd pmp ra rn sr".split()
)


def is_cjk(text: str) -> bool:
    """Whether ``text`` holds Chinese, Japanese or Korean characters."""
    return _CJK.search(text) is not None


def fold(text: str) -> str:
    """``text`` without the differences of case, width, apostrophes and white space."""
    folded = unicodedata.normalize("NFKC", text).casefold().replace("\u2019", "'")
    return " ".join(re.split(r"\s+", folded)).strip()


def plain_key(text: str) -> str:
    """Words and digits of a title, department, company or address, one space between them."""
    return _NOT_WORDS.sub(" ", fold(text)).strip()


def email_key(text: str) -> str:
    """An e-mail address in lower case, without spaces."""
    return fold(text).replace(" ", "")


def website_key(text: str) -> str:
    """Host and path, without scheme, "www." and the final slash."""
    address = re.sub(r"^https?:/*", "", fold(text).replace(" ", ""))
    return address.removeprefix("www.").rstrip("/")


def name_key(text: str, *, printed: bool = True) -> str:
    """A name without honorifics, credentials, punctuation and case; CJK without spaces.

    Args:
        text: The name.
        printed: Whether it is as the card prints it, where brackets and what
            follows a comma are no part of the name.

    Returns:
        The words to compare.
    """
    name = fold(text).replace(".-", ". ")  # "Dr.-Ing." is two honorifics
    if is_cjk(name):
        return re.sub(r"[^\w]", "", name)
    if printed:
        name = _IN_BRACKETS.sub(" ", name).split(",")[0] or name
    cleaned = (_NOT_IN_A_NAME.sub("", token) for token in name.replace(".", " ").split())
    tokens = [token for token in cleaned if token]
    while len(tokens) > 1 and tokens[0] in _HONORIFICS:
        tokens.pop(0)
    while len(tokens) > 2 and tokens[-1] in _CREDENTIALS:  # noqa: PLR2004 - first and last name stay
        tokens.pop()
    return " ".join(tokens)


def phone_key(text: str, country: str | None = None) -> str:
    """E.164 where the print says so, the bare digits otherwise.

    Args:
        text: The number as printed.
        country: ISO 3166-1 alpha-2 code of the card, if known.

    Returns:
        E.164 for a possible number with a plus, or one that is valid in its country
        and belongs there; else its digits, without an extension.
    """
    number = text.strip()
    if number.startswith("+"):
        return _e164(number, None) or _digits(number)
    if not country:
        return _digits(number)
    return _e164(number, country) or _e164("+" + number, country) or _digits(number)


def _e164(number: str, country: str | None) -> str | None:
    """``number`` in E.164: possible, or, where ``country`` is given, valid and of that country."""
    try:
        parsed = phonenumbers.parse(number, None if number.startswith("+") else country)
    except phonenumbers.NumberParseException:
        return None
    if country is None:
        sure = phonenumbers.is_possible_number(parsed)
    else:
        at_home = parsed.country_code == phonenumbers.country_code_for_region(country)
        sure = at_home and phonenumbers.is_valid_number(parsed)
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164) if sure else None


def _digits(number: str) -> str:
    return re.sub(r"\D", "", _EXTENSION.split(number)[0])
