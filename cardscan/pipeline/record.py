"""What leaves the pipeline: a result for every photo, and a report of the whole scan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from cardscan.followup.record import Event, FollowUp
    from cardscan.ocr.record import Photo, Reading
    from cardscan.parse.record import Contact

Status = Literal["read", "joined", "no card", "ignored", "failed"]

NO_TEXT = "there is no text on it"
NO_CONTACT = "there is text on it, but no name, e-mail, phone or website of a business card"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScannedCard:
    """One card with what was read on it and what was made of that.

    Attributes:
        reading: Its text lines.
        contact: Its fields; may be empty.
        side_of: The number of a card beside it whose other side it is, and whose contact says all.
    """

    reading: Reading
    contact: Contact
    side_of: int | None = None

    @property
    def number(self) -> int:
        """The card's number in its photo, from 1."""
        return self.reading.card.number

    @property
    def numbers(self) -> tuple[int, ...]:
        """Its number, and that of the card whose side it is."""
        return (self.number,) if self.side_of is None else (self.number, self.side_of)

    @property
    def reason(self) -> str:
        """Why it gave no contact, as a sentence; empty where it did, or is a side of another card."""
        if self.side_of is not None or not self.contact.is_empty:
            return ""
        if not self.reading.lines and not self.reading.unread_scripts:
            return NO_TEXT
        return "; ".join(issue.message for issue in self.contact.issues) or NO_CONTACT


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoResult:
    """What became of one file.

    Attributes:
        path: The file, printable and relative to the scanned folder.
        status: "read" where it gave a contact, "joined" where it shows a card of another
            photo again or from its other side, "no card" where nothing on it is one,
            "ignored" where the file is no picture we read or a copy of another one,
            "failed" where it could not be read.
        photo: The record of the file; None where it could not even be opened.
        reason: Why it gave no contact of its own, as a sentence; empty where it did.
        cards: The cards found on it, by number; none where it failed.
        seconds: Time spent in each stage, in seconds: decode, ocr, parse.
        joined_to: Path of the photo whose contact it joined; empty where it did not.
    """

    path: str
    status: Status
    photo: Photo | None = None
    reason: str = ""
    cards: tuple[ScannedCard, ...] = ()
    seconds: tuple[tuple[str, float], ...] = ()
    joined_to: str = ""

    @property
    def contacts(self) -> tuple[ScannedCard, ...]:
        """The cards that gave a contact; none where what they say stands in another photo's."""
        if self.status == "joined":
            return ()
        return tuple(card for card in self.cards if not card.contact.is_empty)

    @property
    def without_contact(self) -> tuple[ScannedCard, ...]:
        """The cards that gave no contact, where another card of the photo did."""
        if all(card.contact.is_empty for card in self.cards):
            return ()
        return tuple(card for card in self.cards if card.reason)

    @property
    def flagged(self) -> int:
        """How many of its contacts a person should look at."""
        return sum(card.contact.needs_review for card in self.contacts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a scan is.

    Attributes:
        done: Photos settled so far.
        total: Photos to settle.
        flagged: Contacts flagged so far.
    """

    done: int
    total: int
    flagged: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanReport:
    """What a scan gave.

    Attributes:
        event: Where the cards were collected.
        results: One result a file, in the order of the files' paths.
        followups: The rows of the queue, in their order.
        seconds: Time from start to end, in seconds.
        read_before: How many of the photos were not read again, as the book had them.
        notes_read: How many notes lay beside the photos.
        notes_unused: What of them could not be used, in sentences.
        forgotten: How many cards were left out, as somebody had whoever is on them forgotten.
        merged: How many contacts were found to be people whom the book had already.
        doubtful: How many pairs of them and of people in the book may be one person.
        met_before: How many of the rows are of people who were met before; None where there is no
            earlier queue, and nobody of an earlier event in the book.
    """

    event: Event
    results: tuple[PhotoResult, ...]
    followups: tuple[FollowUp, ...]
    seconds: float
    read_before: int = 0
    notes_read: int = 0
    notes_unused: tuple[str, ...] = ()
    forgotten: int = 0
    merged: int = 0
    doubtful: int = 0
    met_before: int | None = None

    def having(self, status: Status) -> tuple[PhotoResult, ...]:
        """The results with one status."""
        return tuple(result for result in self.results if result.status == status)

    @property
    def photos_read(self) -> int:
        """How many photos were read from end to end, with or without a card on them."""
        return sum(len(self.having(status)) for status in ("read", "joined", "no card"))

    @property
    def cards_found(self) -> int:
        """How many cards stand on the photos that gave a contact."""
        return sum(len(result.cards) for result in self.having("read"))

    @property
    def contacts(self) -> int:
        """How many contacts the queue holds."""
        return len(self.followups)

    @property
    def flagged(self) -> int:
        """How many of them a person should look at."""
        return sum(followup.needs_review for followup in self.followups)

    @property
    def failed(self) -> tuple[PhotoResult, ...]:
        """The photos that could not be read."""
        return self.having("failed")
