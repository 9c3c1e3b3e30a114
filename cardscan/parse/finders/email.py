"""Finds e-mail addresses, also broken over lines, spaced out or glued to their label."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from cardscan.parse.candidate import Candidate, Span
from cardscan.parse.finders import rows
from cardscan.parse.finders.email_label import EMAIL_LABEL, glued_label, is_familiar, local_part_before
from cardscan.parse.finders.email_repair import ReadEmail, find_unsigned, judged, known_twin
from cardscan.parse.finders.host import Host, domains_on_card, read_host
from cardscan.parse.finders.merged import merged
from cardscan.parse.finders.narrow import narrow
from cardscan.parse.record import Issue
from cardscan.parse.validators.domain import check_domain
from cardscan.parse.wording import is_given_name, is_legal_ending

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cardscan.ocr.record import TextLine

_AT = re.compile(r"@|\s?[(\[{]\s?at\s?[)\]}]\s?", re.IGNORECASE)
_GAP = re.compile(r"\s{0,3}")
_FIRST_TOKEN = re.compile(r"\s*(\.?[0-9A-Za-z][0-9A-Za-z.-]*)(?=\s|$|[,;|/])")
_LAST_LOCAL = re.compile(r"(?:^|[\s:])([0-9A-Za-z][0-9A-Za-z._+-]*)\s*$")
_ODD_CAPITAL = re.compile(r"[a-z][A-Z]")
_SMALL_WORD = re.compile(r"\s*([a-z]{2,})\s+")
_BROKEN_LOCAL = re.compile(r"(?:^|[\s:])([0-9a-z][0-9a-z._+-]*[._-])\s*$")

_ODD_LOCAL = Issue(
    code="email-odd-local",
    message="A capital stands amid the small letters of the e-mail; check its first letters.",
    doubt=True,
)
_GAP_IN_LOCAL = Issue(
    code="email-gap",
    message="A word in small letters stands before the e-mail; check whether it is its beginning.",
    doubt=True,
)
_GLUED = Issue(
    code="email-label-glued",
    message="The label runs into the address; check the first letters of the e-mail.",
    doubt=True,
)


def find_emails(lines: Sequence[TextLine]) -> tuple[Candidate, ...]:
    """Candidates for every e-mail address on a card, in reading order, each once.

    An address that was misread is repaired only where the card names its domain a
    second time; it then carries the issue ``email-repaired``.  One that cannot be
    repaired keeps its raw text and has no value.

    Args:
        lines: The text lines of one reading.
    """
    texts = [narrow(line.text) for line in lines]
    domains = domains_on_card(texts)
    found = [
        candidate
        for index, text in enumerate(texts)
        for at in _AT.finditer(text)
        if (candidate := _around(lines, texts, index, at, domains))
    ]
    return merged([*found, *find_unsigned(texts, found, domains)])


def _around(
    lines: Sequence[TextLine], texts: Sequence[str], index: int, at: re.Match[str], domains: Sequence[str]
) -> Candidate | None:
    local = _local(texts, index, at.start())
    if local is None:
        return None
    host = _host(lines, texts, index, at.end())
    if host is None:
        return None
    name, local_spans, issues = local
    domain, host_spans = _with_spaced_suffix(texts[index], *host, domains)
    if "." not in domain.text and not (
        EMAIL_LABEL.search(texts[index])
        or known_twin(domain.text, domains)
        or (_is_persons(name, texts, index, at) and not name.startswith(domain.text))
    ):
        return None
    spans = _joined(local_spans, host_spans)
    raw = " ".join(lines[span.line].text[span.start : span.end] for span in spans)
    return judged(ReadEmail(local=name, host=domain, raw=raw, spans=spans, issues=issues), domains)


def _is_persons(local: str, texts: Sequence[str], index: int, at: re.Match[str]) -> bool:
    """Whether the card names who stands close before an @, so that it is an address, and no handle."""
    close = re.match(r"\S@\S", texts[index][max(0, at.start() - 1) : at.end() + 1])
    return close is not None and is_familiar(local, [*texts[:index], *texts[index + 1 :]])


def _local(texts: Sequence[str], index: int, end: int) -> tuple[str, list[Span], tuple[Issue, ...]] | None:
    """The local part that ends at the @, where it stands, and what is odd about it."""
    text = texts[index]
    start = local_part_before(text, end)
    if start is None:
        return _local_of_line_before(texts, index, end)
    others = [other for at, other in enumerate(texts) if at != index]
    label, issues = _front(text[start:end], others)
    start += label
    name = re.sub(r"\s", "", text[start:end])
    issues += _gap_before(text[:start], others)
    spans = [Span(line=index, start=start, end=end)]
    before = _BROKEN_LOCAL.search(texts[index - 1]) if index and not text[:start].strip() else None
    if before and "@" not in texts[index - 1] and not is_legal_ending(texts[index - 1]):
        spans.insert(0, Span(line=index - 1, start=before.start(1), end=before.end(1)))
        name = before[1] + name
    return name, spans, issues


def _front(local: str, others: Sequence[str]) -> tuple[int, tuple[Issue, ...]]:
    """How many characters before the local part are a label's, and what is odd about its beginning."""
    label = glued_label(local, others)
    if is_familiar(local[label:], others):
        return label, ()
    if label:  # the label's colon may have been read as a letter
        return label + is_familiar(local[label + 1 :], others), (_GLUED,)
    return 0, (_ODD_LOCAL,) if _ODD_CAPITAL.search(local) else ()


