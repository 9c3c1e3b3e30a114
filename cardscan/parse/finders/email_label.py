"""Where an e-mail's local part begins: labels glued to it, gaps inside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

EMAIL_LABEL = re.compile(
    r"(?<![^\W_])(?:e[-‐ ]?mails?|mails?|courriel|correo|m[ée]l|メール|電子メール"
    r"|電郵|邮箱|電子信箱|信箱|이메일|메일)"
    r"(?:\s*address)?(?![^\W_])",
    re.IGNORECASE,
)
"""A label that announces an e-mail."""

_TAIL = re.compile(r"[0-9A-Za-zÀ-ÖØ-öø-ÿ._+&'%~-]+$")
_BEFORE_GAP = re.compile(r"([0-9A-Za-z_+-]+(?:\.[0-9A-Za-z_+-]+)*[._-])\s{1,2}$")
_BEFORE_DOT = re.compile(r"([0-9A-Za-z_+-]+)\s{1,2}$")
_WORD_LABELS = frozenset(
    {
        "e",
        "m",
        "mail",
        "email",
        "e-mail",
        "tel",
        "no",
        "nr",
        "fax",
        "mob",
        "web",
        "www",
        "cell",
        "ltd",
        "inc",
        "co",
    }
)
_HYPHENED = re.compile(r"[A-Za-z]{0,2}?e[-_]mails?[-._]*(?=[0-9a-z])", re.IGNORECASE)
_CAPITAL = re.compile(r"(?:Email|EMAIL|EMail|Mail|MAIL)[-._]*(?=[0-9a-z])|EMAIL[-._]*(?=[A-Z])")
_SMALL = re.compile(r"email(?=[a-z]{3})")
_LETTER = re.compile(r"[EM][.]?(?=[a-z]{3})|[em]\.(?=[a-z]{3})")
_LETTER_LABELS = re.compile(r"^(?:[TPMFW](?:[.:]| ?(?=[+(\d]))|W ?(?=www))")
_EMAIL_WORDS = (
    "marketing",
    "us",
    "me",
    "support",
    "admin",
    "list",
    "team",
    "box",
    "service",
    "contact",
    "sales",
)
_ROLES = (
    "info",
    "sales",
    "office",
    "contact",
    "admin",
    "mail",
    "hello",
    "support",
    "enquir",
    "inquir",
    "service",
)


def local_part_before(text: str, end: int) -> int | None:
    """Where the local part begins that ends at an index, gaps after a dot included.

    Args:
        text: Narrow text of the line.
        end: Index of the @.

    Returns:
        Index of its first character (a glued label still included), or None where
        no local part stands there.
    """
    match = _TAIL.search(text[:end].rstrip(" "))
    if match is None:
        return None
    start = match.start()
    while True:
        pattern = _BEFORE_DOT if text[start] in "._" else _BEFORE_GAP
        before = pattern.search(text[:start])
        if before is None or before[1].strip("._-").lower() in _WORD_LABELS or not _is_part(before[1]):
            break
        start = before.start(1)
    return start + len(text[start:end]) - len(text[start:end].lstrip(".-'&%~"))


def _is_part(text: str) -> bool:
    """Whether a text before a gap reads like a part of an address, not like the end of a sentence."""
    words = text.strip("._+-")
    return words.islower() or len(words) == 1 or not text.endswith(".")


def glued_label(local: str, other_texts: Iterable[str]) -> int:
    """Length of a label that is glued to the front of a local part, 0 where there is none.

    Args:
        local: The local part as read: "E-mailjane.doe".
        other_texts: The card's other lines: where they begin "T." and "F.", an "E."
            is a label too.
    """
    match = _HYPHENED.match(local) or _CAPITAL.match(local)
    if match is None and not local[5:].startswith(_EMAIL_WORDS):
        match = _SMALL.match(local)
    if match is None and any(_LETTER_LABELS.match(text) for text in other_texts):
        match = _LETTER.match(local)
    return match.end() if match else 0


def is_familiar(local: str, other_texts: Iterable[str]) -> bool:
    """Whether a local part is a role's, or holds a word that the card prints elsewhere."""
    if local.lower().startswith(_ROLES):
        return True
    words = {word.lower() for text in other_texts for word in re.findall(r"[^\W\d_]{3,}", text)}
    first = re.split(r"[._\d-]", local.lower())[0]
    return first in words or any(len(word) > 3 and local.lower().startswith(word) for word in words)  # noqa: PLR2004
