"""What tells one card from another: whose it is, and how that person or company is reached."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from cardscan.parse.evidence import WHOLE, domain_fit, has_role_mailbox
from cardscan.parse.lexicons import words
from cardscan.parse.text import bare, is_cjk, letters, tokens
from cardscan.parse.validators.domain import check_domain, host_of
from cardscan.parse.wording import is_legal_form

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cardscan.parse.record import Contact, Field

SHORTEST_NAME = 4
"""Letters from which the name of a company or a domain is no chance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """One side of a card, in a form that can be compared with another.

    Attributes:
        name: The words of the person's name, bare, in alphabetical order; none where
            the side names nobody.
        script: The script of the name, or an empty text.
        emails: E-mail addresses, bare.
        phones: Phones and faxes with their country codes and extensions.
        personal: Those of ``emails`` and ``phones`` that one person answers: mailboxes
            that are no office's, and mobiles.
        domains: Its own registered domains, without their suffix where they are long
            enough to be no chance; those of mail providers are left out.
        company: The company without its legal form, letters and digits only.
        address: The address, letters and digits only.
        has_role: Whether it gives a job title or a department.
        texts: Every line, letters and digits only.
    """

    name: tuple[str, ...] = ()
    script: str = ""
    emails: frozenset[str] = frozenset()
    phones: frozenset[str] = frozenset()
    personal: frozenset[str] = frozenset()
    domains: frozenset[str] = frozenset()
    company: str = ""
    address: str = ""
    has_role: bool = False
    texts: frozenset[str] = frozenset()

    @property
    def points(self) -> frozenset[str]:
        """Every e-mail and phone."""
        return self.emails | self.phones


def identify(contact: Contact, texts: Iterable[str] = ()) -> Identity:
    """What tells the card of a contact from others.

    Args:
        contact: What the side says.
        texts: Its lines as read.
    """
    company, address = contact.first("company"), contact.first("address")
    name = _person(contact)
    return Identity(
        name=tuple(sorted(letters(word) for word in _name_words(name))) if name else (),
        script=_script(name.text) if name else "",
        emails=frozenset(bare(field.text) for field in contact.all("email")),
        phones=frozenset(phone_key(field) for field in contact.all("phone")),
        personal=frozenset(_personal(contact)),
        domains=_domains(contact),
        company=core(company.text) if company else "",
        address=letters(address.text) if address else "",
        has_role=bool(contact.all("title") or contact.all("department")),
        texts=frozenset(core(text) for text in texts),
    )


def phone_key(phone: Field) -> str:
    """A phone with its country code and extension, for comparing."""
    return (phone.part("e164") or re.sub(r"\D", "", phone.text)) + "x" + phone.part("extension")


def script_of(name: Field) -> str:
    """The script of a name: "CJK" for Chinese, Japanese and Korean, else as Unicode calls it."""
    return _script(name.text)


def core(text: str) -> str:
    """Letters and digits of a name without its legal form.

    Example:
        >>> core("Quarz & Söhne GmbH")
        'quarzsohne'
    """
    kept = [word for word in tokens(text) if not is_legal_form(word)]
    return letters("".join(kept)) or letters(text)


def _person(contact: Contact) -> Field | None:
    """The name, unless it is a logo taken for one: it repeats company or domain and stands alone."""
    name = contact.first("name")
    if name is None or any(contact.all(kind) for kind in ("email", "phone", "title")):
        return name
    companies = [core(field.text) for field in contact.all("company")]
    is_logo = core(name.text) in companies or domain_fit(name.text, _domains(contact)) >= WHOLE
    return None if is_logo else name


def _name_words(name: Field) -> list[str]:
    """The words of a name without honorifics and credentials."""
    text = name.text.removeprefix(name.part("prefix")).removesuffix(name.part("suffix"))
    return tokens(text) or [text]


def _script(text: str) -> str:
    if is_cjk(text):
        return "CJK"
    first = next((char for char in text if char.isalpha()), "")
    return unicodedata.name(first, "").split(" ")[0] if first else ""


def _personal(contact: Contact) -> Iterator[str]:
    yield from (bare(field.text) for field in contact.all("email") if not has_role_mailbox(field.text))
    yield from (phone_key(field) for field in contact.all("phone") if field.type == "mobile")


def _domains(contact: Contact) -> frozenset[str]:
    hosts = (host_of(bare(field.text)) for field in (*contact.all("email"), *contact.all("website")))
    found = [domain for domain in map(check_domain, hosts) if domain and domain.name not in shared_hosts()]
    return frozenset(
        domain.name if len(domain.name) >= SHORTEST_NAME else domain.registered for domain in found
    )


@cache
def shared_hosts() -> frozenset[str]:
    """Names of domains under which strangers have mailboxes and sites."""
    usual = {domain.split(".", maxsplit=1)[0] for domain in words("mail_providers", "domains")}
    return words("mail_providers", "free") | words("mail_providers", "hosting") | usual
