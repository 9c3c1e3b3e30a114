"""Files written whole or not at all, and never over somebody's work.

To know its own work again, the program keeps the SHA-256 of what it last wrote in a
small hidden file beside the output (``.queue.csv.cardscan``).  A mark inside the
output would not do: a spreadsheet that saves the file keeps the mark with the changes.
Where the hidden file is missing, the output counts as somebody's work.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import shutil
import stat
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cardscan.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

_LAST_NUMBER = 999
"""Of the names tried beside a file that must be left alone."""

_PRIVATE = 0o600
"""Who may read a file in the making; the whole one is as any new file of the user."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenFile:
    """Where a file was written.

    Attributes:
        path: The file.
        moved_aside: Why it is not the file that was asked for, in a sentence for the
            user; None where it is.
    """

    path: Path
    moved_aside: str | None = None


def check_output(path: Path) -> None:
    """Make sure, before a long run, that ``path`` can be written.

    Args:
        path: Where the output shall go.

    Raises:
        UsageError: Its folder does not exist or is read-only, or ``path`` is no file.
    """
    folder = path.resolve().parent
    if path.exists() and not path.is_file():
        raise UsageError(f"{path} is no file that can be replaced. Type the name of a file, like queue.csv")
    if not folder.is_dir():
        raise UsageError(
            f"The folder {folder} for {path.name} does not exist. Make it, or type another output."
        )
    probe = _beside(path.resolve(), "probe")
    try:  # asking for permissions is not enough: network drives and Windows answer wrongly
        probe.touch()
        probe.unlink(missing_ok=True)
    except OSError as exc:
        raise _unwritable(path, exc) from exc


def write_file(path: Path, data: bytes, *, force: bool = False, keep: str | None = None) -> WrittenFile:
    """Write ``data`` to ``path``, or beside it where somebody has worked in that file.

    Args:
        path: Where it should go; a symbolic link is followed.
        data: The whole content.
        force: Overwrite what is there, even where somebody has worked in it.
        keep: Why what is there must be left alone, as the end of a sentence, if its content says so.

    Returns:
        Where it went.

    Raises:
        UsageError: The file cannot be written there.
    """
    with new_file(path) as new:
        new.stream.write(data)
        return new.put(force=force, keep=keep)


class NewFile:
    """A file in the making, beside the one whose place it will take.

    Attributes:
        stream: Where its content goes; it can be read and sought in.
    """

    def __init__(self, path: Path, hidden: Path) -> None:
        self._path, self._hidden = path, hidden
        self.stream: BinaryIO = hidden.open("x+b")
        self._mode = stat.S_IMODE(hidden.stat().st_mode)
        hidden.chmod(_PRIVATE)

    def put(self, *, force: bool = False, keep: str | None = None) -> WrittenFile:
        """Give it its place, as ``write_file`` does."""
        try:
            self._finish()
            return self._put(force=force, keep=keep)
        except OSError as exc:
            raise _unwritable(self._path, exc) from exc

    def replace(self) -> str | None:
        """Put it over a file that is as the program wrote it last; why not, where it is another."""
        self._finish()
        return _put(self._hidden, self._path)

    def _finish(self) -> None:
        self.stream.flush()
        os.fsync(self.stream.fileno())
        self.stream.close()
        self._hidden.chmod(self._mode)

    def _put(self, *, force: bool, keep: str | None) -> WrittenFile:
        path = self._path
        reason = keep or _put(self._hidden, path, force=force)
        if reason is None:
            return WrittenFile(path=path)
        for number in range(2, _LAST_NUMBER + 1):
            other = path.with_name(f"{path.stem}-{number}{path.suffix}")
            if _put(self._hidden, other) is None:
                return WrittenFile(path=other, moved_aside=_sentence(path, other, reason))
        raise UsageError(f"{path.name} {reason}, and there is no free name beside it. Type another output.")


@contextmanager
def new_file(path: Path) -> Iterator[NewFile]:
    """A new file for the place of ``path``; what is not put there until the block's end is gone.

    Args:
        path: Where it should go; a symbolic link is followed.

    Raises:
        UsageError: The file cannot be written there.
    """
    check_output(path)
    hidden = _beside(path.resolve(), secrets.token_hex(4))
    try:
        new = NewFile(path, hidden)
        with closing(new.stream):
            yield new
    except OSError as exc:
        raise _unwritable(path, exc) from exc
    finally:
        hidden.unlink(missing_ok=True)


