"""Internet domains, judged by the public suffix list that is bundled with tldextract."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tldextract import TLDExtract

RESERVED_SUFFIXES = frozenset({"example", "test"})
"""Top-level domains reserved for documentation and tests (RFC 2606), taken as known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Domain:
    """A host name in parts.

    Attributes:
        registered: What its owner registered: "example.co.uk".
        name: The registered domain without its suffix: "example".
        suffix: The public suffix: "co.uk".
    """

    registered: str
    name: str
    suffix: str


def check_domain(host: str) -> Domain | None:
    """The parts of a host name whose suffix is on the public suffix list, else None.

    Args:
        host: A host name without scheme, port or path, in any case.

    Example:
        >>> check_domain("mail.example.co.uk").registered
        'example.co.uk'
        >>> check_domain("tel.nummer") is None
        True
    """
    labels = host.lower().strip(".").split(".")
    if len(labels) < 2 or not all(labels):  # noqa: PLR2004 - a name and a suffix
        return None
    if labels[-1] in RESERVED_SUFFIXES:
        return Domain(registered=".".join(labels[-2:]), name=labels[-2], suffix=labels[-1])
    parts = _suffix_list()(".".join(labels))
    if not (parts.suffix and parts.domain):
        return None
    return Domain(registered=f"{parts.domain}.{parts.suffix}", name=parts.domain, suffix=parts.suffix)


def host_of(text: str) -> str:
    """The host in an e-mail or a web address, in lower case.

    Example:
        >>> host_of("https://Example.com:8080/about"), host_of("ada@example.org")
        ('example.com', 'example.org')
    """
    return re.sub(r"^https?://|[/?#:].*$", "", text.lower().rpartition("@")[2])


@cache
def _suffix_list() -> TLDExtract:
    # Imported here because tldextract pulls in an HTTP client, which import cardscan must not pay for.
    from tldextract import TLDExtract  # noqa: PLC0415

    return TLDExtract(suffix_list_urls=(), cache_dir=None)
