"""A folder that is watched, by processes that can be killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import psutil
from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

HERE = Path(__file__).parent
QUICK = (sys.executable, str(HERE / "quick_watch.py"))
"""The command whose scan reads nothing."""

REAL = (sys.executable, "-m", "cardscan")

_PLUG_IN = (
    "[cardscan.readers]\nshade = stand_in_readers:ShadeReader\ncrashing = stand_in_readers:CrashingReader\n"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """A home with an inbox.

    Attributes:
        home: Where everything lies.
        command: What is run.
    """

    home: Path
    command: tuple[str, ...]

    @property
    def inbox(self) -> Path:
        return self.home / "inbox"

    @property
    def archive(self) -> Path:
        return self.home / "inbox-read"

    @property
    def quarantine(self) -> Path:
        return self.home / "inbox-not-read"

    @property
    def queue(self) -> list[str]:
        """The lines of the queue."""
        path = self.home / "queue.csv"
        return path.read_text("utf-8-sig").splitlines() if path.exists() else []

    @property
    def times_read(self) -> dict[str, int]:
        """How often each photo was read, by its first name; of the quick scan."""
        files = [path.read_text().splitlines() for path in (self.home / "kept").iterdir()]
        return {lines[0]: len(lines) for lines in files if lines}

    def names(self, folder: Path) -> list[str]:
        """The files in a folder that are no hidden ones and no event's."""
        found = (path.name for path in folder.iterdir())
        return sorted(name for name in found if not name.startswith(".") and name != "event.toml")

    def put(self, name: str, content: bytes | None = None) -> Path:
        """Put a file into the inbox, whole at once: a photo for the quick scan."""
        path = self.inbox / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(
            b"\xff\xd8\xff\xe0" + (name.encode("utf-8", "surrogateescape") if content is None else content)
        )
        return path

    def draw(self, person: int, name: str = "") -> Path:
        """Put a picture into the inbox on which the reader called shade sees a person."""
        path = self.inbox / (name or f"person-{person}.png")
        Image.fromarray(np.full((400, 640, 3), person * 20, np.uint8)).save(path)
        return path

    def start(self, *options: str) -> subprocess.Popen[str]:
        words = [*self.command, "watch", "inbox", "--settle", "0.2", "--event", "Autumn fair", *options]
        return subprocess.Popen(
            words,
            cwd=self.home,
            env=self.environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )

    def once(self, *options: str) -> tuple[int, str]:
        """Read what is there; the exit code, and what was said."""
        with ended(self.start("--once", *options)) as process:
            said = process.communicate(timeout=120)[1]
            return process.returncode, said

    @contextmanager
    def running(self, *options: str) -> Iterator[subprocess.Popen[str]]:
        """A watch that has begun, and is killed at the end if nobody has stopped it."""
        with ended(self.start(*options)) as process:
            stderr = process.stderr
            assert stderr is not None
            assert "Watching inbox" in stderr.readline()
            yield process

    def environment(self) -> dict[str, str]:
        """The variables of a process that finds the readers of these tests."""
        plug_in = self.home / "plug-in" / "stand_in-1.dist-info"
        plug_in.mkdir(parents=True, exist_ok=True)
        (plug_in / "METADATA").write_text("Metadata-Version: 2.1\nName: stand-in\nVersion: 1\n")
        (plug_in / "entry_points.txt").write_text(_PLUG_IN)
        kept = self.home / "kept"
        kept.mkdir(exist_ok=True)
        places = (str(plug_in.parent), str(HERE.parent / "pipeline"))
        return os.environ | {"PYTHONPATH": os.pathsep.join(places), "KEPT": str(kept)}


@contextmanager
def ended(process: subprocess.Popen[str]) -> Iterator[subprocess.Popen[str]]:
    """A process that is over at the end, with all that it has started."""
    try:
        yield process
    finally:
        kill(process)
        if process.stderr:
            process.stderr.close()


def kill(process: subprocess.Popen[str], *, also_children: bool = True) -> None:
    """End a process as a power cut does; with its children, or without."""
    children = []
    with suppress(psutil.NoSuchProcess):
        children = psutil.Process(process.pid).children(recursive=True) if process.poll() is None else []
    process.kill()
    process.wait()
    for child in children if also_children else ():
        with suppress(psutil.NoSuchProcess):
            child.kill()


def stop(process: subprocess.Popen[str], how: signal.Signals = signal.SIGINT) -> tuple[float, str]:
    """Stop a watch as its user or the system does; the seconds that it took, and what was said."""
    start = time.monotonic()
    process.send_signal(how)
    said = process.communicate(timeout=20)[1]
    return time.monotonic() - start, said


def wait_until(is_so: Callable[[], object], limit_s: float = 30) -> None:
    """Wait for something to be so."""
    end = time.monotonic() + limit_s
    while not is_so():
        assert time.monotonic() < end, "it never was so"
        time.sleep(0.02)
