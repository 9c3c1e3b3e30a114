"""The watch itself: look, claim, read, wait, whatever happens to the folders meanwhile."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

from cardscan.errors import UsageError
from cardscan.ocr.folder import shown
from cardscan.watch.claims import claim

if TYPE_CHECKING:
    from collections.abc import Callable

    from cardscan.watch.arrivals import Arrivals, Look
    from cardscan.watch.batch import Batches
    from cardscan.watch.bell import Bell
    from cardscan.watch.rooms import Rooms

LOOK_S = 60
"""Seconds after which the folder is looked through, though no change was told."""

GONE_S = 2
"""Seconds between two looks for a folder that is gone."""

_FIRST_PAUSE_S, _LONGEST_PAUSE_S = 1, 300
"""Seconds before something that went wrong is tried again; each time twice as long."""

_LEAST_BATCH, _SHARE = 50, 4
"""Photos that are claimed at a time, or this part of those in the archive: as each batch looks
through the archive, the work for all of them grows with their number and no faster."""

_TRIES = 3
"""Of what goes wrong where nobody waits for a later time."""


class Watch:
    """Reads what arrives.

    Args:
        rooms: The folders.
        arrivals: Says what has arrived.
        batches: Reads it.
        settle_s: Seconds for which a file must have stayed as it is.
        tell: Told what the user should know, in a sentence.
    """

    def __init__(
        self,
        rooms: Rooms,
        arrivals: Arrivals,
        batches: Batches,
        *,
        settle_s: float,
        tell: Callable[[str], None],
    ) -> None:
        self._rooms = rooms
        self._arrivals = arrivals
        self._batches = batches
        self._settle_s = settle_s
        self._tell = tell
        self._trouble = ""
        self._pause_s: float = _FIRST_PAUSE_S
        self._gone: Path | None = None
        self._stuck: set[Path] = set()

    def run(self, bell: Bell) -> None:
        """Read what arrives until somebody stops it.

        Args:
            bell: Rings when something arrives.
        """
        while True:
            was_gone = self._gone
            pause_s = self.step()
            if was_gone and not self._gone:
                bell.renew()
                continue
            if not bell.wait(pause_s) and pause_s >= LOOK_S:
                bell.renew()  # another drive may be where the one was that it hangs on

    def once(self) -> None:
        """Read what is there and has stopped growing.

        Raises:
            UsageError: It could not be read; the sentence says why.
        """
        self.step()
        time.sleep(self._settle_s)
        tries = 0
        while self.step() == 0 or self._trouble or self._gone:
            tries = tries + 1 if self._trouble or self._gone else 0
            if tries == _TRIES:
                raise UsageError(self._trouble or f"{shown(self._gone or self._rooms.inbox)} is gone.")
            time.sleep(_FIRST_PAUSE_S if tries else 0)

    def step(self) -> float:
        """Look once, and read what is there.

        Returns:
            Seconds after which to look again, at the latest.
        """
        if gone := self._rooms.missing():
            return self._wait_for(gone)
        if self._gone:
            self._tell(f"{shown(self._gone)} is there again.")
            self._gone = None
            self._arrivals.forget_times()
        try:
            look = self._arrivals.look()
            more = self._claim(look)
            trouble = self._batches.work()
        except OSError as exc:
            if gone := self._rooms.missing():
                return self._wait_for(gone)
            trouble = f"{exc.strerror or exc}: {shown_of(exc, self._rooms.archive)}. Nothing is lost."
        if trouble:
            return self._put_off(trouble)
        if self._trouble:
            self._tell("It goes on.")
        self._trouble, self._pause_s = "", _FIRST_PAUSE_S
        if more:
            return 0
        return self._settle_s if look.growing else LOOK_S

    def _claim(self, look: Look) -> bool:
        """Claim what has arrived; whether there is more than one batch takes."""
        for path, reason in look.passed:
            self._tell(f"{shown(path.relative_to(self._rooms.inbox))} stays where it is: {reason}")
        most = max(_LEAST_BATCH, sum(1 for _ in self._rooms.archive.iterdir()) // _SHARE)
        self._stuck.intersection_update(look.settled)
        fresh = [path for path in look.settled if path not in self._stuck]
        for path in [*fresh, *self._stuck][:most]:  # what cannot be taken holds up no other
            try:
                claim(self._rooms, path)
            except OSError as exc:
                if self._rooms.missing():
                    raise
                self._leave(path, exc)
        return len(fresh) > most

    def _leave(self, path: Path, error: OSError) -> None:
        """A file that cannot be claimed now may be open in the program that writes it."""
        if path not in self._stuck:
            self._stuck.add(path)
            name = shown(path.relative_to(self._rooms.inbox))
            self._tell(f"{name} cannot be taken ({error.strerror}); it is tried again.")

    def _wait_for(self, gone: Path) -> float:
        if self._gone != gone:
            self._gone = gone
            self._tell(f"{shown(gone)} is gone, and waited for; nothing that was taken from it is lost.")
        return GONE_S

    def _put_off(self, trouble: str) -> float:
        if trouble != self._trouble:
            self._tell(trouble)
            self._trouble = trouble
        pause_s = self._pause_s
        self._pause_s = min(2 * pause_s, _LONGEST_PAUSE_S)
        return pause_s


def shown_of(error: OSError, otherwise: Path) -> str:
    """The file that an error of the system is about, printable."""
    name = error.filename
    return shown(Path(os.fsdecode(name)) if isinstance(name, str | bytes) else otherwise)
