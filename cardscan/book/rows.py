"""Rows of the queue as they stand now: what a scan found, with what people corrected."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date, datetime
from itertools import islice
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import select
from sqlalchemy.orm import defer

from cardscan.book.current import is_current, place_in_row
from cardscan.book.plain import from_plain, row_value
from cardscan.book.tables import CorrectionRow, EntryRow, EventRow, FollowUpRow
from cardscan.followup.cell_text import SEPARATOR
from cardscan.followup.duplicates.combined import combined, completed
from cardscan.followup.duplicates.met_before import met_note

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    from cardscan.followup.record import Action, FollowUp, Priority, Status

_BATCH = 500
"""Ids in one question to the database, which limits how many it takes."""


def rows_of(session: Session, ids: Iterable[str]) -> dict[str, FollowUp]:
    """The rows of entries as they stand now.

    Entries of one contact at one event are one row, under the first of them that is asked for;
    the entry that gave the contact its id leads it.  What a row lacks, an earlier event of the
    same contact gives.

    Args:
        session: Reads.
        ids: Of the entries.

    Returns:
        Entry id to row, in the order of the ids; without those that are gone.
    """
    return dict(_each_row(session, ids))


def _each_row(session: Session, ids: Iterable[str]) -> Iterator[tuple[str, FollowUp]]:
    done: set[tuple[str, int]] = set()
    for batch in batches(dict.fromkeys(ids)):
        loaded = _loaded(session, batch)
        groups = _groups(loaded, _twins(session, loaded))
        corrections = _corrections(session, [entry.id for group in groups.values() for entry, _, _ in group])
        met, contacts = _met(session, loaded), _by_contact(groups)
        for entry_id in batch:
            if entry_id not in loaded:
                continue
            key = _key(loaded[entry_id][0])
            if key not in done:
                done.add(key)
                same = [groups[one] for one in contacts[key[0]]]
                earlier = _before(same, groups[key][0][1].date) if len(same) > 1 else []
                yield entry_id, _row(groups[key], corrections, met, earlier)


def everybodys_rows(session: Session, event: EventRow | None = None) -> Iterator[FollowUp]:
    """The row of each contact, in the order of the queue: at one event, else where they are followed up now.

    Args:
        session: Reads, until the last row was given.
        event: Only those who were met there.
    """
    photo, card = EntryRow.found["photo"], EntryRow.found["card"]
    wanted = select(EntryRow.id, photo, card).where(EntryRow.gone_at.is_(None))
    wanted = wanted.where(is_current() if event is None else EntryRow.event_id == event.id)
    in_order = sorted(session.execute(wanted), key=lambda row: (row[1][:1], row[2], row[0]))
    return (row for _, row in _each_row(session, [entry_id for entry_id, _, _ in in_order]))


_Loaded = tuple[EntryRow, EventRow, FollowUpRow]


def _loaded(session: Session, ids: Sequence[str]) -> dict[str, _Loaded]:
    return {row[0].id: row for row in session.execute(_whole().where(EntryRow.id.in_(ids)))}


def _whole() -> Select[EntryRow, EventRow, FollowUpRow]:
    return (
        select(EntryRow, EventRow, FollowUpRow)
        .join(EventRow, EventRow.id == EntryRow.event_id)
        .join(FollowUpRow, FollowUpRow.entry_id == EntryRow.id)
        .where(EntryRow.gone_at.is_(None))
        .options(defer(EntryRow.contact))  # the larger part of an entry, and no part of its row
    )


def _twins(session: Session, loaded: Mapping[str, _Loaded]) -> list[_Loaded]:
    """Further entries of the same contacts, as far as any was merged."""
    contacts = {entry.contact_id for entry, _, _ in loaded.values()}
    merged = session.scalars(
        select(EntryRow.contact_id).where(
            EntryRow.contact_id.in_(contacts), EntryRow.id != EntryRow.contact_id
        )
    ).all()
    if not merged:
        return []
    rows = session.execute(_whole().where(EntryRow.contact_id.in_(set(merged))))
    return [row for row in rows if row[0].id not in loaded]


def _groups(loaded: Mapping[str, _Loaded], twins: Iterable[_Loaded]) -> dict[tuple[str, int], list[_Loaded]]:
    """The entries that are one row, the one that leads it first."""
    groups: dict[tuple[str, int], list[_Loaded]] = defaultdict(list)
    for row in (*loaded.values(), *twins):
        groups[_key(row[0])].append(row)
    for group in groups.values():
        group.sort(key=lambda row: place_in_row(row[0]))
    return groups


def _key(entry: EntryRow) -> tuple[str, int]:
    return entry.contact_id, entry.event_id


def _by_contact(groups: Iterable[tuple[str, int]]) -> dict[str, list[tuple[str, int]]]:
    """The rows of each contact."""
    found: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for key in groups:
        found[key[0]].append(key)
    return found


def _before(groups: Sequence[Sequence[_Loaded]], on: date) -> list[Sequence[_Loaded]]:
    """Those of a contact at events before a day, the latest first."""
    earlier = [group for group in groups if group[0][1].date < on]
    return sorted(earlier, key=lambda group: group[0][1].date, reverse=True)


def _of_event(group: Sequence[_Loaded], corrections: Mapping[str, dict[str, Any]]) -> FollowUp:
    lead, *others = (row_of(entry, event, step, corrections[entry.id]) for entry, event, step in group)
    return combined(lead, others, corrections[group[0][0].id])


def _row(
    group: Sequence[_Loaded],
    corrections: Mapping[str, dict[str, Any]],
    met: Mapping[str, Sequence[tuple[str, date]]],
    earlier: Sequence[Sequence[_Loaded]],
) -> FollowUp:
    settled = corrections[group[0][0].id]
    row = _of_event(group, corrections)
    for known in earlier:
        row = completed(row, _of_event(known, corrections), settled)
    before = [met_note(name, on) for name, on in met[row.contact_id] if on < row.event_date]
    if not before or "notes" in settled:
        return row
    return replace(row, notes=SEPARATOR.join(dict.fromkeys([*filter(None, [row.notes]), *before])))


def _met(session: Session, loaded: Mapping[str, _Loaded]) -> dict[str, list[tuple[str, date]]]:
    """Name and date of the events at which contacts were met, in their order."""
    found: dict[str, list[tuple[str, date]]] = defaultdict(list)
    contacts = {entry.contact_id for entry, _, _ in loaded.values()}
    rows = session.execute(
        select(EntryRow.contact_id, EventRow.name, EventRow.date)
        .join(EventRow, EventRow.id == EntryRow.event_id)
        .where(EntryRow.contact_id.in_(contacts))
        .distinct()
        .order_by(EventRow.date, EventRow.name)
    )
    for contact, name, on in rows:
        found[contact].append((name, on))
    return found


def row_of(entry: EntryRow, event: EventRow, step: FollowUpRow, corrections: dict[str, Any]) -> FollowUp:
    """The row of an entry.

    Args:
        entry: The entry.
        event: Its event, whose name and date may have been put right since.
        step: What is to be done next.
        corrections: What people corrected, by column.
    """
    return replace(
        from_plain(entry.found),
        **{column: row_value(column, value) for column, value in corrections.items()},
        contact_id=entry.contact_id,
        event=event.name,
        event_date=event.date,
        follow_up_due=step.due,
        next_action=cast("Action", step.action),
        priority=cast("Priority", step.priority),
        status=cast("Status", step.status),
        scanned_at=datetime.fromisoformat(entry.scanned_at),
    )


def refresh(session: Session, ids: Sequence[str]) -> None:
    """Bring what entries are looked up by up to date with their rows."""
    for batch in batches(ids):
        corrections = _corrections(session, batch)
        for entry in session.scalars(select(EntryRow).where(EntryRow.id.in_(batch))):
            values = entry.found | corrections[entry.id]
            entry.full_name, entry.company, entry.email = (
                values[column] for column in ("full_name", "company", "email")
            )
    session.flush()


def batches(ids: Iterable[str]) -> Iterator[list[str]]:
    """Ids in lots that one question to the database can take."""
    source = iter(ids)
    while batch := list(islice(source, _BATCH)):
        yield batch


def _corrections(session: Session, ids: Sequence[str]) -> defaultdict[str, dict[str, Any]]:
    """Of each entry what people corrected in it last, by column."""
    found: defaultdict[str, dict[str, Any]] = defaultdict(dict)
    rows = select(CorrectionRow).where(CorrectionRow.entry_id.in_(ids)).order_by(CorrectionRow.id)
    for row in session.scalars(rows):
        found[row.entry_id][row.column] = row.value["value"]
    return found
