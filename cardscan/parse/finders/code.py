"""Finds the fields that a code states: a vCard, a MECARD, a mail, phone or web address."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from cardscan.parse.address.parts import address_parts
from cardscan.parse.address.words import country_name
from cardscan.parse.candidate import Candidate
from cardscan.parse.codes.payload import ADDRESS_COMPONENTS, statements_of
from cardscan.parse.country_words import country_in
from cardscan.parse.finders.social import is_social
from cardscan.parse.person import person_name
from cardscan.parse.record import Issue
from cardscan.parse.text import is_cjk, letters
from cardscan.parse.validators.email import check_email
from cardscan.parse.validators.phone import check_phone
from cardscan.parse.validators.website import check_website

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cardscan.parse.codes.statement import Statement
    from cardscan.parse.person import PersonName
    from cardscan.parse.record import FieldKind, PhoneType

BELIEF = 0.99
"""In what a code says: its error correction leaves no misreading, but it may be out of date."""

LONGEST_VALUE = 200
"""Characters; what is longer is no field of a business card."""

MOST_OF_A_KIND = 6

FEWEST_DIGITS = 5

_WEBSITES = frozenset({"URL", "X-SOCIALPROFILE", "SOCIALPROFILE"})
_EXTENSION = re.compile(r"\s*(?:;\s*ext=|,|\bext\.?|x)\s*(\d{1,6})\s*$", re.IGNORECASE)
_MOBILE = frozenset({"cell", "mobile", "iphone", "textphone"})
_OTHER = frozenset({"home", "pager", "video", "car"})


def find_in_code(text: str, *, region: str | None = None) -> tuple[Candidate, ...]:
    """The fields that a payload states, checked like those in print; none where it states nothing.

    Args:
        text: The text of a code, any text at all.
        region: ISO 3166-1 alpha-2 code of phones and addresses that name no country.

    Returns:
        Candidates without spans; what fails its check is left out, but for phones.
    """
    statements = [one for one in statements_of(text) if len(one.text) <= LONGEST_VALUE]
    found: dict[tuple[FieldKind, str], Candidate] = {}
    for candidate in _candidates(statements, region):
        alike = sum(kind == candidate.kind for kind, _ in found)
        if candidate.value != "" and alike < MOST_OF_A_KIND:
            found.setdefault((candidate.kind, (candidate.value or candidate.raw).lower()), candidate)
    return tuple(found.values())


def _candidates(statements: Sequence[Statement], region: str | None) -> Iterator[Candidate]:
    name = _name(statements)
    if name:
        yield name
    title = _first(statements, "TITLE") or _first(statements, "ROLE")
    if title:
        yield _said("title", title.text)
    organisation = _first(statements, "ORG")
    if organisation:
        company, *departments = organisation.components
        yield _said("company", company)
        yield _said("department", ", ".join(filter(None, departments)))
    for statement in statements:
        candidate = _checked(statement, region)
        if candidate:
            yield candidate


def _first(statements: Sequence[Statement], name: str) -> Statement | None:
    return next((one for one in statements if one.name == name and one.text), None)


def _said(kind: FieldKind, raw: str, value: str | None = None) -> Candidate:
    return Candidate(kind=kind, raw=raw, value=raw if value is None else value, spans=(), confidence=BELIEF)


def _checked(statement: Statement, region: str | None) -> Candidate | None:
    if statement.name == "EMAIL":
        return _email(statement.text)
    if statement.name == "TEL":
        return _phone(statement, region)
    if statement.name in _WEBSITES:
        return _website(statement.text)
    return _address(statement, region) if statement.name == "ADR" else None


def _name(statements: Sequence[Statement]) -> Candidate | None:
    """The person's name, in the parts that the code gives where they are plain."""
    structured, full = _first(statements, "N"), _first(statements, "FN")
    organisation = _first(statements, "ORG")
    family, given, more, prefix, suffix = (*(structured.components if structured else ()), *[""] * 5)[:5]
    words = (family, given) if is_cjk(family) else (given, more, family)
    spoken = " ".join(filter(None, words))
    ways = [(spoken, family if given else "")] if family and given else []
    ways += [(full.text if full else "", ""), (spoken, "")]
    for text, last in ways:
        checked = person_name(text) if text else None
        if checked and not (organisation and letters(text) == letters(organisation.components[0])):
            named = _with_family(checked, last)
            named = replace(named, prefix=named.prefix or prefix, suffix=named.suffix or suffix)
            return replace(_said("name", text, named.value), parts=named.parts())
    return None


def _with_family(name: PersonName, family: str) -> PersonName:
    """The name with the family name that the code tells apart."""
    count = len(family.split())
    own = name.words[len(name.words) - count :]
    if not 0 < count < len(name.words) or letters("".join(own)) != letters(family):
        return name
    return replace(name, first=" ".join(name.words[: len(name.words) - count]), last=" ".join(own))


def _email(text: str) -> Candidate | None:
    raw = text.removeprefix("mailto:")
    checked = check_email(raw)
    return None if isinstance(checked, Issue) else _said("email", raw, checked.value)


def _website(text: str) -> Candidate | None:
    checked = check_website(text)
    if isinstance(checked, Issue):
        return None
    kind: FieldKind = "social" if is_social(checked.registered_domain, checked.path) else "website"
    return _said(kind, text, checked.value)


def _phone(statement: Statement, region: str | None) -> Candidate | None:
    raw = re.sub(r"^tel:\s*", "", statement.text, flags=re.IGNORECASE)
    extension = _EXTENSION.search(raw)
    number = raw[: extension.start()] if extension else raw
    if sum(char.isdigit() for char in number) < FEWEST_DIGITS:
        return None
    checked = check_phone(number, region, extension[1] if extension else "")
    found = Candidate(kind="phone", raw=raw, value=None, spans=(), confidence=BELIEF)
    if isinstance(checked, Issue):
        return replace(found, type=_type(statement.types, None), issues=(checked,))
    place = checked.region or "any country"
    message = f"{checked.value} is not assigned in {place}; it may be old or shortened."
    odd = () if checked.valid else (Issue(code="phone-not-valid", message=message),)
    named = (("e164", checked.e164), ("extension", checked.extension), ("region", checked.region))
    return replace(
        found,
        value=checked.value,
        type=_type(statement.types, checked.type),
        parts=tuple((key, value) for key, value in named if value),
        issues=odd,
    )


def _type(types: Sequence[str], planned: PhoneType | None) -> PhoneType:
    """The type of a phone by what the code calls it, else by the numbering plan."""
    if any("fax" in one for one in types):
        return "fax"
    if _MOBILE.intersection(types):
        return "mobile"
    if "work" in types:
        return "work"
    return "other" if _OTHER.intersection(types) else planned or "work"


def _address(statement: Statement, region: str | None) -> Candidate | None:
    components = (*statement.components, *[""] * ADDRESS_COMPONENTS)[:ADDRESS_COMPONENTS]
    given = [part for part in components if part]
    if not given:
        return None
    text = ", ".join(given)
    if len(given) == 1:  # written into one component, whichever it is
        return replace(_said("address", text), parts=address_parts([text], region))
    *street, city, state, code, country = components
    code_of_country = country_in(country)
    named = (
        ("street", ", ".join(part for part in street if part)),
        ("city", city),
        ("region", state),
        ("postal_code", code),
        ("country", (country_name(code_of_country) if code_of_country else None) or country),
    )
    return replace(_said("address", text), parts=tuple((key, value) for key, value in named if value))
