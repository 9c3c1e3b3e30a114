"""Scores as a table for people, and as JSON for scripts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from cardscan.evaluate.record import GroupedScores, Scores

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_HEADER = ("field", "labelled", "given", "agree", "precision", "recall", "F1")
_SHARES = ("ready", "silent", "flagged", "dropped", "typed", "international")
_COUNTS = ("false_cards", "extra_rows", "unknown_photos")

_GROUP_FIELDS = ("name", "email", "phone", "website")
_GROUP_HEADER = ("photos", "cards", *_GROUP_FIELDS, "ready", "silent", "extra", "false")
_NOTHING = "-"
"""What stands where there is nothing to measure."""


def as_text(scores: Scores | GroupedScores) -> str:
    """The scores as a table of plain text, ending in a line break.

    Args:
        scores: Of all pictures, or group by group: then a line each, with the F1 of its fields.
    """
    if isinstance(scores, GroupedScores):
        return "\n".join(_columns(_group_rows(scores))) + "\n"
    lines = [_title(scores), "", *_columns(_rows(scores))]
    lines += ["", *(f"{name:<16}{figure:>6}" for name, figure in _figures(scores))]
    return "\n".join(lines) + "\n"


def as_markdown(scores: Scores | GroupedScores) -> str:
    """The scores as Markdown tables, ending in a line break.

    Args:
        scores: Of all pictures, or group by group: then one table, with the F1 of the fields.
    """
    if isinstance(scores, GroupedScores):
        return "\n".join(_markdown_table(_group_rows(scores))) + "\n"
    lines = [_title(scores), "", *_markdown_table(_rows(scores))]
    lines += ["", *_markdown_table([("figure", "value"), *_figures(scores)])]
    return "\n".join(lines) + "\n"


def as_json(scores: Scores | GroupedScores) -> str:
    """The scores as a JSON object, ending in a line break."""
    return json.dumps(scores.to_dict(), ensure_ascii=False, indent=2) + "\n"


def _title(scores: Scores) -> str:
    return f"{scores.photos} photos, {scores.cards} cards, {scores.rows} rows"


def _rows(scores: Scores) -> list[tuple[str, ...]]:
    rows = (
        (
            name,
            *(str(count) for count in (score.labelled, score.given, score.agree)),
            *(f"{share:.3f}" for share in (score.precision, score.recall, score.f1)),
        )
        for name, score in scores.fields
    )
    return [_HEADER, *rows]


def _figures(scores: Scores) -> list[tuple[str, str]]:
    shares = [(name, f"{getattr(scores, name):.3f}") for name in _SHARES]
    counts = [(name, str(getattr(scores, name))) for name in _COUNTS]
    return [(name.replace("_", " "), figure) for name, figure in shares + counts]


def _group_rows(grouped: GroupedScores) -> list[tuple[str, ...]]:
    lines = [(value, *_group_cells(scores)) for value, scores in grouped.groups]
    return [(grouped.key, *_GROUP_HEADER), *lines, ("all", *_group_cells(grouped.whole))]


def _group_cells(scores: Scores) -> Iterator[str]:
    fields = dict(scores.fields)
    yield from (str(count) for count in (scores.photos, scores.cards))
    for name in _GROUP_FIELDS:
        score = fields[name]
        yield f"{score.f1:.3f}" if score.labelled or score.given else _NOTHING
    yield f"{scores.ready:.3f}" if scores.cards else _NOTHING
    yield f"{scores.silent:.3f}" if scores.rows else _NOTHING
    yield from (str(count) for count in (scores.extra_rows, scores.false_cards))


def _columns(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """Rows under each other: the first column as wide as it must be, numbers to the right."""
    width = max(12, *(len(name) + 1 for name, *_ in rows))
    for name, *cells in rows:
        yield f"{name:<{width}}" + "".join(f"{cell:>10}" for cell in cells)


def _markdown_table(rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    header, *others = rows
    yield _markdown(header)
    yield _markdown(("---", *("---:" for _ in header[1:])))
    yield from map(_markdown, others)


def _markdown(cells: tuple[str, ...]) -> str:
    escaped = (cell.replace("|", "\\|") for cell in cells)
    return "| " + " | ".join(escaped) + " |"
