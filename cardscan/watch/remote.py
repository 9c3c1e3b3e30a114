"""Where changes are not told: on drives whose files somebody else may change."""

from __future__ import annotations

import re
import sys
from pathlib import Path

_MOUNTS = Path("/proc/self/mountinfo")
_REMOTE = re.compile(
    r"nfs\d?|cifs|smb\d?|smbfs|afs|ceph|9p|ncpfs|vboxsf|virtiofs|prl_fs|drvfs|davfs|glusterfs|lustre|fuse\..+"
)
"""Types of file systems as Linux calls them: servers', those of a virtual machine's host, and of phones."""

_DRIVE_REMOTE = 4  # GetDriveTypeW, fileapi.h


def is_remote(folder: Path) -> bool:
    """Whether a folder is probably on a network drive, whose changes the system does not tell.

    Args:
        folder: The folder, without links in its path.
    """
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - only there

        drive = folder.drive
        return drive.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\") == _DRIVE_REMOTE
    if sys.platform == "darwin":
        return folder.is_relative_to("/Volumes")
    try:
        mounts = _MOUNTS.read_text("utf-8", "surrogateescape")
    except OSError:
        return False
    return _REMOTE.fullmatch(type_of(folder, mounts)) is not None


def type_of(folder: Path, mounts: str) -> str:
    r"""The type of the file system that a folder is on; empty where nothing says it.

    Args:
        folder: The folder, without links in its path.
        mounts: The lines of ``/proc/self/mountinfo``.

    Source:
        proc_pid_mountinfo(5): the fifth field is the mount point, in which a space is ``\040``; the
        type comes after the field that is "-".
    """
    found = Path(), ""
    for line in mounts.splitlines():
        before, _, after = line.partition(" - ")
        if len(before.split()) > 4 and after:  # noqa: PLR2004 - the fifth field
            point = Path(_unescaped(before.split()[4]))
            # The last line of a mount point covers the ones before.
            if folder.is_relative_to(point) and len(point.parts) >= len(found[0].parts):
                found = point, after.split()[0]
    return found[1]


def _unescaped(text: str) -> str:
    return re.sub(r"\\([0-7]{3})", lambda match: chr(int(match[1], 8)), text)
