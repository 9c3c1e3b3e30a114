"""The progress bar of a scan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from cardscan.cli.terminal import console, is_animated

if TYPE_CHECKING:
    from rich.progress import Task

    from cardscan.pipeline import record

_RATE_PERIOD_S = 120
"""Over how long the rate is measured: a photo takes seconds, and some much longer than others."""


class ProgressBar:
    """Photos done of all, rate, time left and contacts flagged, on stderr while a scan runs.

    Nothing is drawn where stderr is no terminal or colours are not wanted.

    Args:
        visible: Whether it may be drawn at all.
    """

    def __init__(self, *, visible: bool) -> None:
        self._last: record.Progress | None = None
        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            _Rate(),
            TimeRemainingColumn(),
            TextColumn("left,"),
            TextColumn("{task.fields[flagged]} flagged"),
            console=console(stderr=True),
            transient=True,
            speed_estimate_period=_RATE_PERIOD_S,
            disable=not (visible and is_animated()),
        )
        self._task = self._bar.add_task("Opening the photos", total=None, flagged=0)

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.stop()

    def update(self, progress: record.Progress) -> None:
        """Show how far the scan is."""
        if self._last is None:
            self._bar.reset(self._task, description="Reading the cards", total=progress.total, flagged=0)
        self._last = progress
        self._bar.update(self._task, completed=progress.done, flagged=progress.flagged)

    def stopped(self, *, kept: bool) -> str:
        """What to tell a user who stopped the scan.

        Args:
            kept: Whether the photos that were read are in the book.
        """
        if self._last is None:
            return "Stopped before the first photo was read; no queue was written."
        return (
            f"Stopped after {self._last.done} of {self._last.total} photos; no queue was written. "
            f"Run the same command again to {'go on from there' if kept else 'read them all'}."
        )


class _Rate(ProgressColumn):
    """Photos a minute."""

    def render(self, task: Task) -> Text:
        if not task.speed:
            return Text("-- a minute")
        return Text(f"{task.speed * 60:.0f} a minute")
