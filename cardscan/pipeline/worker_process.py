"""A worker process, seen from the side that gives out the work."""

from __future__ import annotations

import multiprocessing
from contextlib import suppress
from typing import TYPE_CHECKING, cast

from cardscan.errors import CardscanError, UsageError
from cardscan.pipeline.worker import READY, work

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from cardscan.ocr.reader import Reader
    from cardscan.pipeline.job import Job
    from cardscan.pipeline.record import PhotoResult


class WorkerProcess:
    """One process that reads one photo at a time.

    Args:
        reader: The reader, or the name under which it is registered.

    Attributes:
        channel: Our end of its pipe: there is something to hear when it can be read.
        job: The photo it is at, if any.
        is_alive: Whether it can be given a photo.
    """

    def __init__(self, reader: str | Reader) -> None:
        # Spawned, not forked: a fork of a process with threads can hang, and Windows has none.
        context = multiprocessing.get_context("spawn")
        channel, its_end = context.Pipe()
        self.channel: Connection = channel
        self.job: Job | None = None
        self.is_alive = True
        self._has_started = False
        self._process = context.Process(target=work, args=(its_end, reader), daemon=True)
        self._process.start()
        # With our copy open, we would wait for ever for the last word of a worker that died.
        its_end.close()

    def give(self, job: Job) -> None:
        """Have it read a photo."""
        self.job = job
        with suppress(OSError):  # it has died since: hear() will tell
            self.channel.send(job)

    def hear(self) -> PhotoResult | None:
        """What it has to say.

        Returns:
            The result of its photo; None where it has only just started, or has died:
            then ``is_alive`` is false and ``job`` the photo that it leaves behind.

        Raises:
            CardscanError: Something that would meet every photo.
        """
        try:
            message = self.channel.recv()
        except (EOFError, OSError) as exc:
            self.is_alive = False
            if not self._has_started:
                raise UsageError(
                    "The worker processes could not start. In a script, make the call under "
                    'if __name__ == "__main__": or with workers=1.'
                ) from exc
            return None
        self._has_started = True
        if isinstance(message, CardscanError):
            raise message
        if message == READY:
            return None
        self.job = None
        return cast("PhotoResult", message)

    def stop(self) -> None:
        """End the process, whatever it is at."""
        self.channel.close()
        self._process.terminate()
        self._process.join()
        self._process.close()