def _gap_before(before: str, others: Sequence[str]) -> tuple[Issue, ...]:
    """What to say where a name in small letters stands before the address, as if a dot was not read."""
    match = _SMALL_WORD.fullmatch(before)
    printed = match and any(re.search(rf"\b{match[1]}\b", other, re.IGNORECASE) for other in others)
    return (_GAP_IN_LOCAL,) if match and printed and is_given_name(match[1]) else ()


def _local_of_line_before(
    texts: Sequence[str], index: int, end: int
) -> tuple[str, list[Span], tuple[Issue, ...]] | None:
    if not index or texts[index][:end].strip() or "@" in texts[index - 1]:
        return None
    match = _LAST_LOCAL.search(texts[index - 1])
    if match is None:
        return None
    spans = [
        Span(line=index - 1, start=match.start(1), end=match.end(1)),
        Span(line=index, start=end, end=end),
    ]
    return match[1], spans, ()


def _host(
    lines: Sequence[TextLine], texts: Sequence[str], index: int, start: int
) -> tuple[Host, list[Span]] | None:
    """The host after the @, where it stands; what follows on the next line is joined if it must."""
    text = texts[index]
    gap = _GAP.match(text, start)
    host = read_host(text, gap.end() if gap else start)
    end = host.end if host else start
    rest = text[end:].strip()
    if rest in ("", ".", "-"):
        joined = _continued(
            lines, texts, index, f"{host.text if host else ''}{rest}", known=bool(host and host.domain)
        )
        if joined:
            whole, span = joined
            return whole, [Span(line=index, start=start, end=len(text.rstrip())), span]
    return (host, [Span(line=index, start=start, end=host.end)]) if host else None


def _with_spaced_suffix(
    text: str, host: Host, spans: list[Span], domains: Sequence[str]
) -> tuple[Host, list[Span]]:
    """The host with the word behind it, where both are a domain of the card whose dot was not read."""
    match = _FIRST_TOKEN.match(text, host.end)
    whole = f"{host.text} {match[1]}" if match and host.domain is None else ""
    if match is None or not known_twin(whole, domains):
        return host, spans
    longer = Host(text=whole, end=match.end(1), domain=None)
    return longer, [*spans[:-1], replace(spans[-1], end=longer.end)]


def _continued(
    lines: Sequence[TextLine], texts: Sequence[str], index: int, part: str, *, known: bool
) -> tuple[Host, Span] | None:
    after = [index + 1, rows.below(lines, index)]
    for at in dict.fromkeys(at for at in after if at is not None and at < len(texts)):
        match = _FIRST_TOKEN.match(texts[at])
        if match is None or "@" in texts[at] or match[1].lower().startswith(("www", "http")):
            continue
        breaks_at_dot = part.endswith((".", "-")) or match[1].startswith(".")
        whole = (part + match[1]).replace("..", ".").rstrip(".-")
        domain = check_domain(whole)
        if domain and (breaks_at_dot or not known):
            host = Host(text=whole, end=match.end(1), domain=domain)
            return host, Span(line=at, start=match.start(1), end=match.end(1))
    return None


def _joined(local: list[Span], host: list[Span]) -> tuple[Span, ...]:
    """Spans of the whole address: what stands on one line becomes one span."""
    last, first = local[-1], host[0]
    return (*local[:-1], Span(line=last.line, start=last.start, end=first.end), *host[1:])
