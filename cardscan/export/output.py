"""The files of one export, which take their places together once all are whole."""

from __future__ import annotations

import csv
import io
from contextlib import ExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from cardscan.export.guard import guard
from cardscan.export.queue_columns import COLUMNS, to_cells
from cardscan.export.safe_file import delete_file, new_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from typing import BinaryIO

    from cardscan.export.safe_file import NewFile, WrittenFile
    from cardscan.followup.record import FollowUp

PROBLEM = "problem"
"""The first column of the rows that need fixing; the others are the queue's."""

_NEEDS_FIXING = "-needs-fixing"
_EOL = "\r\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A contact that the other program would refuse.

    Attributes:
        row: Its row of the queue.
        why: The reasons, each a sentence without a full stop.
    """

    row: FollowUp
    why: tuple[str, ...]


class Output:
    """Where an export goes.  Nothing is in its place before ``put``, and nothing is left after the block.

    Attributes:
        path: The file that the user named; the others are named after it.
        taken: How many contacts are in the files.
        refused: The contacts that are in none, with the reasons.
        left: The ids of those of whom there is nothing to write.
        guarded: How many cells were made harmless, as a spreadsheet would have run them.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.taken = 0
        self.refused: list[Refused] = []
        self.left: set[str] = set()
        self.guarded = 0
        self._files: dict[Path, NewFile] = {}
        self._open = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def file(self, name: str = "", suffix: str = "") -> BinaryIO:
        """A further file, to be written from its beginning.

        Args:
            name: What stands behind the name that the user typed: "" or "-tasks", "-2".
            suffix: How it ends, where not as the one that the user typed.
        """
        path = self._place(name, suffix)
        self._files[path] = self._open.enter_context(new_file(path))
        return self._files[path].stream

    def counted(self, rows: Iterable[FollowUp]) -> Iterator[FollowUp]:
        """The same contacts, each counted as written when the next one is asked for."""
        for row in rows:
            yield row
            self.taken += 1

    def refuse(self, row: FollowUp, why: Iterable[str]) -> None:
        """Put a contact that the other program would refuse to those that need fixing.

        Args:
            row: The contact.
            why: The reasons, each a sentence without a full stop.
        """
        reasons = tuple(dict.fromkeys(why))
        path = self._place(_NEEDS_FIXING, ".csv")
        if path not in self._files:
            self.file(_NEEDS_FIXING, ".csv").write(_line([PROBLEM, *COLUMNS]).encode("utf-8-sig"))
        self._files[path].stream.write(_line([guard("; ".join(reasons)), *to_cells(row)]).encode())
        self.refused.append(Refused(row=row, why=reasons))

    def put(self, *, keep: str | None = None) -> Iterator[WrittenFile]:
        """Give the files their places.

        What an earlier export left of follow-ups, and of those that needed fixing, is gone where this one
        has none, unless somebody worked in it.

        Args:
            keep: Why what is at the first place must be left alone, as the end of a sentence.

        Yields:
            Where each went, the one that needs fixing last.
        """
        fixing = self._place(_NEEDS_FIXING, ".csv")
        for path in sorted(self._files, key=lambda path: path == fixing):
            yield self._files[path].put(keep=keep if path == self.path else None)
        for stale in (fixing, self._place("-tasks", "")):
            if stale not in self._files:
                delete_file(stale)

    def _place(self, name: str, suffix: str) -> Path:
        return self.path.with_name(f"{self.path.stem}{name}{suffix or self.path.suffix}")


def _line(cells: Iterable[str]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator=_EOL).writerow(cells)
    return text.getvalue()
