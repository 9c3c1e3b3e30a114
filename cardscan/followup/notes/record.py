"""What a note says to do, and the notes that lie beside photos."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cardscan.followup.record import Action, Priority

WorkingDay = Callable[[date], date]
"""Gives the first working day on or after a day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a note asks for, as far as it is clear.

    Attributes:
        priority: How much it matters; None where the note does not say.
        next_action: What to do next; None where the note does not say, or leaves it to the others.
        due: By when, a day in the owner's time zone.
        not_interested: Whether the note says that nothing is to come of it.
        later: What else is to be done, with the note's words in quotes.
        answered: Whether the contact answered, or they spoke; None where the note does not say.
        said: What was understood, in short sentences with the note's own words.
    """

    priority: Priority | None = None
    next_action: Action | None = None
    due: date | None = None
    later: tuple[tuple[Action, str], ...] = ()
    not_interested: bool = False
    answered: bool | None = None
    said: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SidecarNote:
    """A note that lies beside a photo.

    Attributes:
        text: The note, on one line.
        source: The file that it stands in, as a path from the scanned folder with ``/``.
        card: The number of its card in the photo, from 1; None where the note does not say.
    """

    text: str
    source: str
    card: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sidecars:
    """The notes beside the photos of a folder.

    Attributes:
        notes: For a photo's path from the folder, with ``/``: its notes in order.
        used: The files that notes were taken from, as paths like those of the photos.
        unused: What could not be used, in sentences.
    """

    notes: Mapping[str, tuple[SidecarNote, ...]]
    used: tuple[str, ...] = ()
    unused: tuple[str, ...] = ()
