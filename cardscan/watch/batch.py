"""What is new in the archive is read, and what cannot be read is set aside."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cardscan.ocr.decode.filetype import HEAD_SIZE, find_kind
from cardscan.ocr.folder import shown
from cardscan.watch.claims import deliver
from cardscan.watch.moving import free_places, opened, put_at, settle_on_disk

if TYPE_CHECKING:
    from collections.abc import Callable

    from cardscan.pipeline.scan_process import Outcome, Scan
    from cardscan.watch.rooms import Rooms
    from cardscan.watch.turns import Turn

_OTHERS = "An earlier reading of this archive is still under way; this one waits for its end."


class Batches:
    """Reads the archive, one batch after the other.

    Args:
        rooms: The folders.
        scan: How the archive is scanned.
        turn: The right to read this archive.
        tell: Told what became of each photo, in a sentence.

    Attributes:
        set_aside: How many photos could not be read so far.
    """

    def __init__(self, rooms: Rooms, scan: Scan, turn: Turn, tell: Callable[[str], None]) -> None:
        self.set_aside = 0
        self._rooms = rooms
        self._scan = scan
        self._turn = turn
        self._tell = tell
        self._crashes = 0
        self._stuck: set[Path] = set()

    def work(self) -> str:
        """Read what is claimed, and what an earlier run left unread.

        Returns:
            Why the archive was not read, in a sentence; empty where it was, or nothing is new.

        Raises:
            OSError: A file could not be moved; nothing is lost.
        """
        delivery = deliver(self._rooms)
        if delivery.placed:
            self._rooms.mark_unread(*(path.name for path in delivery.placed))
        for name, known in delivery.copies:
            self._tell(f"{name}: the same picture as {known}, which is in the archive")
        for path, error in delivery.stuck:
            if path not in self._stuck:
                self._stuck.add(path)
                self._tell(f"{shown(path)} cannot be moved ({error.strerror}); it is tried again.")
        if not self._rooms.unread.exists():
            return ""
        return self._read() if self._turn.take() else _OTHERS

    def _read(self) -> str:
        with self._scan.whole(holding=(self._turn.descriptor,)) as running:
            outcome = running.outcome()
        new = self._rooms.unread_names()
        if outcome.summary is None:
            self._crashes = self._crashes + 1 if outcome.has_crashed else 0
            if self._crashes > 1:  # once, another program may have needed the memory
                self._try_each(new)
            return _why(outcome)
        self._crashes = 0
        became = _became(outcome.summary)
        unfit = {one["photo"]: one["reason"] for one in outcome.summary["failed"]}
        unfit |= {name: became[name] for name in new if name in became and self._is_no_picture(name)}
        for name, reason in unfit.items():
            self._set_aside(name, reason)
        for name in new:
            if name not in unfit:
                self._tell(f"{name}: {became.get(name) or 'read'}")
        self._tell_where(outcome.summary["queue"])
        self._rooms.unread.unlink(missing_ok=True)
        return ""

    def _try_each(self, names: tuple[str, ...]) -> None:
        """Read each photo by itself, and set those aside on which the whole scan breaks down."""
        for name in names:
            with tempfile.TemporaryDirectory() as home, self._scan.one(name, Path(home)) as running:
                if running.outcome().has_crashed:
                    self._set_aside(name, "reading it broke down.")

    def _is_no_picture(self, name: str) -> bool:
        """Whether a file is none of the pictures that are read, whatever it is called."""
        with suppress(OSError), opened(self._rooms.archive / name) as stream:
            return find_kind(stream.read(HEAD_SIZE)) is None
        return False

    def _set_aside(self, name: str, reason: str) -> None:
        """Move a photo into the quarantine, with a sentence beside it that is there first."""
        source = self._rooms.archive / name
        if not source.is_file() or source.is_symlink():
            self._tell(f"{name}: {reason}")
            return
        for place in free_places(source, self._rooms.quarantine, name):
            back = f"To have it read again, move it back into {shown(self._rooms.inbox)}."
            _write(place.with_name(f"{place.name}.txt"), f"{name}: {reason}\n{back}\n")
            with suppress(FileExistsError):
                put_at(source, place)
                break
        self.set_aside += 1
        self._tell(f"{name}: {reason} (now in {shown(self._rooms.quarantine)})")

    def _tell_where(self, queue: str) -> None:
        asked = self._scan.queue
        if asked and asked.resolve() != Path(queue).resolve():
            self._tell(f"Somebody works in {shown(asked)}, so it was left alone and the new one is {queue}.")


def _became(summary: dict[str, Any]) -> dict[str, str]:
    """What became of photos that gave no contact of their own, by name."""
    told = {}
    for status in ("joined", "no_card", "ignored", "failed"):
        for one in summary[status]:
            if "card" not in one:  # another card of that photo gave a contact
                told[one["photo"]] = one["reason"]
    return told


def _why(outcome: Outcome) -> str:
    if outcome.has_crashed:
        return "Reading broke down; it is tried again."
    return outcome.told.removeprefix("cardscan: ") or "Reading ended without a result; it is tried again."


def _write(path: Path, text: str) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0)
    with os.fdopen(os.open(path, flags, 0o600), "w", encoding="utf-8", errors="replace") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
    settle_on_disk(path.parent)
