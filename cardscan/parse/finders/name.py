"""Names of persons: segments that look like one, scored by all that speaks for and against."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cardscan.parse.candidate import Candidate, Span
from cardscan.parse.evidence import domain_fit, mailbox_fit
from cardscan.parse.person import PersonName, person_name, with_second_family_name
from cardscan.parse.text import CJK, bare, is_cjk, letters
from cardscan.parse.wording import (
    department_evidence,
    function_words,
    is_family_name,
    is_generation,
    is_given_name,
    legal_forms,
    organisation_words,
    title_heads,
    title_modifiers,
    without_particles,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cardscan.parse.view import CardView, Segment

LONGEST = 48
"""Characters of a printed name, honorifics and credentials included."""

SHAPES = {1: -2.2, 2: 0.9, 3: 0.8, 4: 0.1, 5: -0.6, 6: -1.2}
"""Score by number of words: two or three are usual."""

LISTED = 3
"""Segments on one line that make it a list: products, services, cities."""

CUTS = re.compile(r"\s*[,|/(（]\s*|\s+[-–—]\s+|\s+(?=[A-Z]\.\s?[A-Z]\.\s*[A-Z]?[a-z]*$)")
"""Where a title, a credential or a nickname may begin behind a name on one line."""

POSSESSIVE = re.compile(r"['’]s$", re.IGNORECASE)
"""The end of an owner's name, as shops have it: "Rosa's Flowers"."""

SCRIPTS = re.compile(r"(?<=[A-Za-z.])\s*(?=[぀-鿿가-힯])|(?<=[぀-鿿가-힯])\s*(?=[A-Za-z])")
"""Where a name changes its script."""


def find_names(view: CardView) -> tuple[Candidate, ...]:
    """Names of persons that a card may hold, the likeliest first.

    Args:
        view: The card without what checked finders took.

    Returns:
        Candidates with a score; above 0 a name is likelier than not.
    """
    found = [
        candidate
        for segment in view.segments
        if len(segment.text) <= 2 * LONGEST
        for start, text in _stretches(segment.text)
        for candidate in _candidates(view, segment, start, text)
    ]
    found += _two_line_names(view)
    return tuple(sorted(found, key=lambda candidate: -candidate.score))


def _stretches(text: str) -> Iterator[tuple[int, str]]:
    """The whole segment, and what stands before its first cut or beside a change of script."""
    yield 0, text
    cut = CUTS.search(text)
    if cut and cut.start() > 0:
        yield 0, text[: cut.start()]
    pieces = [piece for piece in SCRIPTS.split(text) if piece]
    if len(pieces) > 1:
        for piece in pieces:
            yield text.find(piece), piece
    elif is_cjk(text) and " " in text:
        for piece in text.split():
            yield text.find(piece), piece


def _candidates(view: CardView, segment: Segment, start: int, text: str) -> Iterator[Candidate]:
    name = person_name(text)
    if name is None or len(text) > LONGEST:
        return
    score = _score(view, segment, name, text)
    if text != segment.text:
        score -= 0.2
    score -= 1.2 * (sum(other.line == segment.line for other in view.segments) >= LISTED)
    offset = segment.start + start
    yield Candidate(
        kind="name",
        raw=text,
        value=name.value,
        spans=(Span(line=segment.line, start=offset, end=offset + len(text)),),
        score=score,
        parts=with_second_family_name(name, view.mailboxes).parts(),
    )


