"""Host names in text as readers give it: with gaps, commas for dots, glued neighbours."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from rapidfuzz.distance.Levenshtein import distance

from cardscan.parse.lexicons import table
from cardscan.parse.validators.domain import Domain, check_domain

if TYPE_CHECKING:
    from collections.abc import Iterable

_ALNUM = "0-9A-Za-zÀ-ÖØ-öø-žΑ-ΡΣ-ώА-яЁё"
"""Digits and the letters of Latin, Greek and Cyrillic host names; other scripts run into their labels."""

_LABEL = rf"[{_ALNUM}](?:[{_ALNUM}_-]*[{_ALNUM}])?"
_COMPACT = re.compile(rf"{_LABEL}(?:\.{_LABEL})*")
_NEXT_LABEL = re.compile(rf"\s{{0,2}}[.,]\s{{0,2}}({_LABEL})")
_COUNTRY_LABEL = re.compile(r"(?:\s+\.\s?|\.\s+)([a-z]{2})(?![\w@.])")
_LAST_COUNTRY = re.compile(r"\s{1,2}([a-z]{2})\s*$")
_SPACED_SUFFIX = re.compile(
    r"\s{1,2}((?:com|net|org|edu|gov|co|ac|or|ne|go)(?:\.[a-z]{2})?|info|biz|[a-z]{2})(?![\w@.])"
)
_CASE_CHANGE = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SOURCE = re.compile(rf"(?:@\s?|www\s?\.\s?|://(?:www\.)?)({_LABEL}(?:\.{_LABEL})+)", re.IGNORECASE)
_LONG_ENOUGH = 8
"""Characters from which a single different letter is more likely a misreading than another domain."""

_LOOKALIKES = str.maketrans({"I": "l", "1": "l", "|": "l", "0": "o", "O": "o"})


@cache
def mail_providers() -> tuple[str, ...]:
    """Domains at which everybody may have an address, so that a card need not name them twice."""
    return tuple(table("mail_providers")["domains"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Host:
    """A host name that starts at a known place in a text.

    Attributes:
        text: The host name, gaps closed and dots in place.
        end: Index in the text after its last character.
        domain: Its parts, or None where its suffix is not known.
        mended: Whether a dot was put where none was read.
    """

    text: str
    end: int
    domain: Domain | None
    mended: bool = False


def read_host(text: str, start: int) -> Host | None:
    """The host name that starts at an index of a text.

    What stands together is taken together; gaps are closed only as far as it takes
    to reach a known suffix.

    Args:
        text: Narrow text.
        start: Index of the host's first character.

    Returns:
        The host, its ``domain`` None where no known suffix was reached; None where no
        letter or digit stands at the index.
    """
    match = _COMPACT.match(text, start)
    if match is None:
        return None
    whole = Host(text=match[0], end=match.end(), domain=check_domain(match[0]))
    if whole.domain:
        return _with_country(text, whole)
    return _cut_at_case(whole) or _with_gaps(text, whole) or whole


def _with_country(text: str, host: Host) -> Host:
    match = _COUNTRY_LABEL.match(text, host.end)
    longer = f"{host.text}.{match[1]}" if match else ""
    domain = check_domain(longer)
    if match and domain and host.domain and domain.suffix == f"{host.domain.suffix}.{match[1]}":
        return Host(text=longer, end=match.end(), domain=domain)
    last = _LAST_COUNTRY.match(text, host.end)
    domain = check_domain(f"{host.text}.{last[1]}") if last else None
    if last and domain and host.domain and domain.suffix == f"{host.domain.suffix}.{last[1]}":
        return Host(text=f"{host.text}.{last[1]}", end=last.end(1), domain=domain, mended=True)
    return host


def _cut_at_case(host: Host) -> Host | None:
    """The part before a label that was glued to the host: "example.comTel"."""
    for change in _CASE_CHANGE.finditer(host.text, host.text.rfind(".") + 1):
        domain = check_domain(host.text[: change.start()])
        if domain:
            end = host.end - len(host.text) + change.start()
            return Host(text=host.text[: change.start()], end=end, domain=domain)
    return None


def _with_gaps(text: str, host: Host) -> Host | None:
    joined, end, mended = host.text, host.end, False
    for _ in range(3):
        match = _NEXT_LABEL.match(text, end)
        if match is None:
            break
        mended = mended or "," in match[0]
        joined, end = f"{joined}.{match[1]}", match.end()
        domain = check_domain(joined)
        if domain:
            return _with_country(text, Host(text=joined, end=end, domain=domain, mended=mended))
    spaced = _SPACED_SUFFIX.match(text, end)
    domain = check_domain(f"{joined}.{spaced[1]}") if spaced else None
    # A country alone does not make "name.cor sg" right: there the gap is not the only fault.
    if spaced and domain and ("." not in joined or "." in domain.suffix):
        return Host(text=f"{joined}.{spaced[1]}", end=spaced.end(), domain=domain, mended=True)
    return None


def domains_on_card(texts: Iterable[str]) -> tuple[str, ...]:
    """Registered domains that the card names in an e-mail or a marked web address, each once.

    A host with a capital I among small letters is no source: it is a misread l.
    """
    hosts = (match[1] for text in texts for match in _SOURCE.finditer(text) if not has_odd_capital(match[1]))
    domains = (check_domain(host) for host in hosts)
    return tuple(dict.fromkeys(domain.registered for domain in domains if domain))


def has_odd_capital(host: str) -> bool:
    """Whether a capital I stands among small letters, where it is most likely an l."""
    return bool(re.search(r"I(?=[a-z])|(?<=[a-z])I", host)) and host.replace("I", "l").islower()


def look_alike(host: str, domains: Iterable[str]) -> str | None:
    """The one known domain that a misread host looks like, or None.

    Dots, gaps and the letters that readers mix up (I l 1, O 0, rn m) are made alike.

    Example:
        >>> look_alike("exampIecom", ["example.com"])
        'example.com'
    """
    found = {domain for domain in domains if _folded(domain) == _folded(host) and domain != host.lower()}
    return found.pop() if len(found) == 1 else None


def near_miss(domain: str, domains: Iterable[str]) -> str | None:
    """A known domain that differs from this one by a single letter, or None.

    Example:
        >>> near_miss("exampel.com", ["example.com"])
        >>> near_miss("exampl.com", ["example.com"])
        'example.com'
    """
    known = set(domains)
    if domain in mail_providers() or len(domain) < _LONG_ENOUGH:
        return None
    return next(
        (other for other in known if other != domain and distance(domain, other, score_cutoff=1) == 1), None
    )


def _folded(host: str) -> str:
    bare = re.sub(r"[\s.,]", "", host.translate(_LOOKALIKES).lower())
    return bare.replace("i", "l").replace("rn", "m").replace("vv", "w")
