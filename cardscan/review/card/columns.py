"""The columns that a person settles, and which of a contact's fields stands in which."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cardscan.parse.record import Field

SHOWN = (
    "full_name",
    "first_name",
    "last_name",
    "job_title",
    "department",
    "company",
    "email",
    "other_emails",
    "mobile_phone",
    "work_phone",
    "other_phones",
    "fax",
    "website",
    "street",
    "city",
    "region",
    "postal_code",
    "country",
    "social",
    "notes",
)
"""In the order of the page."""

ALWAYS = ("full_name", "job_title", "company", "email", "mobile_phone", "work_phone", "website", "notes")
"""Those that are shown where they are empty too; the others are a click away."""

_OF_KIND = {"name": "full_name", "title": "job_title", "address": "street", "note": "notes"}
_OF_PHONE = {"mobile": "mobile_phone", "work": "work_phone", "fax": "fax"}


def column_of(field: Field, *, is_first: bool) -> str:
    """The column in which a field stands.

    Args:
        field: Of a contact.
        is_first: Whether it is the first of its kind.
    """
    if field.kind == "phone":
        return _OF_PHONE.get(field.type or "", "other_phones")
    if field.kind == "email" and not is_first:
        return "other_emails"
    return _OF_KIND.get(field.kind, field.kind)
