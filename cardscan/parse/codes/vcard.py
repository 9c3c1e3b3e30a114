"""Reads a vCard as generators write it: versions 2.1 to 4.0, whole or broken.

Libraries for vCard give up the whole card at the first line that they cannot read, and
codes are full of such lines.  Here each line stands for itself.
"""

from __future__ import annotations

import quopri
import re
from typing import TYPE_CHECKING

from cardscan.parse.codes.statement import Statement

if TYPE_CHECKING:
    from collections.abc import Iterator

BEGIN = "BEGIN:VCARD"

MOST_LINES = 200

_KNOWN = re.compile(
    r"(?:[\w-]{1,20}\.)?(?:BEGIN|END|VERSION|N|FN|ORG|TITLE|ROLE|TEL|EMAIL|URL|ADR|NOTE|REV|UID)[;:]",
    re.IGNORECASE,
)
"""How a line begins that is no continuation, though it be indented."""

_CHARSETS = frozenset(
    {"shift_jis", "gb2312", "gbk", "gb18030", "big5", "euc-kr", "iso-8859-1", "windows-1252"}
)
"""Read where a card names them; all else is taken for UTF-8."""


def read_vcard(text: str) -> tuple[Statement, ...]:
    r"""The properties of the first vCard in a text, without those that make no sense.

    Args:
        text: A text that begins with ``BEGIN:VCARD``; its end may be missing.

    Source:
        RFC 6350 sections 3.2 and 3.3, RFC 2426; vCard 2.1 (versit, 1996) for
        quoted-printable values and parameters without a name.

    Example:
        >>> read_vcard("BEGIN:VCARD\nTEL;CELL:+44 7700 900123")[0].types
        ('cell',)
    """
    found: list[Statement] = []
    for line in _unfolded(text):
        statement = _statement(line)
        if statement is None or statement.name in ("BEGIN", "VERSION"):
            continue
        if statement.name == "END":
            break
        found.append(statement)
    return tuple(found)


def _unfolded(text: str) -> Iterator[str]:
    """The logical lines: a line goes on where the next is indented, or where a soft break says so."""
    whole = ""
    for line in text.split("\n")[:MOST_LINES]:
        if whole.endswith("=") and _is_quoted(whole):
            whole = whole[:-1] + line
        elif line[:1] in (" ", "\t") and not _KNOWN.match(line.strip()):
            whole += line[1:]
        else:
            yield whole
            whole = line.strip()
    yield whole


def _is_quoted(line: str) -> bool:
    return "QUOTED-PRINTABLE" in line.partition(":")[0].upper()


def _statement(line: str) -> Statement | None:
    head, value = _head_and_value(line)
    name, *parameters = (part.strip() for part in head.split(";"))
    name = name.rpartition(".")[2].upper()
    if not name or not value.strip():
        return None
    if _is_quoted(line):
        value = _decoded(value, parameters)
    return Statement(name=name, value=value.strip(), types=tuple(_types(parameters)))


def _head_and_value(line: str) -> tuple[str, str]:
    """What stands before and after the first colon that is not quoted."""
    quoted = False
    for at, char in enumerate(line):
        if char == '"':
            quoted = not quoted
        elif char == ":" and not quoted:
            return line[:at], line[at + 1 :]
    return "", ""


def _types(parameters: list[str]) -> Iterator[str]:
    """The types: in vCard 2.1 a parameter's name may be missing."""
    for parameter in parameters:
        key, sign, value = parameter.rpartition("=")
        if not sign or key.strip().upper() == "TYPE":
            yield from (one.strip().lower() for one in value.strip(' "').split(",") if one.strip())


def _decoded(value: str, parameters: list[str]) -> str:
    """A quoted-printable value as text; empty where its bytes are not what they should be."""
    named = {
        key.strip().upper(): name.strip().lower() for key, _, name in (p.partition("=") for p in parameters)
    }
    charset = named.get("CHARSET", "")
    raw = quopri.decodestring(value.encode("utf-8", "replace"))
    try:
        return raw.decode(charset if charset in _CHARSETS else "utf-8")
    except UnicodeDecodeError:
        return ""
