"""Which pictures were taken one after the other."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from cardscan.pipeline.record import PhotoResult

APART_AT_MOST_S = 20
"""Seconds between the pictures of two sides: turn the card over, aim, release."""


def neighbours(results: Sequence[PhotoResult]) -> tuple[tuple[int, int], ...]:
    """Pictures of one folder that follow each other in time, or by name where no time is known.

    Args:
        results: The pictures, in any order; those that failed stand between others.

    Returns:
        Places in ``results``, the earlier one first, in the order of the names.
    """
    in_order = sorted(range(len(results)), key=lambda place: _natural(results[place].path))
    timed = sorted(
        ((taken_at, place) for place in in_order if (taken_at := _taken_at(results[place]))),
        key=lambda entry: (_folder(results[entry[1]]), entry[0]),
    )
    pairs = [*_close(timed), *((a, b) for a, b in pairwise(in_order) if not _is_timed(results, a, b))]
    same_folder = [(a, b) for a, b in pairs if _folder(results[a]) == _folder(results[b])]
    return tuple(sorted(same_folder, key=lambda pair: in_order.index(pair[0])))


def _close(timed: Sequence[tuple[datetime, int]]) -> Iterator[tuple[int, int]]:
    for (earlier, a), (later, b) in pairwise(timed):
        if 0 <= (later - earlier).total_seconds() <= APART_AT_MOST_S:
            yield a, b


def _is_timed(results: Sequence[PhotoResult], *places: int) -> bool:
    return any(_taken_at(results[place]) for place in places)


def _taken_at(result: PhotoResult) -> datetime | None:
    return result.photo.taken_at if result.photo else None


def _folder(result: PhotoResult) -> str:
    return str(PurePosixPath(result.path).parent)


def _natural(path: str) -> tuple[tuple[str, int, str], ...]:
    """A key by which 9 stands before 10."""
    parts = re.findall(r"(\D*)(\d*)", path)
    return tuple((text.casefold(), int(digits or -1), digits) for text, digits in parts)
