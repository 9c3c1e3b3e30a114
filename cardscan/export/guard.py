"""A cell that a spreadsheet would run is made harmless, and whole again when it is read back."""

from __future__ import annotations

import re
import unicodedata

_STARTS_A_FORMULA = "=+-@\t\r"
_MARK = "'"
_AFTER_SEMICOLON = re.compile(r"""(;[\s"]*)('*)(?=([^\s"';]))""")
"""Where a spreadsheet that splits at ``;`` starts a cell; the next sign is the third group."""
_PHONE = r"\+\d{1,3} \d[\d ]*(?: ext\. \d+)?"
"""A number in international form.  The space after the country code is what keeps
spreadsheets from taking it for a number, and digits alone call no function."""
_PHONE_CELL = re.compile(rf"{_PHONE}(?:; {_PHONE})*")


def guard(text: str) -> str:
    """``text`` with one ``'`` before each place where a spreadsheet would run it.

    Those places are its start and what follows a ``;``, because many spreadsheets split
    at ``;``; spaces and quotation marks after the ``;`` change nothing.  Full-width and
    small forms of the signs count as the signs.  A text that already
    has such a ``'`` gets another, so that ``unguard`` always gives back what was there.

    Source:
        OWASP, "CSV Injection"; OWASP ASVS 5.0, requirement 1.2.10.

    Example:
        >>> guard("=1+1")
        "'=1+1"
        >>> guard("a@b.example; -2+3")
        "a@b.example; '-2+3"
    """
    inside = _AFTER_SEMICOLON.sub(_marked, text)
    return _MARK + inside if _runs(text) else inside


def unguard(text: str) -> str:
    """What ``guard`` was given."""
    inside = _AFTER_SEMICOLON.sub(_unmarked, text)
    return inside[1:] if text.startswith(_MARK) and _runs(text) else inside


def is_phone_cell(text: str) -> bool:
    """Whether ``text`` holds phones in international form and nothing else.

    Example:
        >>> is_phone_cell("+44 20 7946 0958; +44 20 7946 0123 ext. 12")
        True
    """
    return _PHONE_CELL.fullmatch(text) is not None


def _marked(found: re.Match[str]) -> str:
    return found[1] + _MARK + found[2] if _runs(found[3]) else found[0]


def _unmarked(found: re.Match[str]) -> str:
    return found[1] + found[2].removeprefix(_MARK) if _runs(found[3]) else found[0]


def _runs(text: str) -> bool:
    first = text.lstrip(_MARK + ' "')[:1]  # quotation marks are lost where a cell is split elsewhere
    return first != "" and unicodedata.normalize("NFKC", first)[:1] in _STARTS_A_FORMULA
