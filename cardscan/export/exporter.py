"""What an exporter is: rows of the queue become files for another program."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from cardscan.registry import Registry

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cardscan.followup.record import FollowUp


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One of the files of an export.

    Attributes:
        name: What stands behind the name that the user typed: "" or "-tasks", "-2".
        data: Its content.
    """

    name: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A contact that the other program would refuse.

    Attributes:
        row: Its row of the queue.
        why: The reasons, each a sentence without a full stop.
    """

    row: FollowUp
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """What is handed on.

    Attributes:
        parts: The files.
        taken: How many contacts are in them.
        refused: The contacts that are in none.
    """

    parts: tuple[Part, ...]
    taken: int
    refused: tuple[Refused, ...] = ()


class Exporter(Protocol):
    """Makes the files that another program takes.

    Attributes:
        suffix: How their names end: ".csv".
    """

    @property
    def suffix(self) -> str:
        """How the names of the files end: ".csv"."""
        ...

    def export(self, rows: Sequence[FollowUp]) -> Exported:
        """The files for some contacts; whoever the program would refuse is told apart.

        Args:
            rows: The contacts, one row of the queue each; files keep their order.
        """
        ...


EXPORTERS: Registry[Exporter] = Registry("export", "cardscan.exporters", "cardscan.export.exporters")
"""Exporters by the names that users type."""
