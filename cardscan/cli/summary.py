"""What a scan gave, told at its end."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from rich.text import Text

from cardscan.cli.terminal import console, safe, say

if TYPE_CHECKING:
    from rich.console import Console

    from cardscan.pipeline.record import PhotoResult, ScanReport, Status

_LABEL_WIDTH = 16
MOST_LISTED = 20
"""Files of one kind that the table names; the JSON summary names them all."""


def tell_summary(report: ScanReport, queue: str) -> None:
    """A short table on stderr, and where the queue is.

    Args:
        report: The scan.
        queue: Where the queue was written.
    """
    to = console(stderr=True)
    _tell(to, "photos read", report.photos_read, "bold", f"in {report.seconds:.1f} seconds")
    _tell(to, "cards found", report.cards_found, "bold")
    _tell(to, "contacts", report.contacts, "bold green")
    where = "see needs_review and review_reasons" if report.flagged else ""
    _tell(to, "flagged", report.flagged, "bold yellow", where)
    _tell_files(to, "failed", report.failed, "bold red")
    _tell_files(to, "without a card", report.having("no card"), "bold")
    _tell_files(to, "passed over", report.having("ignored"), "dim")
    to.print(f"{'queue':<{_LABEL_WIDTH}}{safe(queue)}", soft_wrap=True)


def tell_failures(report: ScanReport) -> None:
    """One line on stderr for every photo that failed."""
    for result in report.failed:
        say(f"{result.path}: {result.reason}")


def summary_json(report: ScanReport, queue: str) -> str:
    """The same as one JSON object.

    Args:
        report: The scan.
        queue: Where the queue was written.
    """
    return json.dumps(
        {
            "queue": queue,
            "event": report.event.name,
            "event_date": report.event.date.isoformat(),
            "photos_read": report.photos_read,
            "cards_found": report.cards_found,
            "contacts": report.contacts,
            "flagged": report.flagged,
            "failed": _files(report, "failed"),
            "no_card": _files(report, "no card"),
            "ignored": _files(report, "ignored"),
            "seconds": round(report.seconds, 1),
        },
        ensure_ascii=False,
        indent=2,
    )


def _tell(to: Console, label: str, count: int, style: str, remark: str = "") -> None:
    line = Text.assemble(f"{label:<{_LABEL_WIDTH}}", (f"{count:>4}", style), f"  {remark}" if remark else "")
    to.print(line, soft_wrap=True)


def _tell_files(to: Console, label: str, results: tuple[PhotoResult, ...], style: str) -> None:
    """How many files there are of a kind, and each of them with its reason; nothing where there is none."""
    if not results:
        return
    _tell(to, label, len(results), style)
    for result in results[:MOST_LISTED]:
        to.print(f"    {safe(result.path)}: {safe(result.reason)}", soft_wrap=True)
    if len(results) > MOST_LISTED:
        to.print(f"    and {len(results) - MOST_LISTED} more", soft_wrap=True)


def _files(report: ScanReport, status: Status) -> list[dict[str, str]]:
    return [{"photo": result.path, "reason": result.reason} for result in report.having(status)]
