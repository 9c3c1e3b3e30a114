"""Finds web addresses, marked by a scheme or www, or bare; those of social networks are told apart."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cardscan.parse.candidate import Candidate, Span
from cardscan.parse.finders import rows
from cardscan.parse.finders.bare_domain import BARE, is_bare_domain
from cardscan.parse.finders.host import Host, domains_on_card, has_odd_capital, look_alike, read_host
from cardscan.parse.finders.merged import merged
from cardscan.parse.finders.narrow import TAKEN, free_texts, narrow
from cardscan.parse.finders.social import is_social
from cardscan.parse.record import Issue
from cardscan.parse.validators.website import CheckedWebsite, check_website

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cardscan.ocr.record import TextLine

_MARKED = re.compile(
    r"(?P<scheme>h[tli]{1,3}p(?P<s>s)?\s?(?:[:;.]\s?/{0,3}|/{2,3})\s?)(?P<www>w{2,4}\s?[.,·]\s?|www\s?)?"
    r"|(?P<only>w{3,4}\s?[.,·]\s?|(?<![^\W_])w{3}\s?)(?=[^\W_])",
    re.IGNORECASE,
)
_PATH = re.compile(rf"(?::\d{{2,5}})?(?:/[^\s|,;{TAKEN}]*)?")
_TRAILING = ".,;:/)]}>-\"'"
_WHOLE_TOKEN = re.compile(r"\s*([\w.~%-]+(?:/[\w.~%-]*)*)\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Printed:
    """A web address as it stands on the card, not yet checked."""

    prefix: str
    host: Host
    path: str
    spans: tuple[Span, ...]

    @property
    def text(self) -> str:
        return f"{self.prefix}{self.host.text}{self.path}"


def find_websites(lines: Sequence[TextLine], taken: Iterable[Span] = ()) -> tuple[Candidate, ...]:
    """Candidates for every web address on a card, in reading order, each once.

    An address at a social network has the kind ``social``.  A bare domain counts only
    if its suffix is known and it does not look like ordinary text ("Co.Ltd").

    Args:
        lines: The text lines of one reading.
        taken: Spans of e-mails, which are left alone.
    """
    texts = free_texts(lines, taken)
    domains = domains_on_card(narrow(line.text) for line in lines)
    found = []
    for index in range(len(texts)):
        for printed in _printed(lines, texts, index):
            for span in printed.spans:  # so that the second line of an address is not read again
                _strike(texts, span)
            found.append(_candidate(lines, printed, domains))
    return merged(found)


def _strike(texts: list[str], span: Span) -> None:
    text = texts[span.line]
    texts[span.line] = text[: span.start] + TAKEN * (span.end - span.start) + text[span.end :]


def _printed(lines: Sequence[TextLine], texts: list[str], index: int) -> Iterator[_Printed]:
    for match in list(_MARKED.finditer(texts[index])):
        host = read_host(texts[index], match.end())
        if host and texts[index][match.start()] != TAKEN:
            www = "www." if match["www"] or match["only"] else ""
            scheme = f"http{match['s'] or ''}://".lower() if match["scheme"] else ""
            start = Span(line=index, start=match.start(), end=host.end)
            yield _completed(lines, texts, _Printed(prefix=scheme + www, host=host, path="", spans=(start,)))
    for match in list(BARE.finditer(texts[index])):
        host = read_host(texts[index], match.start())
        if host and host.domain and not host.mended and is_bare_domain(match[0], host.domain):
            start = Span(line=index, start=match.start(), end=host.end)
            yield _completed(lines, texts, _Printed(prefix="", host=host, path="", spans=(start,)))


def _completed(lines: Sequence[TextLine], texts: Sequence[str], printed: _Printed) -> _Printed:
    """The address with its path, and with what follows on the next line where it is broken."""
    (span,) = printed.spans
    text = texts[span.line]
    match = _PATH.match(text, span.end)
    path = match[0] if match else ""
    if not text[span.end + len(path) :].strip(" .-"):
        joined = _continued(lines, texts, span.line, printed.host, text[span.end :].strip())
        if joined:
            host, whole, second = joined
            spans = (replace(span, end=span.end + len(path)), second)
            return replace(printed, host=host, path=whole, spans=spans)
    kept = path.rstrip(_TRAILING)
    return replace(printed, path=kept, spans=(replace(span, end=span.end + len(kept)),))


def _continued(
    lines: Sequence[TextLine], texts: Sequence[str], index: int, host: Host, rest: str
) -> tuple[Host, str, Span] | None:
    for at in dict.fromkeys((index + 1, rows.below(lines, index))):
        match = _WHOLE_TOKEN.fullmatch(texts[at]) if at is not None and at < len(texts) else None
        if at is None or match is None or TAKEN in texts[at]:
            continue
        span = Span(line=at, start=match.start(1), end=match.end(1))
        if host.domain and rest.startswith("/") and (rest.endswith(("/", "-", "_")) or "/" in match[1]):
            return host, (rest + match[1]).rstrip(_TRAILING), span
        whole = read_host(f"{host.text}{rest}{match[1]}", 0)
        if (host.domain is None or rest == ".") and not rest.strip(".-") and whole and whole.domain:
            return whole, f"{host.text}{rest}{match[1]}"[whole.end :].rstrip(_TRAILING), span
    return None


def _candidate(lines: Sequence[TextLine], printed: _Printed, domains: Sequence[str]) -> Candidate:
    raw = " ".join(lines[span.line].text[span.start : span.end] for span in printed.spans)
    text, issues = _repaired(printed, raw, domains)
    checked = check_website(text if issues or "." in printed.host.text + printed.path else printed.host.text)
    if isinstance(checked, Issue):
        return Candidate(
            kind="website", raw=raw, value=None, spans=printed.spans, confidence=0.2, issues=(checked,)
        )
    issues += () if checked.registered_domain else (_odd_domain(checked),)
    confidence = 0.6 if issues else 0.95 if printed.prefix else 0.85
    return Candidate(
        kind="social" if is_social(checked.registered_domain, checked.path) else "website",
        raw=raw,
        value=checked.value,
        spans=printed.spans,
        score=confidence,
        confidence=confidence,
        issues=issues,
    )


def _repaired(printed: _Printed, raw: str, domains: Sequence[str]) -> tuple[str, tuple[Issue, ...]]:
    """The address with a misread host made right where the card names it a second time."""
    domain = printed.host.domain
    read = domain.registered if domain else printed.host.text
    twin = look_alike(read, domains)
    if twin and (domain is None or has_odd_capital(printed.host.text)):
        host = printed.host.text.lower().removesuffix(read.lower()) + twin
        message = f"Read as {raw!r} and repaired, as the card also names {twin}."
        return f"{printed.prefix}{host}{printed.path}", (Issue(code="website-repaired", message=message),)
    if printed.host.mended:
        message = f"Read as {raw!r}; a dot was put in. Check the website."
        return printed.text, (Issue(code="website-repaired", message=message),)
    return printed.text, ()


def _odd_domain(checked: CheckedWebsite) -> Issue:
    message = f"{checked.host} does not end in a known top-level domain; check the website."
    return Issue(code="website-odd-domain", message=message)
