"""Tells a bare domain ("example.com") from ordinary text with a dot in it ("Co.Ltd", "M.Tech")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cardscan.parse.validators.domain import Domain

BARE = re.compile(
    r"(?<![\w@.\x00/-])(?:(?:[0-9A-Za-zÀ-ž][\w-]*\.)+[A-Za-z]{2,24}(?![\w@\x00-])"
    r"|(?P<name>[0-9A-Za-z][\w-]*)\.[A-Za-z]{2,24}(?=@(?P=name)(?![\w.])))"
)
"""Text of the form of a bare domain, without path; its name as a handle may be glued to it."""

_ABBREVIATIONS = frozenset(
    {
        "co", "pvt", "pte", "ltd", "inc", "corp", "bros", "st", "dr", "mr", "mrs", "ms", "prof",
        "ing", "dipl", "no", "nr", "tel", "fax", "mob", "cell", "dept", "div", "mgr", "asst", "assoc", "gen",
        "exec", "sr", "jr", "ave", "blvd", "rd", "str", "bldg", "apt", "ste", "fl", "attn", "adv", "eng",
        "arch", "tech", "dist", "b", "m", "d", "e", "i", "p", "s", "a", "ph", "u", "asp", "vb", "ado", "san",
        "sta", "etc", "approx", "est", "fig", "ext", "incl", "excl", "vs", "vol",
    }
)  # fmt: skip
_COMMON = frozenset({"com", "net", "org", "biz", "info", "edu", "gov", "io", "eu", "tv", "me"})
_FILES = frozenset({"zip", "mov", "doc", "pdf"})


def is_bare_domain(text: str, domain: Domain) -> bool:
    """Whether a text of a domain's form is one.

    Args:
        text: The text as printed: "Example.com".
        domain: Its parts.
    """
    first, _, last = text.partition(".")[0], ".", text.rpartition(".")[2]
    if first.lower() in _ABBREVIATIONS or domain.suffix in _FILES:
        return False
    if text.isupper():
        return last.lower() in _COMMON or ("." in domain.suffix and len(domain.name) > 1)
    if not last.islower():  # "Example.London", "Main.St": a sentence whose space was lost
        return False
    common = last in _COMMON or "." in domain.suffix or domain.suffix in ("example", "test")
    return common or (text.islower() and len(domain.name) > 2)  # noqa: PLR2004 - "e.g.", "i.e", "a.m"
