"""The card as the finders of names, titles and companies see it.

What the checked finders took (e-mails, phones, websites, socials) is struck out
with its labels; the rest is cut into segments, and what is already known about
the person and the company (mailboxes, domains) stands beside them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from statistics import median
from typing import TYPE_CHECKING

from cardscan import geometry
from cardscan.parse.lexicons import words
from cardscan.parse.text import bare, is_cjk, letters, tokens
from cardscan.parse.validators.domain import check_domain, host_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from cardscan.ocr.record import TextLine
    from cardscan.parse.candidate import Candidate, Span

STRONG_SEPARATOR = re.compile(r"\s[|•·■●]\s?|\s?[|•■●]\s|\s{3,}|\s[–—]\s")
"""Between two texts on one line; a slash, a comma or a hyphen may belong to either."""

EDGE = ' \t,;:|/\\•·■●-–—*#~_=<>«»"“”'
"""Characters that are no part of a value at its ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch of a line that no checked finder took.

    Attributes:
        line: Index of its line.
        start: Index of its first character in the line's text.
        text: The stretch itself.
        height: The line's height, in median line heights of the card.
        top: The line's upper edge, as a share of the card's height.
        confidence: The reader's belief in the line.
        alone: Whether nothing was taken from the line and nothing else stands on it.
    """

    line: int
    start: int
    text: str
    height: float
    top: float
    confidence: float
    alone: bool

    @property
    def end(self) -> int:
        """Index after its last character."""
        return self.start + len(self.text)

    def part(self, start: int, end: int) -> Segment:
        """A stretch of the segment, by indexes in its text."""
        return replace(self, start=self.start + start, text=self.text[start:end], alone=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class CardView:
    """What the finders of names, titles and companies look at.

    Attributes:
        lines: The lines of the reading.
        segments: What no checked finder took, in reading order.
        mailboxes: Local parts of e-mails that belong to a person, bare.
        domains: Names before the suffix of e-mail and website hosts, bare, without
            mail providers.
        brands: The domains, and the mailboxes at mail providers: small firms put their
            name there.
        address: For each line how much it looks like part of an address, in [0, 1].
        tallest: Height of the tallest line, in median heights.
    """

    lines: tuple[TextLine, ...]
    segments: tuple[Segment, ...]
    mailboxes: tuple[str, ...]
    domains: tuple[str, ...]
    brands: tuple[str, ...]
    address: tuple[float, ...]
    tallest: float

    def next_below(self, segment: Segment) -> Segment | None:
        """The segment right under another, in its column, close by."""
        return self._nearest(segment, below=True)

    def next_above(self, segment: Segment) -> Segment | None:
        """The segment right above another, in its column, close by."""
        return self._nearest(segment, below=False)

    def _nearest(self, segment: Segment, *, below: bool) -> Segment | None:
        here = self.lines[segment.line]
        found = [
            (abs(gap), other)
            for other in self.segments
            if other.line != segment.line
            for gap in [_gap(here, self.lines[other.line]) if below else _gap(self.lines[other.line], here)]
            if gap is not None and -0.6 <= gap <= NEAR_LINES
        ]
        return min(found, key=lambda pair: pair[0])[1] if found else None


LEGIBLE = 0.45
"""Belief of the reader below which a line is a drawing or a smudge read as letters."""

LONG_MAILBOX = 8
"""Letters from which a mailbox at a mail provider can be a firm's name."""

NEAR_LINES = 1.4
"""Widest gap between lines that belong together, in heights of the lower one."""


def _gap(upper: TextLine, lower: TextLine) -> float | None:
    """Space between two lines of one column, in heights of the smaller, or None."""
    left, top, right, bottom = _box(upper.quad)
    other_left, other_top, other_right, other_bottom = _box(lower.quad)
    if other_top + other_bottom <= top + bottom:
        return None
    if min(right, other_right) - max(left, other_left) <= 0:
        return None
    return (other_top - bottom) / max(1.0, min(upper.height_px, lower.height_px))


@lru_cache(maxsize=1024)
def _box(quad: geometry.Quad) -> tuple[float, float, float, float]:
    """The bounds of a line; every line is compared with every other."""
    return geometry.bounds(quad)


