"""What a person did to a card is kept, if nobody else changed the contact meanwhile, and taken back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy import event

from cardscan.book.apply.applying import take_out
from cardscan.book.corrections import correct
from cardscan.book.names import with_name_parts
from cardscan.book.rows import rows_of
from cardscan.book.touching import keep_note, set_due, set_priority
from cardscan.book.undo import added_since, before, take_back
from cardscan.review.card.evidence import country_of
from cardscan.review.card.sheet import shown_texts, state_of
from cardscan.review.card.typed import understand
from cardscan.review.workplace import Deed, Step, last_step

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from sqlalchemy.orm import Session

    from cardscan.followup.record import FollowUp
    from cardscan.review.card.typed import Typed
    from cardscan.review.workplace import Workplace

SOURCE = "review"

MAY_SPREAD = ("company", "email")
"""Columns whose correction may suit other cards of the same domain."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """What became of what was typed.

    Where it could not be kept, nothing of it was.

    Attributes:
        row: The row as it stands now; None where the contact is gone.
        mine: Name to text of the fields that this person has changed.
        is_stale: Whether somebody else has changed the contact since it was shown.
        by_others: Of the changed fields, those in which something else stands now, and what.
        wrong: Fields that cannot be kept as typed, each with the reason.
    """

    row: FollowUp | None
    mine: Mapping[str, str] = field(default_factory=dict)
    is_stale: bool = False
    by_others: Mapping[str, str] = field(default_factory=dict)
    wrong: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_kept(self) -> bool:
        """Whether it is in the book."""
        return self.row is not None and not (self.is_stale or self.wrong)


def save(place: Workplace, entry_id: str, form: Mapping[str, str], *, settled: bool) -> Saved:
    """Keep what a person typed.

    Args:
        place: Where.
        entry_id: The contact's entry.
        form: Name to text; "seen" is the state that they saw.
        settled: Whether the contact needs no look any more.
    """
    with place.book.writing() as session:
        row = rows_of(session, [entry_id]).get(entry_id)
        if row is None:
            return Saved(row=None)
        mine = _mine(place, form)
        region = country_of(session, entry_id) or place.settings.owner.country
        typed = understand(mine, row, today=place.today, region=region, settled=settled)
        asks = settled or typed.is_anything or form.get("do") == "remove"
        is_stale = form.get("seen") != state_of(row) and asks
        if is_stale or typed.wrong:
            others = _by_others(mine, row) if is_stale else {}
            return Saved(row=row, mine=mine, is_stale=is_stale, by_others=others, wrong=typed.wrong)
        if not (typed.is_anything or (settled and row.needs_review)):
            return Saved(row=row)
        deed = Deed(
            entry_id=entry_id,
            what="settled" if settled else "saved",
            settles=(entry_id,) if settled else (),
            corrected=tuple(
                (column, getattr(row, column)) for column in typed.values if column in MAY_SPREAD
            ),
            odd=typed.odd,
        )
        doing(place, session, deed, lambda: _keep(place, session, deed, row, typed))
        return Saved(row=rows_of(session, [entry_id])[entry_id])


def remove(place: Workplace, entry_id: str, form: Mapping[str, str]) -> Saved:
    """Take a contact out of the queue: no scan brings it back, ``restore`` does.

    What was typed before is kept first, and comes back with the contact.

    Args:
        place: Where.
        entry_id: Its entry.
        form: As for ``save``; where it cannot be kept, the contact stays.
    """
    saved = save(place, entry_id, form, settled=False)
    if not saved.is_kept:
        return saved
    with place.book.writing() as session:
        now = rows_of(session, [entry_id]).get(entry_id)
        if now != saved.row:
            return Saved(row=now, is_stale=True)
        deed = Deed(entry_id=entry_id, what="removed")
        doing(place, session, deed, lambda: take_out(session, [entry_id], place.clock()))
    return saved


def doing(place: Workplace, session: Session, deed: Deed, do: Callable[[], object]) -> None:
    """Do something that can be taken back.

    Args:
        place: Where.
        session: Writes.
        deed: What it is.
        do: Does it.
    """
    ids = [deed.entry_id, *deed.others]
    then, rows = before(session, ids), rows_of(session, ids)
    do()
    session.flush()
    session.expire_all()
    after = _states(session, then.entries)
    row = rows_of(session, ids).get(deed.entry_id) or rows.get(deed.entry_id)
    who = (row.full_name or row.company or row.email) if row else ""
    number, added = next(place.done.numbers), added_since(session, then)
    step = Step(number=number, deed=deed, who=who, before=then, added=added, after=after)
    # Only what is in the book can be taken back.
    event.listen(session, "after_commit", lambda _: place.done.keep(step), once=True)


def undo(place: Workplace, number: int | None = None) -> tuple[Step | None, bool]:
    """Take back what was done last on the page.

    Args:
        place: Where.
        number: The step that is meant; None for the last one.

    Returns:
        What was done, None where there is nothing; and whether it was taken back: not where
        something else has been done since, or somebody has changed the contact.
    """
    with place.done.lock:
        step = last_step(place)
        if step is None or number not in (None, step.number):
            return step, False
        with place.book.writing() as session:
            if _states(session, step.after) != step.after:
                return step, False
            take_back(session, step.before, step.added)
        place.done.drop(step)
    return step, True


def _states(session: Session, entries: Collection[str]) -> dict[str, str]:
    """How entries stand; empty for those that are gone."""
    rows = rows_of(session, entries)
    return {entry_id: state_of(rows[entry_id]) if entry_id in rows else "" for entry_id in entries}


def _mine(place: Workplace, form: Mapping[str, str]) -> dict[str, str]:
    """The fields that this person has changed; all of them, where nobody knows what they saw."""
    seen = place.done.seen(form.get("seen", "")) or {}
    return {name: text for name, text in form.items() if name not in seen or text.strip() != seen[name]}


def _by_others(mine: Mapping[str, str], row: FollowUp) -> dict[str, str]:
    now = shown_texts(row)
    return {name: now[name] for name, text in mine.items() if name in now and now[name] != text.strip()}


def _keep(place: Workplace, session: Session, deed: Deed, row: FollowUp, typed: Typed) -> None:
    now, entry_id = place.clock(), deed.entry_id
    is_open = row.needs_review and deed.what != "settled"
    values = {**with_name_parts(typed.values, row), "needs_review": is_open}
    old = {column: getattr(row, column) for column in values}
    correct(session, entry_id, values, before=old, source=SOURCE, at=now)
    if typed.note:
        today, settings = now.date(), place.settings
        keep_note(session, entry_id, typed.note, source=SOURCE, today=today, now=now, settings=settings)
    if typed.priority:
        set_priority(session, entry_id, typed.priority)
    if typed.due:
        set_due(session, entry_id, typed.due)
