"""The parts from which the cards of one country are made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """What is printed on cards there; everything invented or reserved.

    In the patterns of numbers and addresses ``#`` is any digit, ``%`` a digit from 1 to 9.

    Attributes:
        code: ISO 3166-1 alpha-2.
        language: ISO 639-1.
        given: Given names.
        family: Family names, or their first halves where there are ``family_ends``.
        family_ends: Second halves of family names.
        family_first: Whether the family name is printed first, with a space between.
        latin: Latin spelling of names that are in another script.
        titles: Job titles.
        departments: Departments.
        trades: What stands between a company's own name and its form.
        forms: Legal forms; an empty one for none.
        streets: Patterns of the street line.
        towns: Patterns of the line with postal code and town.
        work: Patterns of landline numbers that nobody has.
        mobile: Patterns of mobile numbers that nobody has.
        labels: Sets of labels for "work", "mobile", "fax", "email" and "web", as printed.
    """

    code: str
    language: str
    given: tuple[str, ...]
    family: tuple[str, ...]
    family_ends: tuple[str, ...] = ("",)
    family_first: bool = False
    latin: Mapping[str, str]
    titles: tuple[str, ...]
    departments: tuple[str, ...]
    trades: tuple[str, ...]
    forms: tuple[str, ...]
    streets: tuple[str, ...]
    towns: tuple[str, ...]
    work: tuple[str, ...]
    mobile: tuple[str, ...] = ()
    labels: tuple[Mapping[str, str], ...]
