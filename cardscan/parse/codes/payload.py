"""Tells the forms of payloads apart: vCard, MECARD, mail, phone and web addresses; others say nothing."""

from __future__ import annotations

from itertools import takewhile
from urllib.parse import unquote

from cardscan.ocr.payload import harmless
from cardscan.parse.codes.statement import Statement, parted
from cardscan.parse.codes.vcard import BEGIN, read_vcard
from cardscan.parse.record import Issue
from cardscan.parse.validators.website import check_website

ADDRESS_COMPONENTS = 7
"""Of an address in vCard and in MECARD, in the same order."""

_FIELDS = {"TEL": "TEL", "TEL-AV": "TEL", "EMAIL": "EMAIL", "URL": "URL", "ORG": "ORG", "TITLE": "TITLE"}
"""Fields of a MECARD that mean what they mean in a vCard."""


def statements_of(text: str) -> tuple[Statement, ...]:
    """What a payload states about a contact; nothing where it is of another kind.

    Args:
        text: The text of a code, any text at all.

    Example:
        >>> [one.value for one in statements_of("MECARD:N:Marlowe,Jane;TEL:02079460958;;")]
        ['Marlowe;Jane', '02079460958']
    """
    text = harmless(text).strip()
    scheme, _, rest = text.partition(":")
    if text.upper().startswith(BEGIN):
        return read_vcard(text)
    match scheme.strip().upper():
        case "MECARD":
            return _read_mecard(rest)
        case "MATMSG":
            return tuple(Statement(name="EMAIL", value=value) for key, value in _fields(rest) if key == "TO")
        case "MAILTO":
            return (Statement(name="EMAIL", value=unquote(rest.partition("?")[0])),)
        case "TEL":
            return (Statement(name="TEL", value=rest),)
    return (Statement(name="URL", value=text),) if _is_web_address(text) else ()


def _is_web_address(text: str) -> bool:
    """Whether a text is a web address beyond doubt: by its scheme, or by a domain that there can be."""
    checked = check_website(text)
    return not isinstance(checked, Issue) and bool("://" in checked.value or checked.registered_domain)


def _read_mecard(text: str) -> tuple[Statement, ...]:
    """The fields of a MECARD under the names that vCard has for them.

    Source:
        NTT DOCOMO, "Phone book registration": fields part at ";", names at ",".
    """
    found = []
    for key, value in _fields(text):
        if key in _FIELDS:
            found.append(Statement(name=_FIELDS[key], value=value))
        elif key == "N":
            found.append(Statement(name="N", value=";".join(parted(value, ","))))
        elif key == "ADR":
            parts = parted(value, ",")
            whole = len(parts) == ADDRESS_COMPONENTS
            found.append(Statement(name="ADR", value=";".join(parts) if whole else f";;{value}"))
    return tuple(found)


def _fields(text: str) -> list[tuple[str, str]]:
    """Keys in capitals with their values, up to the empty field that ends them."""
    fields = (field.partition(":") for field in takewhile(str.strip, parted(text, ";")))
    return [(key.strip().upper(), value.strip()) for key, _, value in fields if value.strip()]
