"""What comparing with an export of another program gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cardscan.export.queue_columns import COLUMNS

if TYPE_CHECKING:
    from cardscan.followup.record import FollowUp


@dataclass(frozen=True, slots=True, kw_only=True)
class There:
    """A contact that is there already.

    Attributes:
        place: Where it stands in the export: "row 12", "card 3".
        row: What it says, in the form of a row of the queue; what it does not say is empty.
        knows: The columns of the queue that the export tells of, filled or not.
        contact_id: Ours, where it was handed on before and kept our id; else empty.
        uid: That of its vCard, if it has one.
    """

    place: str
    row: FollowUp
    knows: frozenset[str] = frozenset(COLUMNS)
    contact_id: str = ""
    uid: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that an update would change.

    Attributes:
        field: What it is, in words: "job title".
        there: What stands there; empty for nothing.
        here: What would stand there.
    """

    field: str
    there: str
    here: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """A contact that would be updated.

    Attributes:
        row: Ours.
        there: Theirs.
        changes: What would change; never empty.
    """

    row: FollowUp
    there: There
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsure:
    """A contact that may be there already: a person has to look.

    Attributes:
        row: Ours.
        why: What speaks for it, in a sentence without a full stop.
    """

    row: FollowUp
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Contacts, by whether they are there already; each is in one of these.

    Attributes:
        new: Those that are not.
        changed: Those of whom something else stands there.
        same: Those that are there as they are here.
        unsure: Those that may be.
    """

    new: tuple[FollowUp, ...]
    changed: tuple[Changed, ...]
    same: tuple[FollowUp, ...]
    unsure: tuple[Unsure, ...]
