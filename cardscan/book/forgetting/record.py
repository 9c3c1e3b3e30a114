"""What forgetting gives back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Traces:
    """What there is of some contacts in the book, and what it led to outside.

    Attributes:
        counts: What is kept of them, in words, with how many of each; none that is zero.
        photos: The paths of their photos as they were scanned.
        drafts: Files of letters to them.
        sheets: Queue files that were written or read, each with the ids under which it shows them.
        handed_on: To which programs they were handed on, and when, in words.
        alike: Others in the book who have a mailbox or a mobile of theirs, in words.
    """

    counts: tuple[tuple[str, int], ...] = ()
    photos: tuple[str, ...] = ()
    drafts: tuple[Path, ...] = ()
    sheets: tuple[tuple[Path, frozenset[str]], ...] = ()
    handed_on: tuple[str, ...] = ()
    alike: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Erased:
    """What was erased, and what its owner must do.

    Attributes:
        traces: What there was.
        hashes: How many hashes are kept, by which they are known again.
        deleted: Files that were deleted: drafts and automatic backups of the book.
        rewritten: Queue files that no longer show them.
        to_do: What could not be done, or is not the program's to do, in sentences.
    """

    traces: Traces
    hashes: int
    deleted: tuple[Path, ...] = ()
    rewritten: tuple[Path, ...] = ()
    to_do: tuple[str, ...] = ()
