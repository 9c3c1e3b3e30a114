"""Writes given_names.txt and family_names.txt, the lexicons of names in Latin script.

    pip install faker names
    python -m cardscan.parse.lexicons.build_names

Sources: the first and last names of the US census of 1990 (public domain, by way of the package
``names``) and the lists of the package ``Faker`` (MIT), which hold the commonest names of some
sixty countries.
"""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path
from typing import TYPE_CHECKING

from cardscan.parse.text import bare

if TYPE_CHECKING:
    from collections.abc import Iterable

CENSUS_FAMILY_NAMES = 6000
"""Of the census's 88,799 the commonest; the tail holds nearly every English word."""

LETTERS_AT_LEAST = 2


def main() -> None:
    """Write both lists beside this file."""
    here = Path(__file__).parent
    _write(
        here / "given_names.txt",
        [*_census("dist.female.first"), *_census("dist.male.first"), *_faker("first")],
    )
    _write(here / "family_names.txt", [*_census("dist.all.last")[:CENSUS_FAMILY_NAMES], *_faker("last")])


def _census(table: str) -> list[str]:
    import names  # noqa: PLC0415 - needed by this script alone

    path = Path(names.__file__).parent / table
    return [line.split()[0] for line in path.read_text(encoding="ascii").splitlines()]


def _faker(kind: str) -> list[str]:
    from faker.providers import person  # noqa: PLC0415 - needed by this script alone

    found: list[str] = []
    for locale in sorted(module.name for module in pkgutil.iter_modules(person.__path__)):
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for attribute in dir(provider):
            if attribute.startswith(kind) and attribute.endswith(("names", "names_male", "names_female")):
                values = getattr(provider, attribute)
                if isinstance(values, (tuple, list, dict)):
                    found += [name for name in values if isinstance(name, str)]
    return found


def _write(path: Path, names: Iterable[str]) -> None:
    words = {bare(word) for name in names for word in name.replace("-", " ").split()}
    kept = sorted(
        word for word in words if len(word) >= LETTERS_AT_LEAST and word.isascii() and word.isalpha()
    )
    head = "# Written by build_names.py from the US census of 1990 and Faker's lists; see there.\n"
    path.write_text(head + "\n".join(kept) + "\n", encoding="ascii")


if __name__ == "__main__":
    main()
