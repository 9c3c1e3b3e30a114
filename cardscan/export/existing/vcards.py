"""Reads contacts from vCards that an address book exported, of any version."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cardscan.export.existing.blank import blank_row
from cardscan.export.existing.record import There
from cardscan.parse.codes.vcard import BEGIN, read_vcard

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cardscan.followup.record import FollowUp
    from cardscan.parse.codes.statement import Statement

_TELLING = re.compile(r"(?:[\w-]+\.)?(?:END|VERSION|N|FN|ORG|TITLE|TEL|EMAIL|URL|ADR|UID)[;:]", re.IGNORECASE)
"""Properties that say something here; a picture and a long note are many lines that say nothing."""

_PROPERTY = re.compile(r"(?:[\w-]+\.)?[A-Za-z][\w-]*[;:]")


def read_vcards(text: str) -> Iterator[There]:
    """The contacts of a file of vCards; lines that make no sense are passed over.

    Args:
        text: One card or many.
    """
    for number, card in enumerate(_cards(text), start=1):
        found = read_vcard(card)
        uid = next((one.text for one in found if one.name == "UID"), "")
        if any(one.name in ("FN", "N", "ORG", "EMAIL", "TEL") for one in found):
            yield There(place=f"card {number}", row=_row(found), uid=uid)


def _cards(text: str) -> Iterator[str]:
    lines: list[str] = []
    is_telling = is_open = is_quoted = False
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        if line.strip().upper() == BEGIN:
            if lines:
                yield "\n".join(lines)
            lines, is_telling = [line.strip()], True
        elif lines:
            if not is_open and _PROPERTY.match(line):
                is_telling = _TELLING.match(line) is not None
                is_quoted = "QUOTED-PRINTABLE" in line.partition(":")[0].upper()
            is_open = is_quoted and line.endswith("=")  # a soft break: the next line goes on with this one
            if is_telling:
                lines.append(line)
    if lines:
        yield "\n".join(lines)


def _row(found: tuple[Statement, ...]) -> FollowUp:
    def texts(name: str, *types: str) -> tuple[str, ...]:
        wanted = (one for one in found if one.name == name and (not types or set(types) & set(one.types)))
        return tuple(dict.fromkeys(text for one in wanted if (text := one.text)))

    def phones(*types: str) -> tuple[str, ...]:
        return tuple(text.removeprefix("tel:").partition(";ext=")[0] for text in texts("TEL", *types))

    def parts(name: str, count: int) -> list[str]:
        given = next((one.components for one in found if one.name == name), ())
        return [*given, *[""] * count][:count]

    family, given = parts("N", 2)
    company, department = parts("ORG", 2)
    _, _, street, city, region, postal_code, country = parts("ADR", 7)
    emails, mobiles, faxes = texts("EMAIL"), phones("cell"), phones("fax")
    return blank_row(
        full_name=next(iter(texts("FN")), ""),
        first_name=given,
        last_name=family,
        company=company,
        department=department,
        job_title=next(iter(texts("TITLE")), ""),
        email=next(iter(emails), ""),
        other_emails=emails[1:],
        mobile_phone=mobiles,
        work_phone=tuple(one for one in phones() if one not in (*mobiles, *faxes)),
        fax=faxes,
        website=texts("URL"),
        street=street,
        city=city,
        region=region,
        postal_code=postal_code,
        country=country,
    )
