"""Whether the words of a note say that there was an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cardscan.followup.notes.tokens import tokens
from cardscan.followup.notes.vocabulary import vocabulary

if TYPE_CHECKING:
    from cardscan.followup.record import Action


def answered(text: str, languages: tuple[str, ...] = ("en",)) -> bool | None:
    """Whether the contact answered; None where the note does not say, or says both.

    Args:
        text: A note.
        languages: ISO 639-1 codes of the languages that notes are written in.

    Example:
        >>> answered("left a message"), answered("spoke to Ada"), answered("price list")
        (False, True, None)
    """
    words, pieces = vocabulary(languages, "answered"), tokens(text)
    said: set[str] = set()
    place = 0
    while place < len(pieces):
        roles, length = words.at(pieces, place)
        said.update(roles)
        place += max(length, 1)
    return "yes" in said if len(said) == 1 else None


def answered_by(text: str, channel: Action, languages: tuple[str, ...] = ("en",)) -> bool:
    """Whether the note of a touch says that there was an answer.

    Args:
        text: The note, in the owner's words.
        channel: How they got in touch; who met has spoken, unless the note says otherwise.
        languages: ISO 639-1 codes of the languages that notes are written in.

    Returns:
        What the note says; where it does not say, True for a meeting and False for all else.

    Example:
        >>> answered_by("", "meeting"), answered_by("sent the price list", "email")
        (True, False)
    """
    said = answered(text, languages)
    return channel == "meeting" if said is None else said