def replace_file(path: Path, data: bytes) -> str | None:
    """Write ``data`` over a file that is as the program wrote it last, and over no other.

    Args:
        path: The file.
        data: The whole new content.

    Returns:
        Why the file was left alone, as the end of a sentence; None where it was written.
    """
    try:
        with new_file(path) as new:
            new.stream.write(data)
            return new.replace()
    except UsageError:
        return "cannot be written"


def delete_file(path: Path) -> str | None:
    """Delete a file that is as the program wrote it last, and no other.

    Args:
        path: The file.

    Returns:
        Why the file was left alone, as the end of a sentence; None where it is gone.
    """
    reason = _obstacle(path)
    if reason is None:
        try:
            path.unlink(missing_ok=True)
        except OSError:
            return "cannot be deleted"
        _remember(path)
    return reason


def take_over(path: Path, data: bytes) -> None:
    """Count a file as the program's own again: what somebody did in it is kept elsewhere.

    Args:
        path: The file.
        data: Its content as it was read; what was saved into it since is somebody's work.
    """
    with suppress(OSError):  # nothing will be written over it in a folder that cannot be written to
        _remember(path, hashlib.sha256(data).hexdigest())


def _sentence(path: Path, other: Path, reason: str) -> str:
    return f"{path.name} {reason}, so it was left alone and the new one is {other.name} beside it."


def _put(new: Path, path: Path, *, force: bool = False) -> str | None:
    """Put the file ``new`` at ``path`` unless something speaks against it; what does, if so."""
    fresh = not force and not os.path.lexists(path)  # asked first: what appears later is not ours
    digest = _digest(new)
    return _obstacle(path, digest, force=force) or _replace(new, path, digest, fresh=fresh)


def _obstacle(path: Path, *own: str, force: bool = False) -> str | None:
    """Why ``path`` must not be overwritten, or None where it may be."""
    if force or not os.path.lexists(path):
        return None
    if path.with_name(f".~lock.{path.name}#").exists():  # LibreOffice, which locks no other way
        return "is open in a spreadsheet"
    try:
        there = _digest(path)
    except OSError:
        return "cannot be read"
    return None if there in (*own, *_remembered(path)) else "is not as cardscan wrote it last"


def _replace(new: Path, path: Path, digest: str, *, fresh: bool) -> str | None:
    """Put the file ``new`` in the place of ``path``; why not, where another program holds it."""
    target = path.resolve()
    # Both digests count while one file takes the other's place: a crash in between
    # must not make the program's own work look like somebody else's.
    before = _remembered(path) if not fresh and target.exists() else ()
    try:
        _remember(path, *before, digest)
        if not fresh and target.exists():
            shutil.copymode(target, new)
        if not (fresh and _linked(new, target)):
            new.replace(target)
    except FileExistsError:
        _remember(path, *before)
        return "appeared while this was written"
    except PermissionError:  # Windows: open in a spreadsheet
        _remember(path, *before)
        return "is open in another program"
    _remember(path, digest)
    return None


def _linked(new: Path, target: Path) -> bool:
    """Whether ``target`` is now the file ``new``; False where the file system knows no links."""
    try:
        os.link(new, target)
    except FileExistsError:
        raise
    except OSError:
        return False
    return True


def _remembered(path: Path) -> tuple[str, ...]:
    try:
        return tuple(_memory(path).read_text("ascii").split())
    except (OSError, UnicodeDecodeError):
        return ()


def _remember(path: Path, *digests: str) -> None:
    if digests:
        _memory(path).write_text("".join(f"{digest}\n" for digest in digests), "ascii")
    else:
        _memory(path).unlink(missing_ok=True)


def _memory(path: Path) -> Path:
    return _beside(path.resolve(), "cardscan")


def _beside(target: Path, ending: str) -> Path:
    return target.with_name(f".{target.name}.{ending}")


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _unwritable(path: Path, exc: OSError) -> UsageError:
    return UsageError(
        f"{path} cannot be written ({exc.strerror}). Type an output in a folder you may write to."
    )
