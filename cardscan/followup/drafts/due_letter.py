"""The letter that is due to somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cardscan.followup.drafts.letter import make_draft
from cardscan.followup.drafts.templates import Templates

if TYPE_CHECKING:
    from datetime import date

    from cardscan.followup.drafts.record import Draft
    from cardscan.followup.due import DueEntry
    from cardscan.followup.settings import Settings


def due_letter(one: DueEntry, settings: Settings, *, today: date, language: str | None = None) -> Draft:
    """The letter that is due to somebody.

    Args:
        one: The contact, with what is due.
        settings: The owner's.
        today: The day of the letter.
        language: ISO 639-1 code; None for the one that suits the contact's country.

    Raises:
        RecordError: A template or the materials of the owner cannot be read.
    """
    return make_draft(
        one.entry,
        step=one.step,
        event=one.event,
        owner=settings.owner,
        notes=one.notes,
        materials=settings.materials,
        templates=Templates(folder=settings.templates),
        today=today,
        language=language,
    )
