"""CPU time, as a whole and by stage."""

from __future__ import annotations

import os
import time
from contextlib import ExitStack, contextmanager
from functools import wraps
from typing import TYPE_CHECKING, Any, ParamSpec
from unittest.mock import patch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

Given = ParamSpec("Given")


def cpu_s() -> float:
    """CPU seconds of this process and of the programs that it has run and waited for."""
    times = os.times()
    return time.process_time() + times.children_user + times.children_system


def taken_s(function: Callable[Given, object], *args: Given.args, **kwargs: Given.kwargs) -> float:
    """The CPU seconds that a call takes."""
    start = cpu_s()
    function(*args, **kwargs)
    return cpu_s() - start


class StageClock:
    """Adds up the CPU time of functions of the program while it uses them.

    A stage inside another one counts for itself, as "outer: inner", and no longer
    for the outer one, so that the stages add up to the whole.

    Attributes:
        seconds: CPU seconds by stage.
    """

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._running: list[str] = []
        self._since = 0.0

    @contextmanager
    def watch(self, functions: Mapping[str, tuple[Any, str]]) -> Iterator[None]:
        """Within the context, the functions are timed.

        Args:
            functions: By the stage's name: the module or class that uses the
                function, and the name it has there.
        """
        with ExitStack() as stack:
            for stage, (owner, name) in functions.items():
                stack.enter_context(patch.object(owner, name, self._timed(stage, getattr(owner, name))))
            yield

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Within the context, time counts for a stage."""
        self._settle()
        self._running.append(name)
        try:
            yield
        finally:
            self._settle()
            self._running.pop()

    def _settle(self) -> None:
        """Give the time since the last change to the stage that was running."""
        now = cpu_s()
        if self._running:
            stage = ": ".join(self._running)
            self.seconds[stage] = self.seconds.get(stage, 0.0) + now - self._since
        self._since = now

    def _timed(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(function)
        def timed(*args: Any, **kwargs: Any) -> Any:
            with self.stage(stage):
                return function(*args, **kwargs)

        return timed
