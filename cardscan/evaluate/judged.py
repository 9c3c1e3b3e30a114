"""Rows that people looked at: what they make of them is the labels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cardscan.evaluate.rows import COLUMNS_OF
from cardscan.evaluate.truth import FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cardscan.followup.record import FollowUp

_LABELS = {"email": "emails", "phone": "phones", "website": "websites"}
"""What labels call a field, where not as it is called here."""

_PLACE = ("street", "city", "region", "postal_code", "country")
_TYPES = {"mobile_phone": "mobile", "work_phone": "work", "other_phones": None, "fax": "fax"}
"""Column to the type of the phones in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A row that somebody looked at.

    Attributes:
        found: As the program made it; ``needs_review`` says whether it flagged it.
        truth: As it is right.
        measured: Those of ``FIELDS`` that somebody looked at; none of a card of which it is only
            known that it is there.
    """

    found: FollowUp
    truth: FollowUp
    measured: frozenset[str] = frozenset()

    @property
    def is_whole(self) -> bool:
        """Whether all fields were looked at."""
        return self.measured.issuperset(FIELDS)


def fields_of(columns: Iterable[str]) -> frozenset[str]:
    """The fields that columns of the queue are about.

    Args:
        columns: Their names; others are passed over.
    """
    names = frozenset(columns)
    found = frozenset(name for name, of_field in COLUMNS_OF.items() if not names.isdisjoint(of_field))
    return found if names.isdisjoint(_PLACE) else found | {"address"}


def label_of(judged: Judged) -> dict[str, Any]:
    """The labels of a card, as they stand in a file: its fields, and which of them are not measured.

    Args:
        judged: Its row.
    """
    return {
        "content": "card",
        "card": judged.truth.card,
        "fields": _fields(judged.truth) if judged.measured else {},
        "illegible": [_LABELS.get(name, name) for name in FIELDS if name not in judged.measured],
    }


def _fields(row: FollowUp) -> dict[str, Any]:
    return {
        "name": row.full_name or None,
        "title": row.job_title or None,
        "department": _parts(row.department),
        "company": row.company or None,
        "emails": _parts(row.email, *row.other_emails),
        "phones": [
            {"text": text, "type": kind}
            for column, kind in _TYPES.items()
            for text in _parts(*getattr(row, column))
        ],
        "websites": _parts(*row.website),
        "address": row.address or None,
    }


def _parts(*texts: str) -> list[str]:
    """The values in cells of several, each once."""
    parts = (part.strip() for text in texts for part in text.split(";"))
    return list(dict.fromkeys(part for part in parts if part))
