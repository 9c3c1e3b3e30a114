"""Rows of text as a table: aligned for a terminal, or as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


def columns(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """Rows under each other: the first column as wide as it must be, numbers to the right."""
    width = max(12, *(len(name) + 1 for name, *_ in rows))
    for name, *cells in rows:
        yield f"{name:<{width}}" + "".join(f"{cell:>10}" for cell in cells)


def markdown_table(rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """The lines of a Markdown table of ``rows``, the first of which is its header."""
    header, *others = rows
    yield _markdown(header)
    yield _markdown(("---", *("---:" for _ in header[1:])))
    yield from map(_markdown, others)


def _markdown(cells: tuple[str, ...]) -> str:
    escaped = (cell.replace("|", "\\|") for cell in cells)
    return "| " + " | ".join(escaped) + " |"
