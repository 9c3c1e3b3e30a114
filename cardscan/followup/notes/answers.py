"""What the note of a touch says of it: how it was, and whether there was an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from cardscan.followup.notes.tokens import tokens
from cardscan.followup.notes.vocabulary import vocabulary
from cardscan.followup.record import Touch

if TYPE_CHECKING:
    from datetime import datetime

    from cardscan.followup.record import Action


def touch_of(  # noqa: PLR0913 - what a touch is
    note: str,
    due: Action,
    *,
    at: datetime,
    languages: tuple[str, ...] = ("en",),
    channel: Action | None = None,
    answered: bool | None = None,
    counts: bool = False,
) -> Touch:
    """A touch by what its note says, where nothing else says it.

    Args:
        note: What came of it, in the owner's words.
        due: What was to be done.
        at: When it was.
        languages: ISO 639-1 codes of the languages that notes are written in.
        channel: How they got in touch; None for what the note says, else what was due.
        answered: Whether the contact answered; None for what the note says.
        counts: Whether it counts towards the event's goal.
    """
    how = channel or done_by(note, languages) or due
    return Touch(
        at=at,
        channel=how,
        note=note,
        answered=answered_by(note, how, languages) if answered is None else answered,
        counts=counts,
    )


def done_by(text: str, languages: tuple[str, ...] = ("en",)) -> Action | None:
    """How somebody got in touch; None where the note does not say, or says several ways.

    Args:
        text: A note.
        languages: ISO 639-1 codes of the languages that notes are written in.

    Example:
        >>> done_by("sent her an email instead"), done_by("send an email")
        ('email', None)
    """
    said = _said(text, "done", languages)
    return cast("Action", said.pop()) if len(said) == 1 else None


def answered(text: str, languages: tuple[str, ...] = ("en",)) -> bool | None:
    """Whether the contact answered; None where the note does not say, or says both.

    Args:
        text: A note.
        languages: ISO 639-1 codes of the languages that notes are written in.

    Example:
        >>> answered("left a message"), answered("spoke to Ada"), answered("price list")
        (False, True, None)
    """
    said = _said(text, "answered", languages)
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


def _said(text: str, part: str, languages: tuple[str, ...]) -> set[str]:
    """What the phrases in a note can be."""
    words, pieces = vocabulary(languages, part), tokens(text)
    said: set[str] = set()
    place = 0
    while place < len(pieces):
        roles, length = words.at(pieces, place)
        said.update(roles)
        place += max(length, 1)
    return said
