"""Judges e-mails: what is odd is said, what is misread is repaired where a second source agrees."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cardscan.parse.candidate import Candidate, Span
from cardscan.parse.finders.email_label import EMAIL_LABEL
from cardscan.parse.finders.host import Host, look_alike, mail_providers, near_miss, read_host
from cardscan.parse.record import Issue
from cardscan.parse.validators.email import check_email

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_SURE, _ODD, _REPAIRED, _RAW = 0.95, 0.6, 0.5, 0.3
"""Belief in a clean address, one with an issue, a repaired one, and text without a value."""

_MISREAD_AT = re.compile(
    r"([0-9A-Za-z][0-9A-Za-z._+-]*?)\s?(©|®|\(a\)|(?<=[a-z0-9])Q(?=[a-z0-9]))\s?(?=[0-9A-Za-z])"
)
_TOKEN = re.compile(r"[\s:.]*([0-9A-Za-z][0-9A-Za-z._+-]*\.[0-9A-Za-z]{2,})")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadEmail:
    """An address as it was read, not yet checked.

    Attributes:
        local: Its local part, gaps closed and label off.
        host: Its host.
        raw: The text on the card.
        spans: Where it stands.
        issues: What is already known to be odd.
    """

    local: str
    host: Host
    raw: str
    spans: tuple[Span, ...]
    issues: tuple[Issue, ...]


def judged(read: ReadEmail, domains: Sequence[str]) -> Candidate:
    """The candidate for an address as it was read.

    Args:
        read: The address.
        domains: Domains that the card names.
    """
    host, raw, spans, issues = read.host, read.raw, read.spans, read.issues
    address = f"{read.local}@{host.text}"
    twin = known_twin(host.text, domains)
    if twin and (host.domain is None or host.mended):
        return _repaired(f"{read.local}@{twin}", raw, spans)
    if host.mended and host.domain:
        agreed = host.domain.registered in _known(domains)
        return _repaired(address, raw, spans) if agreed else _unread(raw, spans)
    checked = check_email(address)
    if isinstance(checked, Issue):
        return _candidate(raw, None, spans, _RAW, (*issues, checked))
    if checked.registered_domain is None:
        issues = (*issues, _odd_domain(checked.domain))
    elif near := twin or near_miss(checked.registered_domain, _known(domains)):
        issues = (*issues, _differs(checked.domain, near))
    return _candidate(raw, checked.value, spans, _ODD if issues else _SURE, issues)


def known_twin(host: str, domains: Iterable[str]) -> str | None:
    """The domain that a misread host stands for: the card's own, or a mail provider's."""
    return look_alike(host, _known(domains))


def find_unsigned(
    texts: Sequence[str], found: Sequence[Candidate], domains: Sequence[str]
) -> Iterator[Candidate]:
    """Candidates for addresses whose @ was read as something else or not at all.

    Args:
        texts: Narrow text of each line.
        found: The addresses found by their @; their lines are left alone.
        domains: Domains that the card names.
    """
    done = {line for candidate in found for line in candidate.lines}
    for index, text in enumerate(texts):
        if index in done or "@" in text:
            continue
        candidate = _misread_sign(index, text, domains) or _labelled(index, text)
        if candidate:
            yield candidate


def _misread_sign(index: int, text: str, domains: Sequence[str]) -> Candidate | None:
    for match in _MISREAD_AT.finditer(text):
        host = read_host(text, match.end())
        if host is None or host.domain is None:
            continue
        spans = (Span(line=index, start=match.start(1), end=host.end),)
        raw = text[match.start(1) : host.end]
        if host.domain.registered in _known(domains):
            return _repaired(f"{match[1]}@{host.text}", raw, spans)
        if match[2] != "Q" or EMAIL_LABEL.search(text):
            return _unread(raw, spans)
    return None


def _labelled(index: int, text: str) -> Candidate | None:
    label = EMAIL_LABEL.search(text)
    match = _TOKEN.match(text, label.end()) if label else None
    if match is None or match[1].lower().startswith("www."):
        return None
    return _unread(match[1], (Span(line=index, start=match.start(1), end=match.end(1)),))


def _known(domains: Iterable[str]) -> tuple[str, ...]:
    """The card's own domains and those of mail providers."""
    return (*domains, *mail_providers())


def _repaired(address: str, raw: str, spans: tuple[Span, ...]) -> Candidate:
    checked = check_email(address)
    if isinstance(checked, Issue):
        return _unread(raw, spans)
    message = f"Read as {raw!r} and repaired to {checked.value}, whose domain is known; check it."
    issue = Issue(code="email-repaired", message=message, doubt=True)
    return _candidate(raw, checked.value, spans, _REPAIRED, (issue,))


def _unread(raw: str, spans: tuple[Span, ...]) -> Candidate:
    message = f"{raw!r} looks like an e-mail, but its @ or a dot is not readable; type it from the photo."
    return _candidate(
        raw, None, spans, _RAW, (Issue(code="email-not-readable", message=message, doubt=True),)
    )


def _odd_domain(domain: str) -> Issue:
    message = f"{domain} does not end in a known top-level domain; check the e-mail."
    return Issue(code="email-odd-domain", message=message, doubt=True)


def _differs(domain: str, twin: str) -> Issue:
    message = f"The e-mail has {domain}, which is nearly {twin}; check which one is right."
    return Issue(code="email-domain-differs", message=message, doubt=True)


def _candidate(
    raw: str, value: str | None, spans: tuple[Span, ...], confidence: float, issues: tuple[Issue, ...]
) -> Candidate:
    return Candidate(
        kind="email",
        raw=raw,
        value=value,
        spans=spans,
        score=confidence,
        confidence=confidence,
        issues=issues,
    )
