"""Sheets for print, as single HTML files without scripts and without anything from elsewhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from cardscan.followup.cell_text import one_line
from cardscan.followup.sheets.postal import has_address, label

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from cardscan.followup.due import DueEntry
    from cardscan.followup.record import Event

_PHONE = re.compile(r"(\+\d[\d ]{5,24}\d)(?: ext\. (\d{1,8}))?")
_TOUCHES_SHOWN = 2


def call_sheet(rows: Sequence[DueEntry], *, event: Event | None = None, today: date) -> str:
    """A list for a round of calls: number, why, what is known, and space to write.

    Args:
        rows: Whom to call, in the order of the calls.
        event: The event that all of them are from, for the heading; None for a day's list.
        today: The day of the list, in the owner's time zone.

    Returns:
        An HTML page for A4.
    """
    return _page("call_sheet.html.j2", rows, event=event, today=today)


def address_sheet(
    rows: Sequence[DueEntry], *, event: Event | None = None, today: date, owner_country: str | None = None
) -> str:
    """A list for an hour of handwritten notes: address, where they met, what to write about.

    Those without a postal address stand at its end by name.

    Args:
        rows: Whom to write to.
        event: As for ``call_sheet``.
        today: As for ``call_sheet``.
        owner_country: ISO 3166-1 alpha-2 code of where the notes are posted.

    Returns:
        An HTML page for A4.
    """
    return _page(
        "address_sheet.html.j2",
        [row for row in rows if has_address(row.entry)],
        event=event,
        today=today,
        label=lambda entry: label(entry, owner_country=owner_country).lines,
        without=[row for row in rows if not has_address(row.entry)],
    )


def tel_link(phone: str) -> str:
    """A number as a ``tel:`` link; empty where it is none in international form.

    Source:
        RFC 3966.

    Example:
        >>> tel_link("+44 20 7946 0958 ext. 12")
        'tel:+442079460958;ext=12'
    """
    found = _PHONE.fullmatch(phone)
    if found is None:
        return ""
    return f"tel:{found[1].replace(' ', '')}" + (f";ext={found[2]}" if found[2] else "")


def _page(template: str, rows: Sequence[DueEntry], **values: Any) -> str:
    environment = Environment(
        loader=PackageLoader("cardscan.followup.sheets"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: one_line(value) if type(value) is str else value,
    )
    environment.filters.update(day=_day, tel=tel_link, latest=_latest)
    return environment.get_template(template).render(rows=rows, **values)


def _day(day: date | datetime) -> str:
    """A day as a sheet says it: "Mon 23 Nov 2026"."""
    return f"{day:%a} {day.day} {day:%b %Y}"


def _latest(row: DueEntry) -> list[Any]:
    """The last touches, the latest first."""
    return list(reversed(row.touches[-_TOUCHES_SHOWN:]))
