"""What a sheet that comes back changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from cardscan.book.sheets import Shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One cell that somebody changed.

    Attributes:
        row: The row's number in the file.
        entry_id: Whose row it is.
        who: The same in words.
        column: Of the queue.
        before: What stood there, as text.
        after: What stands there now, as text.
        value: The same as the column's value.
        meanwhile: What the book says since, in words, where that is a third thing; else empty.
        added: Of notes to which something was added, what was; else empty.
    """

    row: int
    entry_id: str
    who: str
    column: str
    before: str
    after: str
    value: Any
    meanwhile: str = ""
    added: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A cell, or a row, that cannot be understood.

    Attributes:
        row: The row's number in the file.
        column: Of the queue.
        reason: Why, and what to write.
    """

    row: int
    column: str
    reason: str

    def __str__(self) -> str:
        return f"row {self.row}, {self.column}: {self.reason}"


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetChanges:
    """What a sheet changes.

    Attributes:
        changes: Changed cells, in the order of the file.
        removed: Rows that were deleted: entry id to the person in words.
        returned: Rows of people who had been taken out and are back: the same.
        left_alone: Sentences about changes that are not taken over.
        warnings: Sentences about changes that are taken over although they are odd.
        shown: What the file shows now, by contact id.
        rows_before: How many rows the file had when it was written.
        as_of: Where the file is just as it was written before it was written last: when that was.
        problems: What cannot be understood; with any, nothing is applied.
    """

    changes: tuple[Change, ...] = ()
    removed: Mapping[str, str]
    returned: Mapping[str, str]
    left_alone: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    shown: Mapping[str, Shown]
    rows_before: int = 0
    as_of: datetime | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was changed."""
        return not (self.changes or self.removed or self.returned)
