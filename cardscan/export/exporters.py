"""Our own exporters, by name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from cardscan.export.crm import CrmExporter, named_profile, profile_names
from cardscan.export.exporter import EXPORTERS
from cardscan.export.icalendar import IcalendarExporter
from cardscan.export.queue_columns import COLUMNS
from cardscan.export.queue_csv import write_entries
from cardscan.export.vcard import VcardExporter
from cardscan.export.xlsx import XlsxExporter
from cardscan.followup.cell_text import json_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cardscan.export.exporter import Exporter, Wishes
    from cardscan.export.output import Output
    from cardscan.followup.record import FollowUp


@dataclass(frozen=True, slots=True)
class QueueExporter:
    """The queue itself, as CSV for spreadsheets."""

    suffix: str = ".csv"
    heeds: frozenset[str] = frozenset()
    hint: str = ""

    def export(self, rows: Iterable[FollowUp], output: Output, wishes: Wishes) -> None:  # noqa: ARG002
        """See ``Exporter``."""
        output.guarded = write_entries(output.file(), output.counted(rows))


@dataclass(frozen=True, slots=True)
class LinesExporter:
    """The queue as JSON Lines, one object a contact, lists as lists."""

    suffix: str = ".jsonl"
    heeds: frozenset[str] = frozenset()
    hint: str = ""

    def export(self, rows: Iterable[FollowUp], output: Output, wishes: Wishes) -> None:  # noqa: ARG002
        """See ``Exporter``."""
        stream = output.file()
        for row in output.counted(rows):
            values = {column: getattr(row, column) for column in COLUMNS}
            line = json_text(values, default=lambda value: value.isoformat())
            stream.write(f"{line}\n".encode())


def _crm(name: str) -> Exporter:
    return CrmExporter(named_profile(name))


EXPORTERS.add("csv", QueueExporter)
EXPORTERS.add("ics", IcalendarExporter)
EXPORTERS.add("jsonl", LinesExporter)
EXPORTERS.add("vcard", VcardExporter)
EXPORTERS.add("xlsx", XlsxExporter)
for _name in profile_names():
    EXPORTERS.add(_name, partial(_crm, _name))
