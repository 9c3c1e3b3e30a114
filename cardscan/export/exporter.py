"""What an exporter is: rows of the queue become files for another program."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

from cardscan.registry import Registry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from cardscan.export.output import Output
    from cardscan.followup.record import FollowUp

VcardVersion = Literal["3.0", "4.0"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """How the user wants the files, where there is a choice.

    Attributes:
        now: When they are made, in the owner's time zone.
        at: When the owner follows up, local time as "09:00".
        version: Of the vCards.
        fold: Whether long lines are broken, as the standards have it and some readers do not bear.
        todo: Follow-ups as tasks to be done instead of appointments.
        handed: The ids of contacts that were handed on to that program before.
        has_task: Says of a row whether its follow-up was handed on as it is: it makes no second task.
        picture: Gives the picture of a contact's card, as JPEG; None where there is none.
    """

    now: datetime
    at: str = "09:00"
    version: VcardVersion = "3.0"
    fold: bool = True
    todo: bool = False
    handed: frozenset[str] = frozenset()
    has_task: Callable[[FollowUp], bool] | None = None
    picture: Callable[[FollowUp], bytes | None] | None = None


class Exporter(Protocol):
    """Makes the files that another program takes.

    Attributes:
        suffix: How their names end: ".csv".
        heeds: The names of the wishes that it heeds; of ``now`` and ``at`` nobody asks.
        hint: What to mind in the other program; empty for nothing.
    """

    @property
    def suffix(self) -> str:
        """How the names of the files end: ".csv"."""
        ...

    @property
    def heeds(self) -> frozenset[str]:
        """The names of the wishes that it heeds."""
        ...

    @property
    def hint(self) -> str:
        """What to mind in the other program; empty for nothing."""
        ...

    def export(self, rows: Iterable[FollowUp], output: Output, wishes: Wishes) -> None:
        """Write some contacts; whoever the program would refuse is told to ``output``.

        Args:
            rows: The contacts, one row of the queue each; files keep their order.  They are
                gone through once, so that many do not have to be held.
            output: Gives the files, and takes whom the program would refuse.
            wishes: How the user wants them.
        """
        ...


EXPORTERS: Registry[Exporter] = Registry("export", "cardscan.exporters", "cardscan.export.exporters")
"""Exporters by the names that users type."""
