"""What leaves the writing of drafts: a letter that nobody has sent yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A letter to one contact, to be read and sent by its owner.

    Attributes:
        contact_id: Whom it is to.
        to: The e-mail address; empty where none is known.
        to_name: The name beside the address; empty where none is known.
        subject: One line.
        body: Plain text, lines ending in a line feed.
        language: ISO 639-1 code of the language it is written in.
        attachments: Files to send along.
        template: The letter that it was made from, as "first".
        key: The contact, the event and the step: equal for two drafts of the same letter.
    """

    contact_id: str
    to: str
    to_name: str
    subject: str
    body: str
    language: str
    attachments: tuple[Path, ...] = ()
    template: str
    key: str
