"""What a column of a profile can be filled with."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from cardscan.export.crm.profile import DATE_FORMS
from cardscan.export.wording import person_name, what_to_do, where_met
from cardscan.followup.cell_text import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from cardscan.export.crm.profile import Profile
    from cardscan.followup.record import FollowUp

_EXTENSION = " ext. "


def value_of(source: str, row: FollowUp, profile: Profile) -> str:
    """What a source gives for a contact, on one line; empty where nothing is known.

    Args:
        source: One of ``SOURCES``.
        row: The contact's row of the queue.
        profile: How dates, phones and choices are written.
    """
    text = one_line(SOURCES[source](row, profile))
    return profile.choices.get(source, {}).get(text, text)


def _field(name: str) -> Callable[[FollowUp, Profile], str]:
    return lambda row, _: str(getattr(row, name))


def _nth(name: str, place: int) -> Callable[[FollowUp, Profile], str]:
    def value(row: FollowUp, _: Profile) -> str:
        found = getattr(row, name)
        return str(found[place]) if place < len(found) else ""

    return value


def _phone(*names: str, place: int = 0) -> Callable[[FollowUp, Profile], str]:
    def value(row: FollowUp, profile: Profile) -> str:
        found = [phone for name in names for phone in getattr(row, name)]
        return _written(found[place], profile) if place < len(found) else ""

    return value


def _written(phone: str, profile: Profile) -> str:
    if profile.phones == "international":
        return phone
    number = phone.partition(_EXTENSION)[0]
    return "".join(sign for sign in number if sign.isdigit() or sign == "+")


def _phone_part(part: str) -> Callable[[FollowUp, Profile], str]:
    """A part of the first phone: its country's two letters, the calling code, the rest."""

    def value(row: FollowUp, _: Profile) -> str:
        phones = (*row.mobile_phone, *row.work_phone, *row.other_phones)
        return _phone_parts(phones[0])[part] if phones else ""

    return value


def _phone_parts(phone: str) -> dict[str, str]:
    import phonenumbers  # noqa: PLC0415 - takes long to load

    try:
        number = phonenumbers.parse(phone)
    except phonenumbers.NumberParseException:
        return {"country": "", "calling": "", "national": phone}
    # A number that is not assigned is in no country of those that share a calling code; the main one is.
    country = phonenumbers.region_code_for_number(number)
    return {
        "country": country or phonenumbers.region_code_for_country_code(number.country_code or 0),
        "calling": f"+{number.country_code}",
        "national": phonenumbers.national_significant_number(number),
    }


def _date(name: str) -> Callable[[FollowUp, Profile], str]:
    def value(row: FollowUp, profile: Profile) -> str:
        day: date = getattr(row, name)
        return day.strftime(DATE_FORMS[profile.dates])

    return value


def _website(row: FollowUp, _: Profile) -> str:
    if not row.website:
        return ""
    address = row.website[0]
    return address if "://" in address else f"https://{address}"


def _linkedin(row: FollowUp, _: Profile) -> str:
    return next((each for each in row.social if "linkedin." in each.casefold()), "")


def _more_emails(row: FollowUp, _: Profile) -> str:
    """Further addresses as a JSON list."""
    return json.dumps(list(row.other_emails), ensure_ascii=False) if row.other_emails else ""


def _opportunity(row: FollowUp, _: Profile) -> str:
    """Whom a deal is about; never empty, as some importers call it by this alone."""
    return ", ".join(filter(None, (row.company, row.full_name))) or row.email or row.contact_id


def _country_code(row: FollowUp, _: Profile) -> str:
    from cardscan.parse.country_words import country_in  # noqa: PLC0415 - names of places are heavy

    return country_in(row.country) or ""


SOURCES: Mapping[str, Callable[[FollowUp, Profile], str]] = {
    "contact_id": _field("contact_id"),
    "external_id": lambda row, _: f"cardscan_{row.contact_id}",
    "task_id": lambda row, _: f"cardscan_{row.contact_id}_{row.event_date:%Y%m%d}",
    "full_name": lambda row, _: person_name(row),
    "first_name": _field("first_name"),
    "last_name": _field("last_name"),
    "job_title": _field("job_title"),
    "department": _field("department"),
    "company": _field("company"),
    "email": _field("email"),
    "email_2": _nth("other_emails", 0),
    "email_3": _nth("other_emails", 1),
    "more_emails": _more_emails,
    "phone": _phone("mobile_phone", "work_phone", "other_phones"),
    "mobile_phone": _phone("mobile_phone"),
    "mobile_phone_2": _phone("mobile_phone", place=1),
    "work_phone": _phone("work_phone"),
    "work_phone_2": _phone("work_phone", place=1),
    "other_phone": _phone("other_phones"),
    "fax": _phone("fax"),
    "phone_country": _phone_part("country"),
    "phone_calling_code": _phone_part("calling"),
    "phone_national": _phone_part("national"),
    "website": _nth("website", 0),
    "website_url": _website,
    "linkedin": _linkedin,
    "social": _nth("social", 0),
    "address": _field("address"),
    "street": _field("street"),
    "city": _field("city"),
    "region": _field("region"),
    "postal_code": _field("postal_code"),
    "country": _field("country"),
    "country_code": _country_code,
    "notes": _field("notes"),
    "description": lambda row, _: where_met(row),
    "event": _field("event"),
    "event_tag": lambda row, _: row.event.replace(",", ""),
    "google_labels": lambda row, _: f"* myContacts ::: {row.event.replace(':::', ' ')}",
    "event_date": _date("event_date"),
    "priority": _field("priority"),
    "status": _field("status"),
    "next_action": _field("next_action"),
    "due": _date("follow_up_due"),
    "task": lambda row, _: what_to_do(row),
    "opportunity": _opportunity,
}
"""What columns can be filled with, by the names that profiles use.

``phone`` is the first that is known; ``description`` says where they met, with the notes;
``task`` is the follow-up in words; ``external_id`` and ``task_id`` are the same in every
export, so that a second import updates.
"""

PHONES = ("phone", "mobile_phone", "mobile_phone_2", "work_phone", "work_phone_2", "other_phone", "fax")
"""The sources that give phones in the profile's form."""
