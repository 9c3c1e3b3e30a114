"""A draft as a link that opens the mail program, and as the name of a file."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING
from urllib.parse import quote

from cardscan.followup.cell_text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cardscan.followup.drafts.record import Draft

LONGEST_LINK = 1_900
"""Characters; Windows hands over 2,048 at most, and some of its programs take a few off."""

_LONGEST_SUBJECT = 120
_LONGEST_NAME = 60
_NO_LETTERS = re.compile(r"[^a-z0-9]+")
_CUT = "…"


def to_mailto(draft: Draft) -> str:
    """A draft as a ``mailto:`` link.

    A link cannot attach files, and what stands in its body would be sent; so whoever
    shows the link says which files are to be attached (``draft.attachments``).

    Args:
        draft: The letter.

    Returns:
        The link, at most ``LONGEST_LINK`` characters; a longer body ends after a paragraph
        (or a word, where the first paragraph is too long) with "…".

    Source:
        RFC 6068.
    """
    subject = one_line(draft.subject)
    if len(subject) > _LONGEST_SUBJECT:
        subject = subject[: _LONGEST_SUBJECT - 1].rstrip() + _CUT
    local, _, domain = one_line(draft.to).rpartition("@")
    to = f"{_quoted(local)}@{_quoted(domain)}" if local and domain else ""
    start = f"mailto:{to}?subject={_quoted(subject)}&body="
    return next(
        (
            link
            for body in _shorter_and_shorter(draft.body.strip())
            if len(link := start + body) <= LONGEST_LINK
        ),
        start[: -len("&body=")] if len(start) <= LONGEST_LINK else "mailto:",
    )


def draft_file_name(draft: Draft) -> str:
    """The name of a draft's file, safe on every system and no other contact's.

    Args:
        draft: The letter.

    Returns:
        The name, as "ada-winter-first-cabcdefghijk.eml", at most 110 characters.
    """
    who = _slug(draft.to_name) or _slug(draft.to.partition("@")[0]) or "contact"
    return f"{who[:_LONGEST_NAME].strip('-')}-{_slug(draft.template)}-{_slug(draft.contact_id)[:32]}.eml"


def _shorter_and_shorter(body: str) -> Iterator[str]:
    """The quoted body: whole, then without more and more paragraphs, then words, from its end."""
    yield _quoted(body)
    paragraphs = body.split("\n\n")
    for count in range(len(paragraphs) - 1, 0, -1):
        yield _quoted("\n\n".join((*paragraphs[:count], _CUT)))
    words = paragraphs[0][:LONGEST_LINK].split(" ")
    for count in range(len(words) - 1, 0, -1):
        yield _quoted(" ".join(words[:count]) + " " + _CUT)


def _quoted(text: str) -> str:
    return quote(text.replace("\n", "\r\n"), safe="", errors="replace")


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii").lower()
    return _NO_LETTERS.sub("-", plain).strip("-")
