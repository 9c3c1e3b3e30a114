"""``cardscan evaluate``: how good a queue is, measured against labels or what people settled."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cardscan.cli.book import BookPlace
from cardscan.cli.desk import at_desk
from cardscan.cli.events import EventName, event_row
from cardscan.cli.terminal import safe, say
from cardscan.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cardscan.evaluate import Disagreement, Judged, SettledScores
    from cardscan.followup.record import FollowUp

STDOUT = Path("-")

_NOBODY = (
    "Nobody has settled anything yet, so there is nothing to measure. Look at what is flagged with: "
    "cardscan review"
)


def evaluate(
    truth: Annotated[
        Path | None,
        typer.Argument(exists=True, help="The labels, as JSON. [what people settled in the book]"),
    ] = None,
    queue: Annotated[
        Path | None, typer.Argument(exists=True, help="The queue that was measured. [the book]")
    ] = None,
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
    event: EventName = None,
    labels: Annotated[
        Path | None,
        typer.Option(
            "--labels",
            metavar="FILE.json",
            help="Also write what people settled as labels, to be a TRUTH later; - for stdout instead.",
        ),
    ] = None,
    book: BookPlace = None,
) -> None:
    """Print how many names, e-mails, phones and other fields of a queue are right.

    Without TRUTH and QUEUE, what the program found is measured against what people settled in the book,
    on the rows that somebody looked at.
    """
    if truth and queue:
        if event or labels:
            raise UsageError("--event and --labels are about the book: leave them out, or TRUTH and QUEUE.")
        _against_labels(truth, queue, records, json_file, by, markdown=markdown, errors=errors)
        return
    if truth or queue:
        raise UsageError(
            "One file is not enough. Type both, the labels and the queue: cardscan evaluate TRUTH QUEUE. "
            "Without any, what people settled in the book is measured."
        )
    if records or by:
        raise UsageError("--records and --by are for labels: cardscan evaluate TRUTH QUEUE")
    if json_file == labels == STDOUT:
        raise UsageError("Only one of --json and --labels can go to stdout. Type a file for the other.")
    _against_people(event, book, json_file, labels, markdown=markdown, errors=errors)


def _against_labels(
    truth: Path,
    queue: Path,
    records: Path | None,
    json_file: Path | None,
    by: str | None,
    *,
    markdown: bool,
    errors: bool,
) -> None:
    from cardscan import evaluate as measure  # noqa: PLC0415 - heavy

    scores = measure.evaluate_by(by, truth, queue) if by else measure.evaluate(truth, queue)
    sure = measure.evaluate_confidences(truth, queue, records) if records else None
    if json_file == STDOUT:
        typer.echo(measure.as_json(scores, sure), nl=False)
        return
    typer.echo(measure.as_markdown(scores, sure) if markdown else measure.as_text(scores, sure), nl=False)
    if errors:
        whole = scores.whole if isinstance(scores, measure.GroupedScores) else scores
        _print_errors(whole.disagreements)
    if json_file:
        _write(json_file, measure.as_json(scores, sure))


def _against_people(
    event: str | None,
    book: str | None,
    json_file: Path | None,
    labels: Path | None,
    *,
    markdown: bool,
    errors: bool,
) -> None:
    from cardscan import evaluate as measure  # noqa: PLC0415 - heavy

    judged, beside, in_book = _from_book(event, book)
    scores = measure.evaluate_settled(judged, rows_in_book=in_book)
    if not judged:
        say(_NOBODY)
    elif STDOUT not in (json_file, labels):
        _print_settled(scores, markdown=markdown, errors=errors)
    _give(json_file, measure.settled_as_json(scores))
    if labels and (judged or labels == STDOUT):
        _give(labels, measure.labels_text(judged, beside))
    if labels and judged:
        say("The labels hold names and addresses. cardscan forget does not know where you keep them.")


def _from_book(event: str | None, book: str | None) -> "tuple[list[Judged], tuple[FollowUp, ...], int]":
    """The rows that somebody looked at, the others of their photos, and how many rows there are."""
    from cardscan.book import settled  # noqa: PLC0415 - SQLAlchemy
    from cardscan.evaluate import Judged, fields_of  # noqa: PLC0415 - heavy
    from cardscan.evaluate.truth import FIELDS  # noqa: PLC0415

    with at_desk(book) as desk, desk.book.reading() as session:
        row = event_row(session, event) if event else None
        seen = settled.looked_at(session, row)
        judged = [
            Judged(
                found=one.found,
                truth=one.truth,
                measured=frozenset(FIELDS) if one.is_whole else fields_of(one.corrected),
            )
            for one in seen
        ]
        return judged, settled.beside(session, seen), settled.rows_in_book(session, row)


def _print_settled(scores: "SettledScores", *, markdown: bool, errors: bool) -> None:
    from cardscan import evaluate as measure  # noqa: PLC0415 - heavy

    show = measure.settled_as_markdown if markdown else measure.settled_as_text
    typer.echo(show(scores), nl=False)
    if errors:
        _print_errors(scores.disagreements)


def _print_errors(found: "Iterable[Disagreement]") -> None:
    typer.echo()
    for one in found:
        typer.echo(safe(f"{one.photo}  {one.field}  missed: {_list(one.missed)}  wrong: {_list(one.wrong)}"))


def _list(texts: tuple[str, ...]) -> str:
    return " | ".join(texts) or "-"


def _give(path: Path | None, text: str) -> None:
    """Print a text or write it to a file, as somebody wants it."""
    if path == STDOUT:
        typer.echo(text, nl=False)
    elif path:
        _write(path, text)


def _write(path: Path, text: str) -> None:
    from cardscan.export.safe_file import write_file  # noqa: PLC0415

    written = write_file(path, text.encode())
    if written.moved_aside:
        say(written.moved_aside)
