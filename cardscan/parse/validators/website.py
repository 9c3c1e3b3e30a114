"""Web addresses as cards print them: with or without scheme, host and path checked."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cardscan.parse.record import Issue
from cardscan.parse.validators.domain import check_domain

_URL = re.compile(
    r"(?P<scheme>https?://)?(?P<host>[^/?#:\s]+)(?P<port>:\d{2,5})?(?P<path>[/?#]\S*)?", re.IGNORECASE
)
_LABEL = re.compile(r"[^\W_](?:[\w-]{0,61}[^\W_])?")


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedWebsite:
    """A web address in its printed form.

    Attributes:
        value: The address: scheme as printed, host in lower case, no slash or dot at its end.
        host: The host in lower case, with a "www." if it was printed.
        path: Path, query and fragment as printed, or empty.
        registered_domain: The registered domain, or None where the top-level domain is
            not on the public suffix list.
    """

    value: str
    host: str
    path: str
    registered_domain: str | None


def check_website(text: str) -> CheckedWebsite | Issue:
    """The web address in a text that holds nothing else.

    Args:
        text: The text, without label or surrounding punctuation.

    Returns:
        The address, or an issue ``website-not-valid``.

    Example:
        >>> check_website("HTTP://www.Example.com/Team/").value
        'http://www.example.com/Team'
    """
    match = _URL.fullmatch(text.strip().rstrip("./,;"))
    if match is None or not _is_host(match["host"]):
        return Issue(code="website-not-valid", message=f"{text!r} is no web address; check it on the card.")
    host, path = match["host"].lower(), match["path"] or ""
    domain = check_domain(host)
    return CheckedWebsite(
        value=f"{(match['scheme'] or '').lower()}{host}{match['port'] or ''}{path}",
        host=host,
        path=path,
        registered_domain=domain.registered if domain else None,
    )


def _is_host(host: str) -> bool:
    labels = host.split(".")
    return len(labels) > 1 and all(_LABEL.fullmatch(label) for label in labels)
