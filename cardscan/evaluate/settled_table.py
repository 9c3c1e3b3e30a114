"""The scores of what people settled, as a table for people, and as JSON for scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cardscan.evaluate.layout import columns, markdown_table
from cardscan.evaluate.truth import CRITICAL
from cardscan.followup.cell_text import json_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cardscan.evaluate.record import FieldScore
    from cardscan.evaluate.settled import Part, SettledScores

Rows = list[tuple[str, ...]]

_HEADER = ("field", "right", "wrong", "missed", "precision", "recall")
_SILENT = ("field", "right", "wrong", "missed")

_NO_SAMPLE = (
    "Measured are only rows that somebody looked at, mostly flagged ones, so they do not stand for all. "
    "That nobody touched a row does not say that it is right."
)
_LOOSELY = "A title, company or address that differs by a letter or so counts as right."


def settled_as_text(scores: SettledScores) -> str:
    """The scores as tables of plain text, ending in a line break."""
    lines = list(_told(scores))
    for title, rows in _tables(scores):
        lines += ["", title, "", *columns(rows)]
    return "\n".join(lines) + "\n"


def settled_as_markdown(scores: SettledScores) -> str:
    """The scores as Markdown tables, ending in a line break."""
    lines = ["\n\n".join(_told(scores))]
    for title, rows in _tables(scores):
        lines += ["", title, "", *markdown_table(rows)]
    return "\n".join(lines) + "\n"


def settled_as_json(scores: SettledScores) -> str:
    """The scores as a JSON object, ending in a line break."""
    return json_text(scores.to_dict(), indent=2) + "\n"


def _told(scores: SettledScores) -> Iterator[str]:
    """What was measured, and the number that matters most."""
    yield f"{_counted(scores.rows, 'settled row')}, of {scores.rows_in_book} in the book."
    yield _NO_SAMPLE
    wrong, critical = scores.unflagged.wrong(), scores.unflagged.wrong(CRITICAL)
    yield (
        f"Of {_counted(scores.rows, 'settled row')}, {_counted(wrong, 'value')} wrong without a flag "
        f"({critical} of them names, e-mails or phones), and {scores.unflagged.missed()} missed."
    )


def _tables(scores: SettledScores) -> Iterator[tuple[str, Rows]]:
    if scores.flagged.rows:
        title = (
            f"{_counted(scores.flagged.rows, 'row')} flagged, and settled by somebody: measured as a whole"
        )
        yield title, [_HEADER, *(_line(name, score) for name, score in _asked(scores.flagged))]
    if scores.unflagged.rows:
        lines = (_line(name, score)[: len(_SILENT)] for name, score in _asked(scores.unflagged))
        yield f"{_without_flag(scores)}. {_LOOSELY}", [_SILENT, *lines]


def _without_flag(scores: SettledScores) -> str:
    corrected, whole = scores.only_corrected, scores.unflagged.rows - scores.only_corrected
    parts = (
        (corrected, "corrected by somebody: measured in what was corrected"),
        (whole, "settled by somebody: measured as a whole"),
    )
    told = [f"{_counted(count, 'row')} {what}" for count, what in parts if count]
    return f"without a flag: {'; '.join(told)}"


def _asked(part: Part) -> Iterator[tuple[str, FieldScore]]:
    """The fields in which there is anything."""
    return ((name, score) for name, score in part.fields if score.labelled or score.given)


def _line(name: str, score: FieldScore) -> tuple[str, ...]:
    counts = (score.agree, score.given - score.agree, score.labelled - score.agree)
    return (name, *map(str, counts), f"{score.precision:.3f}", f"{score.recall:.3f}")


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
