"""Our own exporters, by name."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from cardscan.export.crm import CrmExporter, named_profile, profile_names
from cardscan.export.exporter import EXPORTERS, Exported, Part
from cardscan.export.queue_columns import COLUMNS
from cardscan.export.queue_csv import queue_bytes
from cardscan.export.xlsx import XlsxExporter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cardscan.export.exporter import Exporter
    from cardscan.followup.record import FollowUp


@dataclass(frozen=True, slots=True)
class QueueExporter:
    """The queue itself, as CSV for spreadsheets."""

    suffix: str = ".csv"

    def export(self, rows: Sequence[FollowUp]) -> Exported:
        """See ``Exporter``."""
        return Exported(parts=(Part(name="", data=queue_bytes(rows)),), taken=len(rows))


@dataclass(frozen=True, slots=True)
class LinesExporter:
    """The queue as JSON Lines, one object a contact, lists as lists."""

    suffix: str = ".jsonl"

    def export(self, rows: Sequence[FollowUp]) -> Exported:
        """See ``Exporter``."""
        lines = (_line(row) for row in rows)
        return Exported(parts=(Part(name="", data="".join(lines).encode()),), taken=len(rows))


def _line(row: FollowUp) -> str:

    values = {column: getattr(row, column) for column in COLUMNS}
    return json.dumps(values, ensure_ascii=False, default=lambda value: value.isoformat()) + "\n"


def _crm(name: str) -> Exporter:
    return CrmExporter(named_profile(name))


EXPORTERS.add("csv", QueueExporter)
EXPORTERS.add("jsonl", LinesExporter)
EXPORTERS.add("xlsx", XlsxExporter)
for _name in profile_names():
    EXPORTERS.add(_name, partial(_crm, _name))