def _score(view: CardView, segment: Segment, name: PersonName, text: str) -> float:
    content = _cjk_score(name) if is_cjk(name.value) else _latin_score(name)
    fit = mailbox_fit(name.words, view.mailboxes)
    company = domain_fit(name.value, view.brands)
    against = (
        2.2 * legal_forms(text) + 1.6 * organisation_words(name.value) + 1.2 * department_evidence(name.value)
    )
    plain = " ".join(word for word in name.words if not is_generation(word))
    against += 2.2 * title_heads(plain) + 0.8 * title_modifiers(plain)
    if not is_cjk(text):
        words = without_particles(name.words)
        small = [word for word in words if word.islower()]  # "Hair by Ada", but also "Will Hart"
        against += 1.4 * function_words(" ".join(words)) + 1.6 * function_words(" ".join(small))
        against += 2.4 * _is_shop(view, segment, name) + 1.6 * any(map(POSSESSIVE.search, name.words))
    against += 3.0 * view.address[segment.line]
    if fit < 0.6:  # a person who owns the company has both in common
        against += 1.6 * company
    return content + 2.4 * fit + _place_score(view, segment) - against


def _is_shop(view: CardView, segment: Segment, name: PersonName) -> bool:
    """Whether what might be a name is a shop's: its kind stands below, and nothing speaks of a person."""
    below = view.next_below(segment)
    if view.mailboxes or name.prefix or name.suffix or not below or legal_forms(below.text):
        return False
    known = is_given_name(name.words[0]) and is_family_name(name.words[-1])
    titled = any(title_heads(other.text) for other in view.segments if other is not segment)
    return organisation_words(below.text) > 0 and not known and not titled


def _place_score(view: CardView, segment: Segment) -> float:
    """What size, place and neighbours say."""
    score = 0.5 * min(max(segment.height - 1.0, -1.0), 1.0)
    score += 0.4 if segment.top < 0.6 else -0.4 if segment.top > 0.75 else 0.0
    score -= 1.5 * max(0.0, 0.9 - segment.confidence)
    below, above = view.next_below(segment), view.next_above(segment)
    if below and title_heads(below.text) and not legal_forms(below.text):
        score += 1.4
    elif above and title_heads(above.text) and not legal_forms(above.text):
        score += 0.6
    return score


def _latin_score(name: PersonName) -> float:
    core = without_particles(name.words)
    score = SHAPES[sum(not is_generation(word) for word in core) + (len(core) < len(name.words))]
    initials = [
        word for word in core if len(letters(word)) <= 1 or re.fullmatch(r"(?:[A-Z]\.)+[A-Z]?\.?", word)
    ]
    given = [word for word in core if word not in initials and is_given_name(word)]
    family = [word for word in core if word not in initials and is_family_name(word)]
    score += 1.2 * bool(given) + 0.7 * bool(set(family) - set(given[:1])) + 0.4 * bool(initials)
    score += 1.2 * bool(name.prefix) + 0.9 * bool(name.suffix)
    score -= sum(word.islower() for word in core) * 0.6
    if not given and not family:
        score -= 1.0
    if core == initials:
        score -= 2.0
    return score


def _cjk_score(name: PersonName) -> float:
    text = name.value.replace(" ", "")
    usual = {2: 0.6, 3: 1.0, 4: 0.8, 5: -0.4}.get(len(text), -2.0)
    known = 1.6 if name.last and text.startswith(name.last) and name.known_family else -0.6
    return usual + known + (0.3 if " " in name.value else 0.0) - (0.0 if CJK.search(text) else 2.0)


def _two_line_names(view: CardView) -> Iterator[Candidate]:
    """A given name over a family name, both large and alone on their lines."""
    for segment in view.segments:
        below = view.next_below(segment)
        if below is None or not (segment.alone and below.alone) or min(segment.height, below.height) < 1.2:
            continue
        if " " in segment.text or " " in below.text or is_cjk(segment.text + below.text):
            continue
        name = person_name(f"{segment.text} {below.text}")
        known = is_given_name(segment.text) and bare(segment.text) != bare(below.text)
        if name is None or not known or max(title_heads(below.text), organisation_words(below.text)):
            continue
        yield Candidate(
            kind="name",
            raw=f"{segment.text} {below.text}",
            value=name.value,
            spans=tuple(Span(line=part.line, start=part.start, end=part.end) for part in (segment, below)),
            score=_score(view, segment, name, f"{segment.text} {below.text}"),
            parts=name.parts(),
        )
