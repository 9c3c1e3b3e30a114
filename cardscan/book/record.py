"""What goes into the book and what comes out of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cardscan.followup.record import FollowUp, Step
    from cardscan.parse.record import Contact


@dataclass(frozen=True, slots=True, kw_only=True)
class Find:
    """One contact as a scan found it.

    Attributes:
        row: Its row of the queue, with the id that its event, photo and card give.
        step: What to do first.
        notes: What somebody wrote about the contact, each with where it stands: "card" or "sidecar".
        contact: Its fields with their evidence.
        pictures: The pictures of its card: content hash and number of the card in that photo,
            the one that gives the id first.
    """

    row: FollowUp
    step: Step
    notes: tuple[tuple[str, str], ...] = ()
    contact: Contact
    pictures: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Remaining:
    """What is left of a scan without those who were forgotten.

    Attributes:
        finds: The others.
        left_out: The pictures that show nobody else.
        cards: How many cards on the photos of the scan were forgotten, now or in earlier scans.
    """

    finds: tuple[Find, ...]
    left_out: frozenset[tuple[str, int]] = frozenset()
    cards: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What became of the contacts of a scan.

    Attributes:
        rows: Their rows as they stand now, with all that people did to them since.
        merged: How many were merged with a contact that the book had.
        doubtful: How many of them may be somebody whom the book had, which a person should look at.
        met_before: How many of the people were met at an earlier event.
    """

    rows: tuple[FollowUp, ...]
    merged: int = 0
    doubtful: int = 0
    met_before: int = 0
