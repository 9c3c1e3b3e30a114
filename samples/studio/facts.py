"""What a card says, exactly as it is printed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Phone:
    """A number as printed.

    Attributes:
        text: The number without its label.
        type: "work", "mobile", "fax" or "tollfree".
        label: What is printed before it, with its trailing space.
    """

    text: str
    type: str
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Everything printed on one side of a card.

    Attributes:
        address: Lines of the postal address.
        country: ISO 3166-1 alpha-2 code of the card's country.
        language: ISO 639-1 code of the card's main language.
        slogan: A line that belongs to no field.
        email_label: What is printed before e-mail addresses, with its trailing space.
        web_label: What is printed before websites, with its trailing space.
    """

    country: str
    language: str
    name: str | None = None
    name_alt: str | None = None
    title: str | None = None
    department: str | None = None
    company: str | None = None
    company_alt: str | None = None
    emails: tuple[str, ...] = ()
    phones: tuple[Phone, ...] = ()
    websites: tuple[str, ...] = ()
    address: tuple[str, ...] = ()
    social: tuple[str, ...] = ()
    slogan: str | None = None
    email_label: str = ""
    web_label: str = ""

    def reach(self) -> tuple[str, ...]:
        """The contact lines as printed: phones, e-mails, websites, social handles."""
        return (
            *(phone.label + phone.text for phone in self.phones),
            *(self.email_label + email for email in self.emails),
            *(self.web_label + website for website in self.websites),
            *self.social,
        )

    def fields(self) -> dict[str, Any]:
        """The fields a perfect reader would find, as JSON values."""
        joiner = " " if self.language == "ja" else ", "
        return {
            "name": self.name,
            "name_alt": self.name_alt,
            "title": self.title,
            "department": self.department,
            "company": self.company,
            "company_alt": self.company_alt,
            "emails": list(self.emails),
            "phones": [{"text": phone.text, "type": phone.type} for phone in self.phones],
            "websites": list(self.websites),
            "address": joiner.join(self.address) or None,
            "other_addresses": None,
            "country": self.country,
            "social": list(self.social),
        }
