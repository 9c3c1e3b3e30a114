"""Photos that were taken in are read, in the order in which they came, by one scan at a time."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Condition, Thread
from typing import TYPE_CHECKING, Literal

from cardscan.errors import CardscanError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from cardscan.followup.record import FollowUp
    from cardscan.pipeline.scan_process import Outcome, Running, Scan

State = Literal["waiting", "being_read", "read", "failed"]
"""How far a photo is: a key of the page's words."""

Trouble = Literal["crashed", "not_scanned"]
"""Why a photo was not read, where its scan cannot say it: a key of the page's words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """How far a photo is.

    Attributes:
        state: In one word.
        names: Whom its cards gave, as the queue calls them.
        is_flagged: Whether a person should look at one of them.
        why: Why it gave nobody, as a sentence of the scan; empty where it did, or nobody knows.
        trouble: The same where the scan itself went wrong.
    """

    state: State
    names: tuple[str, ...] = ()
    is_flagged: bool = False
    why: str = ""
    trouble: Trouble | None = None


_OPEN: tuple[State, ...] = ("waiting", "being_read")


class Reading:
    """Has photos scanned; starts nothing before the first one.

    A photo on which the scan breaks down is found by a trial of each that is new, and set aside
    under a hidden name, as it would break every scan to come.

    Args:
        scan: How.
        tell: Told what the user of this computer must know, in a sentence.
    """

    def __init__(self, scan: Scan, tell: Callable[[str], None]) -> None:
        self._scan = scan
        self._tell = tell
        self._reached: dict[str, Reached] = {}
        self._changed = Condition()
        self._thread: Thread | None = None
        self._running: Running | None = None
        self._is_closing = False

    def add(self, name: str) -> None:
        """Have a photo read that lies in the folder, unless it is being read or was.

        Args:
            name: Its file.
        """
        with self._changed:
            before = self._reached.get(name)
            if self._is_closing or (before and before.state != "failed"):
                return
            self._reached[name] = Reached(state="waiting")
            if self._thread is None:
                self._thread = Thread(target=self._work, name="reading of photos")
                self._thread.start()
            self._changed.notify_all()

    def reached(self, name: str) -> Reached:
        """How far a photo is that was added.

        Args:
            name: Its file.
        """
        with self._changed:
            return self._reached[name]

    @property
    def is_busy(self) -> bool:
        """Whether photos wait or are being read."""
        with self._changed:
            return any(one.state in _OPEN for one in self._reached.values())

    def close(self) -> None:
        """Stop what is under way; photos that were not read yet stay in the folder for the next scan."""
        with self._changed:
            self._is_closing = True
            running = self._running
            self._changed.notify_all()
        if running:
            running.stop()
        if self._thread:
            self._thread.join()

    def _work(self) -> None:
        while names := self._next():
            try:
                self._read(names)
            except (CardscanError, OSError) as exc:
                self._give_up(names, str(exc))
            except Exception as exc:  # noqa: BLE001 - what is unforeseen must not end the reading of all others
                self._give_up(names, f"reading failed unexpectedly ({type(exc).__name__})")

    def _next(self) -> tuple[str, ...]:
        """The photos that wait, as soon as there are some; none at the end."""
        with self._changed:
            self._changed.wait_for(lambda: self._is_closing or self._waiting())
            names = () if self._is_closing else self._waiting()
            self._reached |= dict.fromkeys(names, Reached(state="being_read"))
            return names

    def _waiting(self) -> tuple[str, ...]:
        return tuple(name for name, one in self._reached.items() if one.state == "waiting")

    def _read(self, names: tuple[str, ...]) -> None:
        outcome = self._outcome(self._scan.whole(self._unread()))
        if outcome.has_crashed and not self._is_closing:
            names = self._sound(names)
            if not names:
                return
            outcome = self._outcome(self._scan.whole(self._unread()))
        if outcome.summary is None:
            self._give_up(names, outcome.told)
        else:
            self._settle(told_of(names, outcome))

    def _sound(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Those photos that a scan can read, each tried by itself; the others are set aside."""
        sound = []
        for name in names:
            with tempfile.TemporaryDirectory() as home:
                has_crashed = self._outcome(self._scan.one(name, Path(home))).has_crashed
            if self._is_closing:
                return ()
            if has_crashed:
                path = self._scan.folder / name
                path.replace(path.with_name(f".{name}"))
                self._settle({name: Reached(state="failed", trouble="crashed")})
                self._tell(f"Reading {name} broke down. It is set aside as .{name} and not read again.")
            else:
                sound.append(name)
        return tuple(sound)

    def _outcome(self, running: Running) -> Outcome:
        with running:
            with self._changed:
                self._running = running
            if self._is_closing:
                running.stop()
            outcome = running.outcome()
            with self._changed:
                self._running = None
            return outcome

    def _unread(self) -> int:
        """How many photos of the folder may have to be read: those that did not come from here too."""
        with self._changed:
            read = {name for name, one in self._reached.items() if one.state == "read"}
        return sum(1 for entry in self._scan.folder.iterdir() if entry.name not in read)

    def _give_up(self, names: Iterable[str], told: str) -> None:
        """The phone learns only that it did not work: sentences name places of this computer."""
        self._settle(dict.fromkeys(names, Reached(state="failed", trouble="not_scanned")))
        if not self._is_closing:
            self._tell(f"The photos from the phone could not be read. {told}".strip())

    def _settle(self, reached: dict[str, Reached]) -> None:
        with self._changed:
            self._reached |= reached


def told_of(names: Iterable[str], outcome: Outcome) -> dict[str, Reached]:
    """What a scan says of photos.

    Args:
        names: The photos' files.
        outcome: How the scan ended, with a summary.

    Raises:
        CardscanError: The queue that it wrote cannot be read.
    """
    from cardscan.export import read_queue  # noqa: PLC0415 - heavy, and not needed to take photos in

    summary = outcome.summary or {}
    reached = dict.fromkeys(names, Reached(state="read"))
    for status in ("failed", "no_card", "ignored"):
        for one in summary[status]:
            if one["photo"] in reached:
                reached[one["photo"]] = Reached(state="failed", why=one["reason"])
    for row in read_queue(Path(summary["queue"])):
        for name in set(row.photo) & reached.keys():
            before = reached[name]
            reached[name] = replace(
                before,
                state="read",
                why="",
                names=(*before.names, _called(row)),
                is_flagged=before.is_flagged or row.needs_review,
            )
    return reached


def _called(row: FollowUp) -> str:
    """What a contact is called: whoever has no name by their company or address."""
    return row.full_name or row.company or row.email
