"""What file names say about the sides of cards: ``ada_front.jpg`` and ``ada_back.jpg``."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_WORD = re.compile(
    r"(?P<stem>.*?)[\s_.(\[-]*(?<![^\W\d_])"  # no letter before the word: "feedback" is no back
    r"(?:(?P<front>front|recto|vorne|vorderseite)|back|rear|verso|hinten|r(?:ü|ue)ckseite)[)\]]?"
)
_MARK = re.compile(r"(?P<stem>.*?)(?:[\s_.-]+[(\[]?|[(\[]|(?<=\d)(?=[a-z]))(?P<mark>[a-z]|\d+)[)\]]?")
_PAIRS_OF_MARKS = (["a", "b"], ["1", "2"], ["01", "02"])

_FRONT, _BACK = "0 front", "1 back"
"""Sides as they sort."""

Key = tuple[str, str]
"""Folder and stem of a file's name, without what tells the side."""


def told_pairs(paths: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """Pictures that their names call front and back of one card.

    Args:
        paths: Paths with "/".

    Returns:
        Places in ``paths``, the front's first.  Beside a back, the same name without a
        word for the side is the front; three pictures of one name make no pair.
    """
    return tuple(
        (places[0], places[1])
        for sides, places in _grouped(map(_told, paths))
        if sides in ([_FRONT, _BACK], ["", _BACK])
    )


def marked_pairs(paths: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """Pictures that bear the marks of a pair, a and b or 1 and 2; they may mean something else.

    Args:
        paths: Paths with "/".

    Returns:
        Places in ``paths``, in the order of the marks; beside a third picture of the
        same name there is no pair.
    """
    return tuple(
        (places[0], places[1]) for marks, places in _grouped(map(_marked, paths)) if marks in _PAIRS_OF_MARKS
    )


def is_told_back(path: str) -> bool:
    """Whether a file's name calls it a back.

    Example:
        >>> is_told_back("day 1/ada (back).jpg")
        True
    """
    return _told(path)[1] == _BACK


def _grouped(names: Iterable[tuple[Key, str]]) -> Iterable[tuple[list[str], list[int]]]:
    """What tells the sides, in alphabetical order, with the places, for each key."""
    groups: dict[Key, list[tuple[str, int]]] = defaultdict(list)
    for place, (key, side) in enumerate(names):
        groups[key].append((side, place))
    for group in groups.values():
        yield [side for side, _ in sorted(group)], [place for _, place in sorted(group)]


def _told(path: str) -> tuple[Key, str]:
    folder, stem = _parts(path)
    found = _WORD.fullmatch(stem)
    if found is None:
        return (folder, stem), ""
    return (folder, found["stem"]), _FRONT if found["front"] else _BACK


def _marked(path: str) -> tuple[Key, str]:
    folder, stem = _parts(path)
    found = _MARK.fullmatch(stem)
    return ((folder, found["stem"]), found["mark"]) if found else ((folder, stem), "")


def _parts(path: str) -> tuple[str, str]:
    pure = PurePosixPath(unicodedata.normalize("NFC", path))
    return str(pure.parent), pure.stem.casefold()
