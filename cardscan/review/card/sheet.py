"""What is shown of a contact: its fields with what is in doubt, and where each stands on the card."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cardscan.book.card_images import reading_of
from cardscan.book.notes import notes_of
from cardscan.book.plain import to_plain
from cardscan.book.rows import rows_of
from cardscan.book.tables import EntryRow
from cardscan.export.guard import unguard
from cardscan.export.queue_columns import COLUMNS, PHONE_COLUMNS, to_cells
from cardscan.parse.record import Contact
from cardscan.review.card.boxes import boxes
from cardscan.review.card.columns import ALWAYS, SHOWN
from cardscan.review.card.evidence import country_of, found_in, second_reading

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sqlalchemy.orm import Session

    from cardscan.followup.record import FollowUp
    from cardscan.review.card.boxes import Box
    from cardscan.review.card.evidence import Found


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownField:
    """A field on the page.

    Attributes:
        column: Its column of the queue.
        text: What stands there; several values are joined as in the queue.
        reasons: What is odd about it.
        is_doubtful: Whether it may be misread or misassigned.
        confidence: Belief in [0, 1] that it is right; None where the program found nothing for it.
        choices: What else it may be: other readings.
        boxes: Where it stands on the card: places in the sheet's boxes.
    """

    column: str
    text: str
    reasons: tuple[str, ...]
    is_doubtful: bool
    confidence: float | None
    choices: tuple[str, ...]
    boxes: tuple[int, ...]

    @property
    def is_shown(self) -> bool:
        """Whether it is worth its place: empty ones of the smaller fields are a click away."""
        return bool(self.text or self.reasons or self.column in ALWAYS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A contact as the page shows it.

    Attributes:
        entry_id: The entry.
        row: Its row as it stands now.
        seen: What names this state: whoever saves says what they saw.
        fields: Its fields, in the order of the page.
        reasons: Why to look at the contact as a whole.
        size: Width and height of the card, in pixels.
        boxes: Where each field stands on its card; none where the book has no reading of it.
        notes: What somebody wrote about it, the oldest first.
    """

    entry_id: str
    row: FollowUp
    seen: str
    fields: tuple[ShownField, ...]
    reasons: tuple[str, ...]
    size: tuple[int, int]
    boxes: tuple[Box, ...]
    notes: tuple[str, ...]

    @property
    def doubts(self) -> tuple[ShownField, ...]:
        """The fields to look at, which come first."""
        return tuple(field for field in self.fields if field.is_doubtful)

    @property
    def others(self) -> tuple[ShownField, ...]:
        """The other fields that are worth their place."""
        return tuple(field for field in self.fields if field.is_shown and not field.is_doubtful)

    @property
    def hidden(self) -> tuple[ShownField, ...]:
        """The fields that are empty and seldom used."""
        return tuple(field for field in self.fields if not field.is_shown)


def sheet_of(session: Session, entry_id: str) -> Sheet | None:
    """A contact as the page shows it; None where it is gone.

    Args:
        session: Reads.
        entry_id: Its entry.
    """
    row = rows_of(session, [entry_id]).get(entry_id)
    if row is None:
        return None
    found = found_of(session, entry_id)
    reading = reading_of(session, row)
    reasons = _reasons(row, found)
    where = boxes(reading, found) if reading else ()
    again = None
    if reading and row.needs_review:
        again = second_reading(reading, row, country=country_of(session, entry_id))
    return Sheet(
        entry_id=entry_id,
        row=row,
        seen=state_of(row),
        fields=tuple(_fields(row, found, reasons, again, where)),
        reasons=reasons[""],
        size=(reading.card.width_px, reading.card.height_px) if reading else (1, 1),
        boxes=where,
        notes=tuple(note.text for note in notes_of(session, entry_id)),
    )


def found_of(session: Session, entry_id: str) -> tuple[Found, ...]:
    """What the program found on the card of an entry.

    Args:
        session: Reads.
        entry_id: The entry.
    """
    return found_in(Contact.from_dict(session.get_one(EntryRow, entry_id).contact, "the book"))


def state_of(row: FollowUp) -> str:
    """A name for a row as it stands, which another state does not have."""
    return hashlib.sha256(json.dumps(to_plain(row), sort_keys=True).encode()).hexdigest()[:16]


def cells_of(row: FollowUp) -> dict[str, str]:
    """The texts of a row, column by column, as a person types them."""
    return dict(zip(COLUMNS, map(unguard, to_cells(row)), strict=True))


def shown_texts(row: FollowUp) -> dict[str, str]:
    """What a form shows of a row, by the names of its fields."""
    return {**cells_of(row), "due": row.follow_up_due.isoformat()}


def _reasons(row: FollowUp, found: Sequence[Found]) -> dict[str, tuple[str, ...]]:
    """The reasons to look, by the column that each is about; "" for the whole."""
    about = {reason: one.column for one in found for reason in one.reasons}
    by_column: dict[str, tuple[str, ...]] = {"": ()}
    for reason in row.review_reasons if row.needs_review else ():
        column = about.get(reason, "")
        bare = reason.partition(": ")[2] if column else reason
        by_column[column] = (*by_column.get(column, ()), bare)
    return by_column


def _fields(
    row: FollowUp,
    found: Sequence[Found],
    reasons: Mapping[str, tuple[str, ...]],
    again: FollowUp | None,
    where: Sequence[Box],
) -> Iterator[ShownField]:
    cells = cells_of(row)
    second = cells_of(again) if again else {}
    doubted = _doubted(row, found, where)
    for column in SHOWN:
        mine = [one for one in found if one.column == column]
        yield ShownField(
            column=column,
            text=cells[column],
            reasons=reasons.get(column, ()),
            is_doubtful=column in doubted,
            confidence=min((one.confidence for one in mine), default=None),
            choices=_choices(cells[column], second.get(column, ""), mine) if column in doubted else (),
            boxes=tuple(number for number, box in enumerate(where) if box.column == column),
        )


def _doubted(row: FollowUp, found: Sequence[Found], where: Sequence[Box]) -> set[str]:
    """The columns to look at: where nothing says which, the name, and each e-mail and phone."""
    if not row.needs_review:
        return set()
    reasons = frozenset(row.review_reasons)
    doubted = {one.column for one in found if not reasons.isdisjoint(one.doubts)}
    if not doubted:
        critical = [column for column in ("email", "other_emails", *PHONE_COLUMNS) if getattr(row, column)]
        doubted = {"full_name", *critical}
    if not row.email and any("@" in box.text for box in where if not box.column):
        doubted.add("email")  # it stands on the card, and was not made out
    return doubted


def _choices(text: str, second: str, found: Sequence[Found]) -> tuple[str, ...]:
    """What else a field may be: the second reading, and the text as it was read at first.

    A phone as it was read is the same number, or none.
    """
    raw = [one.raw for one in found if one.column not in PHONE_COLUMNS]
    others = dict.fromkeys([second, *(raw if len(found) == 1 else ())])
    return tuple(other for other in others if other and other.casefold() != text.casefold())
