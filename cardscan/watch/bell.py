"""Rings when something changes in a folder."""

from __future__ import annotations

import time
from importlib.util import find_spec
from typing import TYPE_CHECKING, Self

from cardscan.errors import MissingExtraError
from cardscan.watch.remote import is_remote

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from pathlib import Path

_STEP_MS, _DEBOUNCE_MS, _TIMEOUT_MS = 100, 1_000, 500
"""Milliseconds without a change that end a ring, after which it ends anyway, and that it waits for one."""

_POLL_MS = 2_000
"""Between two looks at every file of a drive that tells nothing."""


def check_installed() -> None:
    """Make sure that there is what rings.

    Raises:
        MissingExtraError: watchfiles is not installed.
    """
    if find_spec("watchfiles") is None:
        raise MissingExtraError("watchfiles", "pip install 'cardscan-followup[watch]'")


class Bell:
    """Waits for changes in a folder, or for a time.

    A ring says only that a look is worth while: one that is lost costs time and nothing else.

    Args:
        folder: The folder.
        poll: Whether to look for changes instead of being told of them; None to find out.
        tell: Told what the user should know, in a sentence.
    """

    def __init__(self, folder: Path, *, poll: bool | None, tell: Callable[[str], None]) -> None:
        self._folder = folder
        self._poll = is_remote(folder) if poll is None else poll
        self._tell = tell
        self._changes: Generator[object] | None = None

    def __enter__(self) -> Self:
        self.renew()
        return self

    def __exit__(self, *_: object) -> None:
        self._close()

    def wait(self, seconds: float) -> bool:
        """Wait until something has changed, or for so long.

        Args:
            seconds: How long at most, and half a second.

        Returns:
            Whether something has changed.
        """
        end = time.monotonic() + seconds
        while not self._has_rung():
            left = end - time.monotonic()
            if left <= 0:
                return False
            if self._changes is None:
                time.sleep(min(left, 1))
        return True

    def renew(self) -> None:
        """Begin anew, as what was a folder of that name may be another one now; every later change rings."""
        self._close()
        self._has_rung()

    def _close(self) -> None:
        if self._changes is not None:
            self._changes.close()
            self._changes = None

    def _has_rung(self) -> bool:
        try:
            if self._changes is None:
                self._changes = self._listen()
            return bool(next(self._changes))
        except FileNotFoundError:  # the folder is away
            self._changes = None
        except (OSError, RuntimeError, StopIteration) as exc:
            self._changes = None
            if not self._poll:
                self._poll = True
                self._tell(f"The system tells no more changes of folders ({exc}), so they are looked for.")
        return False

    def _listen(self) -> Generator[object]:
        from watchfiles import watch  # noqa: PLC0415 - an extra

        return watch(
            self._folder,
            watch_filter=None,
            debounce=_DEBOUNCE_MS,
            step=_STEP_MS,
            rust_timeout=_TIMEOUT_MS,
            yield_on_timeout=True,
            force_polling=self._poll,
            poll_delay_ms=_POLL_MS,
            ignore_permission_denied=True,
        )
