"""Names of files: which belong to files that are still being written, and which are plain enough to keep."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePosixPath

# Browsers, download managers, rsync, Syncthing, Dropbox, Nextcloud, office programs and editors; what
# begins with a dot (iCloud's placeholders and rsync's own names among them) is left by every program.
_IN_THE_MAKING = re.compile(
    r"[.~].*|.*~|~\$.*|.*\.~[^.]*|unconfirmed \d+.*"
    r"|.*\.(?:part|partial|tmp|temp|crdownload|download|opdownload|filepart|icloud|aria2|!qb|!ut|swp|lock)",
    re.IGNORECASE | re.DOTALL,
)
BESIDE = (".part", ".crdownload", ".partial", ".filepart", ".aria2", ".tmp")
"""What browsers hang on the name of a file whose empty place they keep meanwhile."""

_UNFIT = frozenset('<>:"/\\|?*;')
"""What some file systems refuse, and what parts several names in a cell of the queue."""

_UNSEEN = frozenset(("Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp"))

_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
"""Windows: the names of devices."""

_LONGEST_STEM, _LONGEST_SUFFIX = 120, 10
"""Bytes.  With a mark, a note's ending and a hidden name's letters it stays below 255."""


def is_in_the_making(name: str) -> bool:
    """Whether a file of that name is one that some program still writes, or keeps for itself.

    Args:
        name: Of a file or a folder.

    Example:
        >>> is_in_the_making("IMG_1.jpg.part"), is_in_the_making(".IMG_1.jpg.icloud")
        (True, True)
    """
    return _IN_THE_MAKING.fullmatch(name) is not None


def plain_name(name: str) -> str:
    r"""A name that every file system takes, every terminal shows and the queue keeps as it is.

    Args:
        name: As it arrived.

    Returns:
        One that is no longer than 130 bytes, and no hidden one.

    Example:
        >>> plain_name("card?\n1.JPG")
        'card_ 1.JPG'
    """
    visible = "".join("_" if _is_unfit(character) else character for character in name)
    visible = " ".join(visible.split()).strip(" .")
    suffix = PurePosixPath(visible).suffix
    if len(suffix.encode()) > _LONGEST_SUFFIX:
        suffix = ""
    stem = visible.removesuffix(suffix).encode()[:_LONGEST_STEM].decode(errors="ignore").strip(" .")
    return f"_{stem}{suffix}" if _RESERVED.fullmatch(stem) else f"{stem or 'photo'}{suffix}"


def marked(name: str, mark: str) -> str:
    """The name with a mark before its suffix."""
    path = PurePosixPath(name)
    return f"{path.stem}-{mark}{path.suffix}"


def _is_unfit(character: str) -> bool:
    return character in _UNFIT or (unicodedata.category(character) in _UNSEEN and not character.isspace())
