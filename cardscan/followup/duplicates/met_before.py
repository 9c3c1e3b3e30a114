"""People who are met again: a new entry of somebody who stands in an earlier queue.

Whether two entries are one person is decided as for two pictures of one card: the same
name with an e-mail or a mobile of that person's own, and no second employer.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from cardscan.followup.cell_text import SEPARATOR, one_value
from cardscan.followup.duplicates.traits import identity_of, is_one_person
from cardscan.followup.queue import event_key

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from cardscan.followup.record import FollowUp
    from cardscan.parse.identity import Identity

ID = re.compile(r"c[a-z2-7]{11}")
"""Ids that this program gives; another program's would be no stable key here."""


def with_earlier(entries: Iterable[FollowUp], earlier: Iterable[FollowUp]) -> tuple[FollowUp, ...]:
    """The entries, with those of people who were met before tied to what is known of them.

    Such an entry takes the id of the oldest of them, so that an import updates that
    contact and makes no second one, and its notes say where they met.  Nothing else is
    taken over: the new card is the newer word on everything it says.

    Args:
        entries: New ones.
        earlier: Those of other queues; entries of the same event, and of later ones, say nothing.

    Returns:
        The entries in their order, each with an id of its own.
    """
    new, known = tuple(entries), _by_point(earlier)
    taken = {entry.contact_id for entry in new}
    found = []
    for entry in new:
        tied = _tied(entry, _before(entry, known), taken)
        taken.add(tied.contact_id)
        found.append(tied)
    return tuple(found)


Known = dict[str, list[tuple["FollowUp", "Identity"]]]
"""Earlier entries by the mailboxes and mobiles of their people."""


def _by_point(earlier: Iterable[FollowUp]) -> Known:
    known: Known = defaultdict(list)
    for entry in earlier:
        identity = identity_of(entry)
        for point in identity.personal if identity.name else ():
            known[point].append((entry, identity))
    return known


def _before(entry: FollowUp, known: Known) -> list[FollowUp]:
    """Entries of the same person at earlier events, the oldest first, each once."""
    here = identity_of(entry)
    found = {
        (other.event_date, other.contact_id): other
        for point in (here.personal if here.name else ())
        for other, identity in known.get(point, ())
        if other.event_date <= entry.event_date
        and event_key(other.event, other.event_date) != event_key(entry.event, entry.event_date)
        and is_one_person(here, identity)
    }
    return [found[key] for key in sorted(found)]


def _tied(entry: FollowUp, before: list[FollowUp], taken: set[str]) -> FollowUp:
    if not before:
        return entry
    met = dict.fromkeys(met_note(one.event, one.event_date) for one in before)
    notes = SEPARATOR.join(dict.fromkeys([*filter(None, entry.notes.split(SEPARATOR)), *met]))
    oldest = before[0].contact_id
    free = oldest not in taken and ID.fullmatch(oldest)
    return replace(entry, notes=notes, contact_id=oldest if free else entry.contact_id)


def met_note(event: str, on: date) -> str:
    """What the notes say of an earlier event.

    Args:
        event: Its name.
        on: Its day.
    """
    return f"met before: {', '.join(filter(None, [one_value(event), on.isoformat()]))}"
