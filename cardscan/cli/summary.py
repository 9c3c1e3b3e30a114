"""What a scan gave, told at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.text import Text

from cardscan.cli.terminal import console, safe, say
from cardscan.followup.cell_text import json_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from cardscan.pipeline.record import PhotoResult, ScannedCard, ScanReport, Status

_LABEL_WIDTH = 16
MOST_LISTED = 20
"""Joined files, and files passed over, that the table names; the JSON summary names them all."""


def tell_summary(report: ScanReport, queue: str, *, kept: bool = False) -> None:
    """A short table on stderr, and where the queue is.

    Args:
        report: The scan.
        queue: Where the queue was written.
        kept: Whether the scan is in a book, where what is in doubt can be settled.
    """
    to = console(stderr=True)
    _tell(to, "photos read", report.photos_read, "bold", f"in {report.seconds:.1f} seconds")
    if report.read_before:
        _tell(to, "read before", report.read_before, "bold", "and not again")
    _tell(to, "cards found", report.cards_found, "bold")
    _tell(to, "contacts", report.contacts, "bold green")
    if report.notes_read:
        _tell(to, "notes", report.notes_read, "bold", "beside the photos; see notes and next_action")
    if report.forgotten:
        _tell(to, "forgotten", report.forgotten, "bold", "cards left out; --bring-back keeps them again")
    if report.merged:
        _tell(to, "merged", report.merged, "bold", "with people in the book; to undo: cardscan split NAME")
    if report.doubtful:
        _tell(to, "in doubt", report.doubtful, "bold", "may be people in the book; see: cardscan duplicates")
    if report.met_before is not None:
        _tell(to, "met before", report.met_before, "bold", "see notes" if report.met_before else "")
    _tell(to, "flagged", report.flagged, "bold yellow", _where_to_look(kept=kept) if report.flagged else "")
    # What a person has to look after is named to the last file.
    _tell_list(to, "failed", _lines(report.failed), "bold red")
    _tell_list(to, "joined", _lines(report.having("joined")), "bold", most=MOST_LISTED)
    _tell_list(to, "without a card", _without_a_card(report), "bold")
    _tell_list(to, "notes not used", report.notes_unused, "bold yellow")
    _tell_list(to, "passed over", _lines(report.having("ignored")), "dim", most=MOST_LISTED)
    to.print(f"{'queue':<{_LABEL_WIDTH}}{safe(queue)}", soft_wrap=True)


def tell_failures(report: ScanReport) -> None:
    """One line on stderr for every photo that failed, card without a contact, and note that was not used."""
    for line in (*_lines(report.failed), *_without_a_card(report), *report.notes_unused):
        say(line)


def summary_json(report: ScanReport, queue: str) -> str:
    """The same as one JSON object.

    Args:
        report: The scan.
        queue: Where the queue was written.
    """
    return json_text(
        {
            "queue": queue,
            "event": report.event.name,
            "event_date": report.event.date.isoformat(),
            "photos_read": report.photos_read,
            "read_before": report.read_before,
            "cards_found": report.cards_found,
            "contacts": report.contacts,
            "flagged": report.flagged,
            "notes_read": report.notes_read,
            "notes_unused": list(report.notes_unused),
            "forgotten": report.forgotten,
            "merged": report.merged,
            "in_doubt": report.doubtful,
            "met_before": report.met_before,
            "failed": _files(report, "failed"),
            "joined": _files(report, "joined"),
            "no_card": [*_files(report, "no card"), *_cards_without_contact(report)],
            "ignored": _files(report, "ignored"),
            "seconds": round(report.seconds, 1),
        },
        indent=2,
    )


def _where_to_look(*, kept: bool) -> str:
    return (
        "see review_reasons, or settle them: cardscan review"
        if kept
        else "see needs_review and review_reasons"
    )


def _tell(to: Console, label: str, count: int, style: str, remark: str = "") -> None:
    line = Text.assemble(f"{label:<{_LABEL_WIDTH}}", (f"{count:>4}", style), f"  {remark}" if remark else "")
    to.print(line, soft_wrap=True)


def _tell_list(to: Console, label: str, lines: Sequence[str], style: str, *, most: int | None = None) -> None:
    """How many there are of a kind, and each of them with its reason; nothing where there is none."""
    if not lines:
        return
    _tell(to, label, len(lines), style)
    for line in lines[:most]:
        to.print(f"    {safe(line)}", soft_wrap=True)
    if most is not None and len(lines) > most:
        to.print(f"    and {len(lines) - most} more", soft_wrap=True)


def _lines(results: Sequence[PhotoResult]) -> list[str]:
    return [f"{result.path}: {result.reason}" for result in results]


def _without_a_card(report: ScanReport) -> list[str]:
    """Photos on which nothing is a card, and cards without a contact on the others."""
    cards = [
        f"{result.path}, {_place(result, card)}: {card.reason}"
        for result in report.results
        for card in result.without_contact
    ]
    return [*_lines(report.having("no card")), *cards]


def _place(result: PhotoResult, card: ScannedCard) -> str:
    """Which card of a photo it is, with its page where there are several."""
    pages = {one.reading.card.page for one in result.cards}
    return f"page {card.reading.card.page}, card {card.number}" if len(pages) > 1 else f"card {card.number}"


def _cards_without_contact(report: ScanReport) -> list[dict[str, Any]]:
    return [
        {"photo": result.path, "page": card.reading.card.page, "card": card.number, "reason": card.reason}
        for result in report.results
        for card in result.without_contact
    ]


def _files(report: ScanReport, status: Status) -> list[dict[str, Any]]:
    return [{"photo": result.path, "reason": result.reason} for result in report.having(status)]