def view_card(
    lines: Sequence[TextLine],
    *,
    card_height_px: int,
    taken: Sequence[Candidate],
    address_evidence: Callable[[str], float],
) -> CardView:
    """The card, with what is taken struck out.

    Args:
        lines: The lines of the reading.
        card_height_px: Height of the card image.
        taken: The checked candidates.
        address_evidence: How much a text looks like part of an address, in [0, 1].
    """
    domains = tuple(dict.fromkeys(_domains(taken)))
    usual = median([line.height_px for line in lines] or [1.0]) or 1.0
    spans = [span for candidate in taken for span in candidate.spans]
    segments = tuple(
        Segment(
            line=index,
            start=start,
            text=text,
            height=line.height_px / usual,
            top=geometry.bounds(line.quad)[1] / card_height_px,
            confidence=line.confidence,
            alone=text == line.text.strip(EDGE),
        )
        for index, line in enumerate(lines)
        if line.confidence >= LEGIBLE
        for start, text in _free(line.text, [span for span in spans if span.line == index])
    )
    return CardView(
        lines=tuple(lines),
        segments=segments,
        mailboxes=tuple(_mailboxes(taken)),
        domains=domains,
        brands=(*domains, *_private_mailboxes(taken)),
        address=tuple(address_evidence(line.text) for line in lines),
        tallest=max((segment.height for segment in segments), default=1.0),
    )


def _free(text: str, spans: Iterable[Span]) -> Iterator[tuple[int, str]]:
    """The stretches of a line that are not taken, are no label and no watermark."""
    struck = list(text)
    for span in spans:
        struck[span.start : span.end] = "\0" * (span.end - span.start)
    for run in re.finditer(r"[^\0]+", "".join(struck)):
        start = run.start()
        for piece in _split(run.group()):
            offset = run.group().find(piece, start - run.start())
            kept = piece.strip(EDGE)
            begin = run.start() + offset + piece.find(kept) if kept else start
            start = run.start() + offset + len(piece)
            if _says_something(kept):
                yield begin, kept


def _split(text: str) -> list[str]:
    return [piece for piece in STRONG_SEPARATOR.split(text) if piece]


def _says_something(text: str) -> bool:
    if len(letters(text)) < 2 and not is_cjk(text):  # one letter is a speck or a label
        return False
    parts = [letters(word) for word in tokens(text)]
    if letters(text) in _labels() or all(part in _labels() or part.isdigit() for part in parts):
        return False
    return bare(text).strip(". ") not in words("noise", "watermark")


@cache
def _labels() -> frozenset[str]:
    """Labels of any value, without spaces and punctuation."""
    found = words("contact_labels", "label") | words("phone_labels", "words")
    return frozenset(letters(label) for label in found)


def _mailboxes(taken: Iterable[Candidate]) -> Iterator[str]:
    roles = words("mail_providers", "role")
    for candidate in taken:
        if candidate.kind == "email" and "@" in (candidate.value or candidate.raw):
            local = bare((candidate.value or candidate.raw).split("@")[0])
            if local not in roles:
                yield local


def _private_mailboxes(taken: Iterable[Candidate]) -> Iterator[str]:
    """Long local parts of e-mails at mail providers: "lakesidecars" of a garage."""
    for candidate in taken:
        box, _, host = (candidate.value or candidate.raw).partition("@")
        if candidate.kind == "email" and len(letters(box)) >= LONG_MAILBOX and not list(_domains_of(host)):
            yield bare(box)


def _domains(taken: Iterable[Candidate]) -> Iterator[str]:
    for candidate in taken:
        if candidate.kind in ("email", "website"):
            yield from _domains_of(candidate.value or candidate.raw)


def _domains_of(text: str) -> Iterator[str]:
    """The name before the suffix of a host, unless it is a mail provider's."""
    host = host_of(text)
    domain = check_domain(host)
    if domain and domain.name in words("mail_providers", "hosting"):
        yield bare(host.removeprefix("www.").split(".")[0])
    elif domain and domain.name not in _free_mail():
        yield bare(domain.name)


@cache
def _free_mail() -> frozenset[str]:
    """Names before the suffix of mail providers."""
    usual = {domain.split(".", maxsplit=1)[0] for domain in words("mail_providers", "domains")}
    return words("mail_providers", "free") | usual
