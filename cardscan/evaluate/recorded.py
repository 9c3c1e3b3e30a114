"""The cards of a records file, as rows with a confidence for every value."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from cardscan.errors import RecordError
from cardscan.evaluate.rows import SINGLE, given_values
from cardscan.evaluate.truth import FIELDS
from cardscan.followup.cell_text import one_value
from cardscan.followup.queue import full_name
from cardscan.parse.record import Contact

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from cardscan.evaluate.rows import GivenRow, Place
    from cardscan.parse.record import Field

Beliefs = dict[str, dict[str, float]]
"""Field to value, in the form in which it is compared, to confidence in [0, 1]."""


def load_contacts(path: Path) -> Mapping[Place, Contact]:
    """The contacts in a records file, by where their cards are.

    Args:
        path: What ``cardscan scan --records`` wrote.

    Returns:
        One contact a line; that of a card that gave none is empty.

    Raises:
        RecordError: The file cannot be read or holds something else.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except OSError as exc:
        raise RecordError(str(path), f"it cannot be read ({exc.strerror}).") from exc
    except UnicodeDecodeError as exc:
        raise RecordError(str(path), _NO_RECORDS) from exc
    return dict(_record(line, f"{path}, line {n}") for n, line in enumerate(lines, start=1) if line.strip())


def as_recorded(row: GivenRow, contact: Contact) -> GivenRow:
    """A row with the values and the flag of its record, whatever somebody has done to the queue since."""
    values = {name: tuple(found) for name, found in beliefs(contact).items()}
    return replace(row, values=values, needs_review=contact.needs_review)


def beliefs(contact: Contact) -> Beliefs:
    """How sure a contact is of every value that its row gives."""
    found: Beliefs = {}
    for name in FIELDS:
        values = found[name] = dict[str, float]()
        for field, value in given_fields(contact, name):
            values.setdefault(value, field.confidence)
    return found


def given_fields(contact: Contact, name: str) -> Iterator[tuple[Field, str]]:
    """The fields of one kind that reach the row, with their values in the form in which they are compared.

    Args:
        contact: What a card says.
        name: One of ``FIELDS``.
    """
    fields = [field for field in contact.fields if field.kind == name]
    for field in fields[:1] if name in SINGLE else fields:
        text = full_name(contact) if name == "name" else one_value(field.text)
        for value in given_values(name, (text,)):
            yield field, value


_NO_RECORDS = "these are no records; write them with: cardscan scan FOLDER -o QUEUE --records FILE"


def _record(line: str, source: str) -> tuple[Place, Contact]:
    try:
        data = json.loads(line)
        place = one_value(data["photo"]), int(data["card"])
        contact = data["contact"]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, OverflowError) as exc:
        raise RecordError(source, _NO_RECORDS) from exc
    return place, Contact.from_dict(contact, source)
