"""Scores as a table for people, and as JSON for scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cardscan.evaluate.confidence_table import tables
from cardscan.evaluate.layout import columns, markdown_table
from cardscan.evaluate.record import GroupedScores, Scores
from cardscan.followup.cell_text import json_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cardscan.evaluate.confidences import Confidences

_HEADER = ("field", "labelled", "given", "agree", "precision", "recall", "F1")
_SHARES = ("ready", "silent", "flagged", "dropped", "typed", "international")
_COUNTS = ("false_cards", "extra_rows", "unknown_photos")

_GROUP_FIELDS = ("name", "email", "phone", "website")
_GROUP_HEADER = ("photos", "cards", *_GROUP_FIELDS, "ready", "silent", "extra", "false")
_NOTHING = "-"
"""What stands where there is nothing to measure."""


def as_text(scores: Scores | GroupedScores, confidences: Confidences | None = None) -> str:
    """The scores as a table of plain text, ending in a line break.

    Args:
        scores: Of all pictures, or group by group: then a line each, with the F1 of its fields.
        confidences: Their reliability, to stand below.
    """
    if isinstance(scores, GroupedScores):
        lines = [*columns(_group_rows(scores))]
    else:
        lines = [_title(scores), "", *columns(_rows(scores))]
        lines += ["", *(f"{name:<16}{figure:>6}" for name, figure in _figures(scores))]
    for title, rows in tables(confidences) if confidences else ():
        lines += ["", title, "", *columns(rows)]
    return "\n".join(lines) + "\n"


def as_markdown(scores: Scores | GroupedScores, confidences: Confidences | None = None) -> str:
    """The scores as Markdown tables, ending in a line break.

    Args:
        scores: Of all pictures, or group by group: then one table, with the F1 of the fields.
        confidences: Their reliability, to stand below.
    """
    if isinstance(scores, GroupedScores):
        lines = [*markdown_table(_group_rows(scores))]
    else:
        lines = [_title(scores), "", *markdown_table(_rows(scores))]
        lines += ["", *markdown_table([("figure", "value"), *_figures(scores)])]
    for title, rows in tables(confidences) if confidences else ():
        lines += ["", title, "", *markdown_table(rows)]
    return "\n".join(lines) + "\n"


def as_json(scores: Scores | GroupedScores, confidences: Confidences | None = None) -> str:
    """The scores as a JSON object, ending in a line break; with ``confidences`` where there are any."""
    figures = scores.to_dict()
    if confidences:
        figures["confidences"] = confidences.to_dict()
    return json_text(figures, indent=2) + "\n"


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
