"""Contacts are sorted by whether the program has them already, by its own export."""

import csv
import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from cardscan.cli.spoken import who_is
from cardscan.cli.terminal import say
from cardscan.export.existing import compare, read_existing
from cardscan.export.guard import guard
from cardscan.export.safe_file import write_file

if TYPE_CHECKING:
    from cardscan.export.existing import Changed, Comparison
    from cardscan.followup.record import FollowUp

_TOLD = 10
"""People who are told one by one."""


def beside_existing(rows: "Iterable[FollowUp]", export: Path, path: Path) -> "Comparison":
    """Sort contacts, say how many there are of each kind, and write down what an update would change.

    Args:
        rows: The contacts.
        export: What the other program exported.
        path: Where the new ones go; what would change stands beside it.
    """
    found = compare(rows, read_existing(export))
    say(f"Beside {export}:")
    for count, words in (
        (len(found.new), "new"),
        (len(found.changed), "to be updated"),
        (len(found.same), "there as they are here, and left out"),
        (len(found.unsure), "that may be there, to be looked at first"),
    ):
        if count:
            say(f"  {count:>5}  {words}")
    for one in found.changed[:_TOLD]:
        say(f"  {who_is(one.row)} ({one.there.place}): {'; '.join(_said(one))}")
    if found.changed:
        written = write_file(path.with_name(f"{path.stem}-changes.csv"), _changes(found.changed))
        say(written.moved_aside or f"{written.path} says what would change.")
    return found


def _said(changed: "Changed") -> Iterator[str]:
    for one in changed.changes:
        yield f"{one.field} {one.there} → {one.here}" if one.there else f"{one.field} {one.here} is new there"


def _changes(changed: "Iterable[Changed]") -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(["contact_id", "who", "there_at", "field", "there", "here"])
    for one in changed:
        who = (one.row.contact_id, who_is(one.row), one.there.place)
        writer.writerows(map(guard, (*who, each.field, each.there, each.here)) for each in one.changes)
    return text.getvalue().encode("utf-8-sig")
