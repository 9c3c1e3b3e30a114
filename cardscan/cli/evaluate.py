"""``cardscan evaluate``: how good a queue is, measured against labels."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cardscan.cli.terminal import safe, say

if TYPE_CHECKING:
    from cardscan.evaluate import Scores

STDOUT = Path("-")


def evaluate(
    truth: Annotated[Path, typer.Argument(exists=True, help="The labels, as JSON.")],
    queue: Annotated[Path, typer.Argument(exists=True, help="The queue that was measured.")],
    *,
    records: Annotated[
        Path | None,
        typer.Option(
            exists=True,
            metavar="FILE",
            help="The records of the same scan: also print how reliable the confidences are.",
        ),
    ] = None,
    json_file: Annotated[
        Path | None,
        typer.Option("--json", metavar="FILE", help="Also write the figures as JSON; - for stdout instead."),
    ] = None,
    markdown: Annotated[bool, typer.Option("--markdown", help="Print Markdown tables.")] = False,
    by: Annotated[
        str | None,
        typer.Option(metavar="KEY", help="A line for every value of this key of the labels, like language."),
    ] = None,
    errors: Annotated[bool, typer.Option("--errors", help="Also print every disagreement.")] = False,
) -> None:
    """Print how many names, e-mails, phones and other fields of a queue are right."""
    from cardscan import evaluate as measure  # noqa: PLC0415 - heavy

    scores = measure.evaluate_by(by, truth, queue) if by else measure.evaluate(truth, queue)
    sure = measure.evaluate_confidences(truth, queue, records) if records else None
    if json_file == STDOUT:
        typer.echo(measure.as_json(scores, sure), nl=False)
        return
    typer.echo(measure.as_markdown(scores, sure) if markdown else measure.as_text(scores, sure), nl=False)
    if errors:
        _print_errors(scores.whole if isinstance(scores, measure.GroupedScores) else scores)
    if json_file:
        _write(json_file, measure.as_json(scores, sure))


def _print_errors(scores: "Scores") -> None:
    typer.echo()
    for found in scores.disagreements:
        typer.echo(
            safe(f"{found.photo}  {found.field}  missed: {_list(found.missed)}  wrong: {_list(found.wrong)}")
        )


def _list(texts: tuple[str, ...]) -> str:
    return " | ".join(texts) or "-"


def _write(path: Path, text: str) -> None:
    from cardscan.export.safe_file import write_file  # noqa: PLC0415

    written = write_file(path, text.encode())
    if written.moved_aside:
        say(written.moved_aside)
