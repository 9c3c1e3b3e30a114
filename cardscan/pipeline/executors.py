"""Who does the work: this process, or several processes side by side."""

from __future__ import annotations

import os
from collections import deque
from dataclasses import dataclass
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Protocol, cast

from cardscan.errors import UsageError
from cardscan.pipeline.job import run_job
from cardscan.pipeline.record import PhotoResult
from cardscan.pipeline.worker import make_reader
from cardscan.pipeline.worker_process import WorkerProcess

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence
    from multiprocessing.connection import Connection

    from cardscan.ocr.reader import Reader
    from cardscan.pipeline.job import Job

MOST_WORKERS = 4
"""Workers by default at most: each holds models of its own."""

FEW_PHOTOS = 4
"""Up to so many photos, starting workers takes longer than it saves."""


class Executor(Protocol):
    """Gets photos read."""

    def run(self, jobs: Sequence[Job]) -> Generator[PhotoResult]:
        """The result of each job, in the order in which they are done.

        Closing the generator ends the work.
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class SerialExecutor:
    """Reads one photo after the other in this process.

    Attributes:
        reader: The reader, or the name under which it is registered.
    """

    reader: str | Reader

    def run(self, jobs: Sequence[Job]) -> Generator[PhotoResult]:
        """See ``Executor``."""
        reader = make_reader(self.reader)
        for job in jobs:
            yield run_job(job, reader)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessExecutor:
    """Reads photos in worker processes.

    Every worker has one photo at a time and a pipe of its own.  So memory does not
    grow with the folder, and when a worker dies (a decoder or a model can take its
    process down) it is known which photo it was at.

    Attributes:
        reader: The reader, or the name under which it is registered.
        workers: How many processes, at least 1.
    """

    reader: str | Reader
    workers: int

    def run(self, jobs: Sequence[Job]) -> Generator[PhotoResult]:
        """See ``Executor``.

        Raises:
            MissingExtraError: The reader needs something that is not installed.
            UsageError: No reader has that name, or worker processes cannot start.
        """
        todo = _Todo(jobs)
        team: dict[Connection, WorkerProcess] = {}
        try:
            for _ in range(min(self.workers, len(jobs))):
                self._hire(team)
            while team:
                for channel in cast("list[Connection]", wait(list(team))):
                    worker = team[channel]
                    result = worker.hear() or todo.take_back(worker.job if not worker.is_alive else None)
                    self._go_on(worker, team, todo)
                    if result:
                        yield result
        finally:
            for worker in team.values():
                worker.stop()

    def _go_on(self, worker: WorkerProcess, team: dict[Connection, WorkerProcess], todo: _Todo) -> None:
        """Give a worker its next photo; dismiss it where there is none, replace it where it died."""
        if worker.is_alive and todo.waiting:
            worker.give(todo.waiting.popleft())
            return
        del team[worker.channel]
        worker.stop()
        if todo.waiting:
            self._hire(team)

    def _hire(self, team: dict[Connection, WorkerProcess]) -> None:
        worker = WorkerProcess(self.reader)
        team[worker.channel] = worker


class _Todo:
    """The jobs that nobody is at yet.

    Attributes:
        waiting: In the order in which they are given out.
    """

    def __init__(self, jobs: Sequence[Job]) -> None:
        self.waiting = deque(jobs)
        self._dropped: set[Job] = set()

    def take_back(self, job: Job | None) -> PhotoResult | None:
        """A job whose worker died waits again, once; the second time it has failed.

        The system may have ended a worker for want of memory that another photo
        took: the last in the queue, with less going on beside it, may do well.
        """
        if job is None:
            return None
        if job in self._dropped:
            return PhotoResult(path=job.shown_as, status="failed", reason="the reader crashed on this photo")
        self._dropped.add(job)
        self.waiting.append(job)
        return None


def choose_executor(reader: str | Reader, photos: int, workers: int | None = None) -> Executor:
    """The executor that suits the work.

    Args:
        reader: The reader, or the name under which it is registered.
        photos: How many photos there are to read.
        workers: How many processes, or None for as many as suit the computer.

    Returns:
        One that runs in this process where one worker is enough.

    Raises:
        UsageError: ``workers`` is less than 1.
    """
    if workers is None:
        workers = 1 if photos <= FEW_PHOTOS else min(_cores(), MOST_WORKERS)
    if workers < 1:
        raise UsageError(f"{workers} workers cannot read anything; give at least --workers 1.")
    workers = min(workers, photos)
    return ProcessExecutor(reader=reader, workers=workers) if workers > 1 else SerialExecutor(reader=reader)


def _cores() -> int:
    """Cores this process may use; in a container fewer than the machine has."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
